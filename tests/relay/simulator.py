"""Years of many lives against the real relay: real code, real SQLite, crashes, bad channels.

Time is virtual and goes in steps of half a minute; what people do happens at its own second. A
crash copies database, write-ahead log and mark as they are at that instant and goes on from the
copy; all the process knew is gone.
"""

import heapq
import shutil
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from random import Random

from msgspec.structs import replace
from tests.checkin.support import DAY, HOUR, MINUTE, at, plan
from tests.relay.judge import LATE, Judge
from tests.relay.world import Crash, ObedientClock, Shown, World

from panoh.checkin import Contact, Plan, Reason, Rung
from panoh.checkin.events import Answer, Arm, CheckIn, Duress, End
from panoh.checkin.plan import Address
from panoh.checkin.schedule import Daily
from panoh.relay import answers, people
from panoh.relay.errors import LinkUnknown
from panoh.relay.orders import Receipt, let
from panoh.relay.postman import Route, deliver
from panoh.relay.store import Store, create, open_store, paths
from panoh.relay.sweep import sweep
from panoh.relay.waking import acting, new_zone_rules

START = at("2026-01-05 00:00")
STEP = 30
ZONES = (
    "Asia/Dushanbe",
    "Europe/Berlin",
    "Europe/Warsaw",
    "America/New_York",
    "Asia/Tehran",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Europe/Istanbul",
)
Carry = Callable[[Store, Route, str, int], int]


@dataclass(frozen=True)
class Setting:
    """How much life, and how bad."""

    people: int
    days: int
    crashes: int
    seed: int = 0
    start: int = 0  # days after the beginning of the year
    missing: float = 0.02
    duress: float = 0.002
    leaving: float = 0.0005
    failing: float = 0.1
    dropping: float = 0.01
    carry: Carry = deliver


def plan_of(number: int, random: Random) -> Plan:
    """Somebody's plan: a zone, an hour, three contacts, the second of whom has a dead address."""
    names = ("one", "two", "three")
    contacts = tuple(
        Contact(
            id=name,
            addresses=(
                Address(channel="mail", to=f"{name}.{number}@mail.example"),
                Address(channel="push", to=f"{name}-{number}"),
            ),
        )
        for name in names
    )
    owner = Contact(
        id="own",
        addresses=(
            Address(channel="push", to=f"own-{number}"),
            Address(channel="mail", to=f"own.{number}@mail.example"),
        ),
    )
    wall = f"{random.randrange(24):02}:{random.choice(('00', '30', '15'))}"
    return replace(
        plan(Daily(at=wall, zone=ZONES[number % len(ZONES)])),
        owner=owner,
        contacts=contacts,
        ladder=(
            Rung(contacts=("one",), wait=30 * MINUTE),
            Rung(contacts=("two", "three"), wait=30 * MINUTE),
        ),
    )


