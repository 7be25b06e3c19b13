"""One plan as it is printed: block by block, with what stays in the vault marked."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from panoh.cli.words import language, say
from panoh.emergency.plan.blocks import BLOCKS, KEEP, SEALED
from panoh.emergency.plan.gaps import gaps
from panoh.emergency.plan.reading import PlanFile
from panoh.emergency.plan.wording import Reader, text_of
from panoh.model.kinds import KINDS
from panoh.model.messages import mark as _
from panoh.model.thesauri import DRILL_RESULTS, PARTS, SCENARIOS, SIDES

_PAPER = {KEEP: _("not printed"), SEALED: _("not printed, sealed apart")}


def lines(db: Any, found: PlanFile) -> Iterator[str]:
    """Everything in one plan."""
    reader = Reader(db, language(), say)
    yield f"{found.name or say('(no name)')} · {SCENARIOS.label(found.scenario, say)}"
    yield f"  {SIDES.label(found.side, say)}"
    for block in BLOCKS:
        told = [name for name in block.fields if found.told.get(name) or name in found.unsure]
        if told:
            paper = f"  [{say(_PAPER[block.paper])}]" if block.paper in _PAPER else ""
            yield f"{say(block.label)}{paper}"
        for name in told:
            yield f"  {say(KINDS['plan'].fields[name].note.label)}: {text_of(reader, found, name)}"
    if found.roles:
        yield say("Who acts")
    for role in found.roles:
        who = role.who.name if role.who else say("nobody")
        other = f" ({say('steps in')}: {role.substitute.name})" if role.substitute else ""
        yield f"  {PARTS.label(role.part, say)}: {who}{other}"
    for other in found.others:
        yield f"{say('Plan of the other side')}: {other[:8]}"
    for drill in found.drills:
        day = drill.day.isoformat() if drill.day else say("not known")
        yield f"{say('Drill')} {day}: {drill.tested}, {DRILL_RESULTS.label(drill.result, say)}"


def plain(found: PlanFile, today: date) -> dict[str, Any]:
    """One plan for programs."""
    return {
        "id": found.root,
        "person": found.person,
        "name": found.name,
        "told": found.told,
        "differs": sorted(found.unsure),
        "roles": [
            {
                "part": role.part,
                "who": role.who.name if role.who else None,
                "substitute": role.substitute.name if role.substitute else None,
                "confirmed": role.confirmed,
            }
            for role in found.roles
        ],
        "tasks": found.tasks,
        "drills": found.drills,
        "gaps": gaps(found, today),
        "alarms": found.alarms,
        "others": found.others,
    }
