"""A relay of invented people with a clock that is moved by hand; all else of it is real."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from panoh.checkin import Address, Contact, Page, Plan, Rung
from panoh.checkin.pin import make_page
from panoh.checkin.schedule import Schedule, Trip
from panoh.checkin.signed import ArmOrder, public_key, sign
from panoh.checkin.state import State
from panoh.relay.clock import Ticks
from panoh.relay.orders import invite, take_signed
from panoh.relay.people import ALL, Person, read
from panoh.relay.store import Paths, Store, create, open_store, paths, rows
from panoh.relay.sweep import sweep

PIN, UNDER_DURESS = "271828", "314159"
PAGE = make_page(PIN, UNDER_DURESS)
NOON = 1_800_014_400  # 15 January 2027, 12:00 in UTC
HOUR, DAY = 3600, 86_400
SEED = b"s" * 32
SEALED = "YWdlLWVuY3J5cHRpb24ub3JnL3YxCg=="


def person(name: str, language: str = "en", *, sealed: str = "", channel: str = "mail") -> Contact:
    """Somebody who is reached by one address."""
    address = Address(channel=channel, to=f"{name}@home.example")
    return Contact(id=name, addresses=(address,), language=language, sealed=sealed)


def plan(schedule: Schedule | None = None, page: Page | None = PAGE) -> Plan:
    """Expected in three minutes; first one contact is asked, then two."""
    return Plan(
        schedule=schedule or Trip(ends=NOON + 180),
        reminders=(-60, 0, 30),
        grace=60,
        owner=person("me"),
        contacts=(person("rustam", sealed=SEALED), person("zarina", "fa"), person("lola")),
        ladder=(Rung(contacts=("rustam",)), Rung(contacts=("zarina", "lola"))),
        page=page,
    )


@dataclass
class HandClock:
    """Both clocks of a computer that never sleeps; they go when they are moved."""

    now: float = NOON

    def ticks(self) -> Ticks:
        """See `Clock`."""
        return Ticks(self.now, self.now - NOON + 1000, "this start")


@dataclass
class World:
    """One relay that watches one person."""

    folder: Path
    plan: Plan = field(default_factory=plan)
    clock: HandClock = field(default_factory=HandClock)
    files: Paths = field(init=False)
    store: Store = field(init=False)

    def __post_init__(self) -> None:
        self.files = paths(self.folder / "relay")
        create(self.files, self.clock)
        self.store = open_store(self.files, self.clock)
        self.order(self.plan)

    def order(self, plan: Plan, number: int = 1) -> None:
        """The owner's first order."""
        take_signed(self.store, self.signed(plan, number), invite(self.store))

    def signed(self, plan: Plan, number: int = 1) -> str:
        """An order as the owner's Panoh signs it."""
        return sign(
            ArmOrder(plan=plan),
            seed=SEED,
            person=public_key(SEED),
            relay=self.store.meta().relay,
            number=number,
            mark_key=b"m" * 32,
            duress=False,
        )

    @property
    def someone(self) -> Person:
        """The person as the relay knows them."""
        return read(rows(self.store.db, ALL)[0])

    @property
    def state(self) -> State:
        """How things stand with the person."""
        return self.someone.state

    @property
    def door(self) -> str:
        """The owner's page."""
        return f"/c/{self.someone.door}"

    def link(self, contact: str) -> str:
        """The page of a contact who was told."""
        found = rows(self.store.db, "SELECT token FROM links WHERE contact = ?", (contact,))
        return f"/a/{found[0][0]}"

    def told(self, kind: str) -> Sequence[str]:
        """Who is being told this."""
        found = rows(self.store.db, "SELECT contact FROM outbox WHERE kind = ? ORDER BY n", (kind,))
        return [row[0] for row in found]

    def pass_time(self, seconds: int) -> None:
        """Time passes, and the relay looks at it all along."""
        until = self.clock.now + seconds
        while self.clock.now < until:
            self.clock.now = min(self.clock.now + 50, until)
            sweep(self.store)

    def miss(self) -> None:
        """The time and its grace pass without a word; the first contact is told."""
        self.pass_time(int(self.state.due + self.plan.grace + 60 - self.clock.now))
        assert self.told("alarm") == ["rustam"]

    def close(self) -> None:
        """Close what is open."""
        self.store.close()
