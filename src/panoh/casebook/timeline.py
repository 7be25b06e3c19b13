"""What happened in the order of time: events, acts and observations, each with its span of days."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from panoh.casebook.index.reading import as_json, root_of, views_of
from panoh.casebook.index.schema import HAPPENING, IN_TIME
from panoh.casebook.view import View


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happened: from the earliest day any source allows to the latest."""

    view: View
    earliest: date | None
    latest: date | None
    subject: str
    disputes: tuple[str, ...]


_SUBJECT = (
    "subject <> '' AND subject IN (SELECT ?1 UNION ALL SELECT id FROM entity WHERE root = ?1)"
)


def timeline(db: Any, person: str = "", limit: int = -1, offset: int = 0) -> list[Moment]:
    """Everything that happened, or what happened to one person; undated moments come last.

    Of the moments in this order so many, after so many others.
    """
    query = f"SELECT root {_moments(person)} ORDER BY {IN_TIME} LIMIT ?2 OFFSET ?3"
    page = [row[0] for row in db.execute(query, (root_of(db, person), limit, offset))]
    rows = db.execute(
        "SELECT v.root, v.earliest, v.latest, coalesce(e.root, v.subject), v.disputes"
        " FROM json_each(?) j JOIN view v ON v.root = j.value"
        " LEFT JOIN entity e ON e.id = v.subject",
        (as_json(page),),
    )
    found = {row[0]: row[1:] for row in rows}
    return [_moment(view, *found[view.root]) for view in views_of(db, page)]


def how_many_moments(db: Any, person: str = "") -> int:
    """How long the timeline is, of everybody or of one person."""
    query = f"SELECT count(*) {_moments(person)}"
    return int(db.execute(query, (root_of(db, person),) if person else ()).fetchone()[0])


def _moments(person: str) -> str:
    if person:
        return f"FROM view INDEXED BY view_subject WHERE {HAPPENING} AND {_SUBJECT}"
    return f"FROM view INDEXED BY view_time WHERE {HAPPENING}"


def _moment(view: View, earliest: str, latest: str, subject: str, disputed: str) -> Moment:
    return Moment(
        view=view,
        earliest=date.fromisoformat(earliest) if earliest else None,
        latest=date.fromisoformat(latest) if latest else None,
        subject=subject,
        disputes=tuple(disputed.split()),
    )
