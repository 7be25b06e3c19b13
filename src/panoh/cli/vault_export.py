"""`panoh vault export`: everything in one sealed file, for the members themselves."""

import os
from collections.abc import Sequence
from pathlib import Path

import click

from panoh.age import Recipient, ScryptRecipient, parse_recipient
from panoh.casebook.consent.giving import FileExists
from panoh.casebook.exporting import LABEL, export_sealed
from panoh.casebook.record import Case
from panoh.cli import printing
from panoh.cli.opening import passphrase, with_case
from panoh.cli.words import say
from panoh.vault import WriteFailed
from panoh.vault.export import Exported


@click.command("export")
@click.option(
    "--to", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The new file."
)
@click.option("--recipient", "recipients", multiple=True, help="An age recipient (age1…).")
@click.option(
    "--export-passphrase-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Read the passphrase of the new file from here instead of asking.",
)
@with_case
def export_command(
    case: Case, to: Path, recipients: tuple[str, ...], export_passphrase_file: Path | None
) -> None:
    """Write everything into one sealed file: to recipients, or to a passphrase."""
    if to.exists():
        raise FileExists(name=to.name)
    sealed_to: Sequence[Recipient] = [parse_recipient(text) for text in recipients]
    if not sealed_to:
        sealed_to = [ScryptRecipient(passphrase(export_passphrase_file, confirm=True))]
    half = to.with_name(to.name + ".part")
    try:
        done = _write(case, half, sealed_to)
        half.replace(to)
    except OSError as error:
        raise WriteFailed(name=to.name, reason=str(error.strerror)) from error
    finally:
        half.unlink(missing_ok=True)
    printing.line(say("Written: {path}").format(path=to))
    said = say("{statements} statements and {files} files, sealed.")
    printing.line(said.format(statements=done.statements, files=done.files))
    for digest in done.missing:
        printing.line(say("Not in it, because it is damaged: {file}").format(file=digest))
    printing.line(say(LABEL))
    printing.line(say("To open it without this program: age -d FILE | tar -x"))


def _write(case: Case, path: Path, recipients: Sequence[Recipient]) -> Exported:
    """Write the file, which only its owner can read, before it has its name."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        return export_sealed(case, file, recipients)
