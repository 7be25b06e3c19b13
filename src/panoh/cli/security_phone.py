"""`panoh security phone` and `import-mvt`: a guide to MVT, and reading what it found."""

from pathlib import Path

import click

from panoh.casebook.record import Case
from panoh.cli import printing
from panoh.cli.opening import json_option, with_case
from panoh.cli.words import say
from panoh.model.thesauri import RESULTS
from panoh.security.phone.guide import GUIDE, SOURCE, VERIFIED_ON
from panoh.security.phone.keeping import record_result
from panoh.security.phone.mvt import read_result
from panoh.security.wording import worded


@click.command("phone")
def phone_command() -> None:
    """How to look at a phone with MVT, which you install and run outside Panoh.

    Needs no vault. Nothing is fetched and nothing is run.
    """
    for part in GUIDE:
        click.echo(say(part.title))
        for number, step in enumerate(part.steps, 1):
            click.echo(f"  {number}. {say(step)}")
        for typed in part.lines:
            click.echo(f"     {typed}")
        click.echo()
    click.echo(f"{say('Source, looked up in {month}:').format(month=VERIFIED_ON)} {SOURCE}")


@click.command("import-mvt")
@click.argument("place", type=click.Path(exists=True, path_type=Path))
@click.option("--phone", "phone", default="", help="What the phone is called in your profile.")
@json_option
@with_case
def import_command(case: Case, place: Path, phone: str, as_json: bool) -> None:
    """Read the result of MVT: its folder, or its alerts.json. Only a summary is kept.

    It never says that a phone is in order. Without lists of known traces it was not checked.
    """
    result = read_result(place)
    record_result(case, result, phone)
    if as_json:
        printing.as_json(
            {
                "result": result.result,
                "alerts": result.counts,
                "lists": result.lists,
                "evidence": [worded(each, say) for each in result.evidence],
            }
        )
        return
    click.echo(RESULTS.label(result.result, say))
    for each in result.evidence:
        printing.line(f"  · {worded(each, say)}")
