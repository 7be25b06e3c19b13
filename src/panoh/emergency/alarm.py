"""A plan declared: one step, then a list that several people can work through at once.

Nothing is taken back by a clock: a task is done once anybody says so, and an entry written by
mistake is retracted. An alarm ends when two people who may say so call it off, or when proof of
life was given.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from panoh.casebook.index.reading import naming, view_of
from panoh.casebook.view import View, settled
from panoh.emergency.plan.gaps import hard_dates
from panoh.emergency.plan.reading import PlanFile, called, plan
from panoh.emergency.plan.rules import Hard, from_rules
from panoh.emergency.plan.timeline import steps
from panoh.model.instants import InstantUnreadable, parse_instant
from panoh.model.thesauri import OFFSETS
from panoh.network.contacts import ContactFile

OPEN, TAKEN_ON, DIFFERS = "open", "taken", "differs"
FINAL = frozenset(("done", "not_needed", "impossible"))
#: "At once" is not late in the same minute: nobody is told off while they dial.
WHILE = timedelta(minutes=30)
#: So many people end an alarm where nobody proves to be alive.
TOGETHER = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """What somebody said about a task."""

    state: str
    by: str
    at: str
    note: str


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the list. `text` is a msgid unless `own`; `due` is in UTC."""

    task: str
    text: str
    own: bool
    at: str
    due: datetime
    part: str
    people: tuple[ContactFile, ...]
    state: str
    entries: tuple[Entry, ...]

    def is_late(self, now: datetime) -> bool:
        """Whether its time has passed by more than a while and nobody has settled it."""
        return self.state not in FINAL and self.due + WHILE < now


@dataclass(frozen=True, slots=True)
class AlarmFile:
    """One declared plan. `declared` is `None` where no instant of it can be read.

    `by_others`: whoever declared it is not among those whom the plan names for that. It counts
    all the same, because an alarm fails towards the alarm.
    """

    root: str
    plan: PlanFile
    declared: datetime | None
    by: str
    reason: str
    called_off: frozenset[str]
    proof: bool
    over: bool
    by_others: bool


def alarm(db: Any, entity: str) -> AlarmFile:
    """One declared plan as it stands."""
    view = view_of(db, entity)
    told, _unsure = settled(view)
    named_plans = [each.value for each in view.told("plan") if each.value]
    of = plan(db, told.get("plan") or min(named_plans, default=""))
    named = {fold(name) for name in view.each("called_off")}
    may = allowed(db, of)
    off = frozenset(named & may if may else named)
    proof = {each.value for each in view.told("proof")} == {"yes"}
    declarers = {fold(called(db, each)) for each in of.many("declare")} - {""}
    by = told.get("by") or ""
    return AlarmFile(
        root=view.root,
        plan=of,
        declared=_earliest(view),
        by=by,
        reason=told.get("reason") or "",
        called_off=off,
        proof=proof,
        over=proof or len(off) >= TOGETHER,
        by_others=bool(declarers) and fold(by) not in declarers,
    )


def running(db: Any, of: PlanFile) -> list[AlarmFile]:
    """The alarms of a plan that are not over."""
    return [each for each in (alarm(db, root) for root in of.alarms) if not each.over]


def allowed(db: Any, of: PlanFile) -> frozenset[str]:
    """The names of those who may call the plan off, folded; empty where nobody is named."""
    return frozenset({fold(called(db, each)) for each in of.many("call_off")} - {""})


def fold(name: str) -> str:
    """A name as it is compared."""
    return " ".join(name.split()).casefold()


def checklist(db: Any, of: AlarmFile) -> list[Item]:
    """Every task of a declared plan, in the order of time, with who is on it and how it stands."""
    said = _entries(db, of.root)
    people = _people(of.plan)
    found = []
    for task, text, own, at, part in _tasks(of.plan):
        entries = tuple(said[task])
        found.append(
            Item(
                task,
                text,
                own,
                at,
                _due(of.declared, at),
                part,
                people[part],
                _state(entries),
                entries,
            )
        )
    return sorted(found, key=lambda item: (OFFSETS.get(item.at, 0), item.own))


def hard_days(of: AlarmFile) -> list[Hard]:
    """The days that cannot move: those that count from the alarm, and those the plan names."""
    named = [Hard(day, what, own=True) for what, day in hard_dates(of.plan)]
    country = of.plan.text("country")
    counted = from_rules(of.plan.scenario, country, of.declared) if of.declared else []
    return sorted([*named, *counted], key=lambda each: each.day)


def tasks_of(of: PlanFile) -> list[tuple[str, str]]:
    """The short names of a plan's tasks with their words (msgids, but for own ones)."""
    return [(task, text) for task, text, _own, _at, _part in _tasks(of)]


def _tasks(of: PlanFile) -> Iterable[tuple[str, str, bool, str, str]]:
    for step in steps(of.scenario, of.side):
        yield step.code, step.text, False, step.at, step.part
    for own in of.tasks:
        yield own.root, own.what, True, own.at, own.part


def _due(declared: datetime | None, at: str) -> datetime:
    """When a task is due; where nobody can say when it began, it was due already."""
    start = declared or datetime(1970, 1, 1, tzinfo=UTC)
    return start + timedelta(hours=OFFSETS.get(at, 0))


def _people(of: PlanFile) -> defaultdict[str, tuple[ContactFile, ...]]:
    found: defaultdict[str, tuple[ContactFile, ...]] = defaultdict(tuple)
    for role in of.roles:
        found[role.part] += tuple(each for each in (role.who, role.substitute) if each)
    return found


def _entries(db: Any, root: str) -> defaultdict[str, list[Entry]]:
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for view in naming(db, [root], "done", "alarm"):
        told, _unsure = settled(view)
        entry = Entry(*(told.get(name) or "" for name in ("state", "by", "at", "note")))
        found[told.get("task") or ""].append(entry)
    for entries in found.values():
        entries.sort(key=lambda entry: (entry.at, entry.by))
    return found


def _state(entries: Iterable[Entry]) -> str:
    """Settled once anybody settled it; where people settled it differently, that is shown."""
    states = {entry.state for entry in entries}
    final = states & FINAL
    if len(final) > 1:
        return DIFFERS
    return final.pop() if final else TAKEN_ON if TAKEN_ON in states else OPEN


def _earliest(view: View) -> datetime | None:
    """The earliest instant told: a deadline must not slip because somebody's clock is slow."""
    found = []
    for told in view.told("declared"):
        try:
            found.append(parse_instant(told.value))
        except InstantUnreadable:
            continue
    return min(found, default=None)
