"""`panoh security next`: one measure at a time, and what was said of it."""

from typing import Any

import click

from panoh.casebook.record import Case
from panoh.cli import printing
from panoh.cli.opening import json_option, with_case
from panoh.cli.words import say
from panoh.model.messages import mark as _
from panoh.model.thesauri import MEASURE_STATES, PLATFORMS
from panoh.security.errors import NoSuchMeasure
from panoh.security.programme import AGAIN, FAILED, OPEN, WAITING, Programme, Task, programme
from panoh.security.progress import DONE, LATER, NOT_FOR_ME, SHOW_AGAIN, record_state

_STATES = {
    OPEN: _("open"),
    AGAIN: _("look again"),
    FAILED: _("not in order"),
    WAITING: _("waits for another"),
}


@click.command("next")
@click.option("--done", "state", flag_value=DONE, help="It is done.")
@click.option("--later", "state", flag_value=LATER, help="Show it again in two weeks.")
@click.option("--not-for-me", "state", flag_value=NOT_FOR_ME, help="It does not fit.")
@click.option("--show-again", "state", flag_value=SHOW_AGAIN, help="Take back what was said.")
@click.option("--measure", default="", help="Another measure than the next, by its name.")
@click.option("--name", "named", default="", help="On which device, as in your profile.")
@click.option("--all", "every", is_flag=True, help="List all measures that fit you.")
@json_option
@with_case
def next_command(
    case: Case, state: str | None, measure: str, named: str, every: bool, as_json: bool
) -> None:
    """Show the next step for your security: what, why and how. One at a time.

    With --done, --later or --not-for-me you say what became of it, and the next one is shown.
    """
    today = case.clock().date()
    if state:
        meant = _meant(programme(case.vault.db, today), measure, named)
        record_state(case, meant.advice.id, meant.device.name if meant.device else "", state)
        click.echo(say("Saved. {measure}").format(measure=say(meant.advice.what)), err=as_json)
        measure = ""
    plan = programme(case.vault.db, today)
    if every:
        _list(plan, as_json=as_json)
        return
    task = _meant(plan, measure, named) if measure else plan.now
    if as_json:
        printing.as_json(_plain(task) if task else None)
    elif task is None:
        click.echo(say("Nothing is open now. Look again in a month, or when something changes."))
    else:
        _print(task, plan)


def _meant(plan: Programme, measure: str, device: str) -> Task:
    """The measure named, or the next one."""
    fits = [
        each
        for each in plan.tasks
        if each.advice.id == measure
        and (not device or (each.device and each.device.name == device))
    ]
    found = fits[0] if fits else (plan.now if not measure else None)
    if found is None:
        raise NoSuchMeasure
    return found


def _plain(task: Task) -> dict[str, Any]:
    advice = task.advice
    return {
        "measure": advice.id,
        "device": task.device.name if task.device else "",
        "state": task.state,
        "what": advice.what,
        "why": advice.why,
        "steps": task.steps,
        "cautions": [each.note for each in task.cautions],
        "weight": task.weight,
        "until": task.until.isoformat() if task.until else "",
        "confirmed": advice.confirmed,
        "not_confirmed": advice.open,
        "sources": [each.url or each.title for each in advice.sources],
        "verified_on": advice.verified_on,
    }


def _state(task: Task) -> str:
    return (
        say(_STATES[task.state]) if task.state in _STATES else MEASURE_STATES.label(task.state, say)
    )


def _list(plan: Programme, *, as_json: bool) -> None:
    if as_json:
        printing.as_json([_plain(each) for each in plan.tasks])
        return
    rows = [
        (
            each.advice.id,
            each.device.name if each.device else "",
            _state(each),
            each.until.isoformat() if each.until else "",
            say(each.advice.what),
        )
        for each in plan.tasks
    ]
    printing.table(rows, [say("Measure"), say("Device"), say("State"), say("Until"), say("What")])


def _print(task: Task, plan: Programme) -> None:
    advice = task.advice
    device = f"  ({task.device.name})" if task.device else ""
    printing.line(f"{say(advice.what)}{device}")
    click.echo(say(advice.why))
    click.echo()
    for caution in task.cautions:
        sure = "" if caution.confirmed else f" ({say('not confirmed')})"
        click.echo(f"  ! {say(caution.note)}{sure}")
    for platform, steps in task.parts:
        if platform in PLATFORMS.terms:
            click.echo(f"{PLATFORMS.label(platform, say)}:")
        for number, step in enumerate(steps, 1):
            click.echo(f"  {number}. {say(step)}")
    click.echo()
    if not advice.confirmed:
        click.echo(f"{say('Not confirmed:')} {say(advice.open)}")
    sources = "; ".join(each.url or each.title for each in advice.sources)
    click.echo(f"{say('Source, looked up in {month}:').format(month=advice.verified_on)} {sources}")
    others = [each for each in plan.open if each is not task]
    if others and task is plan.now:
        click.echo(say("After it:") + " " + "; ".join(say(each.advice.what) for each in others))
    click.echo(say("Say what became of it: --done, --later or --not-for-me."))
