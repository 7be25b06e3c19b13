"""A relay in a test: a folder, an obedient clock, a rough world, people with their keys."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Protocol

from msgspec.structs import replace
from tests.checkin.support import at, plan
from tests.relay.world import ObedientClock, Shown, World

from panoh.checkin import Device, Plan
from panoh.checkin.pin import make_page
from panoh.checkin.signed import ArmOrder, CheckInOrder, Do, public_key, sign
from panoh.relay import orders, page, people
from panoh.relay.orders import Receipt
from panoh.relay.postman import Route, deliver
from panoh.relay.store import Paths, Store, create, open_store, paths
from panoh.relay.sweep import sweep
from panoh.relay.waking import new_zone_rules

EVE = at("2026-11-25 12:00")
DUE = at("2026-11-26 07:00")  # eight in Berlin
LAST = DUE + 3600  # the last second of grace
PIN, DURESS = "428117", "428118"
PAGE = make_page(PIN, DURESS, salt=b"s" * 16)


class Named(Protocol):
    """What an owner needs of a relay to sign for it."""

    id: str


@dataclass
class Known:
    """A relay by its id alone."""

    id: str


@dataclass
class Owner:
    """Somebody who is watched, with the keys in their vault."""

    name: str = "o"
    number: int = 0

    @property
    def seed(self) -> bytes:
        return self.name.encode().ljust(32, b"o")

    @property
    def device(self) -> bytes:
        return self.name.encode().ljust(32, b"d")

    @property
    def person(self) -> str:
        return public_key(self.seed)

    def plan(self, **changes: object) -> Plan:
        device = Device(key=public_key(self.device), mark=self.device.hex())
        return replace(plan(devices=(device,), page=PAGE), **changes)

    def signed(self, relay: Named, do: Do, seed: bytes, number: int, *, duress: bool) -> str:
        return sign(
            do,
            seed=seed,
            person=self.person,
            relay=relay.id,
            number=number,
            mark_key=self.device,
            duress=duress,
        )

    def order(self, relay: Named, do: Do, *, duress: bool = False) -> str:
        self.number += 1
        return self.signed(relay, do, self.seed, self.number, duress=duress)

    def check_in(self, relay: Named, cycle: int, *, duress: bool = False) -> str:
        do = CheckInOrder(cycle=cycle, device=public_key(self.device))
        return self.signed(relay, do, self.device, 0, duress=duress)


@dataclass
class Relay:
    """One relay; `restart` opens it anew as after a crash."""

    folder: Path
    clock: ObedientClock = field(default_factory=lambda: ObedientClock(EVE))
    failing: float = 0.0
    reach: Callable[[str], None] = lambda _: None
    id: str = ""

    def __post_init__(self) -> None:
        self.id = create(self.files, self.clock)
        self.world = World(self.clock, Random(1), failing=self.failing)  # noqa: S311 - dice
        channels = {name: self.world.channel(name) for name in ("mail", "push")}
        self.route = Route(channels, "https://relay.example")
        self.store = self.open()

    @property
    def files(self) -> Paths:
        return paths(self.folder)

    def open(self, *, check: bool = True) -> Store:
        return open_store(self.files, self.clock, self.reach, check=check)

    def restart(self, down: float = 0) -> None:
        self.store.close()
        self.clock.time += down
        self.store = self.open()
        new_zone_rules(self.store)

    def enrol(self, owner: Owner, **changes: object) -> Receipt:
        order = owner.order(self, ArmOrder(plan=owner.plan(**changes)))
        return orders.take_signed(self.store, order, orders.invite(self.store))

    def check_in(self, owner: Owner, *, duress: bool = False) -> Receipt:
        """A signed check-in for the cycle the relay is in."""
        cycle = page.look(self.store, self.door(owner)).seen.cycle
        return orders.take_signed(self.store, owner.check_in(self, cycle, duress=duress))

    def door(self, owner: Owner) -> str:
        found = people.find(self.store.db, "id", owner.person)
        assert found is not None
        return found.door

    def name(self, owner: Owner) -> str:
        return page.look(self.store, self.door(owner)).seen.name

    def turn(self) -> None:
        """One turn of the loop: sweep, then carry what waits."""
        while sweep(self.store):
            pass
        while deliver(self.store, self.route, "one", 10):
            pass

    def until(self, moment: float, step: float = 50) -> None:
        """Let time pass as it does for a running relay."""
        while self.clock.time < moment:
            self.clock.time = min(self.clock.time + step, moment)
            self.turn()

    def skip(self, moment: float) -> None:
        """Let time pass in which nothing is due: only the signs of life are written."""
        meta = self.store.meta()
        self.clock.time = moment
        meta.alive = moment - 11
        self.store.keep(meta)
        self.turn()

    def wait(self, seconds: float) -> None:
        self.until(self.clock.time + seconds)

    def shown(self, kind: str) -> list[Shown]:
        return [each for each in self.world.seen.values() if each.kind == kind]

    def asked(self, kind: str) -> list[str]:
        """Whom messages of a kind reached, in order, by the number in their address."""
        return [each.to.split("@")[0].removesuffix("-topic") for each in self.shown(kind)]

    def missed(self) -> Shown:
        """Let somebody miss their time; the first message a contact was shown."""
        self.until(LAST + 31)
        return self.shown("alarm")[0]


@contextmanager
def relay_in(folder: Path) -> Iterator[Relay]:
    made = Relay(folder)
    try:
        yield made
    finally:
        made.store.close()
