"""`panoh open`: the local interface, in the browser of this computer and nowhere else."""

from pathlib import Path

import click

from panoh.cli.opening import device_folder, device_option, passphrase, passphrase_option
from panoh.cli.words import say

PLACE = "Panoh"


@click.command("open")
@click.option(
    "--vault",
    "folder",
    envvar="PANOH_VAULT",
    metavar="FOLDER",
    type=click.Path(file_okay=False, path_type=Path),
    help="The vault folder (or PANOH_VAULT); Panoh in your home folder if left out.",
)
@device_option
@passphrase_option
@click.option("--no-browser", is_flag=True, help="Open no browser; say which file to open.")
def command(
    folder: Path | None, device: Path | None, passphrase_file: Path | None, no_browser: bool
) -> None:
    """Open Panoh in the browser of this computer."""
    from panoh.web.desk import Desk
    from panoh.web.serve import serve

    folder = (folder or Path.home() / PLACE).resolve()
    desk = Desk(folder, device_folder(folder, device).resolve())
    if passphrase_file is not None:
        desk.unlock(passphrase(passphrase_file))
    serve(desk, show=not no_browser, said=said)


def said(link: Path) -> None:
    """Say that it is open, where the link is, and how to end it."""
    click.echo(say("Panoh is open in your browser. Nobody else can reach it."))
    click.echo(say("If no window came, open this file in a browser: {file}").format(file=link))
    click.echo(say("To end it, press Ctrl and C here."))
