"""A declared plan: the list that several people work through, its hard days, calling it off."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from panoh.casebook.wording import Wording
from panoh.emergency.alarm import (
    DIFFERS,
    FINAL,
    OPEN,
    TAKEN_ON,
    AlarmFile,
    Item,
    checklist,
    hard_days,
)
from panoh.emergency.errors import MayNotCallOff
from panoh.emergency.telling import call_off, mark
from panoh.model.dates import PartialDate
from panoh.model.messages import mark as _
from panoh.model.thesauri import PARTS, SCENARIOS, TASK_STATES, TIMES
from panoh.network.contacts import ContactFile
from panoh.network.keys import CHANGED
from panoh.web.emergency.declaring import ME
from panoh.web.emergency.meant import alarm_of
from panoh.web.page import Page, Redirect, Reply
from panoh.web.routes import get, post
from panoh.web.visit import Visit

_STATES = {
    OPEN: _("open"),
    TAKEN_ON: _("somebody is on it"),
    DIFFERS: _("told in two ways"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One task: what, who does it with a number to call, where it stands, who said so."""

    task: str
    text: str
    part: str
    people: Sequence[tuple[str, str, str]]
    state: str
    label: str
    settled: bool
    late: bool
    said: Sequence[str]


@dataclass(frozen=True, slots=True)
class Group:
    """The tasks that are due at one time."""

    label: str
    due: str
    rows: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Day:
    """One day that cannot move."""

    day: str
    text: str
    confirmed: bool
    source: str


@dataclass(frozen=True, kw_only=True)
class AlarmPage(Page):
    """The list of a declared plan."""

    template: ClassVar[str] = "emergency/alarm.html"
    title: ClassVar[str] = _("A declared plan")
    area: ClassVar[str] = "emergency"
    root: str
    plan: str
    name: str
    scenario: str
    since: str
    by: str
    reason: str
    by_others: bool
    over: bool
    called_off: Sequence[str]
    groups: Sequence[Group]
    days: Sequence[Day]
    open: int
    whole: int
    me: str
    others: Sequence[str]
    refused: MayNotCallOff | None = None


def _alarm(visit: Visit) -> Reply:
    return _page(visit, alarm_of(visit))


def _page(visit: Visit, of: AlarmFile, refused: MayNotCallOff | None = None) -> AlarmPage:
    items, words = checklist(visit.db, of), Wording(visit.language)
    return AlarmPage(
        root=of.root,
        plan=of.plan.root,
        name=of.plan.name,
        scenario=SCENARIOS.label(of.plan.scenario, visit.say),
        since=_clock(of.declared, visit.language) if of.declared else "",
        by=of.by,
        reason=of.reason,
        by_others=of.by_others,
        over=of.over,
        called_off=sorted(of.called_off),
        groups=list(_groups(visit, items)),
        days=[
            Day(
                words.day(PartialDate(each.day.isoformat())),
                each.text if each.own else visit.say(each.text),
                each.confirmed,
                each.source,
            )
            for each in hard_days(of)
        ],
        open=sum(item.state not in FINAL for item in items),
        whole=len(items),
        me=visit.desk.tray.get(ME, ""),
        others=of.plan.others,
        refused=refused,
        status=422 if refused else 200,
    )


def _groups(visit: Visit, items: Sequence[Item]) -> Iterator[Group]:
    for at, term in TIMES.terms.items():
        due = [item for item in items if item.at == at]
        if due:
            rows = [_row(visit, item) for item in due]
            yield Group(term.label, _clock(due[0].due, visit.language), rows)


def _row(visit: Visit, item: Item) -> Row:
    state = item.state
    label = _STATES[state] if state in _STATES else TASK_STATES.terms[state].label
    return Row(
        task=item.task,
        text=item.text if item.own else visit.say(item.text),
        part=PARTS.label(item.part, visit.say) if item.part else "",
        people=[(who.root, who.name, _number(who)) for who in item.people],
        state=state,
        label=label,
        settled=state in FINAL,
        late=item.is_late(visit.case.clock()),
        said=[
            ", ".join(filter(None, [TASK_STATES.label(each.state, visit.say), each.by, each.note]))
            for each in item.entries
        ],
    )


def _number(who: ContactFile) -> str:
    """The first address to try whose key has not changed."""
    usable = [each for each in who.open_channels if each.key.state != CHANGED]
    return next((each.address for each in usable if each.address), "")


def _clock(moment: datetime, language: str) -> str:
    """A moment on the clocks of this computer."""
    from babel.dates import format_datetime

    return format_datetime(moment.astimezone(), "d MMM, HH:mm", locale=language)


def _me(visit: Visit) -> Reply:
    """Remember who works on the list at this computer, until somebody else says so."""
    visit.desk.tray[ME] = visit.one("me")[:200]
    return Redirect(f"/emergency/alarms/{alarm_of(visit).root}")


def _done(visit: Visit) -> Reply:
    """Say how a task stands, in the name of who works on the list here."""
    of, me = alarm_of(visit), visit.desk.tray.get(ME, "")
    mark(visit.case, of, visit.one("task"), visit.one("state"), me, visit.one("note"))
    return Redirect(f"/emergency/alarms/{of.root}")


def _off(visit: Visit) -> Reply:
    """Call it off, one person at a time."""
    of = alarm_of(visit)
    try:
        proof = visit.one("proof") == "yes"
        call_off(visit.case, of, visit.one("by"), visit.one("why"), proof=proof)
    except MayNotCallOff as error:
        return _page(visit, of, error)
    return Redirect(f"/emergency/alarms/{of.root}")


ways = (
    get("/emergency/alarms/{root}", _alarm),
    post("/emergency/alarms/{root}/me", _me),
    post("/emergency/alarms/{root}/done", _done),
    post("/emergency/alarms/{root}/off", _off),
)
