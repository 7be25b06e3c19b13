"""Whether a word in Arabic letters hisses as a name does: there s and z are told apart.

Keys of names merge s and z, for romanisations mix them. Arabic and Cyrillic letters do not: زد
("hit") has the key of Саид and is not that name. A word that differs so is shown to a person and
stops nothing by itself.
"""

from collections.abc import Iterable

from panoh.model.names import search_keys
from panoh.model.names.letters import is_arabic, is_cyrillic
from panoh.model.names.parse import words_of
from panoh.model.names.phones import likeliest


def hisses_otherwise(surface: str, names: Iterable[str]) -> bool:
    """Whether every name that the word sounds like has an s where it has a z, or the reverse."""
    told, keys = _sibilants(surface), search_keys(surface)
    if not (told and is_arabic(surface)):
        return False
    alike = [
        word for name in names for word in words_of(name) if not keys.isdisjoint(search_keys(word))
    ]
    return bool(alike) and all(_differs(told, word) for word in alike)


def _differs(told: str, word: str) -> bool:
    """Names in Latin letters never differ: there the two are one. Endings may hiss as they like."""
    if not (is_arabic(word) or is_cyrillic(word)):
        return False
    return any(one != other for one, other in zip(told, _sibilants(word), strict=False))


def _sibilants(word: str) -> str:
    return "".join(sound for sound in likeliest(word) if sound in "sz")
