"""By hand: on the disk before it counts, for its owner's eyes, and as a code a telephone reads."""

import stat
from pathlib import Path

import pytest
from defusedxml import ElementTree

from panoh.channels import Accepted, Failed, Message, Reason, Refused
from panoh.channels.handover import Handover

ASKED = Message("A question", "Please open this page: https://x.example/t/7Qk2")


def test_text_and_picture_stand_beside_each_other_for_their_owner_alone(tmp_path: Path) -> None:
    assert Handover(name="hand", folder=str(tmp_path)).send("Rustam", ASKED, "k") == Accepted()
    files = sorted(tmp_path.iterdir())
    assert [file.suffix for file in files] == [".svg", ".txt"]
    assert files[0].stem == files[1].stem
    assert all(stat.S_IMODE(file.stat().st_mode) == 0o600 for file in files)
    assert ElementTree.fromstring(files[0].read_text()).tag.endswith("svg")


def test_names_of_files_tell_nobody(tmp_path: Path) -> None:
    Handover(name="hand", folder=str(tmp_path)).send("Rustam", ASKED, "alarm 7Qk2")
    names = " ".join(file.name for file in tmp_path.iterdir())
    assert names
    assert "Rustam" not in names
    assert "7Qk2" not in names


def test_a_text_too_long_to_be_read_back_is_refused(tmp_path: Path) -> None:
    channel = Handover(name="hand", folder=str(tmp_path))
    long = Message("A question", "word " * 300)
    assert channel.send("Rustam", long, "k") == Refused(Reason.TOO_LARGE)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_gone_is_a_failure(tmp_path: Path) -> None:
    channel = Handover(name="hand", folder=str(tmp_path / "stick"))
    assert channel.send("Rustam", ASKED, "k") == Failed(Reason.DISK)
    assert channel.check() == Failed(Reason.DISK)


def test_a_full_disk_leaves_nothing_by_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    channel = Handover(name="hand", folder=str(tmp_path))
    assert channel.send("Rustam", ASKED, "k") == Failed(Reason.DISK)
    assert list(tmp_path.iterdir()) == []
