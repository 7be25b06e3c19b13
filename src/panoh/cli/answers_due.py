"""`panoh answers asked, again, done, due`: what is awaited, and until when."""

from datetime import date
from typing import Any

import click

from panoh.casebook.asking import NoDayNamed, NoSuchAction, ask, ask_again, awaited, close
from panoh.casebook.record import Case
from panoh.casebook.wording import title_of
from panoh.cli import printing
from panoh.cli.opening import json_option, with_case
from panoh.cli.pick import person, record
from panoh.cli.words import say
from panoh.model.dates import PartialDate, parse_date
from panoh.model.kinds import Action

by_option = click.option(
    "--by", "day", default="", metavar="DAY", help="The day on which to ask again."
)


@click.command("asked")
@click.argument("to")
@click.option("--for", "whom", multiple=True, metavar="WHO", help="For whom; may be repeated.")
@click.option("--what", default="", help="What was asked.")
@by_option
@with_case
def asked(case: Case, to: str, whom: tuple[str, ...], what: str, day: str) -> None:
    """Write down that somebody was asked, in whatever way: TO is who."""
    action = Action(
        recipient=to,
        persons=tuple(person(case.vault.db, each) for each in whom),
        when=PartialDate(case.clock().date().isoformat()),
        reply_due=parse_date(day) if day else None,
        note=what,
    )
    click.echo(f"{say('Saved.')} {ask(case, action)[:8]}")


@click.command("again")
@click.argument("action")
@by_option
@with_case
def again(case: Case, action: str, day: str) -> None:
    """Have Today tell on a day that ACTION is to be asked about again."""
    if not day:
        raise NoDayNamed
    ask_again(case, _action(case.vault.db, action), parse_date(day))
    click.echo(say("Saved."))


@click.command("done")
@click.argument("action")
@with_case
def done(case: Case, action: str) -> None:
    """Say that no reply to ACTION is awaited any more."""
    close(case, _action(case.vault.db, action))
    click.echo(say("Saved."))


@click.command("due")
@json_option
@with_case
def due(case: Case, as_json: bool) -> None:
    """What is awaited, the first day first."""
    found = awaited(case.vault.db, date.max)
    if as_json:
        printing.as_json(found)
        return
    if not found:
        click.echo(say("No reply is awaited."))
        return
    header = [say("Id"), say("Reply due"), say("To whom"), say("For whom")]
    printing.table(
        [
            (
                each.root[:8],
                printing.day(PartialDate(each.due.isoformat())),
                say(each.recipient) if each.recipient else "?",
                ", ".join(title_of(case.vault.db, who) for who in each.persons),
            )
            for each in found
        ],
        header,
    )


def _action(db: Any, typed: str) -> str:
    root = record(db, typed)
    if db.execute("SELECT kind FROM entity WHERE id = ?", (root,)).get != "action":
        raise NoSuchAction
    return root
