"""What is so in the example, compared with what the program says."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from panoh.casebook.counts import Counts, Range
from panoh.demo.files import read


@dataclass(frozen=True, slots=True)
class Truth:
    """The true numbers of the example, and the ranges that its judgements leave."""

    people: int
    acts: int
    rows: int
    unreadable: int

    def within(self, counts: Counts) -> bool:
        """Whether the counts allow the truth."""
        return _holds(counts.people, self.people) and _holds(counts.acts, self.acts)


def _holds(told: Range, true: int) -> bool:
    return told.least <= true <= told.most


def truth() -> Truth:
    """The true numbers."""
    told = read("truth.json")
    totals = told["totals"]
    return Truth(
        totals["people"], totals["acts"], totals["rows_a"] + totals["rows_b"],
        len(told["unreadable"]),
    )  # fmt: skip


def contradictions() -> Iterator[dict[str, Any]]:
    """The contradictions between the lists, as the example knows them."""
    yield from read("truth.json")["contradictions"]
