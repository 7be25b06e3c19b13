"""One plan: what it lacks, its blocks, who acts, what to do when, drills."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from panoh.casebook.wording import Wording
from panoh.emergency.alarm import alarm, running
from panoh.emergency.plan.blocks import BLOCKS, HOME, Block
from panoh.emergency.plan.gaps import hard_dates
from panoh.emergency.plan.reading import PlanFile
from panoh.emergency.plan.rules import Rule, rules_for
from panoh.emergency.plan.timeline import steps
from panoh.emergency.plan.wording import Reader, text_of
from panoh.model.dates import PartialDate
from panoh.model.kinds import KINDS
from panoh.model.messages import mark as _
from panoh.model.thesauri import DRILL_RESULTS, OFFSETS, PARTS, SCENARIOS, SIDES, TIMES
from panoh.web.emergency.meant import lacking, plan_of
from panoh.web.page import Page, Reply
from panoh.web.routes import get
from panoh.web.visit import Visit

#: Blocks whose fields a plan has from the beginning.
_MADE = ("made",)


@dataclass(frozen=True, slots=True)
class Part:
    """One block with what is told: its class for paper, its fields in words."""

    code: str
    label: str
    paper: str
    facts: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Acting:
    """Who takes a part, who steps in, and when it was last confirmed."""

    part: str
    who: tuple[str, str]
    substitute: tuple[str, str]
    confirmed: str


@dataclass(frozen=True, kw_only=True)
class PlanPage(Page):
    """Everything in one plan. The title of the page says neither who nor what."""

    template: ClassVar[str] = "emergency/plan.html"
    title: ClassVar[str] = _("A plan")
    area: ClassVar[str] = "emergency"
    root: str
    name: str
    person: str
    scenario: str
    side: str
    home: bool
    lacks: Sequence[str]
    parts: Sequence[Part]
    empty: Sequence[tuple[str, str]]
    acting: Sequence[Acting]
    tasks: Sequence[tuple[str, Sequence[str]]]
    drills: Sequence[tuple[str, str, str, str]]
    results: Sequence[tuple[str, str]]
    times: Sequence[tuple[str, str]]
    takes: Sequence[tuple[str, str]]
    today: str
    others: Sequence[str]
    alarm: str
    past: Sequence[tuple[str, str]]
    days: Sequence[tuple[str, str]]
    rules: Sequence[Rule]


def _plan(visit: Visit) -> Reply:
    found, words = plan_of(visit), Wording(visit.language)
    today = visit.case.clock().date()
    alarms = running(visit.db, found)
    blocks = [block for block in BLOCKS if found.side in block.sides]
    parts = [_part(visit, found, block) for block in blocks]
    return PlanPage(
        root=found.root,
        name=found.name,
        person=found.person,
        scenario=SCENARIOS.label(found.scenario, visit.say),
        side=SIDES.label(found.side, visit.say),
        home=found.side == HOME,
        lacks=lacking(visit, found),
        parts=[part for part in parts if part.facts],
        empty=[(part.code, part.label) for part in parts if not part.facts],
        acting=_acting(found, words),
        tasks=_tasks(visit, found),
        drills=_drills(found, words),
        results=[(code, term.label) for code, term in DRILL_RESULTS.terms.items()],
        times=[(code, term.label) for code, term in TIMES.terms.items()],
        takes=[(code, term.label) for code, term in PARTS.terms.items()],
        today=words.day(PartialDate(today.isoformat())),
        others=found.others,
        alarm=alarms[-1].root if alarms else "",
        past=_past(visit, found, words),
        days=[
            (words.day(PartialDate(day.isoformat())), visit.say(what))
            for what, day in hard_dates(found)
        ],
        rules=rules_for(found.scenario, found.text("country")),
    )


def _past(visit: Visit, found: PlanFile, words: Wording) -> list[tuple[str, str]]:
    """When the plan was declared before, and the list of each time, the newest first."""
    known = [alarm(visit.db, root) for root in found.alarms]
    over = [each for each in known if each.over and each.declared]
    told = [(each.declared.date().isoformat(), each.root) for each in over if each.declared]
    return [(root, words.day(PartialDate(day))) for day, root in sorted(told, reverse=True)]


def _part(visit: Visit, found: PlanFile, block: Block) -> Part:
    reader = Reader(visit.db, visit.language, visit.say)
    names = [
        name
        for name in block.fields
        if name not in _MADE and (found.told.get(name) or name in found.unsure)
    ]
    return Part(
        block.code,
        block.label,
        block.paper,
        [(KINDS["plan"].fields[name].note.label, text_of(reader, found, name)) for name in names],
    )


def _acting(found: PlanFile, words: Wording) -> list[Acting]:
    return [
        Acting(
            PARTS.label(role.part, words.say),
            (role.who.root, role.who.name) if role.who else ("", ""),
            (role.substitute.root, role.substitute.name) if role.substitute else ("", ""),
            words.day(PartialDate(role.confirmed.isoformat())) if role.confirmed else "",
        )
        for role in found.roles
    ]


def _tasks(visit: Visit, found: PlanFile) -> list[tuple[str, Sequence[str]]]:
    """What is to be done, by the time at which it is due."""
    told = [(step.at, visit.say(step.text)) for step in steps(found.scenario, found.side)]
    told += [(own.at, own.what) for own in found.tasks]
    times = ((at, [text for when, text in told if when == at]) for at in OFFSETS)
    return [(TIMES.terms[at].label, texts) for at, texts in times if texts]


def _drills(found: PlanFile, words: Wording) -> list[tuple[str, str, str, str]]:
    return [
        (
            words.day(PartialDate(each.day.isoformat()) if each.day else None),
            each.tested,
            DRILL_RESULTS.label(each.result, words.say),
            each.fix,
        )
        for each in found.drills
    ]


ways = (get("/emergency/plans/{root}", _plan),)
