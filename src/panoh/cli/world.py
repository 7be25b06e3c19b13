"""Languages, countries and clocks as the person at the keyboard calls them."""

from collections.abc import Iterable
from datetime import datetime

from panoh.cli.words import language, say
from panoh.network import wording


def languages(codes: Iterable[str]) -> str:
    """The names of languages by their codes."""
    return wording.languages(codes, language(), say)


def country(code: str) -> str:
    """The name of a country by its code of two letters."""
    return wording.country(code, language())


def clock(local: datetime | None) -> str:
    """A local time with its day, or that it is not known."""
    if local is None:
        return say("not known")
    from babel.dates import format_datetime

    return format_datetime(local, "EEE HH:mm", locale=language())
