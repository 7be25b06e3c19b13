"""What a plan lacks, and what in it has aged. A gap is told, never filled."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from panoh.emergency.plan.blocks import HOME, HOME_FIELDS
from panoh.emergency.plan.reading import PlanFile, last_day
from panoh.emergency.plan.timeline import TAKEN
from panoh.model.dates import PartialDate, bounds
from panoh.model.messages import mark as _
from panoh.model.thesauri import PARTS
from panoh.model.todo import Urgency

#: A confirmation is asked for again after so many days, a drill after half a year.
CONFIRM_AFTER, DRILL_AFTER, WARN_BEFORE = 90, 183, 30
NOW, SOON, LATER = Urgency.NOW, Urgency.SOON, Urgency.LATER


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing missing or aged: a msgid with values, how urgent it is, and by when."""

    text: str
    urgency: Urgency
    values: dict[str, str | int | date]
    due: date | None = None


def gaps(found: PlanFile, today: date) -> list[Gap]:
    """Everything that a plan lacks today, the most urgent first."""
    said = [*_people(found, today), *_dates(found, today), *_differs(found)]
    said += _home(found) if found.side == HOME else _abroad(found, today)
    return sorted(said, key=lambda gap: (gap.urgency, gap.due or date.max))


def _gap(text: str, urgency: Urgency = SOON, due: date | None = None, **values: Any) -> Gap:
    return Gap(text, urgency, values, due)


def _people(found: PlanFile, today: date) -> Iterator[Gap]:
    if not found.person:
        yield _gap(_("The plan is for nobody yet."), NOW)
    if not found.scenario:
        yield _gap(_("It is not said for which situation the plan is."), NOW)
    for role in found.roles:
        part = PARTS.label(role.part, str)
        if role.who is None:
            yield _gap(_("Nobody takes this part: {part}."), SOON, part=part)
        elif role.who.has_left(today):
            text = _("{name} no longer helps, and has this part: {part}.")
            yield _gap(text, NOW, name=role.who.name, part=part)
        elif role.confirmed is None or role.confirmed < today - timedelta(days=CONFIRM_AFTER):
            text = _("Ask {name} whether they still take this part: {part}.")
            yield _gap(text, LATER, name=role.who.name, part=part)
        if role.who is not None and not _steps_in(role.substitute, role.who, today):
            text = _("If {name} cannot, nobody takes this part: {part}.")
            yield _gap(text, LATER, name=role.who.name, part=part)


def _steps_in(substitute: Any, who: Any, today: date) -> bool:
    """Whether somebody else, who still helps, would step in."""
    return substitute is not None and substitute.root != who.root and not substitute.has_left(today)


def _abroad(found: PlanFile, today: date) -> Iterator[Gap]:
    for part in ("coordinator", "lawyer"):
        if not found.role(part):
            yield _gap(_("Nobody takes this part: {part}."), NOW, part=PARTS.label(part, str))
    if not found.many("declare"):
        yield _gap(_("It is not said who may declare the plan."))
    if len(set(found.many("call_off"))) < 2 and not found.text("proof"):
        yield _gap(_("One person under pressure could call it off. Name two, or a proof of life."))
    yield from _talking(found, today)
    for name, text in _WANTED.items():
        if not found.told.get(name):
            yield _gap(text, LATER)
    if found.scenario in TAKEN and not found.told.get("accounts"):
        yield _gap(_("It is not said who can act on the accounts and devices."))
    yield from _drilled(found, today)


def _drilled(found: PlanFile, today: date) -> Iterator[Gap]:
    last = found.last_drill()
    if last is None:
        yield _gap(_("The plan was never tried out."), SOON)
    elif last.day and last.day < today - timedelta(days=DRILL_AFTER):
        yield _gap(_("The last drill was on {day}. Try the plan again."), SOON, day=last.day)
    elif last.result == "failed" and not last.fix:
        yield _gap(_("The last drill did not work, and nothing was mended since."), NOW)


_WANTED = {
    "medical": _("Nothing is said about health and medicines. Write “none” if that is so."),
    "publicity": _("It is not said whether to go public or to stay quiet."),
    "bag": _("It is not said what the bag that stands ready holds."),
    "status": _("Nothing is said about residence and what happens if it ends."),
    "care": _("It is not said who looks after whom."),
}


def _talking(found: PlanFile, today: date) -> Iterator[Gap]:
    rungs = found.many("pace")
    if len({rung.step for rung in rungs}) < 2:
        yield _gap(_("There is only one way to talk, or none. Name at least a second."))
    elif not any(rung.offline == "yes" for rung in rungs):
        yield _gap(_("No way to talk works without internet."), LATER)
    for word in found.many("codes"):
        change = _first_day(word.change_on)
        if change and change <= today:
            yield _gap(_("Agree on new words: these were to be changed."), SOON, due=change)


def _dates(found: PlanFile, today: date) -> Iterator[Gap]:
    until = last_day(found.told.get("valid_until"))
    if until and until < today:
        yield _gap(_("The plan was valid until {day}. Go through it again."), NOW, day=until)
    for text, day in hard_dates(found):
        if day <= today + timedelta(days=WARN_BEFORE):
            yield _gap(_("{what}: {day}."), NOW, due=day, what=text, day=day)


def hard_dates(found: PlanFile) -> list[tuple[str, date]]:
    """The days that cannot move and that the plan itself names, with their words; sorted."""
    named = [(each.what, _first_day(each.until)) for each in found.many("dates")]
    ends = found.told.get("status_until")
    if ends is not None:
        named.append((_("Residence ends"), bounds(ends)[0]))
    return sorted(((what, day) for what, day in named if day), key=lambda each: each[1])


def _first_day(text: str) -> date | None:
    """The first day an EDTF date may mean; `None` where it is empty or none."""
    try:
        return bounds(PartialDate(text))[0] if text else None
    except ValueError:
        return None


def _differs(found: PlanFile) -> Iterator[Gap]:
    if found.unsure:
        yield _gap(_("Parts of the plan are told in two ways: {count}."), count=len(found.unsure))


def _home(found: PlanFile) -> Iterator[Gap]:
    told = {name for name, value in found.told.items() if value} | found.unsure
    if told - HOME_FIELDS or found.roles:
        yield _gap(_("This plan is for somebody at home and holds what could harm them."), NOW)
    if not found.text("script"):
        yield _gap(_("It is not agreed what to say."))
    if not found.text("who_calls"):
        yield _gap(_("It is not said who calls them."))
