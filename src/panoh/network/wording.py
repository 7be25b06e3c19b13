"""Languages and countries by the names that a reader knows."""

from collections.abc import Callable, Iterable

from panoh.model.messages import mark as _
from panoh.network.directory import MANY

Say = Callable[[str], str]
_MANY = _("many languages")
#: What stands between the words of a list, where it is no comma as in English.
_BETWEEN = {"fa": "\u060c "}


def languages(codes: Iterable[str], language: str, say: Say) -> str:
    """The names of languages by their codes; an unknown code stays as it is."""
    from babel import Locale

    known = Locale(language).languages
    between = _BETWEEN.get(language, ", ")
    return between.join(say(_MANY) if code == MANY else known.get(code, code) for code in codes)


def country(code: str, language: str) -> str:
    """The name of a country by its code of two letters."""
    from babel import Locale

    return str(Locale(language).territories.get(code.upper(), code))
