"""What arrived at once, told apart: entities never told of before can be folded in memory."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from typing import Any

from panoh.casebook.index.reading import statements_of
from panoh.casebook.live import Recorded


@dataclass(frozen=True, slots=True)
class Arrived:
    """New statements by the entity they are about.

    `touched` are all entities about which something arrived or was erased. Of the `new` nothing
    was told before, so `told` holds every statement about them. The `entered` were only named
    until now: a judgement or retraction may have spoken of them. The `unnamed` were not even that.
    `numbers` are those of all.
    """

    told: Mapping[str, list[Recorded]]
    touched: Set[str]
    new: Set[str]
    entered: Set[str]
    unnamed: Set[str]
    numbers: Mapping[str, int]

    def about(self, db: Any, entities: Iterable[str]) -> list[Recorded]:
        """Every statement about these entities, those from earlier read from the tables."""
        found: list[Recorded] = []
        for entity in entities:
            found += self.told[entity] if entity in self.new else statements_of(db, [entity])
        return found
