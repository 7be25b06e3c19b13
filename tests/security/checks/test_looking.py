"""Looking at a machine ends, whatever lies there: in time, in size, without changing anything."""

import os
import time
from pathlib import Path

import pytest

from panoh.security.checks import looking
from panoh.security.checks.looking import (
    LIMIT,
    Changed,
    Command,
    File,
    Files,
    Names,
    State,
    Variables,
    look,
)


def test_what_a_program_prints_is_read_in_plain_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "ru_RU.UTF-8")
    monkeypatch.setenv("PANOH_PASSPHRASE_FILE", "/secret")
    seen = Command("env", ("env",)).look()
    assert seen.ok
    assert "LC_ALL=C" in seen.text.splitlines()
    assert "PANOH" not in seen.text, "nothing of ours is handed on"


def test_a_program_that_never_stops_printing_is_ended() -> None:
    started = time.monotonic()
    assert Command("yes", ("yes",)).look().state is State.TOO_MUCH
    assert time.monotonic() - started < 5


def test_a_program_that_never_answers_is_ended_with_its_children(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(looking, "SECONDS", 0.3)
    note = tmp_path / "pid"
    script = f"sleep 61 & echo $! > {note}; wait"
    assert Command("slow", ("sh", "-c", script)).look().state is State.LATE
    time.sleep(0.2)
    child = Path("/proc") / note.read_text().strip() / "stat"
    assert not child.exists() or child.read_text().split()[2] == "Z"


def test_absent_denied_and_failed_are_told_apart(tmp_path: Path) -> None:
    assert Command("none", ("panoh-has-no-such-program",)).look().state is State.ABSENT
    assert Command("no", ("false",)).look().state is State.FAILED
    assert Command("no", ("false",), fine=(1,)).look().ok
    assert File("none", (str(tmp_path / "none"),)).look().state is State.ABSENT
    folder = File("folder", (str(tmp_path),)).look()
    assert folder.state is State.FAILED


def test_a_pipe_in_the_place_of_a_file_does_not_hold_us(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "hosts")
    assert File("hosts", (str(tmp_path / "hosts"),)).look().state is State.FAILED


def test_a_file_is_read_whole_or_not_at_all_and_a_log_from_its_end(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text("old line\n" * (LIMIT // 8) + "newest line\n")
    assert File("log", (str(log),)).look().state is State.TOO_MUCH
    end = File("log", (str(log),), tail=True).look()
    assert end.ok
    assert end.text.endswith("newest line\n")
    assert end.text.startswith("old line"), "no half line at the beginning"


def test_one_file_that_cannot_be_read_spoils_the_whole(tmp_path: Path) -> None:
    (tmp_path / "a.conf").write_text("[A]\n")
    (tmp_path / "b.conf").write_text("[B]\n")
    (tmp_path / "folder").mkdir()
    both = Files("conf", (f"{tmp_path}/*",)).look()
    assert both.text == f"==> {tmp_path}/a.conf\n[A]\n\n==> {tmp_path}/b.conf\n[B]\n"
    os.mkfifo(tmp_path / "c.conf")
    assert not Files("conf", (f"{tmp_path}/*.conf",)).look().ok
    assert Files("none", (f"{tmp_path}/*.none",)).look().state is State.ABSENT


def test_an_empty_folder_is_not_an_absent_one(tmp_path: Path) -> None:
    assert Names("n", (str(tmp_path / "none"), str(tmp_path))).look().text == f"==> {tmp_path}"
    assert Names("n", (str(tmp_path / "none"),)).look().state is State.ABSENT


def test_times_and_variables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stamp = tmp_path / "stamp"
    stamp.touch()
    os.utime(stamp, (0, 1_700_000_000))
    told = Changed("t", (str(stamp), str(tmp_path / "none"))).look().text
    assert told == f"{stamp}\t2023-11-14T22:13:20+00:00"
    monkeypatch.setenv("all_proxy", "socks5://127.0.0.1:9050")
    monkeypatch.delenv("http_proxy", raising=False)
    seen = Variables("v", ("http_proxy", "all_proxy")).look()
    assert seen.text == "all_proxy=socks5://127.0.0.1:9050"


def test_what_was_read_once_is_not_read_again(tmp_path: Path) -> None:
    file = tmp_path / "hosts"
    file.write_text("first")
    reading = File("hosts", (str(file),))
    seen = look([reading])
    file.write_text("second")
    assert look([reading], seen)["hosts"].text == "first"
    assert look([])["never asked"].state is State.ABSENT
