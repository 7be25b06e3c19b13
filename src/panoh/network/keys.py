"""The key of a channel, from every dated attempt: verified, only seen, or changed since."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from panoh.model.dates import PartialDate, bounds
from panoh.model.thesauri import CHECKED

NONE, SEEN, VERIFIED, CHANGED = "none", "seen", "verified", "changed"
_BETWEEN = re.compile(r"[\s:._-]+")


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt to reach somebody through a channel; `order` breaks ties within a day."""

    when: PartialDate | None
    outcome: str
    key: str
    checked: str
    checked_by: str
    order: tuple[str, str]

    @property
    def day(self) -> date | None:
        """The latest day it may have been."""
        return bounds(self.when)[1] if self.when else None


@dataclass(frozen=True, slots=True)
class Key:
    """What is known of a key: `state`, the key verified last, and the one seen last."""

    state: str
    verified: str = ""
    checked: str = ""
    checked_by: str = ""
    when: PartialDate | None = None
    seen: str = ""


def key_of(attempts: Sequence[Attempt]) -> Key:
    """The state of the key after these attempts, in any order.

    A key counts as changed if, on or after the day the last one was verified, another was seen
    that nobody verified later. What is unclear counts as changed: that costs a call.
    """
    seen = [each for each in in_order(attempts) if each.key.strip()]
    if not seen:
        return Key(NONE)
    verified = [each for each in seen if each.checked in CHECKED]
    if not verified:
        changed = len({same_form(each.key) for each in seen}) > 1
        return Key(CHANGED if changed else SEEN, seen=seen[-1].key)
    last = verified[-1]
    since = [each for each in seen if _moment(each) >= _moment(last)]
    rivals = [each for each in verified if each.day == last.day]
    odd = [each for each in [*since, *rivals] if same_form(each.key) != same_form(last.key)]
    state = CHANGED if odd else VERIFIED
    newest = odd[-1].key if odd else seen[-1].key
    return Key(state, last.key, last.checked, last.checked_by, last.when, newest)


def _moment(attempt: Attempt) -> tuple[date, str]:
    """The day, and within a day when it was written down; two may share it."""
    return attempt.day or date.min, attempt.order[0]


def in_order(attempts: Sequence[Attempt]) -> list[Attempt]:
    """The attempts as they followed each other; those without a day come first."""
    return sorted(attempts, key=lambda each: (each.day or date.min, each.order))


def same_form(key: str) -> str:
    """A key as it is compared: without the spaces, colons and case that programs differ in."""
    return _BETWEEN.sub("", key).casefold()
