"""What happened in the order of time: events, acts and observations, each with its span of days."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from panoh.casebook.index.reading import as_json, number_of, root_of, views_numbered
from panoh.casebook.index.schema import DATED_IN_TIME, HAPPENING, IN_TIME
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


def timeline(
    db: Any,
    person: str = "",
    limit: int = -1,
    offset: int = 0,
    *,
    kind: str = "",
    year: int = 0,
) -> list[Moment]:
    """Everything that happened, or what happened to one person; undated moments come last.

    Of the moments in this order so many, after so many others: all, or those of one kind, or those
    that may have begun in one year.
    """
    moments = _moments(person, kind, year)
    order = DATED_IN_TIME if year else IN_TIME
    query = f"SELECT root {moments} ORDER BY {order} LIMIT ?2 OFFSET ?3"
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
    query = f"SELECT count(*) {_moments('')} AND {_DATED} AND earliest < ?"
    return int(db.execute(query, (day.isoformat(),)).fetchone()[0])


def years(db: Any) -> list[int]:
    """The years in which anything may have begun, in order."""
    found: list[int] = []
    query = (
        f"SELECT earliest {_moments('')} AND {_DATED} AND earliest >= ? ORDER BY earliest LIMIT 1"
    )
    while row := db.execute(query, (f"{found[-1] + 1 if found else 1:04}-01-01",)).fetchone():
        found.append(int(row[0][:4]))
    return found


def how_many_moments(db: Any, person: str = "", *, kind: str = "", year: int = 0) -> int:
    """How long the timeline is: of everybody or of one person, of all kinds and years or of one."""
    query = f"SELECT count(*) {_moments(person, kind, year)}"
    return int(db.execute(query, (_number(db, person),) if person else ()).fetchone()[0])


def _number(db: Any, person: str) -> int:
    return number_of(db, root_of(db, person))


#: The kinds of moments.
MOMENTS = ("event", "act", "status")
#: Written as the index has it, so that what has no date is passed over.
_DATED = "(earliest = '') = 0"


def _moments(person: str, kind: str = "", year: int = 0) -> str:
    """Which moments are meant; the kind is checked, for it stands in the words of a query."""
    what = f" AND kind = '{MOMENTS[MOMENTS.index(kind)]}'" if kind else ""
    if year:
        what += f" AND {_DATED} AND earliest BETWEEN '{year:04}-01-01' AND '{year:04}-12-31'"
    if person:
        return f"FROM shown INDEXED BY shown_subject WHERE {HAPPENING} AND {_SUBJECT}{what}"
    index = "shown_events" if kind == "event" else "shown_time"
    return f"FROM shown INDEXED BY {index} WHERE {HAPPENING}{what}"


def _moment(view: View, earliest: str, latest: str, subject: str, disputed: str) -> Moment:
    return Moment(
        view=view,
        earliest=date.fromisoformat(earliest) if earliest else None,
        latest=date.fromisoformat(latest) if latest else None,
        subject=subject,
        disputes=tuple(disputed.split()),
    )
