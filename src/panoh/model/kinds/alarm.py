"""A plan declared, its tasks as they get done, and a drill of it."""

from typing import Annotated

import msgspec

from panoh.model.dates import PartialDate
from panoh.model.kinds.field import Field
from panoh.model.messages import mark as _
from panoh.model.thesauri import ANSWERS, DRILL_RESULTS, TASK_STATES


class Alarm(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A plan declared at an instant (RFC 3339 UTC). Each name in `called_off` is one person."""

    plan: Annotated[str, Field(_("Plan"), ref="plan")] = ""
    declared: Annotated[str, Field(_("Declared at"))] = ""
    by: Annotated[str, Field(_("Declared by"), free=True)] = ""
    reason: Annotated[str, Field(_("Why"), free=True)] = ""
    called_off: Annotated[tuple[str, ...], Field(_("Called off by"))] = ()
    proof: Annotated[str, Field(_("Was proof of life given?"), term=ANSWERS)] = ""
    why_ended: Annotated[str, Field(_("Why it is over"), free=True)] = ""


class Done(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One entry about a task of a declared plan: who is on it, or that it is done, and when."""

    alarm: Annotated[str, Field(_("Declared plan"), ref="alarm")] = ""
    task: Annotated[str, Field(_("Task"))] = ""
    state: Annotated[str, Field(_("State"), term=TASK_STATES)] = ""
    at: Annotated[str, Field(_("At"))] = ""
    by: Annotated[str, Field(_("By whom"), free=True)] = ""
    note: Annotated[str, Field(_("Note"), free=True)] = ""


class Drill(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A plan tried out on one day: what was tried, what came of it, what was mended."""

    plan: Annotated[str, Field(_("Plan"), ref="plan")] = ""
    when: Annotated[PartialDate | None, Field(_("When"))] = None
    tested: Annotated[str, Field(_("What was tried"), free=True)] = ""
    result: Annotated[str, Field(_("Result"), term=DRILL_RESULTS)] = ""
    fix: Annotated[str, Field(_("What was mended"), free=True)] = ""
