"""Our own table of places: Tajikistan down to districts and known prisons, cities of exile."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

LEVELS = ("country", "region", "district", "town", "ward", "site")


@dataclass(frozen=True, eq=False)
class Entry:
    """A place of the table. Coordinates are approximate; `certainty` is settled or unconfirmed.

    `iso` is the ISO 3166 code of a country or region. Names that we do not know are empty.
    """

    id: str
    parent: str
    level: str
    iso: str
    latitude: float
    longitude: float
    certainty: str
    names: Mapping[str, str]
    aliases: tuple[str, ...]

    @cached_property
    def lineage(self) -> tuple[str, ...]:
        """Itself, then what contains it, up to the country."""
        return (self.id, *(TABLE[self.parent].lineage if self.parent else ()))

    def name(self, language: str) -> str:
        """The name in a language; the English one where we have none."""
        return self.names.get(language) or self.names["en"]


def _read() -> dict[str, Entry]:
    lines = Path(__file__).with_name("table.tsv").read_text(encoding="utf-8").splitlines()
    header, *rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {row[0]: _entry(dict(zip(header, row, strict=True))) for row in rows}


def _entry(cells: Mapping[str, str]) -> Entry:
    return Entry(
        id=cells["id"],
        parent=cells["parent"],
        level=cells["level"],
        iso=cells["iso"],
        latitude=float(cells["lat"]),
        longitude=float(cells["lon"]),
        certainty=cells["certainty"],
        names={language: cells[language] for language in ("en", "tg", "ru", "fa")},
        aliases=tuple(alias for alias in cells["aliases"].split("|") if alias),
    )


#: Every place by its id. An id is never given to another place.
TABLE: Mapping[str, Entry] = _read()
