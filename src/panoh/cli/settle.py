"""`panoh settle`: where sources differ, saying which is relied on; it removes nothing."""

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

import click

from panoh.casebook.naming import title
from panoh.casebook.record import Case
from panoh.casebook.settling import Contradiction, contradictions, rely, reopen
from panoh.cli import acts, printing
from panoh.cli.opening import json_option, with_case
from panoh.cli.pick import record, told_by
from panoh.cli.values import value
from panoh.cli.words import kind, say
from panoh.model.errors import PanohError
from panoh.model.kinds import KINDS

SHORT = 16


class NoSuchStatement(PanohError):
    """None of the statements that differ begins so, or several do."""

    code: ClassVar[str] = "no-such-statement"
    message: ClassVar[str] = "Exactly one of the statements that differ must begin with {typed}."
    hint: ClassVar[str] = "`panoh settle WHO` lists them; nothing was changed."
    exit_status: ClassVar[int] = 4


@click.command("settle")
@click.argument("who")
@click.argument("field", required=False)
@click.option(
    "--rely",
    "relied",
    multiple=True,
    metavar="STATEMENT",
    help="A statement that is relied on; may be repeated. The others are set aside.",
)
@click.option("--why", default="", help="Why; it is kept.")
@click.option("--undo", is_flag=True, help="Take the newest decision on the field back.")
@json_option
@with_case
def command(
    case: Case,
    who: str,
    field: str | None,
    relied: tuple[str, ...],
    why: str,
    undo: bool,
    as_json: bool,
) -> None:
    """List where sources differ about WHO (a person or a record), or say which are relied on.

    FIELD is the word in brackets in the list.
    """
    root = record(case.vault.db, who)
    if not field:
        _list(case.vault.db, contradictions(case.vault.db, root), as_json=as_json)
        return
    if undo:
        left = reopen(case, root, field, why or say("undone"))
        click.echo(say("Undone."))
    elif relied:
        chosen = _chosen(contradictions(case.vault.db, root), root, field, relied)
        left = rely(case, root, field, chosen, why)
        click.echo(say("Saved. It can be undone."))
    else:
        raise click.UsageError(say("Say which statements are relied on, with --rely."))
    if left and left.open:
        click.echo(say("The sources still differ on this."))


def _chosen(
    found: Sequence[Contradiction], root: str, field: str, typed: Sequence[str]
) -> list[str]:
    told = [
        each.id
        for one in found
        if one.view.root == root and one.field == field
        for each in one.told
    ]
    return [_one(told, each) for each in typed]


def _one(told: Sequence[str], typed: str) -> str:
    meant = [each for each in told if typed and each.startswith(typed)]
    if len(meant) != 1:
        raise NoSuchStatement(typed=typed[:SHORT])
    return meant[0]


def _list(db: Any, found: Sequence[Contradiction], *, as_json: bool) -> None:
    if as_json:
        printing.as_json([_plain(each) for each in found])
        return
    if not found:
        click.echo(say("The sources contradict each other nowhere."))
    for each in found:
        for line in _lines(db, each):
            printing.line(line)


def _lines(db: Any, found: Contradiction) -> Iterator[str]:
    view = found.view
    spec = KINDS[view.kind].fields[found.field]
    what = acts.sentence(view) if view.kind == "act" else title(view)
    yield f"{view.root[:8]}  {kind(view.kind)}  {what}".rstrip()
    yield f"  {say(spec.note.label)} ({found.field}){' ≠' if found.open else ''}"
    for told in found.told:
        aside = "" if told.id in found.relied else f"  · {say('set aside')}"
        yield (
            f"    {told.id[:SHORT]}  {value(db, spec, told.value)}"
            f"  [{told_by(db, told.statement)}]{aside}"
        )
    for said in view.assessments.get(found.field, ()):
        state = "" if said.current else f" ({say('something new was told since')})"
        yield f"    {say('Decided')}: {said.why or '–'}{state}"


def _plain(found: Contradiction) -> dict[str, Any]:
    return {
        "id": found.view.root,
        "kind": found.view.kind,
        "field": found.field,
        "open": found.open,
        "told": [
            {
                "statement": told.id,
                "value": told.value,
                "source": told.source,
                "relied": told.id in found.relied,
            }
            for told in found.told
        ],
    }
