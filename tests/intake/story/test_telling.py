"""What was taken from a story becomes statements, saved together and taken back together."""

from pathlib import Path

import pytest
from tests.casebook.building import open_case

from panoh.casebook.counts import count
from panoh.casebook.index.reading import view_of
from panoh.casebook.people import people, person_file
from panoh.casebook.record import Case, save
from panoh.intake.story import (
    PRESSURED,
    VICTIM,
    Happened,
    Somebody,
    Told,
    saved,
    statements,
    take_back,
)
from panoh.intake.story.telling import title_of
from panoh.model.dates import PartialDate
from panoh.model.ids import new_entity
from panoh.model.kinds import Act, Perpetrator, Source
from panoh.model.names import Name
from panoh.model.places import Place

DAY = PartialDate("2024-03-03")


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return open_case(tmp_path)


def told(**more: object) -> Told:
    source = Source(code_name="T1", connection="relative", reliability="unknown", received=DAY)
    return Told(story="They took Rustam.", event=new_entity(), source=source, **more)  # type: ignore[arg-type]


def whole() -> Told:
    return told(
        people=(
            Somebody(Name.of("Rustam Nazarov"), VICTIM),
            Somebody(Name.of("Zarina Nazarova"), VICTIM),
            Somebody(Name.of("Firuz Nazarov"), PRESSURED),
        ),
        acts=(Happened("detention", "They took Rustam."), Happened("beating")),
        shared=Act(
            when=DAY,
            places=(Place("Khujand", "tj-khujand"),),
            perpetrators=(Perpetrator(type="interior"),),
        ),
        state="held",
    )


def test_one_act_for_each_person_and_type(case: Case) -> None:
    save(case, statements(case, whole()))
    found = {row.title: row.acts for row in people(case.vault.db)}
    assert found == {"Rustam Nazarov": 2, "Zarina Nazarova": 2}
    rustam = next(row for row in people(case.vault.db) if row.title == "Rustam Nazarov")
    file = person_file(case.vault.db, rustam.root)
    assert {act.told("type")[0].value for act in file.acts} == {"detention", "beating"}
    assert [status.told("state")[0].value for status in file.statuses] == ["held"]
    assert file.acts[0].told("pressured")[0].value[0].text == "Firuz Nazarov"
    assert all(
        each.told("places")[0].value == (Place("Khujand", "tj-khujand"),) for each in file.acts
    )


def test_the_story_stands_once_in_its_event_and_its_source_is_named(case: Case) -> None:
    record = whole()
    save(case, statements(case, record))
    event = view_of(case.vault.db, record.event)
    (note,) = event.told("note")
    assert note.value == "They took Rustam."
    source = view_of(case.vault.db, note.statement.source)
    assert source.told("connection")[0].value == "relative"
    assert note.statement.reliability == "unknown"


def test_nothing_is_required(case: Case) -> None:
    record = told()
    assert len(save(case, statements(case, record))) == 2
    assert view_of(case.vault.db, record.event).told("title")[0].value == "They took Rustam."


def test_an_act_of_which_nobody_knows_to_whom_is_kept(case: Case) -> None:
    save(case, statements(case, told(acts=(Happened("detention"),))))
    assert case.vault.db.execute("SELECT count(*) FROM view WHERE kind = 'act'").fetchone() == (1,)


def test_a_person_who_is_recorded_already_is_not_made_again(case: Case) -> None:
    save(case, statements(case, whole()))
    rustam = next(row for row in people(case.vault.db) if row.title == "Rustam Nazarov")
    again = told(
        people=(Somebody(Name.of("Rustam"), VICTIM, rustam.root),), acts=(Happened("threat"),)
    )
    save(case, statements(case, again))
    found = {row.title: row.acts for row in people(case.vault.db)}
    assert found == {"Rustam Nazarov": 3, "Zarina Nazarova": 2}


def test_all_of_it_is_taken_back_and_brought_back(case: Case) -> None:
    first, record = told(), whole()
    save(case, statements(case, first))
    save(case, statements(case, record))
    before = count(case.vault.db)
    assert len(saved(case.vault.db, record.event)) == len(statements(case, record))
    take_back(case, record.event)
    assert people(case.vault.db) == []
    assert view_of(case.vault.db, first.event).told("note")
    take_back(case, record.event)
    assert count(case.vault.db) == before


def test_a_title_is_the_first_words(case: Case) -> None:
    assert title_of("one\n two") == "one two"
    title = title_of("Вчера " * 40)
    assert title.endswith("Вчера …")
    assert len(title) < 75
