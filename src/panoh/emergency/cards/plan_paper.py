"""A plan on paper: the blocks that may be printed, who acts, the tasks with squares to tick."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from panoh.emergency.cards import wording
from panoh.emergency.cards.content import number_of
from panoh.emergency.paper.draw import Sheet, pdf
from panoh.emergency.plan.at_home import TIMES_AT_HOME
from panoh.emergency.plan.blocks import HOME, Block, printable
from panoh.emergency.plan.reading import PlanFile
from panoh.emergency.plan.timeline import steps
from panoh.emergency.plan.wording import Reader, goes_on, offline, place, text_of
from panoh.model.kinds import KINDS, Rung
from panoh.model.messages import mark as _
from panoh.model.thesauri import OFFSETS, PARTS, SCENARIOS, STEPS, TIMES
from panoh.network.contacts import ContactFile

_WHO_ACTS = _("Who acts")
_STEPS_IN = _("steps in")
_NOBODY = _("nobody")
_TITLE = _("Plan: {situation}")
#: Points; at home it is read by somebody frightened, perhaps old, perhaps in bad light.
LARGE, PLAIN = 13, 10.5
#: Fields that stand in the title, or in a form of their own.
_APART = frozenset(("scenario", "pace", "bag"))
_HEALTH = "medical"


def plan_paper(
    reader: Reader, plan: PlanFile, day: date, mark: str = "", *, health: bool = False
) -> bytes:
    """The plan as PDF, as far as paper may hold it; raises what `paper.draw.pdf` raises."""
    return pdf(*sheet_of(reader, plan, day, mark, health=health))


def sheet_of(
    reader: Reader, plan: PlanFile, day: date, mark: str = "", *, health: bool = False
) -> Sheet:
    """The plan as it will be set.

    For a relative at home it names nobody else and no situation. `mark` stands on every page: that
    it is an example with invented people. `health` says that the person allowed it to stand there.
    """
    if not health:
        plan = replace(plan, told={k: v for k, v in plan.told.items() if k != _HEALTH})
    home = plan.side == HOME
    title = reader.say(wording.AT_HOME) if home else _title(reader, plan)
    blocks = list(_for_home(reader, plan) if home else _abroad(reader, plan, day))
    data = {
        "title": title,
        "mark": mark,
        "size": LARGE if home else PLAIN,
        "day": wording.made_on(reader, day),
        "blocks": blocks,
    }
    return Sheet("paper.typ", data, reader.language, day)


def _title(reader: Reader, plan: PlanFile) -> str:
    situation = SCENARIOS.label(plan.scenario, reader.say)
    title = reader.say(_TITLE).format(situation=situation)
    return f"{plan.name} · {title}" if plan.name else title


def _for_home(reader: Reader, plan: PlanFile) -> Iterator[dict[str, Any]]:
    for name, label in wording.FOR_HOME.items():
        if plan.told.get(name):
            yield _heading(reader.say(label))
            yield {"type": "text", "text": text_of(reader, plan, name)}
    yield _heading(reader.say(wording.TO_DO))
    for at, label in TIMES_AT_HOME.items():
        tasks = [reader.say(step.text) for step in steps(plan.scenario, plan.side) if step.at == at]
        yield _heading(reader.say(label), 3)
        yield {"type": "list", "items": tasks}


def _abroad(reader: Reader, plan: PlanFile, day: date) -> Iterator[dict[str, Any]]:
    for block in printable(plan.side):
        facts = [
            (reader.say(KINDS["plan"].fields[name].note.label), text_of(reader, plan, name))
            for name in block.fields
            if name not in _APART and (plan.told.get(name) or name in plan.unsure)
        ]
        if facts:
            yield _heading(reader.say(block.label))
            yield _facts(reader.say(block.label), facts)
        yield from _apart(reader, plan, block, day)
    yield _heading(reader.say(wording.TO_DO))
    yield from _tasks(reader, plan, day)


def _facts(label: str, facts: list[tuple[str, str]]) -> dict[str, Any]:
    """Fields with their labels; one that is called like its block needs none."""
    if len(facts) == 1 and facts[0][0] == label:
        return {"type": "text", "text": facts[0][1]}
    return {"type": "facts", "facts": facts}


def _apart(reader: Reader, plan: PlanFile, block: Block, day: date) -> Iterator[dict[str, Any]]:
    """What stands in a form of its own: who acts, the ways to talk, the bag."""
    if block.code == "authority" and plan.roles:
        yield _heading(reader.say(_WHO_ACTS))
        yield {"type": "facts", "facts": list(_acting(reader, plan, day))}
    if block.code == "talk" and plan.many("pace"):
        yield _heading(reader.say(block.label))
        yield _talking(reader, plan)
    if block.code == "bag" and plan.many("bag"):
        yield _heading(reader.say(block.label))
        yield {"type": "list", "items": plan.many("bag")}


def _talking(reader: Reader, plan: PlanFile) -> dict[str, Any]:
    order = [*STEPS.terms]
    rungs = sorted(plan.many("pace"), key=lambda each: (*order, each.step).index(each.step))
    facts = [(STEPS.label(rung.step, reader.say), _rung(reader, rung)) for rung in rungs]
    return {"type": "facts", "facts": facts}


def _rung(reader: Reader, rung: Rung) -> str:
    told = [place(reader, rung), goes_on(reader, rung), offline(reader, rung), rung.sign]
    return "\n".join(filter(None, told))


def _acting(reader: Reader, plan: PlanFile, day: date) -> Iterator[tuple[str, str]]:
    for role in plan.roles:
        able = role.able(day)
        told = [_person(who) for who in able] or [reader.say(_NOBODY)]
        steps_in = f"\n{reader.say(_STEPS_IN)}: "
        yield PARTS.label(role.part, reader.say), steps_in.join(told)


def _person(who: ContactFile) -> str:
    return ", ".join(filter(None, [who.name, number_of(who), who.text("hours")]))


def _tasks(reader: Reader, plan: PlanFile, day: date) -> Iterator[dict[str, Any]]:
    told = [(step.at, reader.say(step.text), step.part) for step in steps(plan.scenario, plan.side)]
    told += [(own.at, own.what, own.part) for own in plan.tasks]
    for at in OFFSETS:
        tasks = [(text, _doing(reader, plan, part, day)) for when, text, part in told if when == at]
        if tasks:
            yield _heading(TIMES.label(at, reader.say), 3)
            yield {"type": "tasks", "tasks": tasks}


def _doing(reader: Reader, plan: PlanFile, part: str, day: date) -> str:
    names = [who.name for role in plan.role(part) for who in role.able(day)[:1]]
    label = PARTS.label(part, reader.say) if part else ""
    return ": ".join(filter(None, [label, ", ".join(names)]))


def _heading(text: str, level: int = 2) -> dict[str, Any]:
    return {"type": "heading", "level": level, "text": text[:1].upper() + text[1:]}
