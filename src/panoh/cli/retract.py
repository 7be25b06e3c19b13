"""`panoh retract`: hide one statement, or show it again; the history keeps it."""

import click

from panoh.casebook.hiding import hide, show_again
from panoh.casebook.record import Case
from panoh.cli.opening import with_case
from panoh.cli.pick import statement
from panoh.cli.words import say


@click.command("retract")
@click.argument("told", metavar="STATEMENT")
@click.option("--why", default="", help="Why; it is kept.")
@click.option("--undo", is_flag=True, help="Show it again.")
@with_case
def command(case: Case, told: str, why: str, undo: bool) -> None:
    """Hide one STATEMENT, by its number in `panoh show WHO --history`. Nothing is erased."""
    db = case.vault.db
    ident = statement(db, told)
    if undo:
        show_again(case, ident, why)
        click.echo(say("It is shown again."))
    else:
        hide(case, ident, why)
        click.echo(say("Hidden. The history keeps it; --undo shows it again."))
    kind = db.execute("SELECT kind FROM statement WHERE id = ?", (bytes.fromhex(ident),)).get
    if kind == "consent":
        click.echo(say("This changes what may be given out: look with `panoh consent WHO`."))
