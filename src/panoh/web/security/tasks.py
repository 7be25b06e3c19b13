"""The programme: one task at a time, what was said of it, and everything that fits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from panoh.casebook.index.reading import view_of
from panoh.casebook.wording import Wording
from panoh.model.dates import PartialDate
from panoh.model.messages import mark as _
from panoh.model.thesauri import MEASURE_STATES, PLATFORMS
from panoh.security.errors import NoSuchMeasure
from panoh.security.incidents import clusters, incidents
from panoh.security.measures import catalogue
from panoh.security.measures.measure import Source, Where
from panoh.security.profile import fitted
from panoh.security.programme import AGAIN, FAILED, OPEN, WAITING, Programme, Task, programme
from panoh.security.progress import SHOW_AGAIN, record_state
from panoh.web.page import Page, Redirect, Reply
from panoh.web.routes import get, post
from panoh.web.security.incidents import Several, several
from panoh.web.visit import Visit

STATES = {
    OPEN: _("open"),
    AGAIN: _("look again"),
    FAILED: _("not in order"),
    WAITING: _("waits for another"),
}
#: What was said last, so that it can be taken back at once.
SAID = "security said"


@dataclass(frozen=True, slots=True)
class Shown:
    """One task as a page shows it; texts are msgids, `parts` are platforms with their steps."""

    id: str
    device: str
    what: str
    why: str
    state: str
    settled: bool
    until: str
    cautions: Sequence[Where]
    parts: Sequence[tuple[str, Sequence[str]]]
    sources: Sequence[Source]
    verified_on: str
    confirmed: bool
    open: str


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody just said of a task."""

    id: str
    device: str
    what: str
    state: str


@dataclass(frozen=True, kw_only=True)
class SecurityPage(Page):
    """The one task to do. `told` says whether anybody said what applies to them."""

    template: ClassVar[str] = "security/now.html"
    title: ClassVar[str] = _("Security")
    area: ClassVar[str] = "security"
    task: Shown | None
    after: Sequence[Shown]
    several: Sequence[Several]
    said: Said | None
    told: bool
    done: int
    whole: int


@dataclass(frozen=True, kw_only=True)
class TaskPage(Page):
    """One measure, for each device it is a task for."""

    template: ClassVar[str] = "security/one.html"
    title: ClassVar[str] = _("A measure")
    area: ClassVar[str] = "security"
    tasks: Sequence[Shown]


@dataclass(frozen=True, kw_only=True)
class TasksPage(Page):
    """Everything that fits, by where it stands."""

    template: ClassVar[str] = "security/tasks.html"
    title: ClassVar[str] = _("All measures")
    area: ClassVar[str] = "security"
    groups: Mapping[str, Sequence[Shown]]


def _now(visit: Visit) -> Reply:
    today = visit.case.clock().date()
    plan, words = programme(visit.db, today), Wording(visit.language)
    who, said = fitted(visit.db), visit.desk.tray.get(SAID)
    return SecurityPage(
        task=shown(plan.now, words) if plan.now else None,
        after=[shown(each, words) for each in plan.open[1:]],
        several=several(clusters(incidents(visit.db), today)),
        said=said,
        told=bool(who.audiences or who.devices or who.countries),
        done=len(plan.standing("done")),
        whole=len(plan.tasks),
    )


def shown(task: Task, words: Wording) -> Shown:
    """The task as a page shows it."""
    advice = task.advice
    return Shown(
        id=advice.id,
        device=task.device.name if task.device else "",
        what=advice.what,
        why=advice.why,
        state=_state(task),
        settled=task.state in MEASURE_STATES.terms,
        until=_day(task.until, words),
        cautions=task.cautions,
        parts=[
            (PLATFORMS.terms[name].label if name in PLATFORMS.terms else "", steps)
            for name, steps in task.parts
        ],
        sources=advice.sources,
        verified_on=advice.verified_on,
        confirmed=advice.confirmed,
        open=advice.open,
    )


def _state(task: Task) -> str:
    """Where it stands, as a msgid."""
    if task.state in STATES:
        return STATES[task.state]
    return MEASURE_STATES.terms[task.state].label if task.state in MEASURE_STATES.terms else ""


def _day(day: date | None, words: Wording) -> str:
    return words.day(PartialDate(day.isoformat())) if day else ""


def _all(visit: Visit) -> Reply:
    plan, words = _programme(visit), Wording(visit.language)
    orders = (
        (_("Open now"), (FAILED, AGAIN, OPEN)),
        (_("Wait for another"), (WAITING,)),
        (_("Put off"), ("later",)),
        (_("Done"), ("done",)),
        (_("Not for me"), ("not_for_me",)),
    )
    groups = {label: [shown(t, words) for t in plan.standing(*states)] for label, states in orders}
    return TasksPage(groups={label: found for label, found in groups.items() if found})


def _programme(visit: Visit) -> Programme:
    return programme(visit.db, visit.case.clock().date())


def _one(visit: Visit) -> Reply:
    words = Wording(visit.language)
    found = [each for each in _programme(visit).tasks if each.advice.id == visit.path["measure"]]
    if not found:
        raise NoSuchMeasure
    return TaskPage(tasks=[shown(each, words) for each in found])


def _say(visit: Visit) -> Reply:
    """What became of a task: done, later, not for me; or take that back."""
    state, id_, device = visit.one("state"), visit.one("measure"), visit.one("device")
    if state not in MEASURE_STATES.terms:
        return Redirect("/security")
    record_state(visit.case, id_, device, state)
    visit.desk.tray.pop(SAID, None)
    if state != SHOW_AGAIN:
        label = MEASURE_STATES.terms[state].label
        visit.desk.tray[SAID] = Said(id_, device, catalogue()[id_].what, label)
    return Redirect("/security")


def _see(visit: Visit) -> Reply:
    """Where something that Today names is shown: a measure, an incident or a threat."""
    entity = visit.path["entity"]
    if entity in catalogue():
        return Redirect(f"/security/measures/{entity}")
    kind = view_of(visit.db, entity).kind
    place = {"incident": "incidents", "threat": "threats"}.get(kind)
    return Redirect(f"/security/{place}/{entity}" if place else "/security")


ways = (
    get("/security", _now),
    post("/security/said", _say),
    get("/security/measures", _all),
    get("/security/measures/{measure}", _one),
    get("/security/see/{entity}", _see),
)
