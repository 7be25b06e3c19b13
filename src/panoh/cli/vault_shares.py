"""`panoh vault shares`, `rehearse` and `recovery-sheet`: the way back in, on paper."""

from datetime import UTC, date, datetime
from pathlib import Path

import click

from panoh.age import HybridIdentity
from panoh.casebook.record import Case
from panoh.cli.opening import (
    device_folder,
    device_option,
    opened,
    passphrase_option,
    vault_option,
    with_case,
)
from panoh.cli.typed_shares import ask_shares
from panoh.cli.words import language, say
from panoh.model.messages import mark as _
from panoh.shares import combine, seed_of, sheets, split, verifier_of
from panoh.shares.paper import recovery_sheet, share_sheet
from panoh.vault.genesis import recovery_recipient

_HAND_OUT = (
    _("Print each file by itself, on a printer that you trust: large ones keep what they print."),
    _(
        "Then remove this folder. Whoever finds these files can read them, and a disk may keep"
        " what was removed: a folder in memory is best."
    ),
    _(
        "Give each sheet to another person, by hand. Choose people who are not all in one"
        " country, in one house or in one telephone."
    ),
    _("Tell nobody who holds the others. You remember it, or keep it in the vault."),
    _("When they are handed out, and once a year, try it: panoh vault rehearse"),
)
_RETIRED = _(
    "Sheets handed out earlier keep working. If one of them was lost, gather and burn the others."
)


@click.command("recovery-sheet")
@click.option(
    "--to",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("recovery-sheet.pdf"),
    help="The new file; recovery-sheet.pdf if left out.",
)
@vault_option
@device_option
@passphrase_option
def sheet_command(
    folder: Path, device: Path | None, passphrase_file: Path | None, to: Path
) -> None:
    """Write a sheet for your papers: how to get back in. It holds no key and no names."""
    _refuse_existing(to)
    with opened(folder, device, passphrase_file) as case:
        _write(
            to,
            recovery_sheet(
                case.vault.id, recovery_recipient(case.vault.all_leaves()), _today(), language()
            ),
        )
    click.echo(say("Written: {path}").format(path=to))


@click.command("shares")
@click.option(
    "--to",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="A new folder for the sheets, outside of the vault.",
)
@click.option(
    "--recovery-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Read the recovery key from this file instead of asking.",
)
@click.option("--threshold", default=3, show_default=True, help="How many sheets are needed.")
@click.option("--count", default=5, show_default=True, help="How many sheets are made.")
@vault_option
@device_option
@passphrase_option
def shares_command(
    folder: Path,
    device: Path | None,
    passphrase_file: Path | None,
    to: Path,
    recovery_file: Path | None,
    threshold: int,
    count: int,
) -> None:
    """Split the recovery key into sheets of paper for several people."""
    _refuse_place(to, folder, device_folder(folder, device))
    with opened(folder, device, passphrase_file) as case:
        key = typed_key(recovery_file)
        case.vault.confirm_recovery(key)
        drawn = _drawn_shares(case.vault.id, key, threshold, count)
    to.mkdir(mode=0o700, parents=True)
    for number, pdf in enumerate(drawn, 1):
        path = to / f"share-{number}-of-{count}.pdf"
        _write(path, pdf)
        click.echo(say("Written: {path}").format(path=path))
    for line in (*_HAND_OUT, _RETIRED):
        click.echo(f"· {say(line)}")


@click.command("rehearse")
@with_case
def rehearse_command(case: Case) -> None:
    """Try whether the shares of several people open this vault; nothing is shown or kept."""
    verifier = verifier_of(recovery_recipient(case.vault.all_leaves()))
    mnemonics = [share.mnemonic() for share in ask_shares()]
    seed = combine(mnemonics, verifier)
    case.vault.confirm_recovery(str(HybridIdentity.from_seed(seed)))
    click.echo(say("Together these shares open this vault. The sheets can go back."))


def typed_key(file: Path | None) -> str:
    """The recovery key from a file or a prompt that does not show it."""
    if file is not None:
        return file.read_text(encoding="ascii").strip()
    return str(click.prompt(say("Recovery key"), hide_input=True, err=True)).strip()


def key_from_shares() -> str:
    """The recovery key put together from shares that are typed; raises SharesError."""
    return str(HybridIdentity.from_seed(seed_of(ask_shares())))


def _drawn_shares(vault: str, key: str, threshold: int, count: int) -> list[bytes]:
    identity = HybridIdentity.parse("".join(key.split()))
    verifier = verifier_of(str(identity.recipient()))
    mnemonics = split(identity.seed, threshold, count)
    # Each share takes part in one combination at least, before anybody relies on it.
    for start in range(count):
        combine((mnemonics * 2)[start : start + threshold], verifier)
    return [share_sheet(each, language()) for each in sheets(mnemonics, vault, verifier, _today())]


def _refuse_place(to: Path, *homes: Path) -> None:
    if any(to.resolve().is_relative_to(home.resolve()) for home in homes):
        raise click.UsageError(say("Sheets must not lie in the vault or among its keys."))
    _refuse_existing(to)


def _refuse_existing(to: Path) -> None:
    if to.exists():
        raise click.UsageError(say("{path} is there already; give a new name.").format(path=to))


def _write(path: Path, pdf: bytes) -> None:
    path.touch(mode=0o600, exist_ok=False)
    path.write_bytes(pdf)


def _today() -> date:
    return datetime.now(UTC).date()
