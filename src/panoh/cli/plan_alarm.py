"""`panoh plan declare` and what follows: the list of tasks, ticking them off, calling it off."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import click

from panoh.casebook.record import Case
from panoh.cli import printing
from panoh.cli.opening import json_option, with_case
from panoh.cli.pick import plan_of
from panoh.cli.words import say
from panoh.emergency.alarm import (
    AlarmFile,
    Item,
    alarm,
    checklist,
    hard_days,
    running,
    tasks_of,
)
from panoh.emergency.errors import NotDeclared
from panoh.emergency.plan.reading import PlanFile, plan
from panoh.emergency.plan.timeline import STEPS_BY_CODE
from panoh.emergency.telling import call_off, declare, mark
from panoh.model.messages import mark as _
from panoh.model.thesauri import PARTS, TASK_STATES, TIMES

_MARKS = {"done": "x", "not_needed": "-", "impossible": "!", "taken": "~", "differs": "≠"}
_DIFFERS = _("told in two ways")


def add_to(group: click.Group) -> None:
    """Put these commands into the group."""
    for each in (declare_command, tasks_command, done_command, off_command):
        group.add_command(each)


by_option = click.option("--by", required=True, help="Who: the name that the plan uses.")


@click.command("declare")
@click.argument("which", metavar="PLAN")
@by_option
@click.option("--why", default="", help="What happened, in one sentence.")
@with_case
def declare_command(case: Case, which: str, by: str, why: str) -> None:
    """Declare a PLAN: from now on its tasks count. Nobody is told by the program."""
    db = case.vault.db
    found = plan(db, plan_of(db, which))
    about = declare(case, found, by, why)
    of = alarm(db, about)
    if of.by_others:
        click.echo(say("The plan names others for this. It is declared all the same."))
    for other in found.others:
        click.echo(say("A plan of the other side is linked: {id}.").format(id=other[:8]))
    for line in _lines(db, of, case.clock()):
        printing.line(line)


@click.command("tasks")
@click.argument("which", metavar="PLAN")
@json_option
@with_case
def tasks_command(case: Case, which: str, as_json: bool) -> None:
    """The tasks of a PLAN: as a list to work through once it is declared, else what there is."""
    db, now = case.vault.db, case.clock()
    found = plan(db, plan_of(db, which))
    alarms = running(db, found)
    if as_json:
        printing.as_json(
            [
                {"alarm": of.root, "items": [_plain(each) for each in checklist(db, of)]}
                for of in alarms
            ]
            or [{"task": task, "text": text} for task, text in tasks_of(found)]
        )
        return
    if not alarms:
        click.echo(say("This plan is not declared. Its tasks:"))
        for task, text in tasks_of(found):
            printing.line(f"  {task[:14]:14}  {say(text) if task in STEPS_BY_CODE else text}")
    for of in alarms:
        for line in _lines(db, of, now):
            printing.line(line)


@click.command("done")
@click.argument("which", metavar="PLAN")
@click.argument("task")
@by_option
@click.option("--state", type=click.Choice(list(TASK_STATES.terms)), default="done")
@click.option("--note", default="", help="What others should know.")
@with_case
def done_command(case: Case, which: str, task: str, by: str, state: str, note: str) -> None:
    """Say how a TASK of a declared PLAN stands."""
    mark(case, _running(case, which), task, state, by, note)
    click.echo(say("Saved."))


@click.command("off")
@click.argument("which", metavar="PLAN")
@by_option
@click.option("--why", default="", help="Why it is over.")
@click.option("--proof", is_flag=True, help="Proof of life was asked for and given.")
@with_case
def off_command(case: Case, which: str, by: str, why: str, proof: bool) -> None:
    """Call a declared PLAN off. Two people do it, each for themselves, or a proof of life."""
    of = _running(case, which)
    call_off(case, of, by, why, proof=proof)
    over = alarm(case.vault.db, of.root).over
    click.echo(
        say("It is over. Tell exactly those who were told.")
        if over
        else say("Saved. It goes on until a second person calls it off as well.")
    )


def _running(case: Case, which: str) -> AlarmFile:
    found: PlanFile = plan(case.vault.db, plan_of(case.vault.db, which))
    alarms = running(case.vault.db, found)
    if not alarms:
        raise NotDeclared
    return alarms[-1]


def _lines(db: Any, of: AlarmFile, now: datetime) -> Iterator[str]:
    since = _clock(of.declared) if of.declared else say("not known")
    yield say("Declared {when} by {who}.").format(when=since, who=of.by or say("not known"))
    if of.called_off:
        yield say("One person has called it off; a second is needed.")
    at = ""
    for item in checklist(db, of):
        if item.at != at:
            at = item.at
            yield f"{TIMES.label(at, say)} ({_clock(item.due)})"
        yield _item(item, now)
    for hard in hard_days(of):
        text = hard.text if hard.own else say(hard.text)
        unsure = "" if hard.confirmed else f"  ? {say('not confirmed')}: {hard.source}"
        yield f"  {hard.day.isoformat()}  {text}{unsure}"


def _clock(moment: datetime) -> str:
    """A moment on the clocks of this computer."""
    return moment.astimezone().strftime("%Y-%m-%d %H:%M")


def _item(item: Item, now: datetime) -> str:
    text = item.text if item.own else say(item.text)
    who = ", ".join(each.name for each in item.people)
    part = PARTS.label(item.part, say) if item.part else ""
    late = f"  {say('LATE')}" if item.is_late(now) else ""
    said = "; ".join(
        f"{TASK_STATES.label(entry.state, say)}, {entry.by} {entry.note}".strip()
        for entry in item.entries
    )
    differs = f"  ≠ {say(_DIFFERS)}" if item.state == "differs" else ""
    told = ": ".join(filter(None, [part, who]))
    tail = "  ".join(filter(None, [f"({told})" if told else "", said]))
    box = f"  [{_MARKS.get(item.state, ' ')}] {item.task[:12]:12}"
    return f"{box}  {text}{late}{differs}  {tail}".rstrip()


def _plain(item: Item) -> dict[str, Any]:
    return {
        "task": item.task,
        "text": item.text,
        "due": item.due,
        "part": item.part,
        "people": [each.name for each in item.people],
        "state": item.state,
        "entries": item.entries,
    }
