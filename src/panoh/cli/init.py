"""`panoh init`: a new vault, with the way back in tried on the same day."""

from pathlib import Path
from typing import ClassVar

import click

from panoh.casebook.index import CasebookIndex
from panoh.cli.opening import (
    device_folder,
    device_option,
    passphrase,
    passphrase_option,
    vault_option,
)
from panoh.cli.words import say
from panoh.model.errors import PanohError
from panoh.vault import Vault
from panoh.vault.errors import RecoveryDoesNotFit

TRIES = 3


class FileNotFree(PanohError):
    """The file for the recovery key is there already, or cannot be made."""

    code: ClassVar[str] = "recovery-file-not-free"
    message: ClassVar[str] = "The file for the recovery key is there already or cannot be made."
    hint: ClassVar[str] = "Name a new file in a folder that you can write to. Nothing was made."
    exit_status: ClassVar[int] = 6


@click.command("init")
@vault_option
@device_option
@passphrase_option
@click.option(
    "--recovery-file",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    help="Write the recovery key to this new file instead of showing it.",
)
def command(
    folder: Path, device: Path | None, passphrase_file: Path | None, recovery_file: Path | None
) -> None:
    """Make a new vault, and try the recovery key at once."""
    words = passphrase(passphrase_file, confirm=True)
    place = device_folder(folder, device)
    if recovery_file is not None:
        claim(recovery_file)
    created = Vault.create(folder, place, words, CasebookIndex())
    with created.vault as vault:
        if recovery_file is not None:
            recovery_file.write_text(created.recovery_identity + "\n", encoding="ascii")
            vault.confirm_recovery(recovery_file.read_text(encoding="ascii").strip())
            click.echo(
                say(
                    "The recovery key is in {file}, and it works. It opens everything:"
                    " print it or copy it to a stick, and delete it from this computer."
                ).format(file=recovery_file)
            )
        else:
            show_and_try(vault, created.recovery_identity)
    click.echo(say("The vault is in {folder}. Nobody else can read it.").format(folder=folder))
    click.echo(
        say("This computer's keys are in {place}. Do not copy that folder anywhere.").format(
            place=place
        )
    )
    click.echo(say("Next: take in a list with the command import."))


def claim(file: Path) -> None:
    """Make an empty file that did not exist and that only its owner can read.

    This comes before a vault is made: a vault whose recovery key nobody has seen is a trap.
    Raises `FileNotFree`.
    """
    try:
        file.touch(mode=0o600, exist_ok=False)
    except OSError:
        raise FileNotFree from None


def hand_over(text: str, file: Path) -> None:
    """Write a text to a file that did not exist and that only its owner can read."""
    claim(file)
    file.write_text(text + "\n", encoding="ascii")


def show_and_try(vault: Vault, recovery: str) -> None:
    """Show the recovery key once and ask for it back, so that it is known to work."""
    click.echo(
        say(
            "If you forget the passphrase or lose this computer, only this key opens the"
            " vault. Write it down now and keep it away from this computer:"
        )
    )
    click.echo(f"\n    {recovery}\n")
    for _ in range(TRIES):
        typed = click.prompt(say("Type or paste the recovery key to try it"), hide_input=True)
        try:
            vault.confirm_recovery(typed.strip())
        except RecoveryDoesNotFit:
            click.echo(say("That is not the key. Look at it again."))
        else:
            click.echo(say("The recovery key works."))
            return
    raise RecoveryDoesNotFit
