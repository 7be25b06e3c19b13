"""Finding the record a person means by the first characters of its identifier, or by a name."""

from collections.abc import Collection
from typing import Any, ClassVar

from panoh.casebook.consent.watched import decides
from panoh.casebook.index.reading import root_of
from panoh.casebook.search import find_people
from panoh.cli import printing
from panoh.cli.sides import side
from panoh.model.errors import PanohError

LEAST, SHOWN = 4, 12
PERSON, CONTACT = "person", "contact"


class NotFound(PanohError):
    """Nothing, or more than one thing, answers to what was typed."""

    code: ClassVar[str] = "not-found"
    message: ClassVar[str] = "Exactly one person is needed; people who answer to this: {count}."
    hint: ClassVar[str] = "List them with `panoh people` or `panoh search`, and give the id."
    exit_status: ClassVar[int] = 4


def person(db: Any, typed: str, kinds: Collection[str] = (PERSON,)) -> str:
    """The root of the one person (or other kind of record) meant; raises `NotFound` otherwise."""
    return _only(db, _meant(db, typed, kinds))


def whoever(db: Any, typed: str) -> str:
    """The one person or contact meant; a contact who is recorded as a person is that person."""
    return _only(db, {decides(db, root) for root in _meant(db, typed, (PERSON, CONTACT))})


def _meant(db: Any, typed: str, kinds: Collection[str]) -> set[str]:
    roots: set[str] = set()
    if len(typed) >= LEAST and all(letter in "0123456789abcdef" for letter in typed):
        rows = db.execute(
            "SELECT id, kind FROM entity WHERE id >= ? AND id < ?", (typed, typed + "g")
        )
        roots = {root_of(db, id_) for id_, kind in list(rows) if kind in kinds}
    return roots or {found.root for found in find_people(db, typed) if found.kind in kinds}


def _only(db: Any, roots: set[str]) -> str:
    if len(roots) > 1:
        _list(db, roots)
    if len(roots) != 1:
        raise NotFound(count=len(roots))
    return next(iter(roots))


def _list(db: Any, roots: set[str]) -> None:
    """Show on standard error who may be meant, so that the next try can name one by id."""
    for root in sorted(roots)[:SHOWN]:
        each = side(db, root)
        told = ", ".join(filter(None, [each.names, each.born, each.places, each.source]))
        printing.line(f"  {root[:8]}  {told}", err=True)
