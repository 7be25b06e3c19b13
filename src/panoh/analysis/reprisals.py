"""What follows a protest: triggers and acts in time, the acts by whom they pressured."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from panoh.casebook.index.reading import as_json, view_of
from panoh.casebook.index.schema import HAPPENING, IN_TIME
from panoh.casebook.naming import title

#: Five weeks show what a protest set off; longer spans make days too narrow to tell apart.
WINDOW = timedelta(days=35)
#: A few days before the first act, so that what set it off is seen.
BEFORE = timedelta(days=7)
#: A date less exact than this says nothing on a line of days; it is counted as undated.
VAGUE = timedelta(days=45)
ROWS = 40


@dataclass(frozen=True, slots=True)
class Span:
    """From the earliest day any source allows to the latest."""

    first: date
    last: date

    @property
    def exact(self) -> bool:
        """Whether it is one day."""
        return self.first == self.last

    def meets(self, other: "Span") -> bool:
        """Whether both share a day."""
        return self.first <= other.last and other.first <= self.last


@dataclass(frozen=True, slots=True)
class Trigger:
    """An event that others may have followed."""

    root: str
    title: str
    span: Span


@dataclass(frozen=True, slots=True)
class Row:
    """Acts that were meant to pressure one person (`root` empty: nobody is named)."""

    root: str
    title: str
    acts: Mapping[Span, int]

    @property
    def first(self) -> date:
        """The first day of the row."""
        return min(span.first for span in self.acts)


@dataclass(frozen=True, slots=True)
class Reprisals:
    """Triggers and rows within a window of days.

    `acts` lie in it, `outside` on other days or on none; an act stands in the row of everybody it
    was meant to pressure. `hidden` counts rows beyond those shown.
    """

    window: Span
    triggers: Sequence[Trigger]
    rows: Sequence[Row]
    acts: int
    outside: int
    hidden: int


def busiest(db: Any) -> Span | None:
    """The window of days in which most acts began; nothing if no act has a day."""
    rows = db.execute("SELECT day, acts FROM began WHERE acts > 0 ORDER BY day")
    days = [(date.fromisoformat(day), number) for day, number in rows]
    best, most, start, held = None, 0, 0, 0
    for day, number in days:
        held += number
        while day - days[start][0] > WINDOW - BEFORE:
            held -= days[start][1]
            start += 1
        if held > most:
            best, most = days[start][0], held
    return Span(best - BEFORE, best - BEFORE + WINDOW) if best else None


def reprisals(db: Any, window: Span) -> Reprisals:
    """What happened within the window."""
    shown = {
        root: span
        for root, span in _within(db, _ACTS, window, since=window.first - VAGUE).items()
        if span.last - span.first <= VAGUE
    }
    grouped = _by_pressured(db, shown)
    order = sorted(grouped, key=lambda root: _place(root, grouped[root]))
    whole = db.execute(_HOW_MANY).fetchone()
    return Reprisals(
        window=window,
        triggers=_triggers(db, window),
        rows=[
            Row(root, title(view_of(db, root)) if root else "", grouped[root])
            for root in order[:ROWS]
        ],
        acts=len(shown),
        outside=int(whole[0]) - len(shown),
        hidden=max(0, len(order) - ROWS),
    )


_ACTS = "kind = 'act' AND subject <> 0"
_HOW_MANY = f"SELECT count(*) FROM shown INDEXED BY shown_acts WHERE {_ACTS}"  # noqa: S608


def _place(root: str, spans: Mapping[Span, int]) -> tuple[bool, date, int, str]:
    """Where a row stands: by its first day, and of those the fullest first; nobody named, last."""
    return (root == "", min(span.first for span in spans), -sum(spans.values()), root)


def _within(db: Any, what: str, window: Span, since: date = date.min) -> dict[int, Span]:
    """What may lie in the window, and begins no earlier than `since`."""
    index = "shown_time" if what == _ACTS else "shown_events"
    rows = db.execute(
        f"SELECT root, earliest, latest FROM shown INDEXED BY {index}"  # noqa: S608 - our own words
        f" WHERE {HAPPENING} AND {what} AND (earliest = '') = 0 AND earliest BETWEEN ? AND ?"
        f" AND latest <> '' AND latest >= ? ORDER BY {IN_TIME}",
        (since.isoformat(), window.last.isoformat(), window.first.isoformat()),
    )
    return {
        root: Span(date.fromisoformat(earliest), date.fromisoformat(latest))
        for root, earliest, latest in rows
    }


def _triggers(db: Any, window: Span) -> list[Trigger]:
    found = _within(db, "kind = 'event'", window)
    rows = db.execute(
        "SELECT e.n, e.id, v.title FROM json_each(?) j JOIN shown v ON v.root = j.value"
        " JOIN known e ON e.n = v.root WHERE v.title <> ''",
        (as_json(found),),
    )
    named = {n: (id_, title) for n, id_, title in rows}
    return [Trigger(*named[n], span) for n, span in found.items() if n in named]


def _by_pressured(db: Any, acts: Mapping[int, Span]) -> dict[str, dict[Span, int]]:
    """The acts counted by the person they were meant to pressure; each under every such person."""
    named = _pressured(db, acts)
    grouped: dict[str, Counter[Span]] = defaultdict(Counter)
    for act, span in acts.items():
        for root in named.get(act) or [""]:
            grouped[root][span] += 1
    return {root: dict(spans) for root, spans in grouped.items()}


def _pressured(db: Any, acts: Iterable[int]) -> dict[int, list[str]]:
    """For each of these acts (roots) whom it was meant to pressure."""
    rows = db.execute(
        "SELECT DISTINCT j.value, p.id FROM json_each(?) j JOIN known m ON m.root = j.value"
        " JOIN refers r ON r.about = m.n AND r.kind = 'act' AND r.field = 'pressured'"
        " JOIN known w ON w.n = r.target JOIN known p ON p.n = w.root",
        (as_json(acts),),
    )
    found: dict[int, list[str]] = defaultdict(list)
    for act, person in rows:
        found[act].append(person)
    return found
