"""How many people and acts there are: ranges, while pairs are open."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from panoh.casebook.index.reading import number_of
from panoh.casebook.index.tally import merged_among


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
        "SELECT e.id FROM shown v JOIN known e ON e.n = v.root"
        " WHERE v.kind = 'person' AND v.acts > 0 ORDER BY e.id"
    )
    return [row[0] for row in rows]


def count(db: Any) -> Counts:
    """Count people and acts; the lower bound takes every open pair for the same, the upper none."""
    people, acts, suspended = (_number(db, what) for what in (_PEOPLE, _ACTS, _SUSPENDED))
    open_people, merged_people, open_acts, merged_acts = db.execute(_OPEN).fetchone()
    return Counts(
        people=Range(people - merged_people, people),
        acts=Range(acts - merged_acts, acts),
        open_people=open_people,
        open_acts=open_acts,
        suspended=suspended,
    )


def count_among(db: Any, people: Collection[str], acts: Collection[str]) -> tuple[Range, Range]:
    """How many of these people and of these acts (roots) there are, as `count` counts them all."""
    numbers = [{number_of(db, root) for root in roots} for roots in (people, acts)]
    fewer = merged_among(db, *numbers)
    one, other = (
        Range(len(roots) - less, len(roots)) for roots, less in zip(numbers, fewer, strict=True)
    )
    return one, other


_PEOPLE = "shown WHERE kind = 'person' AND acts > 0"
_ACTS = "shown INDEXED BY shown_acts WHERE kind = 'act' AND subject <> 0"
_SUSPENDED = "known WHERE suspended = 1"
_OPEN = """SELECT coalesce(sum(open_people), 0), coalesce(sum(merged_people), 0),
 coalesce(sum(open_acts), 0), coalesce(sum(merged_acts), 0) FROM tally"""


def _number(db: Any, what: str) -> int:
    return int(db.execute(f"SELECT count(*) FROM {what}").fetchone()[0])  # noqa: S608
