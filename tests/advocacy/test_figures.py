"""Numbers for people outside: ranges, nothing small, nobody who refused, sources as allowed."""

from datetime import date

from tests.casebook.building import act, consent, person, source

from panoh.advocacy.figures import HIDDEN, Figure, figures, guarded
from panoh.casebook.consent.answers import Use
from panoh.casebook.counts import Range
from panoh.casebook.pairs import Proposal, keep_proposals
from panoh.casebook.record import Case

WAY = Use("press", "publication", date(2023, 10, 20))


def plain(text: str) -> str:
    return text


def shown(case: Case) -> dict[str, str]:
    return {each.label: each.shown(plain) for each in figures(case.vault.db, WAY)}


def many(case: Case, how_many: int, type_: str, told_by: str = "") -> list[str]:
    people = [person(case, f"Holiknazar Nurov{number}", told_by) for number in range(how_many)]
    for who in people:
        act(case, who, type_, "2023-09", told_by)
    return people


def test_open_pairs_make_a_range(case: Case) -> None:
    people = many(case, 9, "detention")
    assert shown(case)["people"] == "9"
    one, other = sorted(people[:2])
    pair = Proposal(one, other, "person", "likely", 0.9, ())
    keep_proposals(case.vault.db, "person", [pair])
    assert shown(case)["people"] == "8–9"


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


def test_who_refused_to_be_counted_is_in_no_number(case: Case) -> None:
    people = many(case, 7, "detention")
    assert shown(case)["people"] == "7"
    consent(case, people[0], "no", recipient="press", what=(), uses=("statistics",))
    consent(case, people[1], "no", recipient="lawyer", what=(), uses=("statistics",))
    assert shown(case)["people"] == "6"


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
