"""Who is recorded already under a name like this: enough to tell them apart, nothing decided."""

from dataclasses import dataclass
from typing import Any

from panoh.casebook.index.reading import view_of
from panoh.casebook.naming import whole_names
from panoh.casebook.pairs import acts_of
from panoh.casebook.search import find_people
from panoh.casebook.view import View


@dataclass(frozen=True, slots=True)
class Likely:
    """Somebody of a like name: the person as told, and what was done to them."""

    root: str
    names: tuple[str, ...]
    person: View
    acts: tuple[View, ...]


def likely(db: Any, name: str, limit: int = 3) -> list[Likely]:
    """The people whose names this name fits, in any spelling; those it fits best come first."""
    found = find_people(db, name, limit * 2) if name.strip() else []
    roots = [each.root for each in found if each.kind == "person"][:limit]
    return [_likely(db, root) for root in roots]


def _likely(db: Any, root: str) -> Likely:
    person = view_of(db, root)
    return Likely(root, tuple(whole_names(person)), person, tuple(acts_of(db, root)))
