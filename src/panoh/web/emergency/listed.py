"""Every plan: the declared ones first, then what each of them lacks."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from panoh.casebook.index.reading import view_of
from panoh.emergency.alarm import FINAL, checklist, running
from panoh.emergency.plan.reading import PlanFile, plans
from panoh.model.messages import mark as _
from panoh.model.thesauri import SCENARIOS, SIDES
from panoh.web.emergency.meant import lacking
from panoh.web.page import Page, Redirect, Reply
from panoh.web.routes import get
from panoh.web.visit import Visit


@dataclass(frozen=True, slots=True)
class Row:
    """One plan: for whom, for which situation, how much it lacks, and its alarm if it runs."""

    root: str
    name: str
    scenario: str
    side: str
    lacks: int
    alarm: str
    open: int
    late: int


@dataclass(frozen=True, kw_only=True)
class EmergencyPage(Page):
    """All plans."""

    template: ClassVar[str] = "emergency/list.html"
    title: ClassVar[str] = _("Emergency")
    area: ClassVar[str] = "emergency"
    rows: Sequence[Row]


def _list(visit: Visit) -> Reply:
    rows = [_row(visit, each) for each in plans(visit.db)]
    return EmergencyPage(rows=sorted(rows, key=lambda row: not row.alarm))


def _row(visit: Visit, found: PlanFile) -> Row:
    alarms, now = running(visit.db, found), visit.case.clock()
    items = checklist(visit.db, alarms[-1]) if alarms else []
    return Row(
        root=found.root,
        name=found.name,
        scenario=SCENARIOS.label(found.scenario, visit.say),
        side=SIDES.label(found.side, visit.say),
        lacks=len(lacking(visit, found)),
        alarm=alarms[-1].root if alarms else "",
        open=sum(item.state not in FINAL for item in items),
        late=sum(item.is_late(now) for item in items),
    )


def _see(visit: Visit) -> Reply:
    """Where something that Today names is shown: a plan or a declared one."""
    entity = visit.path["entity"]
    place = {"plan": "plans", "alarm": "alarms"}.get(view_of(visit.db, entity).kind)
    return Redirect(f"/emergency/{place}/{entity}" if place else "/emergency")


ways = (get("/emergency", _list), get("/emergency/see/{entity}", _see))
