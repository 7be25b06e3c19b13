"""Two names part by part: given name with given name, father with father, surname with surname."""

from collections.abc import Sequence
from itertools import product
from typing import Final

import msgspec

from panoh.model.names.endings import Role
from panoh.model.names.parse import NameParts, is_initial
from panoh.model.names.phones import readings
from panoh.model.names.similarity import similarity

SAME = 0.9
#: An initial that fits says no more; one of two given names, or roles guessed, a bit more.
INITIAL, PARTLY, SWAPPED = 0.85, 0.88, 0.97


#: First letters that stand for each other: Kh or K for Х, Sh or S for Ш, Dzh or D for Ҷ; vowels.
_INITIALS = ("kh", "sSzZ", "dJ", "tC", "CJZy", "CSh", "AoaQ", "IieyQ", "WuvoQ", "eaQ")


class Note:
    """Why a part was not compared with its own kind."""

    FATHER_IS_SURNAME: Final = "father-is-surname"
    ROLES_SWAPPED: Final = "roles-swapped"


class Comparison(msgspec.Struct, frozen=True, omit_defaults=True):
    """How alike each part is, in 0..1; `None` where a side lacks it. `note`: empty or a `Note`."""

    given: float | None = None
    father: float | None = None
    surname: float | None = None
    note: str = ""


def compare(a: NameParts, b: NameParts) -> Comparison:
    """Compare two names by role; symmetric.

    If the order of one is unsure, the arrangement that fits best counts. A surname made from the
    father's name of the other (a change between generations) is no mismatch.
    """
    if _order(b) < _order(a):  # of arrangements that fit equally the same one is taken either way
        a, b = b, a
    best = _compare(a, b)
    if a.unsure or b.unsure:
        for one, other in product(_arrangements(a), _arrangements(b)):
            found = _compare(one, other)
            if _total(found) * SWAPPED > _total(best) + 0.01:
                best = _noted(found, Note.ROLES_SWAPPED)
    return best


def _order(parts: NameParts) -> tuple[object, ...]:
    return (parts.given, parts.father, parts.surname, parts.unsure)


def _arrangements(parts: NameParts) -> list[NameParts]:
    if not parts.unsure:
        return [parts]
    given, father, surname = parts.given, parts.father, parts.surname
    orders = {
        (given, father, surname), (surname, father, given), (given, surname, father),
        (father, given, surname), (father, surname, given), (surname, given, father),
    }  # fmt: skip
    return [parts] + [NameParts(*order) for order in sorted(orders) if order[0]]


def _total(found: Comparison) -> float:
    """What is told: the given name counts twice, and a mismatch is worse than a missing part."""
    parts = ((found.given, 2.0), (found.father, 1.0), (found.surname, 1.0))
    return sum(times * (score - 0.5) for score, times in parts if score is not None)


def _noted(found: Comparison, note: str) -> Comparison:
    return Comparison(found.given, found.father, found.surname, found.note or note)


def _compare(a: NameParts, b: NameParts) -> Comparison:
    given = _part(a.given, b.given, "given")
    father = _part(a.father, b.father, "father")
    surname = _part(a.surname, b.surname, "surname")
    if surname is not None and surname >= SAME:
        return Comparison(given, father, surname)
    crossed = _crossed(a, b)
    if crossed < SAME:
        return Comparison(given, father, surname)
    return Comparison(given, crossed if father is None else father, None, Note.FATHER_IS_SURNAME)


def _crossed(a: NameParts, b: NameParts) -> float:
    """How well one's surname fits the other's father's name."""
    found = (_part(a.surname, b.father, "father"), _part(a.father, b.surname, "father"))
    return max((score for score in found if score is not None), default=0.0)


def _part(a: Sequence[str], b: Sequence[str], role: Role) -> float | None:
    if not a or not b:
        return None
    whole = _word("".join(a), "".join(b), role)
    if whole >= SAME or len(a) == len(b) == 1:
        return whole
    if len(a) == len(b):
        return max(whole, min(_word(one, other, role) for one, other in zip(a, b, strict=True)))
    if min(len(a), len(b)) > 1:
        return whole
    return max(whole, max(_word(one, other, role) for one in a for other in b) * PARTLY)


def _word(a: str, b: str, role: Role) -> float:
    if not (is_initial(a) or is_initial(b)):
        return similarity(a, b, role)
    fits = any(_first(one) & _first(other) for one in readings(a) for other in readings(b))
    return INITIAL if fits else 0.0


def _first(sounds: str) -> set[str]:
    """The first sound in each way it may be abbreviated; all vowels that begin a word are near."""
    first = sounds.lstrip("y")[:1] or sounds[:1]
    return {first, *(sound for alike in _INITIALS if first in alike for sound in alike)}
