"""`panoh relay`: ask a relay whether it is well, watch one, try its channels."""

import signal
import time
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import click

from panoh.channels import Accepted
from panoh.channels.kinds import words
from panoh.channels.reasons import REASONS
from panoh.channels.site import Site
from panoh.cli import printing
from panoh.cli.opening import json_option
from panoh.cli.words import say
from panoh.relay.settings import AddressNotEncrypted, RelayDied, read_settings

NOT_WELL = 87
SECONDS = 20

settings_argument = click.argument(
    "file", type=click.Path(exists=True, dir_okay=False, path_type=Path)
)


@click.group("relay")
def command() -> None:
    """Run the service that watches, or look after one."""


@command.command("new")
@settings_argument
def new(file: Path) -> None:
    """Make a relay that watches nobody yet, where the settings say."""
    from panoh.relay.running import files_of
    from panoh.relay.store import create

    settings = read_settings(file)
    relay = create(files_of(settings))
    click.echo(say("The relay is made. Its id: {relay}").format(relay=relay))


@command.command("invite")
@settings_argument
def invite(file: Path) -> None:
    """Print an invitation by which somebody new can be watched; it counts once, for 30 days."""
    from panoh.relay.orders import invite as invitation
    from panoh.relay.running import files_of
    from panoh.relay.store import open_store

    settings = read_settings(file)
    store = open_store(files_of(settings))
    try:
        lines = settings.written.address, store.meta().relay, invitation(store)
    finally:
        store.close()
    for name, value in zip((say("Address"), say("Id"), say("Invitation")), lines, strict=True):
        click.echo(f"{name}: {value}")


@command.command("clock")
@settings_argument
@click.option("--right", is_flag=True, help="The clock of this computer shows the right time.")
def clock(file: Path, right: bool) -> None:
    """Show what time the relay goes by, and say that the clock here is right."""
    from panoh.relay.running import files_of
    from panoh.relay.store import open_store
    from panoh.relay.waking import confirm_clock

    store = open_store(files_of(read_settings(file)))
    try:
        if right:
            confirm_clock(store)
        now = datetime.fromtimestamp(store.now(), UTC)
    finally:
        store.close()
    here = datetime.now(UTC)
    click.echo(f"{say('The relay goes by')} {now:%Y-%m-%d %H:%M:%S} UTC")
    click.echo(f"{say('This computer shows')} {here:%Y-%m-%d %H:%M:%S} UTC")


@command.command("serve")
@settings_argument
def serve(file: Path) -> None:
    """Run the relay: keep the times, tell people, answer on its pages."""
    from panoh.relay.running import Running

    running = Running(read_settings(file))
    for told in (signal.SIGINT, signal.SIGTERM):
        signal.signal(told, lambda *_: running.stop())
    click.echo(say("The relay runs. Stop it with Ctrl-C."))
    running.run()
    if running.died:
        raise RelayDied(where=running.died)


@command.command("confirm-clock")
@settings_argument
def confirm_clock(file: Path) -> None:
    """Say that the clock of this computer is right, after the relay doubted it.

    Compare it with another clock first. Nobody is alarmed by it: what lies between counts as time
    in which nobody was watching.
    """
    from panoh.relay.running import files_of
    from panoh.relay.store import open_store
    from panoh.relay.waking import confirm_clock as confirm

    store = open_store(files_of(read_settings(file)))
    try:
        confirm(store)
    finally:
        store.close()
    click.echo(say("The clock counts as right from now on."))


@command.command("status")
@click.argument("address")
@json_option
def status(address: str, as_json: bool) -> None:
    """Ask a relay at its address whether it is well. This goes out to the network."""
    from panoh.relay.watch import is_well

    well = is_well(_site(address))
    if as_json:
        printing.as_json({"well": well})
    else:
        click.echo(
            say("The relay is well: it answers, and looked at the time a moment ago.")
            if well
            else say("The relay is not well, or cannot be reached from here. Nobody is watched.")
        )
    if not well:
        raise SystemExit(NOT_WELL)


@command.command("check")
@settings_argument
def check(file: Path) -> None:
    """Try every channel without telling anybody, and say what its provider learns."""
    settings = read_settings(file)
    results = {name: channel.check() for name, channel in settings.channels.items()}
    rows = []
    for name, result in results.items():
        label, learns = words(str(settings.written.channels[name]["kind"]))
        told = say("works") if isinstance(result, Accepted) else say(REASONS[result.reason])
        rows.append((name, say(label), told, say(learns)))
    printing.table(rows, [say("Channel"), say("Kind"), say("Test"), say("Who learns what")])
    if any(result != Accepted() for result in results.values()):
        raise SystemExit(NOT_WELL)


@command.command("watch")
@click.argument("address")
@settings_argument
def watch(address: str, file: Path) -> None:
    """Watch a relay from elsewhere: tell its owner, then the contacts, when it is out."""
    from panoh.relay.watch import Watcher, is_well

    settings, site = read_settings(file), _site(address)
    written = settings.written
    watcher = Watcher(
        lambda: is_well(site),
        written.owner.named("owner"),
        [each.named(f"c{number}") for number, each in enumerate(written.contacts)],
        settings.channels,
        file.with_suffix(".seen"),
    )
    click.echo(say("Watching. Each minute the relay is asked whether it is well."))
    over = _until_told_to_stop()
    while not over.is_set():
        watcher.look(int(time.time()))
        over.wait(60)


def _site(address: str) -> Site:
    """The relay; one that could be read on the way is refused."""
    site = Site(address=address, seconds=SECONDS)
    if not site.safe:
        raise AddressNotEncrypted
    return site


def _until_told_to_stop() -> Event:
    over = Event()
    for told in (signal.SIGINT, signal.SIGTERM):
        signal.signal(told, lambda *_: over.set())
    return over
