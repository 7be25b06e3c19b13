"""Rows recorded in a vault as an import records them: person, exile, link and act of each row."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from panoh.casebook.record import Case, Context, save, tell
from panoh.model.dates import PartialDate
from panoh.model.ids import new_entity
from panoh.model.kinds import Act, Link, Person, Source
from panoh.model.names import Name
from panoh.model.places import Place
from panoh.model.statement import Origin, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one row of a list tells, ready to be recorded; empty where it tells nothing."""

    list: str
    number: int
    names: tuple[Name, ...]
    sex: str = ""
    born: PartialDate | None = None
    place: str = ""
    exile: str = ""
    relation: str = ""
    when: PartialDate | None = None
    acts: tuple[str, ...] = ("detention",)


@dataclass(slots=True)
class Recorded:
    """The entities that the rows became: by row the person, and the exile they name."""

    people: dict[tuple[str, int], str] = field(default_factory=dict)
    exiles: dict[tuple[str, int], str] = field(default_factory=dict)


def record(case: Case, rows: Iterable[Told]) -> Recorded:
    """Save all rows at once, each list as a source of its own."""
    recorded, statements = Recorded(), list[Statement]()
    sources: dict[str, tuple[str, str]] = {}
    for row in rows:
        if row.list not in sources:
            sources[row.list] = new_entity(), new_entity()
            source = Source(code_name=f"list {row.list}")
            statements.append(tell(case, source, sources[row.list][0]))
        statements += _row(case, row, sources[row.list], recorded)
    save(case, statements)
    return recorded


def _row(case: Case, row: Told, list_: tuple[str, str], recorded: Recorded) -> Iterable[Statement]:
    source, item = list_
    who = recorded.people[row.list, row.number] = new_entity()
    context, origin = Context(source), Origin(item, row.number)
    places = (Place(row.place),) if row.place else ()
    person = Person(names=row.names, sex=row.sex, born=row.born, places=places)
    yield tell(case, person, who, context, origin=origin)
    if row.exile:
        exile = recorded.exiles[row.list, row.number] = new_entity()
        named = Person(names=(Name.of(row.exile),))
        yield tell(case, named, exile, context, origin=origin)
        link = Link(start=who, end=exile, relation=row.relation)
        yield tell(case, link, context=context, origin=origin)
    for type_ in row.acts:
        act = Act(victim=who, type=type_, when=row.when)
        yield tell(case, act, context=context, origin=origin)
