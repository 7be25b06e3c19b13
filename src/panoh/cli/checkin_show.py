"""How check-ins are shown on the command line: where they stand, what follows, who knows what."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from panoh.checkin import Plan
from panoh.cli.words import fill, say
from panoh.emergency.watching.asking import Receipt
from panoh.emergency.watching.knowing import knows
from panoh.emergency.watching.meaning import (
    ANSWERS,
    STATES,
    clock,
    look_ahead,
    proofs,
    there,
)
from panoh.emergency.watching.reading import OrderFile, names_in
from panoh.model.instants import format_instant


def told(of: OrderFile, receipt: Receipt, *, early: bool) -> str:
    """What a watcher answered, and when the next check-in is expected."""
    answer = say(ANSWERS[receipt.answer.value])
    plan = of.told.plan if of.told else None
    if plan is None or of.over or receipt.seen.name in ("draft", "ended"):
        return answer
    if early:
        text = say("{answer}; a check-in counts from {time} on")
        return text.format(answer=answer, time=clock(there(receipt.seen.opens, plan)))
    if receipt.seen.name == "paused":
        text = say("{answer}; nothing is expected before {time}")
        return text.format(answer=answer, time=clock(there(receipt.seen.until, plan)))
    time = clock(there(receipt.seen.deadline, plan))
    state = say(STATES[receipt.seen.name])
    return say("{answer}; {state}; check in before {time}").format(
        answer=answer, state=state, time=time
    )


def ahead(plan: Plan, names: dict[str, str], now: datetime) -> Iterator[str]:
    """What a plan amounts to if it is armed now: dues, who is told when, what proves it."""
    found = look_ahead(plan, names, now)
    yield say("Expected next ({zone}):").format(zone=plan.schedule.zone)
    yield from (f"  {clock(each)}" for each in found.dues)
    yield say("If you do not check in the first time:")
    yield from (f"  {clock(each.at)}  {fill(each.text, each.values)}" for each in found.steps)
    yield say("What proves that it is you:")
    yield from (f"  {say(each.label)}: {say(each.could)}" for each in proofs(plan))


def lines(db: Any, of: OrderFile) -> Iterator[str]:
    """Everything about one check-in that was told or heard."""
    yield f"{of.title} · {of.relay} ({of.root[:8]})"
    if of.over:
        yield "  " + say("ended")
        return
    if of.heard and of.heard.seen and of.heard.heard:
        state = say(STATES.get(of.heard.seen.name, of.heard.seen.name))
        heard = format_instant(of.heard.heard)
        yield "  " + say("Last heard {time}: {state}").format(time=heard, state=state)
    if of.unanswered or not of.armed:
        yield "  " + say("No answer came to what was sent last.")
    plan = of.told.plan if of.told else None
    if plan is not None:
        yield from (f"  {say(each.label)}: {say(each.could)}" for each in proofs(plan))
    rows = knows(of, names_in(db, of.told))
    if rows:
        yield "  " + say("What it knows about you:")
    for row in rows:
        here = f"  ({row.here})" if row.here else ""
        yield f"    {say(row.label)}: {fill(row.text, row.values)}{here}"


def plain(db: Any, of: OrderFile) -> dict[str, Any]:
    """One check-in for programs, without its keys."""
    names = names_in(db, of.told)
    return {
        "id": of.root,
        "title": of.title,
        "relay": of.relay,
        "armed": of.armed,
        "over": of.over,
        "unanswered": of.unanswered.do if of.unanswered else "",
        "heard": format_instant(of.heard.heard) if of.heard and of.heard.heard else "",
        "seen": of.seen,
        "knows": [
            {"what": row.label, "value": row.text.format(**row.values), "here": row.here}
            for row in knows(of, names)
        ],
    }
