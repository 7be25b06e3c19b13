"""The stored files that a lawyer may be given, by the names they came with."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from panoh.casebook.index.reading import views_numbered
from panoh.casebook.view import settled


@dataclass(frozen=True, slots=True)
class Kept:
    """A stored file: its entity, the name it came with, its bytes."""

    root: str
    name: str
    size: int


def kept_files(db: Any, most: int) -> list[Kept]:
    """So many stored files in the order of their names."""
    rows = db.execute(
        "SELECT root FROM shown WHERE kind = 'item' AND title <> '' ORDER BY title LIMIT ?",
        (most,),
    )
    return sorted(_kept(db, [row[0] for row in rows]), key=lambda each: each.name.casefold())


def _kept(db: Any, roots: list[int]) -> Iterator[Kept]:
    for view in views_numbered(db, roots):
        told, _unsure = settled(view)
        if told.get("digest") and told.get("parts"):
            yield Kept(view.root, told.get("name") or "", told.get("size") or 0)
