"""Declaring a plan: one step, by whoever is there; nobody is told by the program."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from panoh.emergency.alarm import running
from panoh.emergency.plan.reading import called
from panoh.emergency.telling import declare
from panoh.model.messages import mark as _
from panoh.model.thesauri import SCENARIOS
from panoh.web.emergency.meant import plan_of
from panoh.web.page import Page, Redirect, Reply
from panoh.web.routes import get, post
from panoh.web.visit import Visit

#: Who works on the list at this computer, so that it is asked once.
ME = "emergency me"


@dataclass(frozen=True, kw_only=True)
class DeclarePage(Page):
    """One button; who declares it and why may stay open."""

    template: ClassVar[str] = "emergency/declare.html"
    title: ClassVar[str] = _("Declare the plan")
    area: ClassVar[str] = "emergency"
    root: str
    name: str
    scenario: str
    signs: str
    may: Sequence[str]
    me: str


def _ask(visit: Visit) -> Reply:
    found = plan_of(visit)
    names = [called(visit.db, each) for each in found.many("declare")]
    return DeclarePage(
        root=found.root,
        name=found.name,
        scenario=SCENARIOS.label(found.scenario, visit.say),
        signs=found.text("signs"),
        may=[name for name in names if name],
        me=visit.desk.tray.get(ME, ""),
    )


def _declare(visit: Visit) -> Reply:
    """Declare it; one that runs already is shown and not declared twice."""
    found = plan_of(visit)
    alarms = running(visit.db, found)
    if alarms:
        return Redirect(f"/emergency/alarms/{alarms[-1].root}")
    me = visit.one("by")[:200]
    if me:
        visit.desk.tray[ME] = me
    return Redirect(f"/emergency/alarms/{declare(visit.case, found, me, visit.one('reason'))}")


ways = (
    get("/emergency/plans/{root}/declare", _ask),
    post("/emergency/plans/{root}/declare", _declare),
)
