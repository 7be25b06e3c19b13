"""Pages of long lists: together they are the whole list, each as long as was asked."""

from tests.casebook.building import act, person, source, status

from panoh.casebook.judge import judge
from panoh.casebook.people import how_many_people, people
from panoh.casebook.record import Case
from panoh.casebook.timeline import how_many_moments, timeline

DAYS = ["2023-10-01", "", "2023-09", "2023-09-30", "2021", "", "2023-10-01"]


def told(case: Case) -> list[str]:
    """Seven persons, each with a dated or undated act, and one with an observation more."""
    niso = source(case, "Niso")
    persons = [person(case, f"Зарина {letter}аломова", niso) for letter in "СДКФБМР"]
    for who, day in zip(persons, DAYS, strict=True):
        act(case, who, "detention", day, niso)
    status(case, persons[0], "held", "2023-10-05", niso)
    return persons


def test_pages_of_people_are_the_list_in_pieces(case: Case) -> None:
    told(case)
    whole = people(case.vault.db)
    pieces = [people(case.vault.db, 3, start) for start in range(0, 9, 3)]
    assert [len(piece) for piece in pieces] == [3, 3, 1]
    assert [row for piece in pieces for row in piece] == whole
    assert [row.title for row in whole] == sorted(row.title for row in whole)
    assert how_many_people(case.vault.db) == 7


def test_pages_of_the_timeline_are_in_the_order_of_time_and_undated_come_last(case: Case) -> None:
    told(case)
    whole = timeline(case.vault.db)
    pieces = [timeline(case.vault.db, "", 3, start) for start in range(0, 9, 3)]
    assert [moment for piece in pieces for moment in piece] == whole
    days = [str(moment.earliest or "none") for moment in whole]
    assert days == sorted(days)
    assert days[-2:] == ["none", "none"]
    assert how_many_moments(case.vault.db) == len(whole) == 8


def test_the_timeline_of_a_person_is_that_of_all_who_are_the_same(case: Case) -> None:
    first, second, other = told(case)[:3]
    judge(case, first, second, "same", "one list copied the other")
    found = timeline(case.vault.db, second)
    assert [moment.view.kind for moment in found] == ["act", "status", "act"]
    assert len({moment.subject for moment in found}) == 1
    assert how_many_moments(case.vault.db, first) == 3
    assert how_many_moments(case.vault.db, other) == 1


def test_a_person_is_listed_as_soon_as_an_act_is_told_and_counts_all_that_were_joined(
    case: Case,
) -> None:
    niso = source(case, "Niso")
    zarina, namesake = person(case, "Зарина Саломова", niso), person(case, "Зарина Салом", niso)
    assert how_many_people(case.vault.db) == 0
    act(case, zarina, "detention", "2023-10-01", niso)
    act(case, namesake, "threat", "2023-10-02", niso)
    assert [row.acts for row in people(case.vault.db)] == [1, 1]
    judge(case, zarina, namesake, "same", "the same house")
    assert [row.acts for row in people(case.vault.db)] == [2]
