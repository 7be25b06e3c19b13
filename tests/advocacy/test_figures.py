"""Numbers for people outside: only who allowed it, ranges, nothing small, sources as allowed."""

from datetime import date
from typing import Any

from tests.casebook.building import act, consent, person, source

from panoh.advocacy.counted import LeftOut, answers, left_out
from panoh.advocacy.figures import HIDDEN, Figure, figures, guarded
from panoh.casebook.consent.answers import Use
from panoh.casebook.counts import Range
from panoh.casebook.pairs import Proposal, keep_proposals
from panoh.casebook.record import Case, save, tell
from panoh.model.kinds import Act

WAY = Use("press", "publication", date(2023, 10, 20))
COUNTED: dict[str, Any] = {"recipient": "press", "what": ("facts",), "uses": ("statistics",)}
PEOPLE = "people who allowed to be counted"


def plain(text: str) -> str:
    return text


def shown(case: Case) -> dict[str, str]:
    return {each.label: each.shown(plain) for each in figures(case.vault.db, WAY)}


def uncounted(case: Case) -> LeftOut:
    return left_out(case.vault.db, answers(case.vault.db, WAY))


def many(case: Case, how_many: int, type_: str, told_by: str = "") -> list[str]:
    """So many people to whom something was done, all of whom allowed the press to count them."""
    people = unasked(case, how_many, type_, told_by)
    for who in people:
        consent(case, who, **COUNTED)
    return people


def unasked(case: Case, how_many: int, type_: str, told_by: str = "") -> list[str]:
    """So many people to whom something was done, as a list brings them: nobody asked them."""
    people = [person(case, f"Holiknazar Nurov{number}", told_by) for number in range(how_many)]
    for who in people:
        act(case, who, type_, "2023-09", told_by)
    return people


def test_open_pairs_make_a_range(case: Case) -> None:
    people = many(case, 9, "detention")
    assert shown(case)[PEOPLE] == "9"
    propose(case, (people[0], people[1]))
    assert shown(case)[PEOPLE] == "8–9"


def test_a_small_number_is_not_shown_and_cannot_be_worked_out(case: Case) -> None:
    many(case, 8, "detention")
    many(case, 6, "threat")
    many(case, 2, "beating")
    found = {each.label: each for each in figures(case.vault.db, WAY)}
    by_number = {each.range.most: each for each in found.values()}
    assert by_number[2].shown(plain) == "fewer than 5"
    assert by_number[6].shown(plain) == HIDDEN  # or 16 - 8 - 6 would tell it
    assert by_number[8].shown(plain) == "8"


def test_two_small_parts_need_no_third_hidden() -> None:
    parts = [Figure(str(each), Range(each, each), ()) for each in (9, 3, 2)]
    assert [each.hidden for each in guarded(parts)] == [False, False, False]
    assert [each.hidden for each in guarded(parts[:2])] == [True, False]


def test_a_range_that_begins_below_five_says_only_at_most() -> None:
    assert Figure("", Range(3, 7), ()).shown(plain) == "at most 7"
    assert Figure("", Range(5, 7), ()).shown(plain) == "5–7"


def test_nobody_is_counted_because_nobody_asked_them(case: Case) -> None:
    unasked(case, 9, "detention")
    assert shown(case) == {}
    assert uncounted(case) == LeftOut(unasked=9, others=0)
    many(case, 6, "detention")
    assert shown(case)[PEOPLE] == "6"
    assert uncounted(case) == LeftOut(unasked=9, others=0)


def test_a_yes_counts_for_its_recipient_and_covers_what_is_told_more_widely(case: Case) -> None:
    people = unasked(case, 8, "detention")
    for who in people[:6]:
        consent(case, who, recipient="press", what=("facts",), uses=("publication",))
    consent(case, people[6], recipient="wgad", what=("all",), uses=("statistics", "complaint"))
    consent(case, people[7], recipient="press", what=("name",), uses=("publication",))
    assert shown(case)[PEOPLE] == "6"
    assert uncounted(case) == LeftOut(unasked=2, others=0)
    consent(case, people[0], "no", recipient="press", what=(), uses=("statistics",))
    assert shown(case)[PEOPLE] == "5"
    assert uncounted(case) == LeftOut(unasked=2, others=1)


def test_a_child_is_counted_only_with_the_guardian(case: Case) -> None:
    many(case, 5, "detention")
    child = person(case, "Sitora Nurova", born="2020")
    act(case, child, "detention", "2023-09")
    consent(case, child, **COUNTED)
    assert shown(case)[PEOPLE] == "5"
    consent(case, child, **COUNTED, guardian="her mother", child_asked="too young to be asked")
    assert shown(case)[PEOPLE] == "6"


def test_an_act_done_to_one_who_allowed_it_and_one_who_did_not_is_in_no_number(case: Case) -> None:
    [one, *_rest] = many(case, 6, "detention")
    [other] = unasked(case, 1, "threat")
    shared = act(case, one, "threat", "2023-09")
    save(case, [tell(case, Act(victim=other), shared)])
    assert "Threat" not in shown(case)
    assert shown(case)["acts against them"] == "6"


def test_an_open_pair_beyond_those_counted_makes_no_range(case: Case) -> None:
    many(case, 6, "detention")
    one, other, third = unasked(case, 3, "detention")
    propose(case, (one, other), (other, third))
    assert shown(case)[PEOPLE] == "6"


def test_two_who_may_be_one_through_somebody_uncounted_make_a_range(case: Case) -> None:
    people = many(case, 9, "detention")
    [between] = unasked(case, 1, "detention")
    propose(case, (people[0], between), (between, people[1]))
    assert shown(case)[PEOPLE] == "8–9"


def propose(case: Case, *open_: tuple[str, str]) -> None:
    """Pairs that nobody has answered."""
    pairs = [Proposal(min(each), max(each), "person", "likely", 0.9, ()) for each in open_]
    keep_proposals(case.vault.db, "person", pairs)


def test_who_refused_to_be_counted_is_in_no_number(case: Case) -> None:
    people = many(case, 7, "detention")
    assert shown(case)[PEOPLE] == "7"
    consent(case, people[0], "no", recipient="press", what=(), uses=("statistics",))
    consent(case, people[1], "no", recipient="lawyer", what=(), uses=("statistics",))
    assert shown(case)[PEOPLE] == "6"


def test_a_source_is_cited_no_further_than_it_allowed(case: Case) -> None:
    open_ = source(case, "Niso", citation="described", described_as="a group of relatives")
    silent = source(case, "Bahor", citation="nothing")
    many(case, 5, "detention", open_)
    many(case, 5, "detention", silent)
    said = figures(case.vault.db, WAY)[0].sources
    assert said == ("a group of relatives", "a source whose identity is withheld")
    assert not any("Niso" in each or "Bahor" in each for each in said)


def test_nothing_recorded_gives_no_figure(case: Case) -> None:
    assert figures(case.vault.db, WAY) == []
