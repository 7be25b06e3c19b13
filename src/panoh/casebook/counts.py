"""How many people and acts there are: ranges, while pairs are open."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from panoh.casebook.clusters import components
from panoh.casebook.index.reading import root_of
from panoh.casebook.pairs import act_pairs, pairs


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
    rows = db.execute(
        "SELECT DISTINCT p.root FROM reference r JOIN entity p ON p.id = r.target"
        " WHERE r.kind = 'act' AND r.field = 'victim' ORDER BY p.root"
    )
    return [row[0] for row in rows]


def count(db: Any) -> Counts:
    """Count people and acts; the lower bound takes every open pair for the same, the upper none."""
    people = harmed(db)
    known = set(people)
    open_people = [
        (root_of(db, pair.proposal.a), root_of(db, pair.proposal.b))
        for pair in pairs(db)
        if pair.open
    ]
    open_people = [pair for pair in open_people if set(pair) <= known]
    groups = components(open_people)
    joined = {root for group in groups for root in group}
    open_acts = [
        pair
        for group in [*groups, *([root] for root in people if root not in joined)]
        for pair in act_pairs(db, sorted(group))
    ]
    acts = _act_roots(db)
    return Counts(
        people=Range(len(people) - _merged(open_people), len(people)),
        acts=Range(len(acts) - _merged(open_acts), len(acts)),
        open_people=len(open_people),
        open_acts=len(open_acts),
        suspended=db.execute("SELECT count(*) FROM entity WHERE suspended").fetchone()[0],
    )


def _act_roots(db: Any) -> list[str]:
    rows = db.execute("SELECT root FROM view WHERE kind = 'act' AND subject <> ''")
    return [row[0] for row in rows]


def _merged(pairs_: Iterable[tuple[str, str]]) -> int:
    """How many fewer there are if every pair is one."""
    return sum(len(group) - 1 for group in components(pairs_))
