"""How many people and acts there are: ranges, while pairs are open."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from panoh.casebook.clusters import components
from panoh.casebook.index.reading import as_json
from panoh.casebook.pairs import act_pairs_within, open_pairs


@dataclass(frozen=True, slots=True)
class Range:
    """At least `least` and at most `most`."""

    least: int
    most: int

    def __str__(self) -> str:
        return str(self.most) if self.least == self.most else f"{self.least}–{self.most}"


@dataclass(frozen=True, slots=True)
class Counts:
    """People with at least one act against them, their acts, and the pairs still open."""

    people: Range
    acts: Range
    open_people: int
    open_acts: int
    suspended: int


def harmed(db: Any) -> list[str]:
    """The roots of the persons somebody did something to, in order."""
    return [row[0] for row in db.execute("SELECT root FROM view WHERE acts > 0 ORDER BY root")]


def count(db: Any) -> Counts:
    """Count people and acts; the lower bound takes every open pair for the same, the upper none."""
    people, acts, suspended = (_number(db, what) for what in (_PEOPLE, _ACTS, _SUSPENDED))
    open_people = _both_harmed(db, open_pairs(db))
    groups = components(open_people)
    asked = {root for group in groups for root in group}
    alone = [[root] for root in _joined(db) if root not in asked]
    open_acts = act_pairs_within(db, [*map(sorted, groups), *alone])
    return Counts(
        people=Range(people - _merged(open_people), people),
        acts=Range(acts - _merged(open_acts), acts),
        open_people=len(open_people),
        open_acts=len(open_acts),
        suspended=suspended,
    )


_PEOPLE = "view WHERE acts > 0"
_ACTS = "view WHERE kind = 'act' AND subject <> ''"
_SUSPENDED = "entity WHERE suspended = 1"


def _number(db: Any, what: str) -> int:
    return int(db.execute(f"SELECT count(*) FROM {what}").fetchone()[0])  # noqa: S608


def _both_harmed(db: Any, ends: list[tuple[str, str]]) -> list[tuple[str, str]]:
    roots = {root for pair in ends for root in pair}
    rows = db.execute(
        "SELECT v.root FROM json_each(?) j JOIN view v ON v.root = j.value WHERE v.acts > 0",
        (as_json(roots),),
    )
    known = {row[0] for row in rows}
    return [pair for pair in ends if known.issuperset(pair)]


def _joined(db: Any) -> list[str]:
    """The roots that join several entities; only there may acts of one person be told twice."""
    rows = db.execute(
        "SELECT DISTINCT e.root FROM verdict v JOIN entity e ON e.id = v.a"
        " WHERE v.verdict = 'same' AND e.kind = 'person' AND e.suspended = 0 ORDER BY e.root"
    )
    return [row[0] for row in rows]


def _merged(pairs_: Iterable[tuple[str, str]]) -> int:
    """How many fewer there are if every pair is one."""
    return sum(len(group) - 1 for group in components(pairs_))
