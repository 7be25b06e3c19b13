"""`panoh checkin`: be watched by a relay, say that you are well, pause, travel, end."""

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from pathlib import Path

import click

from panoh.casebook.record import Case
from panoh.checkin.events import Answer
from panoh.cli import checkin_arm, printing
from panoh.cli.checkin_show import lines, plain, told
from panoh.cli.opening import json_option, with_case
from panoh.cli.pick import check_in_of
from panoh.cli.words import fill, say
from panoh.emergency.watching.asking import Receipt
from panoh.emergency.watching.errors import NotArmed
from panoh.emergency.watching.making import for_trip, moment
from panoh.emergency.watching.reading import OrderFile, order, orders
from panoh.emergency.watching.sending import (
    Holding,
    arm,
    check_in,
    end,
    look,
    pause,
    resume,
)
from panoh.model.errors import PanohError

pin_option = click.option(
    "--pin-file",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, readable=True, path_type=Path),
    help="Read the PIN from the first line of this file.",
)


@click.group("checkin")
def command() -> None:
    """Be watched by a relay, and say that you are well."""


checkin_arm.add_to(command)


@command.command("now")
@click.argument("which", metavar="[CHECKIN]", required=False)
@pin_option
@with_case
def now_command(case: Case, which: str | None, pin_file: Path | None) -> None:
    """Say that you are well: to every watcher, or for one CHECKIN."""
    found = _chosen(case, which)
    pin = _pin(found, pin_file)
    _each(case, found, lambda held, root: check_in(held, root, pin))


@command.command("pause")
@click.argument("which", metavar="CHECKIN")
@click.argument("until", metavar="[MOMENT]", required=False)
@click.option("--end", "over", is_flag=True, help="End the pause now.")
@pin_option
@with_case
def pause_command(
    case: Case, which: str, until: str | None, over: bool, pin_file: Path | None
) -> None:
    """Have nothing expected until a MOMENT (2026-11-26 18:00); your first contacts hear of it."""
    found = _chosen(case, which)
    if over == bool(until):
        raise click.UsageError(say("Give a moment, or --end."))
    pin = _pin(found, pin_file)
    if over:
        _each(case, found, lambda held, root: resume(held, root, pin))
    else:
        instant = moment(until or "", _zone(found[0]))
        _each(case, found, lambda held, root: pause(held, root, instant, pin))


@command.command("trip")
@click.argument("which", metavar="CHECKIN")
@click.argument("ends", metavar="[MOMENT]", required=False)
@click.option("--grace", default=30, show_default=True, help="Minutes until others are asked.")
@click.option("--back", is_flag=True, help="The trip is over: go back to the usual times.")
@pin_option
@with_case
def trip_command(
    case: Case, which: str, ends: str | None, grace: int, back: bool, pin_file: Path | None
) -> None:
    """Be expected once, at a MOMENT when a journey is over, instead of the usual times."""
    found = _chosen(case, which)
    if back == bool(ends):
        raise click.UsageError(say("Give a moment, or --back."))
    base = found[0].usual if back else found[0].told
    if base is None or base.plan is None:
        raise NotArmed
    plan, now = base.plan, int(case.clock().timestamp())
    if not back:
        plan = for_trip(plan, moment(ends or "", plan.schedule.zone), grace * 60, now)
    pin = _pin(found, pin_file)
    _each(case, found, lambda held, root: arm(held, root, plan, base.who, pin))


@command.command("end")
@click.argument("which", metavar="CHECKIN")
@click.option("--yes", is_flag=True, help="Do not ask.")
@pin_option
@with_case
def end_command(case: Case, which: str, yes: bool, pin_file: Path | None) -> None:
    """Be watched no more, and be forgotten there. An open alarm must be closed by a contact."""
    found = _chosen(case, which)
    if not yes:
        click.confirm(say("Nobody will notice if you fall silent. End it?"), abort=True)
    pin = _pin(found, pin_file)
    _each(case, found, lambda held, root: end(held, root, pin))


@command.command("status")
@click.argument("which", metavar="[CHECKIN]", required=False)
@click.option("--ask", is_flag=True, help="Ask each watcher first; this goes out to the network.")
@json_option
@with_case
def status_command(case: Case, which: str | None, ask: bool, as_json: bool) -> None:
    """How things stood when each watcher was last heard, and exactly what it knows about you."""
    db = case.vault.db
    found = [order(db, check_in_of(db, which))] if which else orders(db)
    wrong = None
    if ask:
        for of in [each for each in found if each.armed]:
            wrong = _told(of, look, case, quiet=True) or wrong
        found = [order(db, each.root) for each in found]
    if as_json:
        printing.as_json([plain(db, each) for each in found])
    elif not found:
        click.echo(say("Nobody watches for you. Begin with an invitation: panoh checkin arm FILE"))
    for of in [] if as_json else found:
        for line in lines(db, of):
            printing.line(line)
    if wrong is not None:
        raise wrong


def _chosen(case: Case, which: str | None) -> Sequence[OrderFile]:
    """The one meant, or all that are armed; raises NotArmed where there is none."""
    db = case.vault.db
    found = [order(db, check_in_of(db, which))] if which else orders(db)
    armed = [each for each in found if each.armed]
    if not armed:
        raise NotArmed
    return armed


def _zone(of: OrderFile) -> str:
    return of.told.plan.schedule.zone if of.told and of.told.plan else "UTC"


def _pin(found: Sequence[OrderFile], file: Path | None) -> str:
    """The PIN, from a file or typed unseen; never from the command line, where others see it."""
    if not any(each.told and each.told.plan and each.told.plan.page for each in found):
        return ""
    if file is not None:
        return file.read_text(encoding="utf-8").split("\n", 1)[0]
    return str(click.prompt("PIN", hide_input=True, err=True))


Act = Callable[[Holding, str], Receipt]


def _each(case: Case, found: Sequence[OrderFile], act: Act) -> None:
    """Do it with each watcher; what one does wrong keeps no other from being told."""
    wrong = [each for each in (_told(of, act, case) for of in found) if each is not None]
    if wrong:
        raise wrong[0]


def _told(of: OrderFile, act: Act, case: Case, *, quiet: bool = False) -> PanohError | None:
    """What came of it for one watcher, printed; the error, if it was one."""
    try:
        receipt = act(lambda: nullcontext(case), of.root)
    except PanohError as error:
        printing.line(f"{of.title or of.relay}: {fill(error.message, error.values)}", err=True)
        return error
    if not quiet:
        after = order(case.vault.db, of.root)
        early = receipt.answer is Answer.EARLY
        printing.line(f"{of.title or of.relay}: {told(after, receipt, early=early)}")
    return None
