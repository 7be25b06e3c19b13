"""The plan or the declared plan that an address names, and what a gap says."""

from typing import ClassVar

from panoh.casebook.index.reading import root_of, view_of
from panoh.casebook.wording import Wording
from panoh.emergency.alarm import AlarmFile, alarm
from panoh.emergency.plan.gaps import Gap, gaps
from panoh.emergency.plan.reading import PlanFile, plan
from panoh.model.dates import PartialDate
from panoh.model.errors import PanohError
from panoh.model.messages import fill
from panoh.web.visit import Visit


class NoPlan(PanohError):
    """No plan has this identifier."""

    code: ClassVar[str] = "no-plan"
    message: ClassVar[str] = "No plan is recorded under this address."
    hint: ClassVar[str] = "Look for it among the emergency plans."


def plan_of(visit: Visit) -> PlanFile:
    """The plan; raises NoPlan."""
    root = root_of(visit.db, visit.path["root"])
    if view_of(visit.db, root).kind != "plan":
        raise NoPlan
    return plan(visit.db, root)


def alarm_of(visit: Visit) -> AlarmFile:
    """The declared plan; raises NoPlan."""
    root = root_of(visit.db, visit.path["root"])
    if view_of(visit.db, root).kind != "alarm":
        raise NoPlan
    return alarm(visit.db, root)


def lacking(visit: Visit, found: PlanFile) -> list[str]:
    """What a plan lacks today, in words, the most urgent first."""
    return [_words(visit, gap) for gap in gaps(found, visit.case.clock().date())]


def _words(visit: Visit, gap: Gap) -> str:
    words = Wording(visit.language)
    values = {
        name: visit.say(value)
        if isinstance(value, str)
        else str(value)
        if isinstance(value, int)
        else words.day(PartialDate(value.isoformat()))
        for name, value in gap.values.items()
    }
    return fill(visit.language, gap.text, values)
