"""`panoh vault`: check it, rebuild its index, get back in, roll up small files."""

from pathlib import Path

import click

from panoh.analysis.same import propose_people
from panoh.casebook.index import CasebookIndex
from panoh.casebook.record import Case
from panoh.cli import printing
from panoh.cli.opening import (
    device_folder,
    device_option,
    json_option,
    passphrase,
    passphrase_option,
    vault_option,
    with_case,
)
from panoh.cli.vault_erase import erase_command
from panoh.cli.vault_export import export_command
from panoh.cli.vault_proof import check_command, prove_command
from panoh.cli.vault_shares import (
    key_from_shares,
    rehearse_command,
    shares_command,
    sheet_command,
    typed_key,
)
from panoh.cli.words import say
from panoh.shares import SharesOfAnotherKey
from panoh.vault import RecoveryDoesNotFit, Vault

DAMAGED = 29


@click.group("vault")
def command() -> None:
    """Check the vault, rebuild its index, get back in."""


command.add_command(sheet_command)
command.add_command(shares_command)
command.add_command(rehearse_command)
command.add_command(export_command)
command.add_command(prove_command)
command.add_command(erase_command)
command.add_command(check_command)


@command.command("verify")
@click.option("--deep", is_flag=True, help="Also read every stored file from end to end.")
@json_option
@with_case
def verify(case: Case, deep: bool, as_json: bool) -> None:
    """Check every file of the vault, every signature and chain."""
    with printing.progress(say("Checking")) as step:
        report = case.vault.verify(deep=deep, progress=step)
    if as_json:
        printing.as_json(report)
    else:
        for finding in report.findings:
            click.echo(printing.finding(finding))
        click.echo(
            say("Whole: {saves} saves with {statements} statements.").format(
                saves=report.saves, statements=report.leaves
            )
        )
        click.echo(
            say("Everything that was checked is whole.")
            if report.sound
            else say("Something is wrong. Keep this folder as it is, and look for a copy.")
        )
    if not report.sound:
        raise SystemExit(DAMAGED)


@command.command("rebuild")
@vault_option
@device_option
@passphrase_option
def rebuild(folder: Path, device: Path | None, passphrase_file: Path | None) -> None:
    """Make the index anew from the log. Nothing in the log changes."""
    words, place = passphrase(passphrase_file), device_folder(folder, device)
    with (
        printing.progress(say("Reading the log")) as step,
        Vault.rebuild(folder, place, words, CasebookIndex(), progress=step) as vault,
    ):
        propose_people(Case(vault))
    click.echo(say("The index is rebuilt."))


@command.command("recover")
@vault_option
@device_option
@passphrase_option
@click.option(
    "--recovery-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Read the recovery key from this file instead of asking.",
)
@click.option("--shares", "by_shares", is_flag=True, help="Type shares instead of the key.")
def recover(
    folder: Path,
    device: Path | None,
    passphrase_file: Path | None,
    recovery_file: Path | None,
    by_shares: bool,
) -> None:
    """Get back in with the recovery key or its shares, on a computer that has no keys."""
    key = key_from_shares() if by_shares else typed_key(recovery_file)
    words, place = passphrase(passphrase_file, confirm=True), device_folder(folder, device)
    try:
        with (
            printing.progress("Reading the log") as step,
            Vault.recover(folder, place, key, words, CasebookIndex(), progress=step) as vault,
        ):
            propose_people(Case(vault))
    except RecoveryDoesNotFit:
        if by_shares:
            raise SharesOfAnotherKey from None
        raise
    click.echo(say("You are back in. This computer writes under a new name from now on."))


@command.command("roll-up")
@with_case
def roll_up(case: Case) -> None:
    """Put many small files of the log together into few larger ones."""
    with printing.progress(say("Rolling up")) as step:
        gone = case.vault.roll_up(step)
    click.echo(say("{count} small files were put together.").format(count=gone))
