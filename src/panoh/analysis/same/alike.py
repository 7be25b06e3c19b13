"""Names compared part by part, with a slip of the finger forgiven."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from msgspec import structs
from rapidfuzz.distance import OSA

from panoh.model.names import Comparison, NameParts, Note, Role, compare, similarity, stem

#: From these on: spellings of one name; as far as an initial tells; not surely different; and
#: hardly two names of one person, unless all else agrees.
SAME: Final = 0.9
AGREES: Final = 0.85
DIFFERS: Final = 0.7
UNLIKE: Final = 0.5
#: Two names that are one slip of the finger apart are no less alike than this.
SLIP, LONG_ENOUGH = 0.8, 5


def given_names_may_fit(one: NameParts, other: NameParts) -> bool:
    """Whether any words that may be the given names are alike at all: quick, never too strict."""
    firsts, seconds = _may_be_given(one), _may_be_given(other)
    if not firsts or not seconds:
        return True
    return any(_may_fit(a, b) for a in firsts for b in seconds)


def _may_be_given(name: NameParts) -> set[str]:
    words = (*name.given, *name.father, *name.surname) if name.unsure else name.given
    return {*words, "".join(name.given)} if words else set()


def _may_fit(a: str, b: str) -> bool:
    return len(a) < 3 or len(b) < 3 or similarity(a, b, "given") >= UNLIKE


def names_alike(one: NameParts, other: NameParts) -> Comparison:
    """How alike given name, father's name and surname are; a slip of the finger is forgiven."""
    if _words(other) < _words(one):  # of arrangements that fit alike the first one counts
        one, other = other, one
    compared = compare(one, other)
    if compared.note and (one.unsure or other.unsure):  # which word is the given name is a guess
        return structs.replace(compared, note=Note.ROLES_SWAPPED)
    if compared.note:
        return compared
    return Comparison(
        _forgiven(compared.given, one.given, other.given, "given"),
        _forgiven(compared.father, one.father, other.father, "father"),
        _forgiven(compared.surname, one.surname, other.surname, "surname"),
    )


def _words(name: NameParts) -> tuple[tuple[str, ...], ...]:
    return name.given, name.father, name.surname


@lru_cache(maxsize=1 << 16)
def relatives_alike(one: NameParts, other: NameParts) -> Comparison:
    """The same for relatives, whose names stand in many rows."""
    return names_alike(one, other)


def _forgiven(
    found: float | None, one: Sequence[str], other: Sequence[str], role: Role
) -> float | None:
    """Letters exchanged, left out or struck twice make a stem no stranger than `SLIP`."""
    if found is None or found >= SLIP:
        return found
    a, b = stem("".join(one), role), stem("".join(other), role)
    slipped = min(len(a), len(b)) >= LONG_ENOUGH and OSA.distance(a, b, score_cutoff=1) == 1
    return SLIP if slipped else found
