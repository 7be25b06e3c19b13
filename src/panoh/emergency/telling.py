"""Writing plans, parts, tasks, drills and alarms down; each is checked first and saved at once."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec

from panoh.casebook.record import Case, save, tell
from panoh.emergency.alarm import AlarmFile, allowed, fold, tasks_of
from panoh.emergency.errors import MayNotCallOff, NotForHome, TaskUnknown
from panoh.emergency.plan.blocks import HOME, HOME_FIELDS
from panoh.emergency.plan.reading import PlanFile
from panoh.model.dates import PartialDate
from panoh.model.ids import new_entity
from panoh.model.instants import format_instant
from panoh.model.kinds import KINDS, Alarm, Done, Drill, Plan, Role, Task
from panoh.network.telling import change, check


def make_plan(case: Case, **fields: Any) -> str:
    """Begin a plan; returns its entity. Raises TermUnknown, NotForHome."""
    record = Plan(made=PartialDate(case.clock().date().isoformat()), **fields)
    _allowed_at_home(record, record.side)
    check(record)
    about = new_entity()
    save(case, [tell(case, record, about)])
    return about


def fill_plan(case: Case, of: PlanFile, told: Mapping[str, Any]) -> None:
    """Write fields into a plan; each replaces what this member wrote there before.

    A field that is told empty is emptied.

    Raises msgspec.ValidationError for what is no field or no value of it, TermUnknown, NotForHome.
    """
    unknown = sorted(told.keys() - set(Plan.__struct_fields__))
    if unknown:
        raise msgspec.ValidationError(f"`$.{unknown[0]}`")
    record = msgspec.convert({name: value for name, value in told.items() if value}, Plan)
    _allowed_at_home(record, record.side or of.side)
    change(case, of.root, record, [name for name, value in told.items() if not value])


def _allowed_at_home(record: Plan, side: str) -> None:
    """A plan for somebody at home holds nothing that endangers them."""
    if side != HOME:
        return
    for name in msgspec.to_builtins(record):
        if name not in HOME_FIELDS:
            raise NotForHome(field=KINDS["plan"].fields[name].note.label)


def give_part(
    case: Case, of: PlanFile, part: str, who: str, substitute: str = "", confirmed: bool = False
) -> str:
    """Give somebody a part; whoever had it no longer has it. Raises TermUnknown, NotForHome."""
    if of.side == HOME:
        raise NotForHome(field=KINDS["role"].fields["who"].note.label)
    today = PartialDate(case.clock().date().isoformat())
    record = Role(
        plan=of.root,
        part=part,
        who=who,
        substitute=substitute,
        confirmed=today if confirmed else None,
    )
    check(record)
    ended = [tell(case, Role(ended=today), each.root) for each in of.role(part)]
    statement = tell(case, record)
    save(case, [*ended, statement])
    return statement.about


def add_task(case: Case, of: PlanFile, at: str, what: str, part: str = "") -> str:
    """Add a task to a plan; returns its entity. Raises TermUnknown."""
    record = Task(plan=of.root, at=at, what=what, part=part)
    check(record)
    statement = tell(case, record)
    save(case, [statement])
    return statement.about


def note_drill(
    case: Case, of: PlanFile, day: date, tested: str, result: str, fix: str = ""
) -> None:
    """Record that the plan was tried out. Raises TermUnknown."""
    record = Drill(
        plan=of.root, when=PartialDate(day.isoformat()), tested=tested, result=result, fix=fix
    )
    check(record)
    save(case, [tell(case, record)])


def declare(case: Case, of: PlanFile, by: str, reason: str = "") -> str:
    """Declare a plan: one step, whoever does it. Returns the entity of the alarm."""
    record = Alarm(plan=of.root, declared=format_instant(case.clock()), by=by, reason=reason)
    statement = tell(case, record)
    save(case, [statement])
    return statement.about


def mark(case: Case, of: AlarmFile, task: str, state: str, by: str, note: str = "") -> None:
    """Say how a task stands. Raises TaskUnknown, TermUnknown."""
    found = [code for code, _text in tasks_of(of.plan) if code == task or code.startswith(task)]
    exact = [code for code in found if code == task] or found
    if len(exact) != 1 or not task:
        raise TaskUnknown
    record = Done(
        alarm=of.root, task=exact[0], state=state, at=format_instant(case.clock()), by=by, note=note
    )
    check(record)
    save(case, [tell(case, record)])


def call_off(case: Case, of: AlarmFile, by: str, why: str = "", *, proof: bool = False) -> None:
    """Say that it is over, one person at a time; two end it, or a proof of life.

    Raises MayNotCallOff for somebody whom the plan does not name.
    """
    may = allowed(case.vault.db, of.plan)
    if not fold(by) or (may and fold(by) not in may):
        raise MayNotCallOff
    record = Alarm(called_off=(by,), why_ended=why, proof="yes" if proof else "")
    save(case, [tell(case, record, of.root)])
