"""`panoh vault prove` and `check-proof`: one statement for somebody outside, and checking it."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

from panoh.casebook.consent.answers import Use
from panoh.casebook.consent.gate import GateClosed, Outgoing, Stop, cleared, inspect
from panoh.casebook.consent.giving import FINAL, give
from panoh.casebook.record import Case
from panoh.cli import passages, pick, printing
from panoh.cli.opening import json_option, with_case
from panoh.cli.pick import WHOLE
from panoh.cli.words import say
from panoh.model.messages import mark as _
from panoh.model.statement import decode
from panoh.model.thesauri import RECIPIENTS, USES
from panoh.vault import check_proof

_LARGEST = 32 << 20
_LEAVING = _(
    "A proof is a way out: whoever has the file can read the statement and show that it stands"
    " in this vault. It cannot be called back."
)
_SHOWS = _(
    "It shows that these words stand in this vault, signed by this writer. Who the writer is and"
    " whether the words are true it does not show; compare the vault's number with one you got"
    " another way."
)


@click.command("prove")
@click.argument("statement")
@click.option(
    "--to",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The new file.",
)
@click.option(
    "--recipient", required=True, type=click.Choice(list(RECIPIENTS.terms)), help="Who gets it."
)
@click.option("--use", required=True, type=click.Choice(list(USES.terms)), help="What for.")
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), help="The day it is given; today.")
@click.option(
    "--looked",
    multiple=True,
    metavar="NUMBER",
    help="You looked at this passage, by its number in the list; may be repeated.",
)
@json_option
@with_case
def prove_command(  # noqa: PLR0913, PLR0917 - one argument for each option
    case: Case,
    statement: str,
    to: Path,
    recipient: str,
    use: str,
    day: datetime | None,
    looked: tuple[str, ...],
    as_json: bool,
) -> None:
    """Write a file that proves one STATEMENT (its number) to somebody outside, and nothing else."""
    whole = statement if len(statement) == WHOLE else pick.statement(case.vault.db, statement)
    proof = case.vault.prove(whole)
    way = Use(recipient, use, (day or datetime.now(UTC)).date())
    found = _found(case, Outgoing(to.name, proof), way)
    stops = [stop for stop in found if not cleared(stop, looked)]
    stale = [each for each in looked if each not in {stop.number for stop in found}]
    paths = [] if stops else _give(case, Outgoing(to.name, proof), to.parent, way, looked=looked)
    if as_json:
        printing.as_json({"files": paths, "stops": stops})
    else:
        printing.line(say(_LEAVING), err=True)
        passages.tell(case.vault.db, stops, stale)
        for path in paths:
            printing.line(say("Written: {path}").format(path=path))
    if stops:
        raise GateClosed(count=len(stops))


def _found(case: Case, proof: Outgoing, way: Use) -> list[Stop]:
    """Have the gate read the file, and the words by themselves as they stand in it."""
    words = Outgoing(proof.name, check_proof(proof.data).body)
    return inspect(case.vault.db, [proof, words], way)


def _give(
    case: Case, proof: Outgoing, folder: Path, way: Use, *, looked: Sequence[str]
) -> list[Path]:
    told = decode(check_proof(proof.data).body)
    persons = [told.about] if told.kind == "person" else []
    return give(case, [proof], folder, way, persons=persons, state=FINAL, looked=looked)


@click.command("check-proof")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@json_option
def check_command(file: Path, as_json: bool) -> None:
    """Check a proof in FILE. Needs no vault and no passphrase."""
    with file.open("rb") as handle:
        proven = check_proof(handle.read(_LARGEST + 1))
    words = proven.body.decode()
    if as_json:
        shown = {name: getattr(proven, name) for name in ("vault", "writer", "seq", "at", "id")}
        printing.as_json({**shown, "words": words})
        return
    printing.line(say("This proof holds."))
    printing.line(say("Vault: {vault}").format(vault=proven.vault))
    printing.line(say("Writer: {writer}, save {seq}").format(writer=proven.writer, seq=proven.seq))
    printing.line(say("By the writer's clock: {at}").format(at=proven.at))
    printing.line(say("Statement: {id}").format(id=proven.id))
    printing.line(words)
    printing.line(say(_SHOWS))
