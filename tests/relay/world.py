"""The world around a relay: an obedient clock, channels that fail and lie, inboxes people read."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from panoh.channels import Accepted, Failed, Message, Reason, Refused, Result
from panoh.checkin.events import Kind
from panoh.relay.clock import Ticks

_KIND = re.compile("-(" + "|".join(map(re.escape, Kind)) + r")(?=\d|-|$)")


class Crash(BaseException):
    """The process is gone at this instant: nothing after it happens."""


@dataclass
class ObedientClock:
    """Both clocks as a test wants them; by default they agree."""

    time: float
    wrong: float = 0.0  # by how much the wall clock errs
    boot_id: str = "first"

    def ticks(self) -> Ticks:
        return Ticks(self.time + self.wrong, self.time, self.boot_id)

    def restart_computer(self) -> None:
        self.boot_id += "+"


@dataclass(frozen=True)
class Shown:
    """What a person saw in an inbox, once."""

    at: float
    channel: str
    to: str
    key: str
    message: Message

    @property
    def kind(self) -> str:
        """The kind of message, which stands near the end of the key."""
        found = _KIND.search(self.key)
        return found.group(1) if found else ""

    @property
    def alarm(self) -> str:
        """The alarm it belongs to: reference, cycle and the moment it was raised."""
        return "-".join(self.key.split("-")[:2])

    @property
    def contact(self) -> str:
        """Which of the contacts saw it, by the number they have in plans."""
        return self.to.split("@")[0].split(".")[0].split("-")[0]

    @property
    def token(self) -> str:
        """The secret part of the link in it."""
        return next(
            (word.rsplit("/", 1)[1] for word in self.message.body.split() if "/a/" in word), ""
        )


@dataclass
class World:
    """Everything outside the relay. It outlives every crash."""

    clock: ObedientClock
    random: Random
    failing: float = 0.1
    dropping: float = 0.0
    #: Called around every channel call; may raise Crash.
    reach: Callable[[str], None] = lambda _: None
    seen: dict[tuple[str, str, str], Shown] = field(default_factory=dict)
    fresh: list[Shown] = field(default_factory=list)
    tried: Counter[str] = field(default_factory=Counter)
    accepted: set[str] = field(default_factory=set)
    dead: set[str] = field(default_factory=set)
    uncertain: set[str] = field(default_factory=set)
    dropped: set[str] = field(default_factory=set)
    again: Counter[str] = field(default_factory=Counter)
    results: Counter[str] = field(default_factory=Counter)
    first_try: dict[str, float] = field(default_factory=dict)
    latest: dict[str, list[Shown]] = field(default_factory=lambda: defaultdict(list))

    def channel(self, name: str) -> "Rough":
        return Rough(name, self)

    def receive(self, channel: str, to: str, key: str, message: Message) -> None:
        """A message arrives. An inbox shows what has the same key once."""
        place = (channel, to, key)
        if place in self.seen:
            self.again[key] += 1
            return
        self.seen[place] = Shown(self.clock.time, channel, to, key, message)
        self.fresh.append(self.seen[place])


@dataclass
class Rough:
    """A channel as bad as life: it fails, takes too long, lies, limits, refuses, drops."""

    name: str
    world: World

    def send(self, to: str, message: Message, key: str) -> Result:
        world = self.world
        world.first_try.setdefault(key, world.clock.time)
        world.reach("send")
        result = self._send(to, message, key)
        world.results[type(result).__name__] += 1
        world.tried[key] += 1
        world.reach("sent")
        return result

    def _send(self, to: str, message: Message, key: str) -> Result:
        world, dice = self.world, self.world.random.random()
        if to in world.dead:
            return Refused(Reason.ADDRESS)
        if dice < world.failing:
            return self._fail(to, message, key, dice / world.failing)
        if dice < world.failing + world.dropping:
            world.accepted.add(key)
            world.dropped.add(key)
            return Accepted()  # and nobody ever sees it
        world.receive(self.name, to, key, message)
        world.accepted.add(key)
        return Accepted()

    def _fail(self, to: str, message: Message, key: str, dice: float) -> Result:
        if dice < 0.2:  # it arrives, and says that it did not
            self.world.uncertain.add(key)
            self.world.receive(self.name, to, key, message)
            return Failed(Reason.TIMED_OUT)
        if dice < 0.25:
            msg = "a mistake in the channel"
            raise ValueError(msg)
        if dice < 0.3:
            return Failed(Reason.RATE, wait=86_400)
        return Failed(Reason.UNREACHABLE, wait=30 if dice < 0.5 else 0)

    def check(self) -> Result:
        return Accepted()
