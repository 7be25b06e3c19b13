"""`panoh appeal`: a joint appeal, who was asked to sign it, and who signs."""

from typing import Any

import click

from panoh.advocacy.gone import gone_with
from panoh.advocacy.publications import APPEAL
from panoh.advocacy.signing import (
    REFUSED,
    SIGNED,
    STATES,
    WITHDRAWN,
    Signatory,
    answer,
    ask,
    signatories,
)
from panoh.casebook.record import Case
from panoh.cli import printing
from panoh.cli.opening import json_option, with_case
from panoh.cli.pick import CONTACT, PERSON, person
from panoh.cli.publishing import commands, gone_lines, named
from panoh.cli.words import say
from panoh.model.thesauri import CONSENT_HOW

WHOEVER = (PERSON, CONTACT)


@click.group("appeal")
def command() -> None:
    """A joint appeal: each signature is a yes for this appeal and nothing else."""


commands(command, APPEAL)


@command.command("ask")
@click.argument("which")
@click.argument("who")
@click.option("--shown", default="", help="The name as it would be printed.")
@click.option("--beside", "capacity", default="", help="What stands beside it, as a profession.")
@with_case
def ask_command(case: Case, which: str, who: str, shown: str, capacity: str) -> None:
    """Note that WHO (a person or contact) is asked to sign."""
    db = case.vault.db
    ask(case, named(db, which, APPEAL), person(db, who, WHOEVER), shown, capacity)
    click.echo(say("Saved. Nobody is printed before they say yes."))


@command.command("answer")
@click.argument("which")
@click.argument("who")
@click.argument("said", type=click.Choice([SIGNED, REFUSED, WITHDRAWN]))
@click.option("--how", type=click.Choice(list(CONSENT_HOW.terms)), default="unknown")
@with_case
def answer_command(case: Case, which: str, who: str, said: str, how: str) -> None:
    """Note what WHO said: yes, no, or that a yes is withdrawn."""
    db = case.vault.db
    found, root = named(db, which, APPEAL), person(db, who, WHOEVER)
    answer(case, found, root, said, how=how)
    now = {each.root: each for each in signatories(db, found, case.clock().date())}
    click.echo(_state(now[root]))
    gone = gone_with(db, root, found.root) if said == WITHDRAWN else []
    if gone:
        click.echo(say("This went out with their name and cannot be called back:"))
        for line in gone_lines(db, gone):
            printing.line(line)


@command.command("show")
@click.argument("which")
@json_option
@with_case
def show(case: Case, which: str, as_json: bool) -> None:
    """Who was asked, what each said, and what went out with those who withdrew."""
    db = case.vault.db
    found = named(db, which, APPEAL)
    told = signatories(db, found, case.clock().date())
    if as_json:
        printing.as_json(told)
        return
    header = [say("Id"), say("Name"), say("As it is printed"), say("Answer")]
    printing.table([_row(each) for each in told], header)
    for each in told:
        gone: Any = gone_with(db, each.root, found.root) if each.state == WITHDRAWN else []
        if gone:
            printing.line(say("Cannot be called back, with {name}:").format(name=each.name))
            for line in gone_lines(db, gone):
                printing.line(line)


def _row(each: Signatory) -> tuple[str, ...]:
    shown = ", ".join(filter(None, [each.shown, each.capacity]))
    return each.root[:8], each.name, shown, _state(each)


def _state(each: Signatory) -> str:
    why = f" ({say(each.why)})" if each.why and each.state not in (REFUSED, WITHDRAWN) else ""
    return say(STATES[each.state]) + why
