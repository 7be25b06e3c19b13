"""Check-ins from the command line, with a real relay on loopback."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.cli.commands import Desk, quick_desk
from tests.emergency.watching.support import answering
from tests.relay.support import Relay, relay_in

from panoh.relay.orders import invite

ME = ("--me", "email", "me@home.example")


@pytest.fixture
def relay(tmp_path: Path) -> Iterator[tuple[Relay, str]]:
    (tmp_path / "relay").mkdir()
    with relay_in(tmp_path / "relay") as found:
        # The commands go by the clock of this computer, and so must the relay.
        found.clock.time = int(time.time())
        with answering(found) as address:
            yield found, address


@pytest.fixture
def desk(tmp_path: Path, relay: tuple[Relay, str]) -> Desk:
    """Given Niso and Saodat, who said yes, and an invitation in a file."""
    desk = quick_desk(tmp_path)
    for name, address in (("Нисо Қодирова", "niso@home.example"), ("Саодат", "s@home.example")):
        desk.run("network", "add", name, "--way", "email", address)
    for name in ("нисо", "саодат"):
        desk.run(
            "consent", name, "yes", "--to", "watcher", "--for", "protection",
            "--share", "name", "--share", "contact",
        )  # fmt: skip
    found, address = relay
    code = invite(found.store)
    text = f"Address: {address}\nId: {found.id}\nInvitation: {code}\n"
    (desk.folder / "invitation").write_text(text)
    return desk


def armed(desk: Desk) -> str:
    """Both are asked, one after the other."""
    return desk.run(
        "checkin", "arm", "invitation", "--contact", "нисо", "--contact", "саодат",
        "--every", "5", "--zone", "Europe/Berlin", "--title", "work", "--yes", *ME,
    ).stdout  # fmt: skip


def test_armed_checked_in_paused_away_and_ended(desk: Desk) -> None:
    told = armed(desk)
    assert "Asked: Нисо Қодирова. They have 30 minutes." in told
    assert "cannot make one" in told, "what each proof is worth is said"
    assert "taken; nothing is expected yet; check in before" in told
    assert desk.run("checkin", "now").stdout.startswith("work: taken")
    assert "longer than allowed" in desk.run("checkin", "pause", "work", "2099-01-01 00:00").stdout
    until = f"{datetime.now(UTC) + timedelta(days=2):%Y-%m-%d} 12:00"
    paused = desk.run("checkin", "pause", "work", until).stdout
    assert f"nothing is expected before {until}" in paused
    assert "check in before" in desk.run("checkin", "pause", "work", "--end").stdout
    desk.run("checkin", "trip", "work", "2026-01-01 00:00", code=80)
    desk.run("checkin", "end", "work", "--yes")
    assert "ended" in desk.run("checkin", "status").stdout
    desk.run("checkin", "now", code=116)


def test_what_the_watcher_knows_is_listed_and_its_keys_are_not(desk: Desk) -> None:
    armed(desk)
    told = desk.run("checkin", "status", "--ask").stdout
    assert "A contact: c1: email niso@home.example (en)  (Нисо Қодирова)" in told
    [found] = desk.json("checkin", "status")
    assert found["armed"]
    assert found["seen"]["name"] == "armed"
    assert "secret" not in str(found)


def test_who_did_not_say_yes_is_named_and_nothing_is_sent(desk: Desk) -> None:
    desk.run("consent", "саодат", "no", "--to", "watcher", "--for", "protection")
    refused = desk.run(
        "checkin", "arm", "invitation", "--contact", "саодат", "--every", "5", *ME, "--yes",
        code=50,
    )  # fmt: skip
    assert "Саодат" in refused.stdout
    assert desk.json("checkin", "status") == []


def test_a_relay_that_is_gone_is_said_and_what_was_not_taken_can_be_sent_again(
    desk: Desk, relay: tuple[Relay, str]
) -> None:
    text = (desk.folder / "invitation").read_text()
    (desk.folder / "invitation").write_text(text.replace(relay[1], "http://127.0.0.1:1"))
    desk.run(
        "checkin", "arm", "invitation", "--contact", "нисо", "--every", "5", "--title", "work",
        "--yes", *ME, code=117,
    )  # fmt: skip
    assert "No answer came" in desk.run("checkin", "status").stdout
    desk.run("checkin", "arm", "--again", "work", code=117)
