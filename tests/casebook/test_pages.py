"""Pages of long lists: together they are the whole list, each as long as was asked."""

from datetime import date

from tests.casebook.building import act, person, source, status

from panoh.casebook.events import events, how_many_events
from panoh.casebook.index.reading import view_of
from panoh.casebook.judge import assess, judge
from panoh.casebook.people import DISPUTED, EVERYBODY, HARMED, how_many_people, people
from panoh.casebook.record import Case, save, tell
from panoh.casebook.timeline import how_many_before, how_many_moments, timeline
from panoh.model.dates import PartialDate
from panoh.model.kinds import Event

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


def test_people_are_listed_by_the_source_that_tells_of_them(case: Case) -> None:
    niso, bahor = source(case, "Niso"), source(case, "Bahor")
    zarina, farrukh = person(case, "Зарина Саломова", niso), person(case, "Фаррух", niso)
    again = person(case, "Зарина С.", bahor)
    act(case, zarina, "detention", "2023-10-01", niso)
    judge(case, zarina, again, "same", "her brother says so")
    db = case.vault.db

    def named(among: str = HARMED, source: str = "") -> list[str]:
        rows = people(db, among=among, source=source)
        assert how_many_people(db, among=among, source=source) == len(rows)
        return [row.title.split()[0] for row in rows]

    assert named() == ["Зарина"]
    assert named(among=EVERYBODY) == ["Зарина", "Фаррух"]
    assert named(source=bahor) == ["Зарина"]
    assert named(among=EVERYBODY, source=niso) == ["Зарина", "Фаррух"]
    assert named(among=EVERYBODY, source=farrukh) == []
    assert [row.sources for row in people(db, among=EVERYBODY)] == [2, 1]


def test_people_about_whom_sources_differ_are_listed_until_somebody_settles_it(case: Case) -> None:
    niso, bahor = source(case, "Niso"), source(case, "Bahor")
    zarina = person(case, "Зарина Саломова", niso, "1969")
    again = person(case, "Зарина Саломова", bahor, "1968")
    db = case.vault.db
    assert people(db, among=DISPUTED) == []
    judge(case, zarina, again, "same", "her brother says so")
    assert [row.disputes for row in people(db, among=DISPUTED)] == [("born",)]
    told = {each.value.edtf: each.id for each in view_of(db, zarina).told("born")}
    assess(case, zarina, "born", {told["1969"]}, {told["1968"]}, "her passport was seen")
    assert people(db, among=DISPUTED) == []


def test_events_are_in_the_order_of_time_with_the_acts_that_belong_to_them(case: Case) -> None:
    niso = source(case, "Niso")
    zarina = person(case, "Зарина", niso)
    days = ["2023-10-03", "", "2023-09"]
    told = [
        tell(case, Event(title=f"Protest {day}", when=PartialDate(day) if day else None))
        for day in days
    ]
    save(case, told)
    act(case, zarina, "detention", "2023-09-04", niso, event=told[2].about)
    whole = events(case.vault.db)
    assert [row.title for row in whole] == ["Protest 2023-09", "Protest 2023-10-03", "Protest "]
    assert [row.acts for row in whole] == [1, 0, 0]
    pieces = [events(case.vault.db, 2, start) for start in (0, 2)]
    assert [row for piece in pieces for row in piece] == whole
    assert how_many_events(case.vault.db) == 3


def test_the_timeline_is_turned_to_a_day(case: Case) -> None:
    told(case)
    db = case.vault.db
    start = how_many_before(db, date(2023, 10, 1))
    assert start == 3
    days = [moment.earliest for moment in timeline(db, "", 10, start)]
    assert days[0] == date(2023, 10, 1)
    assert all(day is None or day >= date(2023, 10, 1) for day in days)
