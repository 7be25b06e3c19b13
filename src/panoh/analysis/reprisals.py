"""What follows a protest: triggers and acts in time, the acts by whom they pressured."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from panoh.casebook.index.reading import roots_of, view_of
from panoh.casebook.index.schema import IN_TIME
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
    rows = db.execute(
        "SELECT earliest, count(*) FROM view WHERE kind = 'act' AND earliest <> ''"
        " AND subject <> '' AND earliest = latest GROUP BY earliest ORDER BY earliest"
    )
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
    acts = _within(db, "kind = 'act' AND subject <> ''", window)
    shown = {root: span for root, span in acts.items() if span.last - span.first <= VAGUE}
    grouped = _by_pressured(db, shown)
    rows = [
        Row(root, title(view_of(db, root)) if root else "", spans)
        for root, spans in grouped.items()
    ]
    rows.sort(key=lambda row: (row.root == "", row.first, -sum(row.acts.values()), row.root))
    whole = db.execute("SELECT count(*) FROM view WHERE kind = 'act' AND subject <> ''").fetchone()
    return Reprisals(
        window=window,
        triggers=_triggers(db, window),
        rows=rows[:ROWS],
        acts=len(shown),
        outside=int(whole[0]) - len(shown),
        hidden=max(0, len(rows) - ROWS),
    )


def _within(db: Any, what: str, window: Span) -> dict[str, Span]:
    rows = db.execute(
        f"SELECT root, earliest, latest FROM view WHERE {what}"  # noqa: S608 - our own words
        " AND earliest <> '' AND latest <> '' AND earliest <= ? AND latest >= ?"
        f" ORDER BY {IN_TIME}",
        (window.last.isoformat(), window.first.isoformat()),
    )
    return {
        root: Span(date.fromisoformat(earliest), date.fromisoformat(latest))
        for root, earliest, latest in rows
    }


def _triggers(db: Any, window: Span) -> list[Trigger]:
    found = _within(db, "kind = 'event'", window)
    titles = dict(db.execute("SELECT root, title FROM view WHERE kind = 'event'"))
    return [Trigger(root, titles[root], span) for root, span in found.items() if titles[root]]


def _by_pressured(db: Any, acts: Mapping[str, Span]) -> dict[str, dict[Span, int]]:
    """The acts counted by the person they were meant to pressure; each under every such person."""
    named = _pressured(db, acts)
    grouped: dict[str, Counter[Span]] = defaultdict(Counter)
    for act, span in acts.items():
        for root in named.get(act) or [""]:
            grouped[root][span] += 1
    return {root: dict(spans) for root, spans in grouped.items()}


def _pressured(db: Any, acts: Iterable[str]) -> dict[str, list[str]]:
    wanted = set(acts)
    rows = [
        (root, target)
        for root, target in db.execute(
            "SELECT e.root, r.target FROM reference r JOIN entity e ON e.id = r.about"
            " WHERE r.kind = 'act' AND r.field = 'pressured'"
        )
        if root in wanted
    ]
    roots = roots_of(db, sorted({target for _, target in rows}))
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for root, target in rows:
        found[root][roots.get(target, target)] = None
    return {root: list(targets) for root, targets in found.items()}
