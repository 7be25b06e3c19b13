"""Languages and clocks in the words of one reader, for forms and lists."""

from datetime import datetime
from functools import cache
from zoneinfo import available_timezones

from panoh.model.languages import LANGUAGES
from panoh.network import wording
from panoh.network.directory import MANY, organisations

#: Spoken where the people come from or went to, whether or not an organisation speaks them.
_ALSO = ("uz", "kk", "ky", "uk", "pl", "tr")


@cache
def spoken(language: str) -> dict[str, str]:
    """The languages to choose from: ours first, then by name."""
    known = {code for each in organisations() for code in each.languages} - {MANY}
    named = {
        code: wording.languages([code], language, str)
        for code in sorted(known | set(_ALSO) - set(LANGUAGES))
    }
    ours = {code: wording.languages([code], language, str) for code in LANGUAGES}
    return ours | dict(sorted(named.items(), key=lambda each: each[1].casefold()))


def clock(local: datetime, language: str) -> str:
    """A local time with its day of the week."""
    from babel.dates import format_datetime

    return format_datetime(local, "EEE HH:mm", locale=language)


def zones() -> list[str]:
    """The time zones this computer knows, by continent and city."""
    return sorted(each for each in available_timezones() if each.startswith(("Asia/", "Europe/")))
