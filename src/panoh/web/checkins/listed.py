"""Every check-in, how it stood when it was last heard, and one button: I am well."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from panoh.emergency.watching.believing import ALARM
from panoh.emergency.watching.meaning import STATES, clock, there
from panoh.emergency.watching.reading import OrderFile, orders
from panoh.emergency.watching.sending import check_in
from panoh.model.messages import mark as _
from panoh.web.checkins.work import Said, ask, said
from panoh.web.page import Page, Redirect, Reply
from panoh.web.routes import get, post
from panoh.web.visit import Visit

BEFORE, NOTHING = _("check in before {time}"), _("nothing is expected before {time}")


@dataclass(frozen=True, slots=True)
class Row:
    """One check-in: `state` is a msgid, `heard` says when that was so; times are of its zone.

    `until` is the msgid of a sentence about the time `before`.
    """

    root: str
    title: str
    watcher: str
    state: str
    heard: str
    before: str
    until: str
    alarm: bool
    unanswered: bool
    armed: bool
    over: bool


@dataclass(frozen=True, kw_only=True)
class ListPage(Page):
    """The check-ins; `pin` says whether one of them wants a PIN."""

    template: ClassVar[str] = "checkins/list.html"
    title: ClassVar[str] = _("Check-ins")
    area: ClassVar[str] = "checkins"
    rows: Sequence[Row]
    pin: bool
    said: Sequence[Said]


def row(of: OrderFile) -> Row:
    """What a list shows of a check-in."""
    plan = of.told.plan if of.told else None
    seen = of.seen
    waited = seen is not None and seen.name not in ALARM | {"draft", "paused", "ended"}
    at = (seen.deadline if waited else seen.until) if seen else 0
    return Row(
        root=of.root,
        title=of.title,
        watcher=of.relay,
        state=STATES.get(seen.name, "") if seen else "",
        heard=moment(of.heard.heard) if of.heard and of.heard.heard else "",
        before=clock(there(at, plan)) if plan and at and not of.over else "",
        until=BEFORE if waited else NOTHING,
        alarm=seen is not None and seen.name in ALARM,
        unanswered=of.unanswered is not None,
        armed=of.armed,
        over=of.over,
    )


def moment(when: datetime) -> str:
    """A moment on the clocks of this computer."""
    return clock(when.astimezone())


def has_pin(of: OrderFile) -> bool:
    """Whether its plan has PINs."""
    return bool(of.told and of.told.plan and of.told.plan.page)


def _list(visit: Visit) -> Reply:
    found = orders(visit.db)
    return ListPage(
        rows=[row(each) for each in found],
        pin=any(has_pin(each) for each in found if each.armed),
        said=said(visit),
    )


def _now(visit: Visit) -> Reply:
    armed = [each for each in orders(visit.db) if each.armed]
    pin = visit.one("pin")
    if not armed:
        return Redirect("/checkins")
    return ask(visit, armed, lambda held, root: check_in(held, root, pin), "/checkins")


ways = (get("/checkins", _list), post("/checkins/now", _now))