@dataclass
class Simulation:
    """One relay and its people."""

    setting: Setting
    folder: Path
    random: Random = field(init=False)
    clock: ObedientClock = field(init=False)
    world: World = field(init=False)
    judge: Judge = field(init=False)
    store: Store = field(init=False)
    route: Route = field(init=False)
    crashes: int = 0
    where: Counter[str] = field(default_factory=Counter)
    _agenda: list[tuple[float, int, Callable[[], None]]] = field(default_factory=list)
    _serial: count = field(default_factory=count)  # type: ignore[type-arg]
    _copies: int = 0
    _chance: float = 0.0
    _read: int = 0

    def __post_init__(self) -> None:
        self.random = Random(self.setting.seed)  # noqa: S311 - dice
        self.start = START + self.setting.start * DAY
        self.clock = ObedientClock(self.start)
        self.world = World(self.clock, self.random, self.setting.failing, reach=self._reach)
        self.world.dropping = self.setting.dropping
        self.route = Route(
            {name: self.world.channel(name) for name in ("mail", "push")}, "https://r.example"
        )
        self._at = self.folder / "0"
        create(paths(self._at), self.clock)
        self.store = open_store(paths(self._at), self.clock, self._reach)
        self.doors: dict[int, str] = {}
        self.refs: dict[str, int] = {}
        plans = {n: plan_of(n, self.random) for n in range(self.setting.people)}
        self.world.dead = {f"two.{n}@mail.example" for n in plans}
        with acting(self.store) as made:
            for number, made_plan in plans.items():
                person = people.add(made, f"{number:064x}", made_plan)
                people.meet(made, person, Arm())
                self.doors[number], self.refs[person.ref] = person.door, number
        self.judge = Judge(plans, self.start)
        for number in plans:
            self._plan_cycle(number)

    def later(self, when: float, what: Callable[[], None]) -> None:
        heapq.heappush(self._agenda, (when, next(self._serial), what))

    def run(self) -> None:
        """Live through all of it."""
        end = self.start + self.setting.days * DAY
        # Some moments in every cycle and in every step at which a process can die; those around a
        # message are rarer and five times as likely.
        moments = self.setting.days * (self.setting.people * 10 + 2 * DAY // STEP)
        self._chance = self.setting.crashes / moments
        moment = float(self.start)
        while moment < end:
            moment = max(moment + STEP, self.clock.time)
            self._act_until(moment)
            self.clock.time = max(self.clock.time, moment)
            self._alive(self._turn)
            self._react()
            if int(moment) % DAY < STEP:
                self.judge.look_at(self.store, self.world)
        self._chance = 0
        self._let_it_end()

    def _let_it_end(self) -> None:
        """Nobody is asked any more; what is open is closed, what waits is carried."""
        for _ in range(8 * HOUR // STEP):
            self.clock.time += STEP
            self._act_until(self.clock.time)
            self._alive(self._turn)
            self._react()
        self.judge.look_at(self.store, self.world)
        self.judge.look_for_ends(self.world)
        self.judge.end(self.clock.time, self._dropped_lately())

    def _dropped_lately(self) -> set[int]:
        """Whose alarm of the last hours a channel took and dropped."""
        found = set()
        for key in self.world.dropped:
            ref, alarm, *_rest = key.split("-")
            if key.endswith("-alarm") and int(alarm.partition(".")[2]) > self.clock.time - LATE:
                found.add(self.refs[ref])
        return found

    def _act_until(self, moment: float) -> None:
        while self._agenda and self._agenda[0][0] <= moment:
            when, _, what = heapq.heappop(self._agenda)
            self.clock.time = max(self.clock.time, when)
            self._alive(what)

    def _turn(self) -> None:
        while sweep(self.store):
            pass
        while self.setting.carry(self.store, self.route, f"w{self._copies}", 20):
            pass

    # What a process does until it dies.

    def _alive(self, what: Callable[[], object]) -> None:
        try:
            what()
        except Crash:
            self._start_again()

    def _reach(self, point: str) -> None:
        if self.random.random() < self._chance * (5 if point.startswith("sen") else 1):
            self.crashes += 1
            self.where[point] += 1
            self._copy()
            raise Crash

    def _copy(self) -> None:
        """The disk as it is at this instant, also in the middle of a transaction."""
        self._copies += 1
        after = self.folder / str(self._copies)
        after.mkdir()
        for name in ("relay.db", "relay.db-wal", "relay.mark"):
            if (self._at / name).exists():
                shutil.copyfile(self._at / name, after / name)

    def _start_again(self) -> None:
        self.store.close()
        shutil.rmtree(self._at)
        self._at = self.folder / str(self._copies)
        down = self._downtime()
        self.judge.out(self.clock.time, self.clock.time + down)
        self.clock.time += down
        if self.random.random() < 0.2:
            self.clock.restart_computer()
        self.store = open_store(paths(self._at), self.clock, self._reach)
        if self._copies % 20 == 0:  # it reads everybody, which takes a while
            self._alive(lambda: new_zone_rules(self.store))

    def _downtime(self) -> float:
        dice = self.random.random()
        if dice < 0.85:
            return self.random.uniform(0, 20)
        if dice < 0.97:
            return self.random.uniform(20, 600)
        if dice < 0.999:
            return self.random.uniform(HOUR, 2 * HOUR)
        return 3.0 * DAY

    # What people do.

    def _plan_cycle(self, number: int) -> None:
        """Decide what somebody will do about the time they are due next."""
        due, mine = self.judge.due[number], self.judge.plans[number]
        if self.random.random() < self.setting.leaving:
            when, duress = self.clock.time + self.random.uniform(0, DAY), self.random.random() < 0.5
            self.later(when, lambda: self._leave(number, duress=duress))
        if self.random.random() < self.setting.missing:
            return
        dice = self.random.random()
        if dice < 0.85:
            when = self.random.uniform(due - mine.early, due - HOUR)
        elif dice < 0.98:
            when = self.random.uniform(due - HOUR, due + 50 * MINUTE)
        else:
            when = due + mine.grace
        self.later(when, lambda: self._check_in(number, due))

    def _check_in(self, number: int, due: int, *, forced: bool | None = None) -> None:
        """Try until somebody says that it was taken; nobody tries for a time that is behind them.

        Whoever tries again after no answer came may hear that it had been taken. `forced` says
        then how it was the first time: whoever stands beside them has not gone away.
        """
        if self.judge.due[number] != due or number in {*self.judge.alarmed, *self.judge.gone}:
            return
        again = forced is not None
        duress = self.random.random() < self.setting.duress if forced is None else forced
        try:
            receipt = self._told(number, duress=duress)
        except Crash:
            if duress:
                self.judge.unanswered(number, self.clock.time)
            soon = self.clock.time + 200
            self.later(soon, lambda: self._check_in(number, due, forced=duress))
            raise
        taken_before = again and receipt.answer is Answer.EARLY
        if receipt.answer is Answer.DONE or taken_before:
            if taken_before:
                self.judge.was_taken(number)
            self.judge.checked_in(
                number, self.clock.time, receipt.seen.name, duress=duress and not taken_before
            )
            if self.judge.due[number] != due:
                self._plan_cycle(number)

    def _leave(self, number: int, *, duress: bool, again: bool = False) -> None:
        """Somebody is watched no more, perhaps because they were forced to say so."""
        if number in self.judge.alarmed or (number in self.judge.gone and not again):
            return
        events = (Duress(), End()) if duress else (End(),)
        try:
            with acting(self.store) as made:
                person = people.find(made.db, "door", self.doors[number])
                answer = people.meet(made, person, *events)[1] if person else Answer.DONE
        except Crash:
            # Whether it was taken or not, it is said again; nobody checks in meanwhile.
            self.judge.gone.setdefault(number, False)
            if duress:
                self.judge.unanswered(number, self.clock.time)
            soon = self.clock.time + 200
            self.later(soon, lambda: self._leave(number, duress=duress, again=True))
            raise
        if answer is Answer.DONE:
            untold = duress and (not again or number in self.judge.unheard)
            self.judge.left(number, self.clock.time, duress=untold)
        else:
            self.judge.gone.pop(number, None)  # an alarm came first: others have to close it

    def _told(self, number: int, *, duress: bool) -> Receipt:
        with acting(self.store) as made:
            person = people.find(made.db, "door", self.doors[number])
            assert person is not None
            return let(made, person, CheckIn(), duress=duress)

    def _react(self) -> None:
        """Everybody reads what is new in their inboxes."""
        fresh, self.world.fresh = self.world.fresh, []
        for shown in fresh:
            number = self.refs[shown.key.split("-", 1)[0]]
            self.judge.shown(number, shown)
            if shown.kind in {"alarm", "exhausted", "says-safe", "restored"}:
                self._answer(number, shown)

    def _answer(self, number: int, shown: Shown) -> None:
        now, dice = self.clock.time, self.random.random()
        if shown.kind == "alarm" and dice < 0.15:
            self.later(now + self.random.uniform(60, 1800), lambda: self._cannot(shown))
        elif dice < 0.7:
            soon = now + self.random.uniform(60, 2400)
            self.later(soon, lambda: self._take(number, shown))

    def _cannot(self, shown: Shown) -> None:
        with suppress(LinkUnknown):  # somebody who left is forgotten once it is over
            answers.cannot(self.store, shown.token)

    def _take(self, number: int, shown: Shown) -> None:
        asked = None
        with suppress(LinkUnknown):
            _, asked = answers.take(self.store, shown.token)
        if asked and asked.open:
            when = self.clock.time + self.random.uniform(300, 2 * HOUR)
            self.later(when, lambda: self._close(number, shown))

    def _close(self, number: int, shown: Shown, *, again: bool = False) -> None:
        try:
            answer, _ = answers.close(self.store, shown.token, Reason.REACHED)
        except LinkUnknown:
            answer = Answer.NO_ALARM
        except Crash:
            soon = self.clock.time + 200
            self.later(soon, lambda: self._close(number, shown, again=True))
            raise
        if again and answer is Answer.NO_ALARM:
            answer = Answer.DONE  # the first try had been taken, and nobody heard of it
        if self.judge.closed(number, shown.alarm, self.clock.time, answer):
            self._plan_cycle(number)


def carelessly(store: Store, route: Route, worker: str, most: int) -> int:
    """A monitor of the other kind, as most are: marks a message as sent, then sends it."""
    from panoh.channels import Accepted
    from panoh.relay import outbox
    from panoh.relay.postman import give

    with acting(store) as made:
        leased = outbox.lease(made, worker, most)
        for one in leased:
            outbox.settle(made, one, Accepted())
    for one in leased:
        give(route, one)
    return len(leased)


def figures(simulation: Simulation) -> Mapping[str, int]:
    """What has to be nothing, and what has not."""
    return simulation.judge.figures(simulation.world)
