"""Lists of people, and everything that is told about one person."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from panoh.casebook.hiding import hidden_naming
from panoh.casebook.index.reading import (
    members,
    number_of,
    root_of,
    statements_of,
    view_of,
    views_numbered,
)
from panoh.casebook.live import Recorded, live_fields, standing
from panoh.casebook.pairs import acts_of
from panoh.casebook.view import View


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person in a list: how often something was done to them and by how many sources told."""

    root: str
    title: str
    earliest_birth: str
    latest_birth: str
    acts: int
    sources: int
    disputes: tuple[str, ...]
    suspended: bool


@dataclass(frozen=True, slots=True)
class PersonFile:
    """All that is told about a person: who they are, acts, observations, kin, whom it pressed."""

    person: View
    acts: tuple[View, ...]
    statuses: tuple[View, ...]
    links: tuple[View, ...]
    because_of: tuple[View, ...]


#: Which persons are listed: those something was done to, all, or those sources differ about.
HARMED, EVERYBODY, DISPUTED = "harmed", "everybody", "disputed"
_AMONG = {
    HARMED: "v.kind = 'person' AND v.acts > 0",
    EVERYBODY: "v.kind = 'person'",
    DISPUTED: "v.kind = 'person' AND v.disputes <> ''",
}


def people(
    db: Any, limit: int = -1, offset: int = 0, *, among: str = HARMED, source: str = ""
) -> list[PersonRow]:
    """Persons by name: so many of them, after so many others; all, or those one source tells of."""
    rows = db.execute(
        "SELECT n.id, v.title, v.earliest, v.latest, v.disputes, v.acts, v.sources,"  # noqa: S608
        " (SELECT max(suspended) FROM known e WHERE e.root = v.root)"
        f" FROM (SELECT v.root {_listed(among, source)} LIMIT ?2 OFFSET ?3) p"
        " JOIN shown v ON v.root = p.root JOIN known n ON n.n = v.root ORDER BY v.sort, v.root",
        (number_of(db, source), limit, offset),
    )
    return [
        PersonRow(
            root, title, earliest, latest, acts, sources, tuple(disputed.split()), bool(apart)
        )
        for root, title, earliest, latest, disputed, acts, sources, apart in rows
    ]


def how_many_people(db: Any, *, among: str = HARMED, source: str = "") -> int:
    """How long the list of `people` is."""
    query = f"SELECT count(*) FROM (SELECT v.root {_listed(among, source)} LIMIT ?2)"  # noqa: S608
    return int(db.execute(query, (number_of(db, source), -1)).fetchone()[0])


def _listed(among: str, source: str) -> str:
    """The roots of these persons, in the order of their names."""
    if source:
        return (
            "FROM teller t CROSS JOIN shown v ON v.root = t.root"
            f" WHERE t.source = ?1 AND {_AMONG[among]} ORDER BY t.sort, t.root"
        )
    return f"FROM shown v WHERE ?1 IS NOT NULL AND {_AMONG[among]} ORDER BY v.sort, v.root"


def person_file(db: Any, entity: str) -> PersonFile:
    """Everything told about the person that this entity belongs to."""
    root = root_of(db, entity)
    return PersonFile(
        person=view_of(db, root),
        acts=tuple(acts_of(db, root)),
        statuses=tuple(_naming(db, root, "status", ("person",))),
        links=tuple(_naming(db, root, "link", ("start", "end"))),
        because_of=tuple(_naming(db, root, "act", ("pressured",))),
    )


def _naming(db: Any, root: str, kind: str, fields: Sequence[str]) -> list[View]:
    """The views of a kind that name this person in one of the fields."""
    roots = {
        row[0]
        for field in fields
        for row in db.execute(
            "SELECT a.root FROM known p JOIN refers r ON r.target = p.n AND r.kind = ?"
            " AND r.field = ? JOIN known a ON a.n = r.about WHERE p.root = ?",
            (kind, field, number_of(db, root)),
        )
    }
    return [view for view in views_numbered(db, roots) if view.fields]


@dataclass(frozen=True, slots=True)
class Past:
    """One statement as it was recorded; `hidden`, and which of its fields nothing replaced."""

    recorded: Recorded
    hidden: bool
    live: frozenset[str]


def history(db: Any, entity: str) -> list[Past]:
    """Every statement about a person, what was done to them, how they were, and their links.

    In the order recorded; what is hidden is among them.
    """
    file = person_file(db, entity)
    own = members(db, file.person.root)
    views = [*file.acts, *file.statuses, *file.links]
    about = {*own, *(each for view in views for each in view.entities), *hidden_naming(db, own)}
    told = statements_of(db, sorted(about))
    stands, live = standing(told), live_fields(told)
    past = [Past(each, each.id not in stands, live.get(each.id, frozenset())) for each in told]
    return sorted(past, key=lambda each: (each.recorded.statement.recorded, each.recorded.id))
