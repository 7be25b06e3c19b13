"""Several people in one address: their identifiers with commas between, never their names."""

from typing import Any

from panoh.casebook.index.reading import root_of, view_of
from panoh.model.ids import ENTITY_PATTERN

#: More people than one communication to a body can tell of.
MOST = 100


def people_in(db: Any, text: str) -> list[str]:
    """The roots of the people that a text names, each once; what names nobody is left out."""
    typed = [each for each in text.split(",")[:MOST] if ENTITY_PATTERN.fullmatch(each)]
    roots = dict.fromkeys(root_of(db, each) for each in typed)
    return [root for root in roots if view_of(db, root).kind == "person"]
