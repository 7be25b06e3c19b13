"""`panoh plan`: plans for an emergency, who takes which part, drills, gaps."""

import re
from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar

import click
import msgspec

from panoh.casebook.record import Case
from panoh.cli import plan_alarm, printing
from panoh.cli.opening import json_option, with_case
from panoh.cli.pick import person, plan_of
from panoh.cli.plan_show import lines, plain
from panoh.cli.words import fill, say
from panoh.emergency.orders import ladder
from panoh.emergency.plan.gaps import gaps
from panoh.emergency.plan.reading import plan, plans
from panoh.emergency.telling import add_task, fill_plan, give_part, make_plan, note_drill
from panoh.model.errors import PanohError
from panoh.model.thesauri import DRILL_RESULTS, PARTS, SCENARIOS, SIDES, TIMES

#: No plan is longer than this.
LARGEST = 1 << 20


class PlanUnreadable(PanohError):
    """The file does not hold fields of a plan."""

    code: ClassVar[str] = "plan-unreadable"
    message: ClassVar[str] = "The file cannot be read as parts of a plan: {why}"
    hint: ClassVar[str] = "Nothing was saved. It is a JSON object (docs/emergency.md shows one)."
    exit_status: ClassVar[int] = 7


@click.group("plan")
def command() -> None:
    """Emergency plans, their drills, and what to do when one is declared."""


plan_alarm.add_to(command)


@command.command("new")
@click.argument("who")
@click.argument("scenario", type=click.Choice(list(SCENARIOS.terms)))
@click.option("--side", type=click.Choice(list(SIDES.terms)), default="exile", show_default=True)
@click.option("--linked", default="", help="The plan of the other side: its id.")
@click.option("--country", default="", help="Where this person is, as two letters: PL.")
@with_case
def new(case: Case, who: str, scenario: str, side: str, linked: str, country: str) -> None:
    """Begin a plan for WHO in one situation (SCENARIO)."""
    fields = {"person": person(case.vault.db, who), "scenario": scenario, "side": side}
    if linked:
        fields["linked"] = plan_of(case.vault.db, linked)
    if country and side == "exile":
        fields["country"] = country.upper()
    about = make_plan(case, **fields)
    click.echo(say("Saved. The plan's id is {id}. What it lacks:").format(id=about[:8]))
    _print_gaps(case, about)


@command.command("fill")
@click.argument("which", metavar="PLAN")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@with_case
def fill_command(case: Case, which: str, file: Path) -> None:
    """Write what stands in FILE (JSON) into a PLAN."""
    found = plan(case.vault.db, plan_of(case.vault.db, which))
    try:
        with file.open("rb") as source:
            told = msgspec.json.decode(source.read(LARGEST), type=dict[str, Any])
        fill_plan(case, found, told)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise PlanUnreadable(why=_position(error)) from None
    click.echo(say("Saved."))
    _print_gaps(case, found.root)


def _position(error: Exception) -> str:
    """Where the file stops being readable; never its words."""
    found = re.search(r"byte (\d+)|`\$\.?(\w*)`", str(error))
    return found.group(0) if found else "JSON"


@command.command("part")
@click.argument("which", metavar="PLAN")
@click.argument("part", type=click.Choice(list(PARTS.terms)))
@click.argument("contact")
@click.option("--substitute", default="", help="Who steps in: an id or a name of a contact.")
@click.option("--confirmed", is_flag=True, help="They said today that they take it.")
@with_case
def part_command(
    case: Case, which: str, part: str, contact: str, substitute: str, confirmed: bool
) -> None:
    """Give a PART of a PLAN to a CONTACT of the network."""
    db = case.vault.db
    found = plan(db, plan_of(db, which))
    who = person(db, contact, ("contact",))
    other = person(db, substitute, ("contact",)) if substitute else ""
    give_part(case, found, part, who, other, confirmed)
    click.echo(say("Saved."))


@command.command("task")
@click.argument("which", metavar="PLAN")
@click.argument("at", type=click.Choice(list(TIMES.terms)))
@click.argument("what")
@click.option("--part", type=click.Choice(list(PARTS.terms)), help="Who does it.")
@with_case
def task(case: Case, which: str, at: str, what: str, part: str | None) -> None:
    """Add a task of your own (WHAT) to a PLAN, due AT a time after it is declared."""
    add_task(case, plan(case.vault.db, plan_of(case.vault.db, which)), at, what, part or "")
    click.echo(say("Saved."))


@command.command("drill")
@click.argument("which", metavar="PLAN")
@click.argument("tested")
@click.argument("result", type=click.Choice(list(DRILL_RESULTS.terms)))
@click.option("--fix", default="", help="What was mended since.")
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), help="The day; today.")
@with_case
def drill(case: Case, which: str, tested: str, result: str, fix: str, day: datetime | None) -> None:
    """Record that a PLAN was tried out: what was TESTED, and the RESULT."""
    found = plan(case.vault.db, plan_of(case.vault.db, which))
    note_drill(case, found, (day or case.clock()).date(), tested, result, fix)
    click.echo(say("Saved."))


@command.command("list")
@json_option
@with_case
def list_command(case: Case, as_json: bool) -> None:
    """List the plans, and how much each of them lacks."""
    found, today = plans(case.vault.db), case.clock().date()
    if as_json:
        printing.as_json([plain(each, today) for each in found])
        return
    if not found:
        click.echo(say("There is no plan yet. Begin with one: panoh plan new WHO arrest_home"))
        return
    printing.table(
        [
            (
                each.root[:8],
                each.name or say("(no name)"),
                SCENARIOS.label(each.scenario, say),
                SIDES.label(each.side, say),
                str(len(gaps(each, today))),
            )
            for each in found
        ],
        [say("Id"), say("For whom"), say("Situation"), say("Side"), say("Lacks")],
    )


@command.command("show")
@click.argument("which", metavar="PLAN")
@json_option
@with_case
def show(case: Case, which: str, as_json: bool) -> None:
    """Everything in one PLAN, block by block, and what may be printed of it."""
    db, today = case.vault.db, case.clock().date()
    found = plan(db, plan_of(db, which))
    if as_json:
        printing.as_json(plain(found, today))
        return
    for line in lines(db, found):
        printing.line(line)


@command.command("check")
@click.argument("which", metavar="[PLAN]", required=False)
@json_option
@with_case
def check(case: Case, which: str | None, as_json: bool) -> None:
    """What the plans (or one PLAN) lack, and what in them has aged."""
    db, today = case.vault.db, case.clock().date()
    chosen = [plan(db, plan_of(db, which))] if which else plans(db)
    if as_json:
        printing.as_json({each.root: gaps(each, today) for each in chosen})
        return
    for each in chosen:
        printing.line(f"{each.name} · {SCENARIOS.label(each.scenario, say)} ({each.root[:8]})")
        _print_gaps(case, each.root)


def _print_gaps(case: Case, entity: str) -> None:
    found = gaps(plan(case.vault.db, entity), case.clock().date())
    if not found:
        click.echo("  " + say("Nothing is missing."))
    for gap in found:
        printing.line(f"  · {fill(gap.text, gap.values)}")


@command.command("order")
@click.argument("which", metavar="PLAN")
@with_case
def order_command(case: Case, which: str) -> None:
    """What a relay would be told for a PLAN, as JSON; it is sent to nobody."""
    found = plan(case.vault.db, plan_of(case.vault.db, which))
    made = ladder(found, case.clock().date())
    printing.as_json({"contacts": made.contacts, "ladder": made.rungs, "left_out": made.left_out})
