"""Two lists tell of Zarina: contradictions, joining, counting, undoing, in a real vault."""

from tests.casebook.building import act, person, source, status

from panoh.casebook.counts import count
from panoh.casebook.index.reading import root_of, view_of
from panoh.casebook.judge import (
    assess,
    judge,
    judge_all,
    last_judgement,
    retract,
    undo_judgement,
    written_since,
)
from panoh.casebook.pairs import LIKELY, Proposal, act_pairs, keep_proposals, pairs
from panoh.casebook.people import people
from panoh.casebook.record import Case, save, tell
from panoh.casebook.view import disputes, settle
from panoh.model.dates import PartialDate
from panoh.model.kinds import Person


def two_lists(case: Case) -> tuple[str, str, str, str]:
    niso, bahor = source(case, "Niso"), source(case, "Bahor")
    zarina = person(case, "Зарина Саломова", niso, "1969")
    salomova = person(case, "Саломова Зарина", bahor, "1968")
    return (
        zarina,
        salomova,
        act(case, zarina, "detention", "2023-09-30", niso),
        act(case, salomova, "detention", "2023-10-01", bahor),
    )


def test_the_program_joins_nobody(case: Case) -> None:
    two_lists(case)
    assert [row.title for row in people(case.vault.db)] == ["Зарина Саломова", "Саломова Зарина"]


def test_joined_entries_show_what_contradicts_side_by_side(case: Case) -> None:
    zarina, salomova, *_ = two_lists(case)
    judge(case, zarina, salomova, "same", "her brother says so")
    view = view_of(case.vault.db, salomova)
    assert set(view.entities) == {zarina, salomova}
    assert {told.value.edtf for told in disputes(view)["born"]} == {"1968", "1969"}
    assert settle(view, "born").unsure
    assert [row.sources for row in people(case.vault.db)] == [2]


def test_an_assessment_settles_and_opens_again_when_something_new_is_told(case: Case) -> None:
    zarina, salomova, *_ = two_lists(case)
    judge(case, zarina, salomova, "same", "her brother says so")
    told = {each.value.edtf: each.id for each in view_of(case.vault.db, zarina).told("born")}
    assess(case, zarina, "born", {told["1969"]}, {told["1968"]}, "her passport was seen")
    assert settle(view_of(case.vault.db, zarina), "born").value == PartialDate("1969")
    save(case, [tell(case, Person(born=PartialDate("1970")), zarina)])
    assert settle(view_of(case.vault.db, zarina), "born").unsure


def test_counts_are_ranges_until_somebody_answers(case: Case) -> None:
    zarina, salomova, *_ = two_lists(case)
    keep_proposals(case.vault.db, "person", [Proposal(zarina, salomova, "person", LIKELY, 0.9, ())])
    counts = count(case.vault.db)
    assert (str(counts.people), str(counts.acts), counts.open_people) == ("1–2", "1–2", 1)
    judge(case, zarina, salomova, "same", "her brother says so")
    counts = count(case.vault.db)
    assert (str(counts.people), str(counts.acts), counts.open_acts) == ("1", "1–2", 1)
    judge_all(
        case, act_pairs(case.vault.db, [root_of(case.vault.db, zarina)]), "same", "one arrest"
    )
    assert str(count(case.vault.db).acts) == "1"


def test_unsure_leaves_a_pair_open(case: Case) -> None:
    zarina, salomova, *_ = two_lists(case)
    keep_proposals(case.vault.db, "person", [Proposal(zarina, salomova, "person", LIKELY, 0.9, ())])
    judge(case, zarina, salomova, "unsure", "asked her aunt")
    assert [(pair.open, pair.verdict) for pair in pairs(case.vault.db)] == [(True, "unsure")]
    assert str(count(case.vault.db).people) == "1–2"


def test_a_changed_mind_replaces_the_earlier_judgement(case: Case) -> None:
    zarina, salomova, *_ = two_lists(case)
    first = judge(case, zarina, salomova, "same", "her brother says so")
    assert judge(case, salomova, zarina, "different", "two passports were seen") == first
    assert root_of(case.vault.db, zarina) != root_of(case.vault.db, salomova)
    assert len(people(case.vault.db)) == 2


def test_undoing_a_joining_gives_both_back_and_lists_what_was_written_since(case: Case) -> None:
    zarina, salomova, *_ = two_lists(case)
    before = people(case.vault.db)
    joined = judge(case, zarina, salomova, "same", "her brother says so")
    (noted,) = save(case, [tell(case, Person(note="has asthma"), zarina)])
    assert [each.id for each in written_since(case, joined)] == [noted]
    undo_judgement(case, joined, "there are two cousins")
    assert people(case.vault.db) == before


def test_a_different_inside_a_joined_group_shows_all_apart(case: Case) -> None:
    zarina, salomova, *_ = two_lists(case)
    third = person(case, "З. Саломова")
    judge(case, zarina, salomova, "same", "a")
    judge(case, salomova, third, "same", "b")
    judge(case, zarina, third, "different", "c")
    roots = {root_of(case.vault.db, each) for each in (zarina, salomova, third)}
    assert len(roots) == 3
    assert count(case.vault.db).suspended == 3


def test_acts_far_apart_in_time_are_not_offered_as_one(case: Case) -> None:
    niso = source(case, "Niso")
    zarina, salomova = person(case, "Зарина", niso), person(case, "Зарина", niso)
    act(case, zarina, "detention", "2023-09-30")
    act(case, salomova, "detention", "2023-10-15")
    judge(case, zarina, salomova, "same", "")
    assert act_pairs(case.vault.db, [root_of(case.vault.db, zarina)]) == []


def test_status_alone_makes_nobody_a_person_something_was_done_to(case: Case) -> None:
    niso = source(case, "Niso")
    status(case, person(case, "Зарина", niso), "free", "2023-10-02", niso)
    assert people(case.vault.db) == []


def test_a_retracted_act_is_no_longer_counted(case: Case) -> None:
    zarina, _, held, _ = two_lists(case)
    told = view_of(case.vault.db, held).told("type")[0]
    retract(case, held, told.id, "it was her cousin")
    assert [row.root for row in people(case.vault.db)] != []
    assert zarina not in {row.root for row in people(case.vault.db)}
    assert str(count(case.vault.db).acts) == "1"


def test_parting_two_persons_parts_their_joined_acts(case: Case) -> None:
    zarina, salomova, *_ = two_lists(case)
    joined = judge(case, zarina, salomova, "same", "her brother says so")
    judge_all(
        case, act_pairs(case.vault.db, [root_of(case.vault.db, zarina)]), "same", "one arrest"
    )
    assert str(count(case.vault.db).acts) == "1"
    assert last_judgement(case, salomova) == joined
    undo_judgement(case, joined, "there are two cousins")
    assert str(count(case.vault.db).acts) == "2"
    assert last_judgement(case, salomova) == ""


def test_an_answered_pair_is_still_listed_when_everybody_is_compared_again(case: Case) -> None:
    zarina, salomova, *_ = two_lists(case)
    third = person(case, "З. Саломова")
    low, high = sorted((zarina, salomova))
    seen = Proposal(low, high, "person", LIKELY, 0.9, (("why", ()),))
    keep_proposals(case.vault.db, "person", [seen])
    judge(case, zarina, salomova, "same", "her brother says so")
    judge(case, zarina, third, "different", "by hand")
    keep_proposals(case.vault.db, "person", [])
    listed = {(pair.verdict, pair.proposal.level, pair.open) for pair in pairs(case.vault.db)}
    assert listed == {("same", LIKELY, False), ("different", "", False)}
