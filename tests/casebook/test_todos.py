"""What the record wants looked at: gone when it is done."""

from datetime import UTC, datetime
from pathlib import Path

from tests.casebook.building import act, open_case, person, source

from panoh.casebook.record import Context, save, tell
from panoh.casebook.settling import contradictions, rely
from panoh.casebook.todos import NAMED, todos
from panoh.model.dates import PartialDate
from panoh.model.kinds import Act

NOW = datetime(2023, 10, 7, 12, tzinfo=UTC)


def test_a_contradiction_wants_somebody_until_it_is_settled(tmp_path: Path) -> None:
    case = open_case(tmp_path)
    niso, bahor = source(case, "Niso"), source(case, "Bahor")
    jahongir = person(case, "Jahongir", niso)
    detained = act(case, jahongir, "detention", "2023-09-30", niso)
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
    assert {"count": 3} in [todo.values for todo in found]


def _born(year: str):  # type: ignore[no-untyped-def]
    from panoh.model.kinds import Person

    return Person(born=PartialDate(year))
