"""Plans and a watcher with a clock of its own, for tests that tell a story."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from msgspec.structs import replace

from panoh.checkin import Address, Contact, Device, Plan, Rung, State, next_at, step
from panoh.checkin.events import Answer, Arm, Duress, Event, Kind, Note, Tell, Tick
from panoh.checkin.schedule import Daily, Schedule
from panoh.checkin.state import name_of

MINUTE, HOUR, DAY = 60, 3600, 86_400


def at(text: str) -> int:
    """Seconds since 1970 of an instant in UTC, as 2026-11-25 08:00."""
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp())


def contact(name: str) -> Contact:
    return Contact(
        id=name,
        addresses=(
            Address(channel="mail", to=f"{name}@mail.example"),
            Address(channel="push", to=f"{name}-topic"),
        ),
    )


def plan(schedule: Schedule | None = None, **changes: object) -> Plan:
    """Daily at eight in Berlin; Anna first, then Bek and Cyrus together, then Dina."""
    made = Plan(
        schedule=schedule or Daily(at="08:00", zone="Europe/Berlin"),
        owner=contact("own"),
        contacts=tuple(contact(name) for name in ("anna", "bek", "cyrus", "dina")),
        ladder=(
            Rung(contacts=("anna",), wait=30 * MINUTE),
            Rung(contacts=("bek", "cyrus"), wait=30 * MINUTE),
            Rung(contacts=("dina",), wait=HOUR),
        ),
        devices=(Device(key="1" * 64, mark="2" * 64),),
    )
    return replace(made, **changes)


@dataclass
class Watcher:
    """One person watched by the machine alone: time passes step by step, messages pile up."""

    plan: Plan
    now: int
    state: State = field(default_factory=State)
    told: list[tuple[int, Tell]] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def arm(self) -> "Watcher":
        self.meet(Arm())
        return self

    def meet(self, event: Event, *, duress: bool = False) -> Answer:
        if duress:
            self._step(Duress())
        return self._step(event)

    def _step(self, event: Event) -> Answer:
        done = step(self.plan, self.state, event, self.now)
        self.state = done.state
        self.told += [(self.now, each) for each in done.effects if isinstance(each, Tell)]
        self.notes += [each for each in done.effects if isinstance(each, Note)]
        return done.answer

    def until(self, moment: int) -> None:
        """Let time pass, sweeping whenever something is to be done."""
        while (due := next_at(self.plan, self.state)) is not None and due <= moment:
            self.now = max(self.now, due)
            self._step(Tick())
        self.now = moment

    def wait(self, seconds: int) -> None:
        self.until(self.now + seconds)

    @property
    def name(self) -> str:
        return name_of(self.plan, self.state, self.now)

    def said(self, kind: Kind) -> list[str]:
        """Whom messages of a kind went to, in order."""
        return [each.to for _, each in self.told if each.kind is kind]

    def times(self, kind: Kind) -> list[int]:
        return [when for when, each in self.told if each.kind is kind]


def missed() -> Watcher:
    """Somebody who has just missed a check-in: the first contact was told a moment ago."""
    watcher = Watcher(plan(), at("2026-11-25 12:00")).arm()
    watcher.until(at("2026-11-26 08:00") + 1)
    assert watcher.name == "alarm"
    return watcher
