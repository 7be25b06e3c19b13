"""Lists of events: when and what each was, and how many acts are told to belong to it."""

from dataclasses import dataclass
from typing import Any

from panoh.casebook.index.schema import IN_TIME


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event in a list; days are ISO, empty where unknown; `types` are terms."""

    root: str
    title: str
    types: tuple[str, ...]
    earliest: str
    latest: str
    acts: int
    sources: int
    disputes: tuple[str, ...]


def events(db: Any, limit: int = -1, offset: int = 0) -> list[EventRow]:
    """The events in the order of time, undated ones last: so many of them, after so many others."""
    rows = db.execute(
        f"SELECT e.id, v.title, v.term, v.earliest, v.latest, {_ACTS}, v.sources, v.disputes"  # noqa: S608
        f" FROM (SELECT root FROM shown WHERE kind = 'event' ORDER BY {IN_TIME} LIMIT ? OFFSET ?) p"
        " JOIN shown v ON v.root = p.root JOIN known e ON e.n = v.root",
        (limit, offset),
    )
    return [
        EventRow(
            root,
            title,
            tuple(term.split()),
            earliest,
            latest,
            acts,
            sources,
            tuple(disputed.split()),
        )
        for root, title, term, earliest, latest, acts, sources, disputed in rows
    ]


def how_many_events(db: Any) -> int:
    """How long the list of events is."""
    return int(db.execute("SELECT count(*) FROM shown WHERE kind = 'event'").fetchone()[0])


_ACTS = """(SELECT count(DISTINCT a.root) FROM known m JOIN refers r ON r.target = m.n
 AND r.kind = 'act' AND r.field = 'event' JOIN known a ON a.n = r.about WHERE m.root = v.root)"""
