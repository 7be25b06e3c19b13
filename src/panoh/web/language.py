"""The language a browser asks for, of those we speak."""

from collections.abc import Iterable

from panoh.model.languages import LANGUAGES


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
