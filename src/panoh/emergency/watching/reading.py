"""A check-in as the vault holds it: the watcher, the keys, everything that was sent and came back.

Nothing here asks anybody: it is what was last heard, and when.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any, TypeVar

import msgspec

from panoh.casebook.index.reading import listed, naming, root_of, view_of
from panoh.casebook.view import View, settled
from panoh.checkin import Outward, Plan
from panoh.checkin.schedule import Trip
from panoh.model.instants import InstantUnreadable, parse_instant
from panoh.network.contacts import contact

ARM, CHECK_IN, PAUSE, RESUME, END, ASK = "arm", "check-in", "pause", "resume", "end", "ask"
#: What a watcher answers when it did what was asked.
DONE = "done"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class SentFile:
    """One thing sent: the plan as it went, and how it stood when an answer came."""

    root: str
    number: int
    at: datetime | None
    do: str
    plan: Plan | None
    who: Mapping[str, str]
    until: int
    answer: str
    seen: Outward | None
    heard: datetime | None


@dataclass(frozen=True)
class OrderFile:
    """One check-in kept by one watcher; `sent` in the order in which it was numbered."""

    root: str
    title: str
    plan: str
    relay: str
    relay_id: str
    invitation: str = field(repr=False)
    secret: str = field(repr=False)
    sent: tuple[SentFile, ...]

    @cached_property
    def wanted(self) -> SentFile | None:
        """The plan sent last, whether or not the watcher took it."""
        return next((each for each in reversed(self.sent) if each.do == ARM and each.plan), None)

    @cached_property
    def told(self) -> SentFile | None:
        """The plan that the watcher took last."""
        taken = (each for each in reversed(self.sent) if each.do == ARM and each.answer == DONE)
        return next((each for each in taken if each.plan), None)

    @cached_property
    def usual(self) -> SentFile | None:
        """The last plan that was no trip, to go back to."""
        plans = (each for each in reversed(self.sent) if each.plan)
        return next((each for each in plans if not isinstance(_schedule(each), Trip)), None)

    @cached_property
    def heard(self) -> SentFile | None:
        """The last answer that said how things stand."""
        answered = [each for each in self.sent if each.seen and each.heard]
        return max(answered, key=lambda each: (each.heard, each.number), default=None)

    @property
    def seen(self) -> Outward | None:
        """How things stood when the watcher was last heard."""
        return self.heard.seen if self.heard else None

    @property
    def unanswered(self) -> SentFile | None:
        """What was sent last, if no answer to it or to anything later came."""
        last = self.sent[-1] if self.sent else None
        return last if last is not None and not last.answer and last.do != ASK else None

    @property
    def over(self) -> bool:
        """Whether its end was taken, and nothing was armed since."""
        steps = [e for e in self.sent if e.do in (ARM, END) and e.answer == DONE]
        return bool(steps) and steps[-1].do == END

    @property
    def armed(self) -> bool:
        """Whether a watcher took it, and it was not ended."""
        return self.told is not None and not self.over

    def next_number(self, now: int) -> int:
        """The number of the next order: above every earlier one, on whichever device it was."""
        return max(now, max((each.number for each in self.sent), default=0) + 1)


def orders(db: Any) -> list[OrderFile]:
    """Every check-in, by its title; those that are over come last."""
    found = [order(db, root) for root in listed(db, "order")]
    return sorted(found, key=lambda each: each.over)


def order(db: Any, entity: str) -> OrderFile:
    """One check-in."""
    view = view_of(db, entity)
    told, _unsure = settled(view)
    sent = [_sent(each) for each in naming(db, view.entities, "sent", "order")]
    return OrderFile(
        root=view.root,
        title=" / ".join(dict.fromkeys(each.value for each in view.told("title"))),
        plan=root_of(db, told["plan"]) if told.get("plan") else "",
        relay=told.get("relay") or "",
        relay_id=told.get("relay_id") or "",
        invitation=told.get("invitation") or "",
        secret=told.get("secret") or "",
        sent=tuple(sorted(sent, key=lambda each: (each.number, each.root))),
    )


def names_in(db: Any, sent: SentFile | None) -> dict[str, str]:
    """What people are called whom a watcher knows by numbers."""
    return {each: contact(db, root).name for each, root in sent.who.items()} if sent else {}


def _schedule(sent: SentFile) -> object:
    return sent.plan.schedule if sent.plan else None


def _sent(view: View) -> SentFile:
    told, _unsure = settled(view)
    return SentFile(
        root=view.root,
        number=told.get("number") or 0,
        at=_instant(told.get("at")),
        do=told.get("do") or "",
        plan=_decoded(told.get("plan"), Plan),
        who={each.text: each.entity for each in told.get("who") or ()},
        until=told.get("until") or 0,
        answer=told.get("answer") or "",
        seen=_decoded(told.get("seen"), Outward),
        heard=_instant(told.get("heard")),
    )


def _decoded(text: str | None, kind: type[T]) -> T | None:
    try:
        return msgspec.json.decode(text, type=kind) if text else None
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None


def _instant(text: str | None) -> datetime | None:
    try:
        return parse_instant(text) if text else None
    except InstantUnreadable:
        return None
