"""What should have been said to whom, worked out without a line of the relay's own code."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from tests.relay.world import Shown, World

from panoh.checkin import Plan
from panoh.checkin.events import Answer
from panoh.checkin.schedule import Daily
from panoh.relay.store import Store

LONG = 60  # seconds of outage from which on time is given back
#: With messages that are dropped or fail, the first contact may hear of it late, and the second
#: rung half an hour later; both of them at worst.
LATE = 2 * 3600


@cache
def dues(wall: str, zone_name: str, start: int, days: int = 800) -> list[int]:
    """Every due of a daily plan: the later reading of the wall clock, day after day."""
    zone, found = ZoneInfo(zone_name), []
    hour, minute = map(int, wall.split(":"))
    day = datetime.fromtimestamp(start, UTC).date() - timedelta(days=2)
    for number in range(days):
        date = day + timedelta(days=number)
        both = [
            datetime(date.year, date.month, date.day, hour, minute, tzinfo=zone, fold=fold)
            for fold in (0, 1)
        ]
        found.append(max(int(each.timestamp()) for each in both))
    return found


class Judge:
    """Follows everybody by what the relay acknowledged, and compares it with what was shown."""

    def __init__(self, plans: Mapping[int, Plan], start: int) -> None:
        self.plans = plans
        self._dues = {number: self._all(plan, start) for number, plan in plans.items()}
        self.due = {number: self._after(number, start, start) for number in plans}
        self.alarmed: dict[int, str] = {}  # outward alarms that are open, by person
        self.silent: dict[int, float] = {}  # check-ins under duress nobody was told of yet
        self.unheard: dict[int, float] = {}  # the same, where the relay died before it answered
        self.outages: list[tuple[float, float]] = []
        self.cycles = self.missed = self.coerced = 0
        self.early: list[tuple[int, float]] = []
        self.wrong: list[tuple[int, str, float]] = []
        self.lost: list[tuple[int, int]] = []
        self.delays: list[float] = []
        self.twice: Counter[tuple[str, str, str]] = Counter()
        self.unsent: set[str] = set()
        self.ended: set[str] = set()
        self.told: dict[str, set[str]] = defaultdict(set)  # who saw an alarm, by the alarm
        self.heard: dict[str, set[str]] = defaultdict(set)  # who saw its end
        self.gone: dict[int, bool] = {}  # who left, and whether the first contact heard of it
        self.unended: list[tuple[str, str]] = []
        self.known: dict[str, bool] = {}  # every alarm, and whether it was a silent one

    def _all(self, plan: Plan, start: int) -> list[int]:
        assert isinstance(plan.schedule, Daily)
        return dues(plan.schedule.at, plan.schedule.zone, start)

    def _after(self, number: int, moment: float, now: float) -> int:
        """The next due after a moment whose window is not open yet."""
        mine, early = self._dues[number], self.plans[number].early
        at = bisect_right(mine, moment)
        while mine[at] - early <= now:
            at += 1
        return mine[at]

    def out(self, start: float, end: float) -> None:
        """Nobody watched between two moments."""
        self.outages.append((start, end))

    def blind(self, number: int, until: float) -> float:
        """Seconds after somebody's due time in which nobody watched; short outages do not count."""
        due, lost = self.due[number], 0.0
        for start, end in reversed(self.outages):
            if end <= due:
                break
            if end - start > LONG:
                lost += max(0.0, min(end, until) - max(start, due))
        return lost

    def _down(self, start: float, end: float) -> float:
        """Seconds between two moments in which nobody watched."""
        return sum(
            max(0.0, min(until, end) - max(since, start)) for since, until in self.outages[-200:]
        )

    def last_second(self, number: int, until: float) -> float:
        """The last moment at which a check-in is in time."""
        return self.due[number] + self.plans[number].grace + self.blind(number, until)

    def unanswered(self, number: int, now: float) -> None:
        """A check-in under duress got no answer: it may have been taken or not."""
        self.unheard.setdefault(number, now)

    def was_taken(self, number: int) -> None:
        """The second try showed that the first had been taken; its alarm may have been seen."""
        if number in self.unheard:
            self.coerced += 1
            self.silent.setdefault(number, self.unheard.pop(number))

    def checked_in(self, number: int, now: float, name: str, *, duress: bool) -> None:
        """The relay said that it took a check-in."""
        outward = name in {"alarm", "acknowledged"}
        if duress:
            self.coerced += 1
            self.unheard.pop(number, None)
            if not outward:  # in an alarm that is open others are told anyway, if in that second
                self.silent.setdefault(number, now)
        if outward:
            return
        self.cycles += 1
        self.due[number] = self._after(number, max(self.due[number], now), now)

    def shown(self, number: int, shown: Shown) -> None:
        """Somebody saw a message."""
        # Where the first message was dropped, a contact may hear of an alarm by the next one.
        if shown.kind in {"alarm", "exhausted", "says-safe"}:
            self._alarm(number, shown)
        if shown.kind in {"alarm", "exhausted"}:
            self.told[shown.alarm].add(shown.contact)
        if shown.kind == "stand-down":
            self.heard[shown.alarm].add(shown.contact)
        if shown.kind == "left":
            self.gone[number] = True
        if shown.kind in {"alarm", "remind", "stand-down"}:
            rung = shown.key.split("-")[2] if shown.kind == "alarm" else shown.key.split("-")[-1]
            self.twice[shown.channel, shown.to, f"{shown.alarm} {shown.kind} {rung}"] += 1

    def _alarm(self, number: int, shown: Shown) -> None:
        if shown.alarm in self.known:
            return
        raised = int(shown.alarm.rpartition(".")[2])
        for waiting in (self.silent, self.unheard):
            if number in waiting and raised <= waiting[number] + 1:
                self.known[shown.alarm] = True
                del waiting[number]
                return
        self.known[shown.alarm] = False
        self.missed += 1
        last = self.last_second(number, raised)
        if raised <= last:
            self.early.append((number, last - raised))
        self.delays.append(shown.at - last - self._down(last, shown.at))
        self.alarmed[number] = shown.alarm

    def left(self, number: int, now: float, *, duress: bool) -> None:
        """The relay said that somebody is watched no more."""
        self.gone.setdefault(number, False)
        self.unheard.pop(number, None)
        if duress:
            self.coerced += 1
            self.silent.setdefault(number, now)

    def closed(self, number: int, alarm: str, now: float, answer: Answer) -> bool:
        """A contact closed an alarm; whether somebody is due anew by it."""
        if answer is not Answer.DONE:
            return False
        self.ended.add(alarm)
        if self.alarmed.get(number) != alarm:
            return False
        del self.alarmed[number]
        self.cycles += 1
        mine = self._dues[number]
        self.due[number] = mine[bisect_right(mine, now)]
        return True

    def look_at(self, store: Store, world: World) -> None:
        """Compare what the relay believes to have sent with what a channel really took."""
        found = store.db.execute("SELECT key FROM outbox WHERE done = 'accepted'").fetchall()
        self.unsent |= {str(key) for (key,) in found} - world.accepted

    def look_for_ends(self, world: World) -> None:
        """Whoever saw an alarm that was closed has seen its end, unless that was dropped."""
        dropped = {tuple(key.split("-")[i] for i in (0, 1, 3)) for key in world.dropped}
        for alarm in self.ended:
            ref, which = alarm.split("-")
            for one in self.told[alarm] - self.heard[alarm]:
                if (ref, which, one) not in dropped:
                    self.unended.append((alarm, one))

    def end(self, now: float, dropped: Collection[int]) -> None:
        """Whoever is overdue at the end, without an alarm, was lost; so was every silent one.

        Of those whose first message was `dropped` the next rung hears, which takes longer.
        """
        for number in self.plans:
            if number in self.gone:
                continue
            allowed = LATE if number in dropped else 600
            if number not in self.alarmed and now > self.last_second(number, now) + allowed:
                self.lost.append((number, self.due[number]))
        self.lost += [(number, int(when)) for number, when in self.silent.items()]

    def _unheard(self, world: World) -> int:
        """How many left without the first contact seeing it, but for what was dropped."""
        dropped = sum(key.endswith("-left") for key in world.dropped)
        return max(sum(not heard for heard in self.gone.values()) - dropped, 0)

    def figures(self, world: World) -> dict[str, int]:
        """What has to be nothing, and how much was tried."""
        told = defaultdict(int, Counter(self.known.values()))
        return {
            "lost": len(self.lost),
            "early": len(self.early),
            "late": sum(delay > LATE for delay in self.delays),
            "seen twice": sum(times > 1 for times in self.twice.values()),
            "marked as sent and never sent": len(self.unsent),
            "told and never told the end": len(self.unended),
            "left unheard": self._unheard(world),
            "left": len(self.gone),
            "open at the end": len(self.alarmed),
            "alarms": told[False],
            "silent alarms": told[True],
            "cycles": self.cycles,
            "messages": len(world.seen),
            "sent again": sum(
                times for key, times in world.again.items() if key not in world.uncertain
            ),
        }
