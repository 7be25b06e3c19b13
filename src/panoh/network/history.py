"""The history of a contact: every statement about them, their channels, each attempt."""

from typing import Any

from panoh.casebook.hiding import hidden_naming
from panoh.casebook.index.reading import naming
from panoh.casebook.people import Past, past_of
from panoh.network.contacts import ContactFile


def history(db: Any, each: ContactFile) -> list[Past]:
    """In the order recorded; what is hidden is among them."""
    own = set(each.view.entities)
    channels = {one for view in naming(db, own, "channel", "contact") for one in view.entities}
    channels |= set(hidden_naming(db, own))
    reaches = {one for view in naming(db, channels, "reach", "channel") for one in view.entities}
    return past_of(db, own | channels | reaches | set(hidden_naming(db, channels)))
