"""Who stands in a row of a list: the person something was done to, and the exile it names."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from panoh.casebook.index.reading import root_of


@dataclass(frozen=True, slots=True)
class Taken:
    """The lists taken in: for each letter the entity of its file."""

    items: Mapping[str, str]

    def harmed(self, db: Any, place: Mapping[str, Any]) -> str:
        """The person of a row `{list, row}`."""
        return self._named(db, place, "victim")

    def exile(self, db: Any, place: Mapping[str, Any]) -> str:
        """The exile that a row names."""
        return self._named(db, place, "pressured")

    def acts(self, db: Any, place: Mapping[str, Any]) -> list[str]:
        """The acts that a row tells."""
        rows = db.execute(
            "SELECT DISTINCT s.about FROM statement s WHERE s.item = ? AND s.row = ?"
            " AND s.kind = 'act' ORDER BY s.about",
            (self.items[place["list"]], place["row"]),
        )
        return [root_of(db, row[0]) for row in list(rows)]

    def _named(self, db: Any, place: Mapping[str, Any], field: str) -> str:
        row = db.execute(
            "SELECT r.target FROM statement s JOIN reference r ON r.about = s.about"
            " WHERE s.item = ? AND s.row = ? AND r.kind = 'act' AND r.field = ? LIMIT 1",
            (self.items[place["list"]], place["row"], field),
        ).fetchone()
        if row is None:
            raise LookupError(place)
        return str(row[0])
