"""Hours of the week as people write them: "Mo-Fr 09:00-17:00; Sa 10:00-12:00", or "24/7"."""

import re
from datetime import datetime
from typing import ClassVar

from panoh.model.errors import PanohError

ALWAYS = "24/7"
DAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
MAX_LENGTH = 200
_DAY = "|".join(DAYS)
_RULE = re.compile(
    rf"(?:({_DAY})(?:-({_DAY}))? +)?([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)"
)
_WEEK = 7 * 24 * 60
_DAY_LONG = 24 * 60


class HoursUnreadable(PanohError, ValueError):
    """The text is not hours of the week as we write them."""

    code: ClassVar[str] = "hours-unreadable"
    message: ClassVar[str] = "These hours cannot be read."
    hint: ClassVar[str] = "Write them as Mo-Fr 09:00-17:00; Sa 10:00-12:00, or as 24/7."
    exit_status: ClassVar[int] = 34


def check_hours(text: str) -> str:
    """The text with single spaces if it can be read; empty stays empty. Raises HoursUnreadable."""
    text = " ".join(text.split())
    _spans(text)
    return text


def is_open(text: str, local: datetime) -> bool | None:
    """Whether a local time lies in the hours; `None` where nothing is written or it is unreadable.

    A span that ends before it begins runs past midnight.
    """
    if not text.strip():
        return None
    try:
        spans = _spans(text)
    except HoursUnreadable:
        return None
    minute = local.weekday() * _DAY_LONG + local.hour * 60 + local.minute
    return any(start <= minute < end or start <= minute + _WEEK < end for start, end in spans)


def _spans(text: str) -> list[tuple[int, int]]:
    """The spans in minutes since Monday 00:00; the last may run into the next week."""
    if len(text) > MAX_LENGTH:
        raise HoursUnreadable
    if text.strip() == ALWAYS:
        return [(0, _WEEK)]
    return [span for rule in text.split(";") if rule.strip() for span in _rule(rule.strip())]


def _rule(rule: str) -> list[tuple[int, int]]:
    found = _RULE.fullmatch(rule.casefold())
    if not found:
        raise HoursUnreadable
    first = DAYS.index(found[1]) if found[1] else 0
    last = DAYS.index(found[2]) if found[2] else first if found[1] else len(DAYS) - 1
    start, end = (int(found[n]) * 60 + int(found[n + 1]) for n in (3, 5))
    if start == end or end > _DAY_LONG or start >= _DAY_LONG:
        raise HoursUnreadable
    length = (end - start) % _DAY_LONG or _DAY_LONG
    days = [day % 7 for day in range(first, last + 1 + (7 if last < first else 0))]
    return [(day * _DAY_LONG + start, day * _DAY_LONG + start + length) for day in days]
