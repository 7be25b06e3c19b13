"""Opening the vault for a command: where it is, where this device's keys are, the passphrase."""

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any

import click

from panoh.casebook.index import CasebookIndex
from panoh.casebook.record import Case
from panoh.cli import printing
from panoh.cli.words import say
from panoh.vault import Vault
from panoh.vault.device import LEAST_PASSPHRASE

vault_option = click.option(
    "--vault",
    "folder",
    envvar="PANOH_VAULT",
    required=True,
    metavar="FOLDER",
    type=click.Path(file_okay=False, path_type=Path),
    help="The vault folder (or PANOH_VAULT).",
)
device_option = click.option(
    "--device",
    envvar="PANOH_DEVICE",
    metavar="FOLDER",
    default=None,
    type=click.Path(file_okay=False, path_type=Path),
    help="Where this computer keeps its keys (or PANOH_DEVICE).",
)
passphrase_option = click.option(
    "--passphrase-file",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, readable=True, path_type=Path),
    envvar="PANOH_PASSPHRASE_FILE",
    help="Read the passphrase from the first line of this file.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


def device_folder(folder: Path, device: Path | None) -> Path:
    """This computer's folder for a vault: outside of it, and known by the vault's place."""
    if device is not None:
        return device
    state = os.environ.get("XDG_STATE_HOME") or str(Path.home() / ".local" / "state")
    place = hashlib.sha256(os.fsencode(folder.resolve())).hexdigest()[:16]
    return Path(state) / "panoh" / place


def passphrase(file: Path | None, *, confirm: bool = False) -> str:
    """The passphrase from a file or a prompt; never from the command line, where others see it."""
    if file is not None:
        text = file.read_text(encoding="utf-8").split("\n", 1)[0].strip("\r")
    else:
        text = str(
            click.prompt(say("Passphrase"), hide_input=True, confirmation_prompt=confirm, err=True)
        )
    if confirm and len(text) < LEAST_PASSPHRASE:
        raise click.UsageError(
            say("A passphrase needs at least twelve characters. Five or six random words are good.")
        )
    return text


@contextmanager
def opened(folder: Path, device: Path | None, file: Path | None) -> Iterator[Case]:
    """The vault, unlocked for the length of a command."""
    place = device_folder(folder, device)
    with Vault.unlock(folder, place, passphrase(file), CasebookIndex()) as vault:
        for notice in vault.notices:
            click.echo(f"panoh: {printing.finding(notice)}", err=True)
        yield Case(vault)


def with_case(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the open case as its first argument."""

    @vault_option
    @device_option
    @passphrase_option
    @wraps(command)
    def run(folder: Path, device: Path | None, passphrase_file: Path | None, **rest: Any) -> Any:
        with opened(folder, device, passphrase_file) as case:
            return command(case, **rest)

    return run
