"""Languages and countries by the names that a reader knows, and what is said of organisations."""

import re
from collections.abc import Callable, Iterable

from panoh.model.messages import mark as _
from panoh.network.directory import MANY
from panoh.network.keys import CHANGED, NONE, SEEN, VERIFIED

Say = Callable[[str], str]
_MANY = _("many languages")
#: What is said of money; not known is said as well.
GRANTS = {
    "yes": _("gives grants in an emergency"),
    "some": _("grants: in some cases"),
    "no": _("gives no grants"),
    "unknown": _("grants: not known"),
}
#: What somebody has to know before they write to anybody.
FIRST = _(
    "Anybody who sees this computer or telephone can see whom you write to. From a telephone that"
    " is listened to, write to nobody: ask somebody abroad to do it."
)
#: The states of a key in words.
KEY_STATES = {
    NONE: _("no key is known"),
    SEEN: _("key seen, not verified"),
    VERIFIED: _("key verified"),
    CHANGED: _("KEY CHANGED: check it before you write"),
}
_CODE = re.compile("[A-Z]{2}")
#: What babel lists among countries and is none.
_NO_COUNTRY = frozenset(("EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"))
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


def countries(language: str) -> dict[str, str]:
    """Every country by its code, in the order of its name."""
    from babel import Locale

    known = Locale(language).territories
    named = {
        str(code): str(name)
        for code, name in known.items()
        if _CODE.fullmatch(str(code)) and code not in _NO_COUNTRY
    }
    return dict(sorted(named.items(), key=lambda each: each[1].casefold()))
