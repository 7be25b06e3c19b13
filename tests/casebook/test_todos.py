"""What the record wants looked at: gone when it is done."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.casebook.building import act, open_case, person, source, status

from panoh.casebook.record import Context, save, tell
from panoh.casebook.settling import contradictions, rely
from panoh.casebook.todos import NAMED, todos
from panoh.model.dates import PartialDate
from panoh.model.kinds import Act

NOW = datetime(2023, 10, 7, 12, tzinfo=UTC)


def test_a_contradiction_wants_somebody_until_it_is_settled(tmp_path: Path) -> None:
    case = open_case(tmp_path)
    niso, bahor = source(case, "Niso", connection="relative"), source(case, "Bahor")
    jahongir = person(case, "Jahongir", niso)
    detained = act(case, jahongir, "detention", "2023-09-30", niso)
    status(case, jahongir, "released", "2023-10-06", niso)
    assert todos(case.vault, NOW) == []
    again = Act(victim=jahongir, type="detention", when=PartialDate("2023-10-01"))
    save(case, [tell(case, again, detained, Context(bahor))])
    (todo,) = todos(case.vault, NOW)
    assert todo.values == {"name": "Jahongir"}
    assert (todo.target.area, todo.target.entity) == ("settle", jahongir)
    (differing,) = contradictions(case.vault.db, jahongir)
    rely(case, detained, "when", {differing.told[0].id}, "he told us")
    assert todos(case.vault, NOW) == []


def test_many_contradictions_are_counted_and_not_all_named(tmp_path: Path) -> None:
    case = open_case(tmp_path)
    niso, bahor = source(case, "Niso"), source(case, "Bahor")
    for number in range(NAMED + 3):
        who = person(case, f"Person {number}", niso, "1968")
        again = tell(case, _born("1970"), who, Context(bahor))
        save(case, [again])
    found = todos(case.vault, NOW)
    assert len(found) == NAMED + 1
    assert {todo.target.area for todo in found} == {"settle", "disputed"}
    assert {"count": 3} in [todo.values for todo in found]


def test_silence_is_told_of_those_in_danger_with_the_latest_news_first(tmp_path: Path) -> None:
    case = open_case(tmp_path)
    mother, paper = source(case, "Mother", connection="relative"), source(case, "Paper")
    old, fresh, heard, unsure, free = (
        person(case, name) for name in ("Old", "Fresh", "Heard", "Unsure", "Free")
    )
    status(case, old, "missing", "2020-01-01", mother)
    status(case, fresh, "held", "2023-10-05", paper)
    status(case, heard, "held", "2023-10-01", mother)
    status(case, unsure, "held", "2023-10-06", mother)
    status(case, unsure, "released", "2023-10-06", paper)
    status(case, free, "free", "2020-01-01", mother)
    found = todos(case.vault, NOW + timedelta(days=1))
    assert [todo.values["name"] for todo in found] == ["Fresh", "Old"]
    assert [todo.values.get("days") for todo in found] == [None, 1376]
    later = todos(case.vault, NOW + timedelta(days=2))
    assert [todo.values["name"] for todo in later] == ["Fresh", "Heard", "Old"]
    much_later = todos(case.vault, NOW + timedelta(days=8))
    assert [todo.values["name"] for todo in much_later] == ["Fresh", "Heard", "Old", "Unsure"]


def test_many_who_are_silent_are_counted_and_not_all_named(tmp_path: Path) -> None:
    case = open_case(tmp_path)
    for number in range(NAMED + 2):
        status(case, person(case, f"Person {number}"), "held", "2023-09-01", "")
    found = todos(case.vault, NOW)
    assert len(found) == NAMED + 1
    assert (found[-1].values, found[-1].target.area) == ({"count": 2}, "silent")


def _born(year: str):  # type: ignore[no-untyped-def]
    from panoh.model.kinds import Person

    return Person(born=PartialDate(year))
