"""Instants: RFC 3339 in UTC to the second, as every statement and message carries them."""

import re
from datetime import UTC, datetime
from typing import ClassVar

from panoh.model.errors import PanohError

_FORM = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


class InstantUnreadable(PanohError, ValueError):
    """The text is not an instant as we write it."""

    code: ClassVar[str] = "instant-unreadable"
    message: ClassVar[str] = "This is not a point in time as this program writes it."
    hint: ClassVar[str] = "It looks like 2023-09-30T14:05:00Z."
    exit_status: ClassVar[int] = 33


def format_instant(moment: datetime) -> str:
    """`moment` (with a time zone) as 2023-09-30T14:05:00Z; parts of a second are cut off.

    A time without a zone raises `InstantUnreadable`: nobody can know which instant it is.
    """
    if moment.tzinfo is None:
        raise InstantUnreadable
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


def parse_instant(text: str) -> datetime:
    """The instant, in UTC; only the one form is read. Raises `InstantUnreadable`."""
    if not _FORM.fullmatch(text) or not text.isascii():
        raise InstantUnreadable
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise InstantUnreadable from None
