"""`panoh vault erase`: take statements and their files out for ever, and say what is left."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import click
import msgspec

from panoh.casebook.record import Case
from panoh.cli import printing
from panoh.cli.opening import json_option, with_case
from panoh.cli.pick import WHOLE, statement
from panoh.cli.words import KINDS, fill, say
from panoh.model.messages import mark as _
from panoh.model.statement import Statement, decode
from panoh.vault import LeafErased

BASES: Mapping[str, str] = {
    "consent-withdrawn": _("the consent was withdrawn"),
    "mistake": _("it was recorded by mistake"),
    "safety": _("it endangers somebody"),
    "law": _("the law asks for it"),
}
_FOR_EVER = _("Erasing cannot be undone. That something was erased, and why, stays in the vault.")
_KEPT = _("{count} of them tell of stored files. Without --items the files stay, unreachable.")


@click.command("erase")
@click.argument("statements", metavar="[STATEMENT]...", nargs=-1)
@click.option("--items", is_flag=True, help="Also the files that these statements tell of.")
@click.option(
    "--basis", type=click.Choice(list(BASES)), default="consent-withdrawn", help="Why it goes."
)
@click.option("--yes", is_flag=True, help="Do not ask.")
@json_option
@with_case
def erase_command(
    case: Case, statements: tuple[str, ...], items: bool, basis: str, yes: bool, as_json: bool
) -> None:
    """Erase statements by their numbers. With none, finish what was interrupted."""
    statements = tuple(_whole(case, each) for each in statements)
    told = list(_told(case, statements))
    files = _files(told)
    if not as_json:
        _announce(told, files, items=items)
    if statements and not yes:
        click.confirm(say("Erase?"), abort=True, err=True)
    done = case.vault.erase(statements, files if items else [], basis)
    if as_json:
        printing.as_json(done)
        return
    said = say("Erased here: {statements} statements, {files} files.")
    printing.line(said.format(statements=done.statements, files=done.files))
    printing.line(say("Where it may still be:"))
    for each in done.remains:
        printing.line(f"  · {fill(each.message, each.values)}")


def _whole(case: Case, typed: str) -> str:
    """The full number; one that the casebook could not read is named by all of its digits."""
    return typed if len(typed) == WHOLE else statement(case.vault.db, typed)


def _told(case: Case, idents: Sequence[str]) -> Iterator[Statement]:
    for ident in idents:
        leaf = case.vault.leaf(ident)
        if leaf.body is None:
            raise LeafErased(leaf=ident)
        yield decode(leaf.body)


def _files(told: Sequence[Statement]) -> list[str]:
    """The units of the files that statements about items tell of."""
    raw = [each.fields.get("unit") for each in told if each.kind == "item"]
    units: list[Any] = [msgspec.json.decode(each) for each in raw if each]
    return sorted({unit for unit in units if isinstance(unit, str) and unit})


def _announce(told: Sequence[Statement], files: Sequence[str], *, items: bool) -> None:
    for each in told:
        printing.line(f"  {say(KINDS.get(each.kind, each.kind))}  {each.recorded}")
    if files and not items:
        printing.line(fill(_KEPT, {"count": str(len(files))}))
    if told:
        printing.line(say(_FOR_EVER), err=True)
