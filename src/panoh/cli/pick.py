"""Finding the record a person means by the first characters of its identifier, or by a name."""

from typing import Any, ClassVar

from panoh.casebook.index.reading import root_of
from panoh.casebook.search import find_people
from panoh.cli import printing
from panoh.cli.sides import side
from panoh.model.errors import PanohError

LEAST, SHOWN = 4, 12


class NotFound(PanohError):
    """Nothing, or more than one thing, answers to what was typed."""

    code: ClassVar[str] = "not-found"
    message: ClassVar[str] = "Exactly one person is needed; people who answer to this: {count}."
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
    if len(roots) > 1:
        _list(db, roots)
    if len(roots) != 1:
        raise NotFound(count=len(roots))
    return roots.pop()


def _list(db: Any, roots: set[str]) -> None:
    """Show on standard error who may be meant, so that the next try can name one by id."""
    for root in sorted(roots)[:SHOWN]:
        each = side(db, root)
        told = ", ".join(filter(None, [each.names, each.born, each.places, each.source]))
        printing.line(f"  {root[:8]}  {told}", err=True)
