"""`panoh lawyer`: what to ask, the facts that matter and chosen files, sealed for a lawyer."""

from collections.abc import Sequence
from pathlib import Path

import click

from panoh.age import Recipient, ScryptRecipient, parse_recipient
from panoh.casebook.consent.gate import GateClosed
from panoh.casebook.record import Case
from panoh.cli import passages, printing
from panoh.cli.opening import json_option, passphrase, with_case
from panoh.cli.pick import person, record
from panoh.cli.words import say
from panoh.legal.lawyer.giving import give_lawyer
from panoh.legal.lawyer.sheet import Sheet
from panoh.model.languages import LANGUAGES


@click.command("lawyer")
@click.argument("who", nargs=-1, required=True)
@click.option("--language", "tongue", type=click.Choice(list(LANGUAGES)), default="en")
@click.option("--recipient", "keys", multiple=True, help="An age recipient (age1…).")
@click.option(
    "--seal-passphrase-file",
    "seal_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Read the passphrase of the new file from here instead of asking.",
)
@click.option("--file", "items", multiple=True, metavar="ITEM", help="A stored file, by its id.")
@click.option(
    "--to", "target", type=click.Path(file_okay=False, path_type=Path), default=Path(),
    help="Where the file goes; here if left out.",
)  # fmt: skip
@click.option("--looked", multiple=True, metavar="NUMBER", help="You looked at this passage.")
@json_option
@with_case
def command(
    case: Case,
    who: Sequence[str],
    tongue: str,
    keys: Sequence[str],
    seal_file: Path | None,
    target: Path,
    as_json: bool,
    **chosen: Sequence[str],
) -> None:
    """Questions, facts and days of WHO for a lawyer, and chosen files, in one sealed file."""
    db = case.vault.db
    persons = tuple(person(db, each) for each in who)
    sheet = Sheet(persons, tongue, case.clock().date())
    recipients: list[Recipient] = [parse_recipient(text) for text in keys]
    outcome = give_lawyer(
        case,
        sheet,
        target,
        recipients=recipients or [ScryptRecipient(passphrase(seal_file, confirm=True))],
        items=[record(db, each) for each in chosen["items"]],
        looked=chosen["looked"],
    )
    if as_json:
        printing.as_json({"files": outcome.paths, "stops": outcome.stops, "stale": outcome.stale})
    else:
        passages.tell(db, outcome.stops, outcome.stale)
        for path in outcome.paths:
            printing.line(say("Written: {path}").format(path=path))
    if outcome.stops:
        raise GateClosed(count=len(outcome.stops))
    if not as_json:
        click.echo(say("Tell the lawyer the passphrase by another way than the file."))
