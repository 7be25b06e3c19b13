"""Contacts as they are recorded: who they are, what they help with, how to reach them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from panoh.casebook.index.reading import listed, naming, root_of, view_of
from panoh.casebook.naming import title
from panoh.casebook.view import View, settled
from panoh.model.dates import bounds
from panoh.model.hours import is_open
from panoh.network.keys import Attempt, Key, in_order, key_of

REACHED = "reached"


@dataclass(frozen=True, slots=True)
class ChannelFile:
    """One way to a contact, with its key and every attempt."""

    root: str
    type: str
    address: str
    rank: int
    hours: str
    avoid: str
    offline: str
    attempts: tuple[Attempt, ...]
    closed: bool
    view: View = field(repr=False)

    @property
    def key(self) -> Key:
        """What is known of the key."""
        return key_of(self.attempts)

    @property
    def last_reached(self) -> date | None:
        """The last day on which somebody was reached here."""
        days = [each.day for each in self.attempts if each.outcome == REACHED and each.day]
        return max(days, default=None)


@dataclass(frozen=True, slots=True)
class ContactFile:
    """Somebody who can help. A field on which what is told differs is in `unsure`, and empty."""

    root: str
    who: str
    name: str
    told: Mapping[str, Any]
    unsure: frozenset[str]
    channels: tuple[ChannelFile, ...]
    view: View = field(repr=False)

    def text(self, name: str) -> str:
        """One field as text; empty where nothing or nothing agreed is told."""
        value = self.told.get(name)
        return value if isinstance(value, str) else ""

    def many(self, name: str) -> tuple[str, ...]:
        """The values of a field that holds several."""
        return tuple(self.told.get(name) or ())

    @property
    def open_channels(self) -> tuple[ChannelFile, ...]:
        """The channels in use, the one to try first at the head."""
        return tuple(each for each in self.channels if not each.closed)

    @property
    def last_reached(self) -> date | None:
        """The last day on which they were reached in any way."""
        days = [each.last_reached for each in self.channels if each.last_reached]
        return max(days, default=None)

    def has_left(self, today: date) -> bool:
        """Whether they may have stopped helping by today."""
        return self.may_have_come("left", today)

    def may_have_come(self, name: str, today: date) -> bool:
        """Whether the day in a field may have come; of several that are told, any."""
        dates = [told.value for told in self.view.told(name) if told.value]
        starts = [bounds(each)[0] for each in dates]
        return any(start is None or start <= today for start in starts)

    def local(self, now: datetime) -> datetime | None:
        """Their local time; `None` if no zone is recorded or it is unknown here."""
        return local_time(self.text("zone"), now)

    def open_now(self, now: datetime) -> bool | None:
        """Whether it is within their hours; `None` if the zone or the hours are not known."""
        there = self.local(now)
        return is_open(self.text("hours"), there) if there else None


def local_time(zone: str, now: datetime) -> datetime | None:
    """An instant on the clocks of a time zone; `None` if the zone is unknown here."""
    try:
        return now.astimezone(ZoneInfo(zone)) if zone else None
    except (KeyError, ValueError, OSError):
        return None


def contacts(db: Any) -> list[ContactFile]:
    """Every contact, by name."""
    return [contact(db, root) for root in listed(db, "contact")]


def helping(db: Any, today: date) -> list[ContactFile]:
    """The contacts who still help."""
    return [each for each in contacts(db) if not each.has_left(today)]


def parts_of(db: Any, each: ContactFile) -> list[View]:
    """The parts that a contact has in the plans; one that went to somebody else is no longer."""
    found = naming(db, each.view.entities, "role", "who")
    return [part for part in found if not part.told("ended")]


def contact(db: Any, entity: str) -> ContactFile:
    """One contact with channels and attempts."""
    view = view_of(db, entity)
    told, unsure = settled(view)
    who = root_of(db, told["who"]) if told.get("who") else ""
    name = title(view) or (title(view_of(db, who)) if who else "")
    found = [_channel(db, each) for each in naming(db, view.entities, "channel", "contact")]
    channels = sorted(found, key=lambda each: (each.rank or 99, each.type, each.address))
    return ContactFile(view.root, who, name, told, unsure, tuple(channels), view)


def channel(db: Any, entity: str) -> ChannelFile:
    """One channel with its attempts."""
    return _channel(db, view_of(db, entity))


def _channel(db: Any, view: View) -> ChannelFile:
    told, _unsure = settled(view)
    attempts = in_order([_attempt(each) for each in naming(db, view.entities, "reach", "channel")])
    return ChannelFile(
        root=view.root,
        type=told.get("type") or "",
        address=told.get("address") or "",
        rank=told.get("rank") or 0,
        hours=told.get("hours") or "",
        avoid=told.get("avoid") or "",
        offline=told.get("offline") or "",
        attempts=tuple(attempts),
        closed=bool(view.told("closed")),
        view=view,
    )


def _attempt(view: View) -> Attempt:
    told, _unsure = settled(view)
    recorded = max(each.statement.recorded for many in view.fields.values() for each in many)
    return Attempt(
        when=told.get("when"),
        outcome=told.get("outcome") or "",
        key=told.get("key") or "",
        checked=told.get("checked") or "",
        checked_by=told.get("checked_by") or "",
        order=(recorded, view.root),
    )
