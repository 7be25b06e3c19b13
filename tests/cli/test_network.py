"""The network from the command line: find help without a vault, keep contacts, see what aged."""

from pathlib import Path

import pytest
from tests.cli.commands import Desk, new_desk, quick_desk


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Given a vault in which Saodat, a lawyer in Warsaw, is listed."""
    desk = quick_desk(tmp_path_factory.mktemp("desk"))
    desk.run(
        *("network", "add", "Саодат Нилуфарова", "--type", "lawyer", "--helps", "lawyer_host"),
        *("--speaks", "ru", "--country", "PL", "--zone", "Europe/Warsaw", "--hours", "24/7"),
        *("--way", "signal", "+48 601 222 333", "--way", "email", "saodat@example.org"),
    )
    return desk


def test_help_is_found_without_a_vault(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    told = desk.run("help-for", "listening", "--language", "ru").stdout
    assert "People in Need" in told
    assert "not confirmed" in told
    assert not (desk.folder / "vault").exists()
    assert "listening" in desk.run("help-for").stdout


def test_who_can_help_now(desk: Desk) -> None:
    [found] = desk.json("network", "who", "lawyer_host", "--language", "ru")
    assert (found["name"], found["open_now"]) == ("Саодат Нилуфарова", True)
    assert found["local_time"].endswith(("+01:00", "+02:00"))
    assert "+48 601 222 333" in desk.run("network", "who", "lawyer_host").stdout


def test_a_key_that_changes_is_told_at_once_and_shown(desk: Desk) -> None:
    saodat = ("network", "reached", "saodat", "--way", "signal")
    desk.run(*saodat, "--key", "05 8a", "--checked", "video", "--day", "2026-11-01")
    told = desk.run(*saodat, "--key", "99 00", "--day", "2026-11-02").stdout
    assert "not the one that was verified" in told
    shown = desk.run("network", "show", "саодат").stdout
    assert "KEY CHANGED" in shown
    assert "05 8a" in shown
    assert "has changed" in desk.run("network", "check").stdout


def test_what_is_wrong_is_refused_with_the_next_step(desk: Desk) -> None:
    wrong = desk.run("network", "add", "Гулчеҳра", "--zone", "Mars/Base", code=91)
    assert "Europe/Warsaw" in wrong.stderr
    assert [each["name"] for each in desk.json("network", "list")] == ["Саодат Нилуфарова"]
    desk.run("network", "adopt", "nobody-of-this-name", code=93)


def test_an_organisation_is_adopted_and_who_left_is_said_to_have(desk: Desk) -> None:
    desk.run("network", "adopt", "front-line-defenders")
    desk.run("network", "change", "Front Line", "--left")
    assert "no longer helps" in desk.run("network", "list").stdout
    desk.run("network", "way", "саодат", "phone", "+48 22 111 22 33")
    assert len(desk.json("network", "show", "саодат")["channels"]) == 3


def test_a_contact_is_asked_for_consent_like_a_person(desk: Desk) -> None:
    said = desk.run(
        *("consent", "саодат", "yes", "--to", "trusted", "--for", "protection"),
        *("--share", "name", "--share", "contact"),
    ).stdout
    assert "taken back at any time" in said
