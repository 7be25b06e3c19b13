"""The language of the person at the pages, and the direction it is written in."""

from collections.abc import Iterable

#: Every language we speak, by its own name.
LANGUAGES = {
    "en": "English",
    "ru": "Русский",
    "tg": "Тоҷикӣ",
    "fa": "فارسی",
    "de": "Deutsch",
}
RIGHT_TO_LEFT = frozenset({"fa"})


def direction(language: str) -> str:
    """`rtl` or `ltr`."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


def accepted(header: str) -> str:
    """The first language of an Accept-Language header that we speak, else English."""
    return next((code for code in _wanted(header) if code in LANGUAGES), "en")


def _wanted(header: str) -> Iterable[str]:
    weighed = []
    for part in header[:200].split(","):
        name, _, weight = part.strip().partition(";q=")
        try:
            weighed.append((-float(weight or 1), name.split("-")[0].casefold()))
        except ValueError:
            continue
    return (name for _, name in sorted(weighed, key=lambda each: each[0]))
