"""Who acts: parts given to contacts, own tasks, and drills that say whether it works."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from panoh.casebook.wording import Wording
from panoh.emergency.plan.blocks import HOME
from panoh.emergency.plan.reading import PlanFile, RoleFile
from panoh.emergency.telling import add_task, give_part, note_drill
from panoh.model.dates import PartialDate
from panoh.model.messages import mark as _
from panoh.model.thesauri import DRILL_RESULTS, PARTS, TIMES
from panoh.network.contacts import helping
from panoh.web.days import day_of
from panoh.web.emergency.filling import place
from panoh.web.emergency.meant import plan_of
from panoh.web.page import Page, Redirect, Reply
from panoh.web.routes import get, post
from panoh.web.visit import Visit


@dataclass(frozen=True, slots=True)
class Part:
    """One part: who has it, who steps in, when it was last confirmed."""

    code: str
    label: str
    who: str
    substitute: str
    confirmed: str


@dataclass(frozen=True, kw_only=True)
class PeoplePage(Page):
    """The parts, and the contacts who still help, by name."""

    template: ClassVar[str] = "emergency/people.html"
    title: ClassVar[str] = _("Who acts")
    area: ClassVar[str] = "emergency"
    root: str
    parts: Sequence[Part]
    contacts: Mapping[str, str]
    back: str
    next: str


def _ask(visit: Visit) -> Reply:
    found = plan_of(visit)
    here = f"/emergency/plans/{found.root}"
    if found.side == HOME:
        return Redirect(here)
    known = helping(visit.db, visit.case.clock().date())
    return PeoplePage(
        root=found.root,
        parts=[_part(found, code, Wording(visit.language)) for code in PARTS.terms],
        contacts={each.root: each.name or visit.say(_("(no name)")) for each in known},
        back=place(found, "people", -1),
        next=place(found, "people", 1),
    )


def _part(found: PlanFile, code: str, words: Wording) -> Part:
    role = _role(found, code)
    day = role.confirmed if role else None
    return Part(
        code,
        PARTS.terms[code].label,
        role.who.root if role and role.who else "",
        role.substitute.root if role and role.substitute else "",
        words.day(PartialDate(day.isoformat())) if day else "",
    )


def _role(found: PlanFile, code: str) -> RoleFile | None:
    return next(iter(found.role(code)), None)


def _give(visit: Visit) -> Reply:
    """Save every part that was changed, or confirmed anew."""
    found = plan_of(visit)
    known = {each.root for each in helping(visit.db, visit.case.clock().date())}
    for code in PARTS.terms:
        who, other = (visit.one(f"{name}-{code}") for name in ("who", "other"))
        told = _part(found, code, Wording(visit.language))
        said = visit.one(f"confirmed-{code}") == "yes"
        if who in known and (said or (who, other) != (told.who, told.substitute)):
            give_part(visit.case, found, code, who, other if other in known else "", said)
    if visit.one("then") == "stop":
        return Redirect(f"/emergency/plans/{found.root}")
    return Redirect(place(found, "people", 1))


def _task(visit: Visit) -> Reply:
    found, what = plan_of(visit), visit.one("what")
    at, part = visit.one("at"), visit.one("part")
    if what and at in TIMES.terms:
        add_task(visit.case, found, at, what, part if part in PARTS.terms else "")
    return Redirect(f"/emergency/plans/{found.root}")


def _drill(visit: Visit) -> Reply:
    """Note that the plan was tried out; raises what a date raises."""
    found, typed = plan_of(visit), visit.one("day")
    day = day_of(typed, visit.language) if typed else visit.case.clock().date()
    tested, result = visit.one("tested"), visit.one("result")
    if tested and result in DRILL_RESULTS.terms:
        note_drill(visit.case, found, day, tested, result, visit.one("fix"))
    return Redirect(f"/emergency/plans/{found.root}")


ways = (
    get("/emergency/plans/{root}/people", _ask),
    post("/emergency/plans/{root}/people", _give),
    post("/emergency/plans/{root}/task", _task),
    post("/emergency/plans/{root}/drill", _drill),
)
