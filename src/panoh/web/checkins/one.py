"""One check-in: what comes next, what can be told to its watcher, and what that one knows."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from panoh.checkin import Plan
from panoh.emergency.watching.errors import NotArmed
from panoh.emergency.watching.knowing import Known, knows
from panoh.emergency.watching.making import for_trip, moment
from panoh.emergency.watching.meaning import (
    ANSWERS,
    DEEDS,
    Preview,
    Proof,
    look_ahead,
    proofs,
)
from panoh.emergency.watching.reading import OrderFile, SentFile, names_in, order
from panoh.emergency.watching.sending import (
    arm,
    check_in,
    end,
    look,
    pause,
    resume,
)
from panoh.model.errors import PanohError
from panoh.model.messages import mark as _
from panoh.web.checkins.listed import Row, has_pin, row
from panoh.web.checkins.listed import moment as moment_here
from panoh.web.checkins.work import Act, Said, ask, said
from panoh.web.page import Page, Redirect, Reply
from panoh.web.routes import get, post
from panoh.web.visit import Visit

LISTED = 20


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was sent, and what came back; msgids."""

    at: str
    deed: str
    answer: str


@dataclass(frozen=True, kw_only=True)
class OnePage(Page):
    """A check-in. `away` says that a trip stands in the place of the usual times."""

    template: ClassVar[str] = "checkins/one.html"
    title: ClassVar[str] = _("Check-in")
    area: ClassVar[str] = "checkins"
    row: Row
    zone: str
    pin: bool
    paused: bool
    away: bool
    next: Preview | None
    proofs: Sequence[Proof]
    knows: Sequence[Known]
    sent: Sequence[Line]
    said: Sequence[Said]
    wrong: PanohError | None = None


def _one(visit: Visit) -> Reply:
    return _page(visit)


def _page(visit: Visit, wrong: PanohError | None = None) -> Reply:
    db, of = visit.db, order(visit.db, visit.path["root"])
    if not of.sent:
        return Redirect("/checkins")
    plan = _plan(of)
    names = names_in(db, of.told)
    return OnePage(
        row=row(of),
        zone=plan.schedule.zone if plan else "",
        pin=has_pin(of),
        paused=of.seen is not None and of.seen.name == "paused",
        away=of.told is not None and of.usual is not None and of.told.plan != of.usual.plan,
        next=look_ahead(plan, names, visit.case.clock()) if plan and of.armed else None,
        proofs=proofs(plan) if plan and of.armed else (),
        knows=knows(of, names),
        sent=[_line(each) for each in reversed(of.sent[-LISTED:])],
        said=said(visit),
        wrong=wrong,
        status=422 if wrong else 200,
    )


def _plan(of: OrderFile) -> Plan | None:
    return of.told.plan if of.told else None


def _line(sent: SentFile) -> Line:
    return Line(
        at=moment_here(sent.at) if sent.at else "",
        deed=DEEDS.get(sent.do, ""),
        answer=ANSWERS.get(sent.answer, ""),
    )


def _tell(visit: Visit) -> Reply:
    """Carry out what a button says; what was typed wrongly is told at once, and nothing is sent."""
    of = order(visit.db, visit.path["root"])
    make = DOES.get(visit.path["deed"])
    if make is None:
        return Redirect(f"/checkins/{of.root}")
    try:
        act = make(visit, of)
    except PanohError as error:
        return _page(visit, error)
    return ask(visit, [of], act, f"/checkins/{of.root}")


def _now(visit: Visit, _of: OrderFile) -> Act:
    pin = visit.one("pin")
    return lambda held, root: check_in(held, root, pin)


def _look(_visit: Visit, _of: OrderFile) -> Act:
    return look


def _pause(visit: Visit, of: OrderFile) -> Act:
    pin, plan = visit.one("pin"), _plan(of)
    until = moment(visit.one("until"), plan.schedule.zone if plan else "UTC")
    return lambda held, root: pause(held, root, until, pin)


def _resume(visit: Visit, _of: OrderFile) -> Act:
    pin = visit.one("pin")
    return lambda held, root: resume(held, root, pin)


def _end(visit: Visit, _of: OrderFile) -> Act:
    pin = visit.one("pin")
    return lambda held, root: end(held, root, pin)


def _trip(visit: Visit, of: OrderFile) -> Act:
    told, pin = of.told, visit.one("pin")
    if told is None or told.plan is None:
        raise NotArmed
    ends = moment(visit.one("ends"), told.plan.schedule.zone)
    now = int(visit.case.clock().timestamp())
    plan = for_trip(told.plan, ends, minutes(visit, "grace", 30) * 60, now)
    return lambda held, root: arm(held, root, plan, told.who, pin)


def _back(visit: Visit, of: OrderFile) -> Act:
    return _sent_again(of.usual, visit.one("pin"))


def _again(visit: Visit, of: OrderFile) -> Act:
    return _sent_again(of.wanted, visit.one("pin"))


def _sent_again(sent: SentFile | None, pin: str) -> Act:
    if sent is None or sent.plan is None:
        raise NotArmed
    plan, who = sent.plan, sent.who
    return lambda held, root: arm(held, root, plan, who, pin)


def minutes(visit: Visit, name: str, default: int) -> int:
    """A number of minutes, within what a plan can hold."""
    text = visit.one(name)
    return int(text) if text.isascii() and text.isdigit() and 0 < len(text) < 5 else default


DOES: Mapping[str, Callable[[Visit, OrderFile], Act]] = {
    "now": _now,
    "ask": _look,
    "pause": _pause,
    "resume": _resume,
    "trip": _trip,
    "back": _back,
    "again": _again,
    "end": _end,
}

ways = (
    get("/checkins/{root}", _one),
    post("/checkins/{root}/{deed}", _tell),
)
