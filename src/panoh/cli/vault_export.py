"""`panoh vault export`: everything in one sealed file, for the members themselves."""

import hashlib
import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO, cast

import click

from panoh.age import Recipient, ScryptRecipient, parse_recipient
from panoh.casebook.consent.giving import FINAL, FileExists
from panoh.casebook.record import Case, save, tell
from panoh.cli import printing
from panoh.cli.opening import passphrase, with_case
from panoh.cli.words import say
from panoh.model.dates import PartialDate
from panoh.model.kinds import Action
from panoh.model.messages import mark as _
from panoh.vault import WriteFailed

_LABEL = _(
    "This file holds everything: all names, all sources, all files. It is for you and the other"
    " members; the consents were not asked. Whoever can open it can read all of it."
)


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
    printing.line(say(_LABEL))
    printing.line(say("To open it without this program: age -d FILE | tar -x"))


def _write(case: Case, path: Path, recipients: Sequence[Recipient]) -> Any:
    """Write the file and note in the vault that it was made, before it has its name."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        hashing = _Hashing(file)
        done = case.vault.export(cast("BinaryIO", hashing), recipients)
        file.flush()
        os.fsync(file.fileno())
    day = PartialDate(datetime.now(UTC).date().isoformat())
    action = Action(type="export", documents=(hashing.digest.hexdigest(),), when=day, state=FINAL)
    save(case, [tell(case, action)])
    return done


class _Hashing:
    """A file whose bytes are hashed as they are written."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self.digest = file, hashlib.sha256()

    def write(self, data: bytes) -> int:
        """Write all of it."""
        self.digest.update(data)
        return self._file.write(data)
