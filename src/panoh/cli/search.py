"""`panoh search`: people by any spelling of their name, records by their words."""

import click

from panoh.casebook.record import Case
from panoh.casebook.search import find_people, find_records
from panoh.cli import printing
from panoh.cli.opening import json_option, with_case
from panoh.cli.words import kind, say


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@json_option
@with_case
def command(case: Case, words: tuple[str, ...], as_json: bool) -> None:
    """Find people by name, in any script and spelling, and records by their words."""
    text = " ".join(words)
    named, told = find_people(case.vault.db, text), find_records(case.vault.db, text)
    if as_json:
        printing.as_json({"people": named, "records": told})
        return
    if not named and not told:
        click.echo(say("Nothing found. Try fewer words, or another spelling."))
        return
    printing.table(
        [
            (found.root[:8], kind(found.kind), found.title)
            for found in dict.fromkeys([*named, *told])
        ],
        [say("Id"), say("Kind"), say("Title")],
    )
