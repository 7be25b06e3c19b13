"""A desk for one person, in memory, with the real states: what the pages need to be tried alone."""

from base64 import b64decode
from dataclasses import dataclass, field

from panoh.checkin import Address, Contact, Page, Plan, Reason, Rung, State, outward, step
from panoh.checkin.events import (
    Answer,
    Arm,
    Cannot,
    CheckIn,
    Close,
    Duress,
    Event,
    Pause,
    Resume,
    Take,
    Tick,
)
from panoh.checkin.pin import make_page, read_pin
from panoh.checkin.schedule import Daily
from panoh.relay.pages import ContactSees, Health, OwnerSees, Said

PIN, UNDER_DURESS = "271828", "314159"
PAGE = make_page(PIN, UNDER_DURESS)
OWNER = "o" * 32
DAY, HOUR = 86_400, 3600
NOON = 1_800_014_400  # 12:00 in UTC


def person(name: str, language: str = "en", sealed: str = "") -> Contact:
    address = Address(channel="mail", to=f"{name}@home.example")
    return Contact(id=name, addresses=(address,), language=language, sealed=sealed)


def plan(page: Page, language: str = "en") -> Plan:
    """Due each noon; first one contact, then two."""
    return Plan(
        schedule=Daily(at="12:00", zone="UTC"),
        owner=person("me", language),
        contacts=(
            person("rustam", sealed="YWdlLWVuY3J5cHRpb24ub3JnL3YxCg=="),
            person("zarina", "fa"),
            person("lola"),
        ),
        ladder=(Rung(contacts=("rustam",)), Rung(contacts=("zarina", "lola"))),
        page=page,
    )


@dataclass
class OneDesk:
    """The desk; `now` is its clock, and links of contacts are their names."""

    plan: Plan = field(default_factory=lambda: plan(PAGE))
    now: int = NOON - 20 * HOUR
    state: State = field(default_factory=State)
    calls: int = 0
    well_itself: bool = True

    def __post_init__(self) -> None:
        self.meet(Arm())

    def meet(self, event: Event) -> Answer:
        """Something happens now."""
        done = step(self.plan, self.state, event, self.now)
        self.state = done.state
        return done.answer

    def owner(self, token: str) -> OwnerSees | None:
        """See `Desk`."""
        return OwnerSees(self.plan.owner.language, 30) if token == OWNER else None

    def well(self, token: str, pin: str) -> Said | None:
        """See `Desk`."""
        assert token == OWNER
        return self._proved(pin, CheckIn())

    def pause(self, token: str, pin: str, days: int) -> Said | None:
        """See `Desk`."""
        assert token == OWNER
        return self._proved(pin, Pause(until=self.now + days * DAY))

    def resume(self, token: str, pin: str) -> Said | None:
        """See `Desk`."""
        assert token == OWNER
        return self._proved(pin, Resume())

    def _proved(self, pin: str, event: Event) -> Said | None:
        self.calls += 1
        assert self.plan.page is not None
        duress = read_pin(self.plan.page, pin)
        if duress is None:
            return None
        if duress:
            self.meet(Duress())
        answer = self.meet(event)
        return Said(answer, outward(self.plan, self.state, self.now), "UTC")

    def contact(self, token: str) -> ContactSees | None:
        """See `Desk`."""
        alarm = self.state.alarm
        if alarm is None or token not in alarm.told:
            return None
        sealed = next(each.sealed for each in alarm.contacts if each.id == token)
        return ContactSees(
            language=next(each.language for each in alarm.contacts if each.id == token),
            reference="QK7-2",
            took=token in alarm.takers,
            taken=bool(alarm.taken_by),
            cannot=token in alarm.cannot,
            closing=bool(alarm.closing) and token not in alarm.closing,
            sealed=b64decode(sealed),
        )

    def take(self, token: str) -> Answer:
        """See `Desk`."""
        return self.meet(Take(token))

    def cannot(self, token: str) -> Answer:
        """See `Desk`."""
        return self.meet(Cannot(token))

    def close(self, token: str, reason: Reason) -> Answer:
        """See `Desk`."""
        return self.meet(Close(token, reason))

    def receive(self, signed: str) -> str:
        """See `Desk`."""
        self.calls += 1
        return "order-refused" if signed != "good" else "done"

    def health(self) -> Health:
        """See `Desk`."""
        return Health(self.well_itself, 1)

    def miss(self) -> None:
        """Noon and its grace pass without a word; the first contact is told."""
        self.now = self.state.due + self.plan.grace + 60
        self.meet(Tick())
        assert self.state.alarm is not None
        assert self.state.alarm.told == ("rustam",)
