"""What happened in the order of time: events, acts and observations, each with its span of days."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from panoh.casebook.index.reading import as_json, number_of, root_of, views_numbered
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


_SUBJECT = "subject <> 0 AND subject IN (SELECT n FROM known WHERE root = ?1)"


def timeline(db: Any, person: str = "", limit: int = -1, offset: int = 0) -> list[Moment]:
    """Everything that happened, or what happened to one person; undated moments come last.

    Of the moments in this order so many, after so many others.
    """
    query = f"SELECT root {_moments(person)} ORDER BY {IN_TIME} LIMIT ?2 OFFSET ?3"
    page = [row[0] for row in db.execute(query, (_number(db, person), limit, offset))]
    rows = db.execute(
        "SELECT r.id, v.earliest, v.latest, w.id, v.disputes"
        " FROM json_each(?) j JOIN shown v ON v.root = j.value JOIN known r ON r.n = v.root"
        " JOIN known e ON e.n = v.subject JOIN known w ON w.n = e.root",
        (as_json(page),),
    )
    views = {view.root: view for view in views_numbered(db, page)}
    return [_moment(views[root], *shown) for root, *shown in rows]


def how_many_before(db: Any, day: date) -> int:
    """How many moments of the whole timeline may have begun before a day: where to turn to it."""
    query = f"SELECT count(*) {_moments('')} AND earliest <> '' AND earliest < ?"
    return int(db.execute(query, (day.isoformat(),)).fetchone()[0])


def how_many_moments(db: Any, person: str = "") -> int:
    """How long the timeline is, of everybody or of one person."""
    query = f"SELECT count(*) {_moments(person)}"
    return int(db.execute(query, (_number(db, person),) if person else ()).fetchone()[0])


def _number(db: Any, person: str) -> int:
    return number_of(db, root_of(db, person))


def _moments(person: str) -> str:
    if person:
        return f"FROM shown INDEXED BY shown_subject WHERE {HAPPENING} AND {_SUBJECT}"
    return f"FROM shown INDEXED BY shown_time WHERE {HAPPENING}"


def _moment(view: View, earliest: str, latest: str, subject: str, disputed: str) -> Moment:
    return Moment(
        view=view,
        earliest=date.fromisoformat(earliest) if earliest else None,
        latest=date.fromisoformat(latest) if latest else None,
        subject=subject,
        disputes=tuple(disputed.split()),
    )
