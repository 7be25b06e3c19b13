"""`panoh people`: who is recorded, with the number of acts and sources, and how many there are."""

import click

from panoh.casebook.counts import count
from panoh.casebook.people import PersonRow, people
from panoh.casebook.record import Case
from panoh.cli import printing
from panoh.cli.opening import json_option, with_case
from panoh.cli.words import say


@click.command("people")
@json_option
@with_case
def command(case: Case, as_json: bool) -> None:
    """List the people, and how many there are."""
    rows, counts = people(case.vault.db), count(case.vault.db)
    if as_json:
        printing.as_json({"people": rows, "counts": counts})
        return
    if not rows:
        click.echo(say("Nobody is recorded yet. Take in a list: panoh import FILE"))
        return
    printing.table(
        map(_line, rows),
        [say("Id"), say("Name"), say("Born"), say("Acts"), say("Sources"), say("Marks")],
    )
    click.echo()
    click.echo(sentence(case))


def sentence(case: Case) -> str:
    """The counts as one sentence, as ranges while pairs are open."""
    counts = count(case.vault.db)
    return say(
        "{people} people, {acts} acts; {pairs} pairs of people and {acts_open} pairs of"
        " acts are open."
    ).format(
        people=counts.people, acts=counts.acts, pairs=counts.open_people, acts_open=counts.open_acts
    )


def _line(row: PersonRow) -> tuple[str, ...]:
    marks = []
    if row.disputes:
        marks.append("≠ " + say("sources differ"))
    if row.suspended:
        marks.append("? " + say("joined and judged different: shown apart"))
    return (
        row.root[:8],
        row.title or say("(no name)"),
        _born(row),
        str(row.acts),
        str(row.sources),
        ", ".join(marks),
    )


def _born(row: PersonRow) -> str:
    if not row.earliest_birth:
        return "?"
    first, last = row.earliest_birth[:4], row.latest_birth[:4]
    if row.earliest_birth == row.latest_birth:
        return row.earliest_birth
    return first if first == last else f"{first}–{last}"
