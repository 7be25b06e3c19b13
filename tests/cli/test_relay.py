"""`panoh relay` as whoever runs one uses it: is it well, do its channels work, watch it."""

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from time import monotonic, sleep

import pytest
from tests.channels.push_server import PushServer, push_server
from tests.cli.commands import Desk
from tests.relay.serving import served

from panoh.relay.pages import Counter, pages
from panoh.relay.pages.service import Health
from panoh.relay.store import paths


@pytest.fixture
def server() -> Iterator[PushServer]:
    with push_server() as running:
        yield running


@pytest.fixture
def settings(tmp_path: Path, server: PushServer) -> Path:
    file = tmp_path / "relay.toml"
    file.write_text(
        f"""
address = "https://watch.example"
[owner]
addresses = [{{ channel = "push", to = "owner-tulips" }}]
[channels.push]
kind = "push"
server = "http://127.0.0.1:{server.port}"
token = "tk_tulipsinapril"
"""
    )
    file.chmod(0o600)
    return file


def answering(folder: Path, health: Callable[[], Health]) -> AbstractContextManager[str]:
    """The pages of a relay that says this about itself."""
    return served(pages(Counter(paths(folder / "relay")), health, ()))


def test_a_relay_that_is_well_says_so(tmp_path: Path) -> None:
    well = [True]
    with answering(tmp_path, lambda: Health(well[0], 3)) as address:
        assert "The relay is well" in Desk(tmp_path).run("relay", "status", address).stdout
        assert Desk(tmp_path).json("relay", "status", address) == {"well": True}
        well[0] = False
        told = Desk(tmp_path).run("relay", "status", address, code=87).stdout
    assert "not well" in told


def test_an_address_that_others_could_read_is_not_asked(tmp_path: Path) -> None:
    told = Desk(tmp_path).run("relay", "status", "http://watch.example", code=86)
    assert "must begin with https://" in told.stderr


def test_every_channel_is_tried_and_nobody_is_told(settings: Path, server: PushServer) -> None:
    told = Desk(settings.parent).run("relay", "check", str(settings)).stdout
    assert "works" in told
    assert "The push server learns the topic" in told
    assert server.published == []
    server.does = "later"
    told = Desk(settings.parent).run("relay", "check", str(settings), code=87).stdout
    assert "the answer is not that of such a service" in told


def test_settings_that_others_can_read_are_refused(settings: Path) -> None:
    settings.chmod(0o644)
    told = Desk(settings.parent).run("relay", "check", str(settings), code=86)
    assert "chmod 600" in told.stderr


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('kind = "push"', 'kind = "pigeon"', "pigeon"),
        ('channel = "push"', 'channel = "mail"', "channels.mail"),
        ('address = "https://watch.example"', "", "address"),
        ("[owner]", "[owner]\nname = 'Rustam'", "name"),
        ("[owner]", "[[[", "relay.toml"),
        ('token = "tk_tulipsinapril"', "token = 7", "token"),
    ],
)
def test_what_is_wrong_is_named_and_no_secret_is_repeated(
    settings: Path, old: str, new: str, told: str
) -> None:
    text = settings.read_text()
    assert old in text
    settings.write_text(text.replace(old, new))
    done = subprocess.run(
        [sys.executable, "-m", "panoh", "relay", "check", str(settings)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (11, 86)
    if told != "pigeon":
        assert told in done.stderr
    assert "tulips" not in done.stderr


def test_the_watcher_looks_and_stops_when_told(settings: Path, tmp_path: Path) -> None:
    with answering(tmp_path, lambda: Health(well=True, beat=3)) as address:
        watcher = subprocess.Popen(
            [sys.executable, "-m", "panoh", "relay", "watch", address, str(settings)],
            stdout=subprocess.PIPE,
            text=True,
        )
        until = monotonic() + 20
        while not (tmp_path / "relay.seen").exists() and monotonic() < until:
            sleep(0.05)
        watcher.send_signal(signal.SIGTERM)
        told, _errors = watcher.communicate(timeout=10)
    assert "Watching." in told
    assert watcher.returncode == 0
    assert (tmp_path / "relay.seen").stat().st_mode & 0o777 == 0o600


def test_a_new_relay_is_made_once_invites_and_goes_by_a_time(settings: Path) -> None:
    desk = Desk(settings.parent)
    told = desk.run("relay", "new", str(settings)).stdout
    relay = told.rpartition(" ")[2].strip()
    assert relay in desk.run("relay", "invite", str(settings)).stdout
    assert "already" in desk.run("relay", "new", str(settings), code=85).stderr
    lines = desk.run("relay", "clock", str(settings), "--right").stdout.splitlines()
    assert [line.split(" 20")[0] for line in lines] == ["The relay goes by", "This computer shows"]


def test_commands_for_a_relay_that_is_not_there_make_none(settings: Path) -> None:
    for command in ("invite", "clock"):
        told = Desk(settings.parent).run("relay", command, str(settings), code=85)
        assert "watches nobody" in told.stderr
    assert not (settings.parent / "relay").exists()
