"""What a plan of check-ins amounts to, before and after it is sent: times, people, proofs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from panoh.checkin import Plan, preview
from panoh.checkin.schedule import Daily, Every, Trip
from panoh.model.messages import mark as _

STATES: Mapping[str, str] = {
    "draft": _("nothing is expected"),
    "armed": _("nothing is expected yet"),
    "due": _("a check-in is expected soon"),
    "reminding": _("you are late; you are being reminded"),
    "grace": _("the last reminder is out"),
    "alarm": _("your contacts are being asked"),
    "acknowledged": _("a contact has taken it"),
    "resolved": _("an alarm is over; nothing is expected yet"),
    "paused": _("paused"),
    "blind": _("the watcher was away; the time is given back"),
    "clock_doubtful": _("the watcher doubts its clock"),
    "ended": _("ended"),
}
ANSWERS: Mapping[str, str] = {
    "": _("no answer came"),
    "done": _("taken"),
    "again": _("taken before"),
    "early": _("too early, it did not count"),
    "not-watched": _("nothing is watched there"),
    "too-long": _("the pause is longer than allowed"),
    "refused": _("refused"),
}
DEEDS: Mapping[str, str] = {
    "arm": _("expect me by this plan"),
    "check-in": _("I am well"),
    "pause": _("pause"),
    "resume": _("end of the pause"),
    "end": _("expect me no more"),
    "ask": _("how do things stand?"),
}


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happens at a time: a msgid with its values."""

    at: datetime
    text: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Preview:
    """The next dues, and what follows the first one where nobody checks in."""

    dues: tuple[datetime, ...]
    steps: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """A way to prove that one is well, and what whoever runs the watcher could do with it."""

    code: str
    label: str
    could: str


def look_ahead(plan: Plan, names: Mapping[str, str], now: datetime) -> Preview:
    """The next three dues if it is armed now, and who is told when after the first."""
    dues = preview(plan, int(now.timestamp()))
    steps = tuple(_steps(plan, names, dues[0])) if dues else ()
    return Preview(tuple(there(each, plan) for each in dues), steps)


def there(instant: int, plan: Plan) -> datetime:
    """An instant on the clocks of the plan."""
    return datetime.fromtimestamp(instant, UTC).astimezone(ZoneInfo(plan.schedule.zone))


def _steps(plan: Plan, names: Mapping[str, str], due: int) -> Iterator[Moment]:
    ways = plan.owner.addresses
    for index, offset in enumerate(plan.reminders):
        way = ways[index % len(ways)]
        yield Moment(there(due + offset, plan), _("You are reminded: {to}."), {"to": way.to})
    last = due + plan.grace
    yield Moment(there(last, plan), _("The last moment to check in."))
    told = last
    for rung in plan.ladder:
        people = ", ".join(names.get(each, each) for each in rung.contacts)
        text = _("Asked: {people}. They have {minutes} minutes.")
        yield Moment(there(told, plan), text, {"people": people, "minutes": rung.wait // 60})
        told += rung.wait
    text = _("Everybody is told, again every {minutes} minutes, until a contact says it is over.")
    yield Moment(there(told, plan), text, {"minutes": plan.repeat // 60})


def proofs(plan: Plan) -> list[Proof]:
    """How one proves to be well, and what each proof is worth against whoever runs the watcher."""
    found = []
    if plan.devices:
        could = _(
            "Whoever runs the watcher cannot make one. They can say that none came, and they see"
            " whether it was given under duress."
        )
        found.append(Proof("signed", _("signed by Panoh"), could))
    if plan.page:
        could = _(
            "Whoever runs the watcher could say that you gave it, try all PINs, or show you another"
            " page."
        )
        found.append(Proof("page", _("a PIN on the watcher's page"), could))
    return found


def when(plan: Plan) -> tuple[str, Mapping[str, object]]:
    """When somebody is expected, as a msgid with its values."""
    match plan.schedule:
        case Daily(at=at, days=days):
            if len(days) == 7:
                return _("every day at {time}"), {"time": at}
            return _("{count} days a week at {time}"), {"count": len(days), "time": at}
        case Every(hours=hours):
            return _("{hours} hours after the last check-in"), {"hours": hours}
        case Trip(ends=ends):
            return _("once, at {time}"), {"time": clock(there(ends, plan))}


def clock(moment: datetime) -> str:
    """A moment as people write it; the zone stands beside."""
    return moment.strftime("%Y-%m-%d %H:%M")
