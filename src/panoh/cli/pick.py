"""Finding the record a person means by the first characters of its identifier, or by a name."""

from typing import Any, ClassVar

from panoh.casebook.index.reading import root_of
from panoh.casebook.search import find_people
from panoh.model.errors import PanohError

LEAST = 4


class NotFound(PanohError):
    """Nothing, or more than one thing, answers to what was typed."""

    code: ClassVar[str] = "not-found"
    message: ClassVar[str] = "{count} people answer to this; one is needed."
    hint: ClassVar[str] = "List them with `panoh people` or `panoh search`, and give the id."
    exit_status: ClassVar[int] = 4


def person(db: Any, typed: str) -> str:
    """The root of the one person meant; raises `NotFound` otherwise."""
    roots: set[str] = set()
    if len(typed) >= LEAST and all(letter in "0123456789abcdef" for letter in typed):
        rows = db.execute(
            "SELECT id FROM entity WHERE kind = 'person' AND id >= ? AND id < ?",
            (typed, typed + "g"),
        )
        roots = {root_of(db, row[0]) for row in list(rows)}
    if not roots:
        roots = {found.root for found in find_people(db, typed)}
    if len(roots) != 1:
        raise NotFound(count=len(roots))
    return roots.pop()
