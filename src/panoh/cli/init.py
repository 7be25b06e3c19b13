"""`panoh init`: a new vault, with the way back in tried on the same day."""

from pathlib import Path

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
from panoh.vault import Vault
from panoh.vault.errors import RecoveryDoesNotFit

TRIES = 3


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
    created = Vault.create(folder, place, words, CasebookIndex())
    with created.vault as vault:
        if recovery_file is not None:
            hand_over(created.recovery_identity, recovery_file)
            vault.confirm_recovery(recovery_file.read_text(encoding="ascii").strip())
        else:
            show_and_try(vault, created.recovery_identity)
    click.echo(say("The vault is in {folder}. Nobody else can read it.").format(folder=folder))
    click.echo(
        say("This computer's keys are in {place}. Do not copy that folder anywhere.").format(
            place=place
        )
    )


def hand_over(recovery: str, file: Path) -> None:
    """Write the recovery key to a file that did not exist and that only its owner can read."""
    file.touch(mode=0o600, exist_ok=False)
    file.write_text(recovery + "\n", encoding="ascii")


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
