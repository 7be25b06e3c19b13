"""`panoh security` as a person uses it: check, next, incident, threat, and a phone's result."""

import json
import re
from pathlib import Path

import pytest
from tests.casebook.building import CHEAP
from tests.cli.commands import PASSPHRASE, Desk, new_desk

from panoh.casebook.index import CasebookIndex
from panoh.model.thesauri import INCIDENTS, RESULTS, THREATS
from panoh.security.checks import CHECKS
from panoh.vault import Vault

VISIT = str(list(INCIDENTS.terms).index("visit") + 1)
PRESSED = str(list(THREATS.terms).index("family_pressed") + 1)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A vault whose passphrase costs little to try: every command tries it anew."""
    made = new_desk(tmp_path)
    vault = Vault.create(
        tmp_path / "vault", tmp_path / "device", PASSPHRASE, CasebookIndex(), cost=CHEAP
    )
    vault.vault.close()
    return made


def bare(desk: Desk, *arguments: str, code: int = 0) -> str:
    """Run a command as somebody who has no vault."""
    empty = desk.folder / "nowhere"
    return desk.run(*arguments, "--vault", str(empty), code=code).stdout


def test_a_check_needs_no_vault_and_keeps_nothing(desk: Desk) -> None:
    told = json.loads(bare(desk, "security", "check", "--json"))
    assert [each["check"] for each in told] == [check.key for check in CHECKS]
    assert {each["result"] for each in told} <= set(RESULTS.terms)
    assert all(each["evidence"] and each["cannot_see"] for each in told)
    assert not (desk.folder / "nowhere").exists()


def test_what_a_check_found_is_kept_on_request_and_moves_the_programme(desk: Desk) -> None:
    desk.run("security", "profile", "--for", "exile", "--add-device", "laptop:linux")
    printed = desk.run("security", "check", "--keep").stdout
    assert printed.count("cannot see") + printed.count("It sees") + printed.count("It knows") >= 8
    assert printed.rstrip().endswith("Kept in the vault.")
    results = {each["check"]: each["result"] for each in desk.json("security", "check")}
    states = {
        each["measure"]: each["state"]
        for each in desk.json("security", "next", "--all")
        if each["device"] == "laptop"
    }
    for check in CHECKS:
        expected = {"pass": {"done"}, "fail": {"failed"}, "unknown": {"open", "waiting"}}
        assert states[check.measure] in expected[results[check.key]]


def test_one_step_is_shown_and_the_next_follows(desk: Desk) -> None:
    first = desk.json("security", "next")
    assert first["steps"]
    assert first["sources"]
    printed = desk.run("security", "next").stdout
    assert first["what"] in printed
    assert first["why"] in printed
    assert f"  1. {first['steps'][0]}" in printed
    assert "Source, looked up in 2026-11:" in printed
    after = desk.run("security", "next", "--done").stdout
    assert after.startswith(f"Saved. {first['what']}")
    assert desk.json("security", "next")["measure"] != first["measure"]
    desk.run("security", "next", "--show-again", "--measure", first["measure"])
    assert desk.json("security", "next")["measure"] == first["measure"]


def test_without_a_device_the_steps_stand_under_their_platform(desk: Desk) -> None:
    printed = desk.run("security", "next", "--measure", "disk_encryption").stdout
    before, _, after = printed.partition("a computer with macOS:\n  1. ")
    assert "a computer with Linux:\n  1. " in before
    assert after.startswith("Open System Settings, Privacy & Security, FileVault")
    desk.run("security", "profile", "--add-device", "laptop:linux")
    printed = desk.run("security", "next", "--measure", "disk_encryption").stdout
    assert "FileVault" not in printed


def test_what_was_not_seen_on_a_page_says_so(desk: Desk) -> None:
    printed = desk.run("security", "next", "--measure", "no_daily_admin").stdout
    assert "Not confirmed: " in printed


def test_a_measure_that_does_not_exist_is_an_error_with_a_next_step(desk: Desk) -> None:
    told = desk.run("security", "next", "--done", "--measure", "hat", code=100).stderr
    assert "No measure has this name." in told
    assert "panoh security next --all" in told


def test_an_incident_is_written_down_with_two_answers(desk: Desk) -> None:
    """Kind and one sentence; the four other questions are skipped with the key Enter."""
    words = "Two men asked the neighbours about her."
    printed = desk.run("security", "incident", typed=f"{VISIT}\n{words}\n\n\n\n\n").stdout
    assert printed.endswith("Saved. You can add to it later.\n")
    (logged,) = desk.json("security", "incident")
    assert logged["what"] == words
    assert logged["kinds"] == ["visit"]
    assert words in desk.run("security", "incident", "--list").stdout


def test_more_is_said_later_and_an_incident_is_closed(desk: Desk) -> None:
    desk.run("security", "incident", typed=f"{VISIT}\nA visit.\n\n\n\n4\n")
    (logged,) = desk.json("security", "incident")
    assert logged["open"]
    answers = "\n\n\nTold the lawyer.\n" + "\n" * 5 + "\nyes\n"
    desk.run("security", "incident", "--more", logged["id"][:6], typed=answers)
    (later,) = desk.json("security", "incident")
    assert not later["open"]
    assert later["what"] == "A visit.", "what was told before stays"
    desk.run("security", "incident", "--more", "zzz", code=100)


def test_words_are_never_arguments(desk: Desk) -> None:
    """Other programs of the computer can read the arguments of every process."""
    for command in ("incident", "threat"):
        shown = desk.run("security", command, "--help").stdout
        assert re.search(rf"Usage: panoh security {command} \[OPTIONS\]\n", shown)
        assert "TEXT" not in shown


def test_several_of_a_kind_are_pointed_out(desk: Desk) -> None:
    for back in ("-1", "-2"):
        desk.run("security", "incident", typed=f"{VISIT}\nA visit.\n{back}\nZarina\n\n\n")
    printed = desk.run("security", "incident", typed=f"{VISIT}\nA visit.\n\nRustam\n\n4\n").stdout
    assert "Several within days: a visit, 3 times." in printed
    assert "relatives are pressed because of somebody" in printed


def test_a_day_that_is_none_saves_nothing(desk: Desk) -> None:
    desk.run("security", "incident", typed=f"{VISIT}\nA visit.\nsoon\n\n\n\n", code=32)
    assert desk.json("security", "incident") == []


def test_a_threat_shows_its_band_and_how_it_came_about(desk: Desk) -> None:
    answers = (
        f"{PRESSED}\nThey summon her brother\n4\nIt happened before\n2\n4\n5\n0\n0\n3\n2026-12-31\n"
    )
    printed = desk.run("security", "threat", "--add", typed=answers).stdout
    assert "act now: They summon her brother" in printed
    assert "likely 4 × worst impact 5 − tried strengths 0 = 20" in printed
    assert "Act now from 15, plan from 8" in printed
    (told,) = desk.json("security", "threat")
    assert told["band"] == "now"
    assert told["review"] == "2026-12-31"
    desk.run("security", "profile", "--for", "exile")
    assert desk.json("security", "next")["measure"] in ("family_channel", "relatives_traces")


def test_the_guide_to_phones_needs_no_vault(desk: Desk) -> None:
    printed = desk.run("security", "phone").stdout
    assert "mvt-ios check-backup" in printed
    assert "Nobody can prove that a phone is free of spyware." in printed


def test_a_result_of_mvt_is_never_in_order(desk: Desk) -> None:
    result = desk.folder / "result"
    result.mkdir()
    info = {"mvt_version": "2026.10.26", "date": "2026-11-20T10:00:00", "ioc_files": []}
    (result / "info.json").write_text(json.dumps(info))
    printed = desk.run("security", "import-mvt", str(result), "--phone", "phone").stdout
    assert printed.startswith("not known\n  · Not checked: MVT had 0 lists of known traces.")
    alerts = [{"level": "CRITICAL", "module": "sms", "message": "\x1b[31mPegasus"}]
    (result / "alerts.json").write_text(json.dumps(alerts))
    printed = desk.run("security", "import-mvt", str(result / "alerts.json")).stdout
    assert printed.startswith("not in order\n  · MVT found something severe.")
    assert "\x1b" not in printed
    (result / "alerts.json").write_text("no JSON")
    assert "not checked" in desk.run("security", "import-mvt", str(result), code=101).stderr


def test_a_profile_is_shown_and_replaced(desk: Desk) -> None:
    desk.run("security", "profile", "--for", "exile", "--country", "de")
    desk.run("security", "profile", "--add-device", "laptop:linux")
    assert desk.json("security", "profile") == {
        "audiences": ["exile"],
        "devices": [{"name": "laptop", "platform": "linux"}],
        "countries": ["DE"],
    }
    for wrong in (
        ("--country", "Germany"),
        ("--add-device", "laptop"),
        ("--add-device", "x:amiga"),
    ):
        desk.run("security", "profile", *wrong, code=2)
