"""Lists of people, and everything that is told about one person."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from panoh.casebook.hiding import hidden_naming
from panoh.casebook.index.reading import members, root_of, statements_of, view_of, views_of
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


def people(db: Any, limit: int = -1, offset: int = 0) -> list[PersonRow]:
    """The persons somebody did something to, by name: so many of them, after so many others."""
    rows = db.execute(
        "SELECT v.root, v.title, v.earliest, v.latest, v.disputes, v.acts,"
        " (SELECT count(DISTINCT s.source) FROM entity e JOIN statement s ON s.about = e.id"
        "  WHERE e.root = v.root AND s.source <> ''),"
        " (SELECT max(suspended) FROM entity e WHERE e.root = v.root)"
        " FROM (SELECT root FROM view WHERE acts > 0 ORDER BY sort, root LIMIT ? OFFSET ?) p"
        " JOIN view v ON v.root = p.root ORDER BY v.sort, v.root",
        (limit, offset),
    )
    return [
        PersonRow(
            root, title, earliest, latest, acts, sources, tuple(disputed.split()), bool(apart)
        )
        for root, title, earliest, latest, disputed, acts, sources, apart in rows
    ]


def how_many_people(db: Any) -> int:
    """How long the list of `people` is."""
    return int(db.execute("SELECT count(*) FROM view WHERE acts > 0").fetchone()[0])


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
            "SELECT a.root FROM entity p JOIN reference r ON r.target = p.id AND r.kind = ?"
            " AND r.field = ? JOIN entity a ON a.id = r.about WHERE p.root = ?",
            (kind, field, root),
        )
    }
    return [view for view in views_of(db, sorted(roots)) if view.fields]


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
