"""Languages, countries and clocks as the person at the keyboard calls them."""

from collections.abc import Iterable
from datetime import datetime

from panoh.cli.words import language, say
from panoh.network.directory import MANY


def languages(codes: Iterable[str]) -> str:
    """The names of languages by their codes; an unknown code stays as it is."""
    from babel import Locale

    known = Locale(language()).languages
    return ", ".join(
        say("many languages") if code == MANY else known.get(code, code) for code in codes
    )


def country(code: str) -> str:
    """The name of a country by its code of two letters."""
    from babel import Locale

    return str(Locale(language()).territories.get(code.upper(), code))


def clock(local: datetime | None) -> str:
    """A local time with its day, or that it is not known."""
    if local is None:
        return say("not known")
    from babel.dates import format_datetime

    return format_datetime(local, "EEE HH:mm", locale=language())
