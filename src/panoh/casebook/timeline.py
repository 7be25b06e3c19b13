"""What happened in the order of time: events, acts and observations, each with its span of days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from panoh.casebook.index.reading import root_of, view_of
from panoh.casebook.view import View


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happened: from the earliest day any source allows to the latest."""

    view: View
    earliest: date | None
    latest: date | None
    subject: str
    disputes: tuple[str, ...]


def timeline(db: Any, person: str = "") -> list[Moment]:
    """Everything that happened, or what happened to one person; undated moments come last."""
    root = root_of(db, person) if person else ""
    moments = [moment for moment in _moments(db) if not root or moment.subject == root]
    return sorted(
        moments,
        key=lambda each: (
            each.earliest or date.max,
            each.latest or date.max,
            each.view.kind,
            each.view.root,
        ),
    )


def _moments(db: Any) -> Iterator[Moment]:
    rows = db.execute(
        "SELECT root, subject, earliest, latest, disputes FROM view"
        " WHERE kind IN ('event', 'act', 'status')"
    )
    for root, subject, earliest, latest, disputed in list(rows):
        yield Moment(
            view=view_of(db, root),
            earliest=date.fromisoformat(earliest) if earliest else None,
            latest=date.fromisoformat(latest) if latest else None,
            subject=root_of(db, subject) if subject else "",
            disputes=tuple(disputed.split()),
        )
