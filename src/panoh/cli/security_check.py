"""`panoh security check`: looks at this computer, and says what it saw and what it cannot see."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from panoh.cli import printing
from panoh.cli.opening import device_folder, device_option, json_option, opened, passphrase_option
from panoh.cli.words import say
from panoh.model.thesauri import RESULTS
from panoh.security.checks.check import PASS
from panoh.security.checks.run import Outcome, check_machine, platform
from panoh.security.profile import device_here, fitted
from panoh.security.progress import record_outcomes
from panoh.security.wording import worded


@click.command("check")
@click.option(
    "--vault",
    "folder",
    envvar="PANOH_VAULT",
    metavar="FOLDER",
    type=click.Path(file_okay=False, path_type=Path),
    help="The vault folder (or PANOH_VAULT); needed to look at Panoh's own folders.",
)
@device_option
@passphrase_option
@click.option("--keep", is_flag=True, help="Open the vault and keep what was found.")
@click.option("--name", default="", help="What this computer is called in your profile.")
@json_option
def check_command(
    folder: Path | None,
    device: Path | None,
    passphrase_file: Path | None,
    keep: bool,
    name: str,
    as_json: bool,
) -> None:
    """Look at this computer: disk, updates, lock, login, network, certificates, cloud.

    It changes nothing, needs no other rights and no network. What it cannot tell is not known,
    and then the steps to look by hand are shown. Nothing is kept without --keep.
    """
    if keep and folder is None:
        raise click.UsageError(say("To keep what was found, name the vault with --vault."))
    places = {"vault": folder, "device": device_folder(folder, device)} if folder else {}
    outcomes = check_machine(datetime.now(UTC), places)
    if as_json:
        printing.as_json([_plain(each) for each in outcomes])
    else:
        for each in outcomes:
            _print(each)
    if keep and folder is not None:
        with opened(folder, device, passphrase_file) as case:
            name = name or device_here(fitted(case.vault.db), platform())
            record_outcomes(case, outcomes, name)
        click.echo(say("Kept in the vault."), err=as_json)


def _plain(outcome: Outcome) -> dict[str, Any]:
    return {
        "check": outcome.check.key,
        "result": outcome.judged.result,
        "evidence": [worded(each, say) for each in outcome.judged.evidence],
        "cannot_see": outcome.check.cannot_see,
        "when": outcome.when.isoformat(timespec="seconds"),
    }


def _print(outcome: Outcome) -> None:
    """The answer, what it rests on, what it leaves open; by hand only where it is needed."""
    result = RESULTS.label(outcome.judged.result, say)
    click.echo(f"{say(outcome.check.asks)}  {result}")
    for each in outcome.judged.evidence:
        printing.line(f"  · {worded(each, say)}")
    if outcome.judged.result != PASS:
        for step in outcome.check.by_hand.get(platform(), ()):
            click.echo(f"  → {say(step)}")
    click.echo(f"  {say(outcome.check.cannot_see)}")
    click.echo()
