"""A single day as somebody types it; what may mean several days is not taken for one."""

from datetime import date

from panoh.model.dates import DateUnreadable, bounds, parse_date


def day_of(text: str, language: str) -> date:
    """The day; raises DateError for what is none, or more than one."""
    first, last = bounds(parse_date(text, language))
    if first is None or first != last:
        raise DateUnreadable
    return first
