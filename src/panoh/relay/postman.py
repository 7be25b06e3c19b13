"""The postman: leases a message, gives it to a channel, notes what the channel said. In that order.

Marking first and sending then would lose the message whenever the process dies in between.
"""

from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Lock
from zoneinfo import ZoneInfo

from panoh.channels import Channel, Failed, Message, Reason, Refused, Result
from panoh.channels.wording import compose
from panoh.checkin.events import Cannot, Kind
from panoh.relay import outbox, people
from panoh.relay.outbox import Leased
from panoh.relay.store import Store, Transaction
from panoh.relay.waking import acting


@dataclass(frozen=True, slots=True)
class Route:
    """How messages leave: the channels by name, and the address people reach this relay by."""

    channels: Mapping[str, Channel]
    base: str


class Gates:
    """How many may be at one channel at once: one that hangs must leave hands for the others."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._inside: Counter[str] = Counter()
        self._lock = Lock()

    def full(self) -> tuple[str, ...]:
        """The channels at which nobody else has room."""
        with self._lock:
            return tuple(name for name, count in self._inside.items() if count >= self._most)

    def enter(self, one: Leased) -> str:
        """Go to the channel of a message; its name."""
        name = one.address.channel if one.body.addresses else ""
        with self._lock:
            self._inside[name] += 1
        return name

    def leave(self, name: str) -> None:
        """Come back from a channel."""
        with self._lock:
            self._inside[name] -= 1


def deliver(
    store: Store, route: Route, worker: str, most: int = 1, gates: Gates | None = None
) -> int:
    """Give what is waiting to its channels; how many messages were tried."""
    gates = gates or Gates(most + 1)
    if not outbox.waits(store.db, store.now(), gates.full()):
        return 0
    with acting(store) as made:
        leased = outbox.lease(made, worker, most, gates.full())
        # Before others get their turn: they must see that the channel is taken.
        names = [gates.enter(one) for one in leased]
    for one, name in zip(leased, names, strict=True):
        try:
            result = give(route, one)
        finally:
            gates.leave(name)
        with acting(store) as made:
            unreachable = outbox.settle(made, one, result)
            if unreachable and one.kind is Kind.ALARM:
                _next_please(made, one)
    return len(leased)


def give(route: Route, one: Leased) -> Result:
    """Hand one message to its channel. A channel that breaks its word and raises has failed."""
    if not one.body.addresses:
        return Refused(Reason.MISSING)
    channel = route.channels.get(one.address.channel)
    if channel is None:
        return Refused(Reason.MISSING)
    try:
        return channel.send(one.address.to, word(route, one), one.key)
    except Exception:  # noqa: BLE001 - an alarm is worth more than knowing which mistake it was
        return Failed(Reason.UNEXPECTED)


def word(route: Route, one: Leased) -> Message:
    """The words of a message: nothing of a cause, a place, a group or a name."""
    until = one.body.until
    return compose(
        one.kind.value,
        one.body.language,
        reference=one.reference,
        link=f"{route.base}/{one.body.link}" if one.body.link else "",
        until=_clock(until, one.body.zone) if until else "",
    )


def _clock(until: int, zone: str) -> str:
    """An instant on the clocks of a zone, with their difference: whoever travels can tell it."""
    moment = datetime.fromtimestamp(until, UTC)
    with suppress(Exception):  # a zone this system lacks must not hold a reminder up
        moment = moment.astimezone(ZoneInfo(zone))
    return f"{moment:%Y-%m-%d %H:%M} (UTC{moment:%z})".replace("UTC+0000", "UTC")


def _next_please(made: Transaction, one: Leased) -> None:
    """A contact whom no address reaches is as one who cannot: the next are told."""
    person = people.find(made.db, "id", one.person)
    if person and person.state.alarm and person.state.alarm.id == one.alarm:
        people.meet(made, person, Cannot(one.contact))
