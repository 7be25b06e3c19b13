"""The place as a source told it."""

import msgspec

from panoh.model.places.table import TABLE


class Place(msgspec.Struct, frozen=True, omit_defaults=True):
    """`text` in the words of the source, `id` from our table if a person chose it, and its role.

    Roles: executed, target-lives, responsible-state, birth, residence, held-at.
    """

    text: str
    id: str = ""
    role: str = ""


def compatible(a: Place, b: Place) -> bool | None:
    """Whether both can be right: the same place, or one inside the other.

    `None` where they cannot be compared: a place outside our table agrees only with its own words.
    """
    if a.id in TABLE and b.id in TABLE:
        return a.id in TABLE[b.id].lineage or b.id in TABLE[a.id].lineage
    return True if a.text.casefold().split() == b.text.casefold().split() else None


def name_of(place: Place, language: str) -> str:
    """Its name in a language if our table knows it, otherwise the words of the source."""
    entry = TABLE.get(place.id)
    return entry.name(language) if entry else place.text
