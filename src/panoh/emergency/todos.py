"""What plans want: alarms that run with their open tasks, gaps, days that cannot move, watchers."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from panoh.emergency.alarm import FINAL, AlarmFile, checklist, hard_days, running
from panoh.emergency.plan.gaps import gaps
from panoh.emergency.plan.reading import PlanFile, plans
from panoh.emergency.watching.todos import of_watchers
from panoh.model.messages import mark as _
from panoh.model.todo import Target, Todo, Urgency
from panoh.vault import Vault

AREA = "emergency"
#: Days before a hard day on which a running alarm tells of it.
AHEAD = 7


def todos(vault: Vault, now: datetime) -> list[Todo]:
    """Everything that plans, running alarms and watchers want of a person."""
    found: list[Todo] = list(of_watchers(vault.db, now))
    for plan in plans(vault.db):
        alarms = running(vault.db, plan)
        for alarm in alarms:
            found += _running(vault.db, alarm, now)
        found += _lacking(plan, now)
    return found


def _running(db: Any, alarm: AlarmFile, now: datetime) -> Iterator[Todo]:
    items = checklist(db, alarm)
    open_ = [item for item in items if item.state not in FINAL]
    late = [item for item in open_ if item.is_late(now)]
    yield Todo(
        area=AREA,
        text=_("The plan for {name} is declared: {open} tasks are open, {late} of them late."),
        values={"name": alarm.plan.name, "open": len(open_), "late": len(late)},
        urgency=Urgency.NOW,
        due=min((item.due.date() for item in open_), default=None),
        target=Target(AREA, alarm.root),
    )
    for hard in hard_days(alarm):
        if 0 <= (hard.day - now.date()).days <= AHEAD:
            yield Todo(
                area=AREA,
                text=_("{what} {day}."),
                values={"what": hard.text, "day": hard.day},
                urgency=Urgency.NOW,
                due=hard.day,
                target=Target(AREA, alarm.root),
            )


def _lacking(plan: PlanFile, now: datetime) -> Iterator[Todo]:
    for gap in gaps(plan, now.date()):
        yield Todo(
            area=AREA,
            text=gap.text,
            values=gap.values,
            due=gap.due,
            urgency=gap.urgency,
            target=Target(AREA, plan.root),
        )
