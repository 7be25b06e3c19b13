"""A relay is one process: when a part of it dies all of it ends, so that it is started anew."""

import socket
from pathlib import Path

import pytest

from panoh.relay.running import Running, files_of
from panoh.relay.settings import Settings, read_settings
from panoh.relay.store import create


@pytest.fixture
def settings(memory: Path) -> Settings:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    file = memory / "relay.toml"
    file.write_text(
        f'address = "http://127.0.0.1:{port}"\nlisten = "127.0.0.1:{port}"\n'
        '[owner]\naddresses = [{ channel = "hand", to = "me" }]\n'
        f'[channels.hand]\nkind = "handover"\nfolder = "{memory}"\n'
    )
    file.chmod(0o600)
    read = read_settings(file)
    create(files_of(read))
    return read


def test_a_part_that_dies_ends_all_of_it_and_is_told_without_its_words(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise RuntimeError("rustam@home.example")

    running = Running(settings)
    monkeypatch.setattr(running.loop, "run", broken)
    running.run()
    assert running.died.startswith("RuntimeError, test_running.py:")
    assert "rustam" not in running.died


def test_a_loop_that_stands_still_is_not_well(settings: Settings) -> None:
    running = Running(settings)
    assert running.health().well
    running.loop.swept -= 61
    assert not running.health().well
    assert running.health().beat >= 61


def test_a_carrier_that_dies_ends_all_of_it(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr("panoh.relay.loop.deliver", broken)
    running = Running(settings)
    running.run()
    assert running.died.startswith("ZeroDivisionError, test_running.py:")
