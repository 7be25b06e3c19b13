"""`panoh silence`: of whom nothing was heard for too long, and how long is too long."""

import click

from panoh.casebook.patience import choose_patience
from panoh.casebook.people import SILENT, PersonRow, people
from panoh.casebook.record import Case
from panoh.cli import printing
from panoh.cli.opening import json_option, with_case
from panoh.cli.pick import person
from panoh.cli.words import say
from panoh.model.thesauri import STATUSES


@click.command("silence")
@click.argument("who", required=False)
@click.option(
    "--tell-after", "days", type=int, help="Tell when nothing was heard for so many days."
)
@json_option
@with_case
def command(case: Case, who: str | None, days: int | None, as_json: bool) -> None:
    """List those of whom nobody in contact has told for too long; or say of WHO how long that is.

    WHO is an id or a name. Nobody chose: seven days. Where members chose different times, the
    shortest counts.
    """
    if who and days is not None:
        choose_patience(case, person(case.vault.db, who), days)
        click.echo(say("Saved."))
        return
    if who or days is not None:
        raise click.UsageError(say("Name the person and --tell-after together, or neither."))
    _list(case, as_json=as_json)


def _list(case: Case, *, as_json: bool) -> None:
    today = case.clock().date()
    found = people(case.vault.db, among=SILENT, today=today)
    silent = [(each, each.silence(today)) for each in found]
    if as_json:
        printing.as_json(
            [
                {
                    "id": each.root,
                    "name": each.title,
                    "state": each.state,
                    "days": quiet.days if quiet else None,
                    "tell_after": quiet.threshold if quiet and quiet.since else None,
                }
                for each, quiet in silent
            ]
        )
        return
    if not silent:
        click.echo(say("Of everybody who is waited for, somebody in contact has told lately."))
        return
    header = [say("Id"), say("Name"), say("Now"), say("Days of silence")]
    printing.table([_line(each, quiet.days if quiet else None) for each, quiet in silent], header)


def _line(each: PersonRow, days: int | None) -> tuple[str, ...]:
    told = "?" if days is None else str(days)
    return each.root[:8], each.title or say("(no name)"), STATUSES.label(each.state, say), told
