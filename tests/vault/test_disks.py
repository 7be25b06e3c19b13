"""Real disks that are full, read-only or of the kind sold on sticks; and clocks set back."""

import io
import os
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from os import urandom
from pathlib import Path

import pytest
from tests.vault import faults
from tests.vault.faults import Out
from tests.vault.flows import HARMLESS, pair, saved_pairs, vault_with_two
from tests.vault.support import Place, body, statements

from panoh.vault import Drafts, WriteFailed, log


def mount(*command: str | Path) -> bool:
    program = shutil.which(str(command[0]))
    if program is None:
        return False
    done = subprocess.run([program, *command[1:]], capture_output=True, check=False)
    return done.returncode == 0


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Place]:
    """A vault folder on one small disk and a device folder on another."""
    mounted = []
    for name in ("vault-disk", "device-disk"):
        (tmp_path / name).mkdir()
        if mount("mount", "-t", "tmpfs", "-o", "size=2m", "none", tmp_path / name):
            mounted.append(tmp_path / name)
    place = Place(tmp_path / "vault-disk" / "vault", tmp_path / "device-disk" / "device")
    try:
        if len(mounted) < 2:
            pytest.skip("no small disk may be mounted here; test_crash limits the size of files")
        yield place
    finally:
        for each in mounted:
            subprocess.run(["umount", each], check=True)


def fill(disk: Path) -> None:
    """Take the last byte of a disk."""
    with (disk / "filler").open("wb", buffering=0) as file:
        for size in (1 << 16, 1 << 9, 1):
            try:
                while True:
                    file.write(b"x" * size)
            except OSError:
                continue


# At each of these the disk is really full from then on: no bytes left for what comes next.
@pytest.mark.parametrize("disk", ["vault-disk", "device-disk"])
@pytest.mark.parametrize("point", ["save.pack.write", "save.index.commit", "save.pack.folder"])
def test_a_disk_fills_up_within_a_save(small: Place, disk: str, point: str) -> None:
    vault_with_two(small)
    full = small.folder.parent.with_name(disk)

    def work(out: Out) -> None:
        with small.unlock() as vault:
            try:
                vault.save([body(2, ""), body(2, "and more")])
                out.said("2")
            except WriteFailed as error:
                out.failed(error)

    trial = faults.run(work, {point: lambda: fill(full)})
    assert trial.reached.count(point) == 1
    assert trial.said or trial.errors
    if disk == "vault-disk" and point == "save.pack.write":
        assert trial.errors[0][0] == "write-failed"
        assert "No space left" in trial.errors[0][1]
    (full / "filler").unlink()
    with small.unlock() as vault:
        there = saved_pairs(vault)
        assert there in ([0, 1], [0, 1, 2])
        assert 2 in there or not trial.said
        pair(vault, 9)
        assert {each.code for each in vault.verify(deep=True).findings} <= HARMLESS


def test_a_film_that_does_not_fit_is_refused_and_the_vault_goes_on(small: Place) -> None:
    vault_with_two(small)
    with small.unlock() as vault:
        with pytest.raises(WriteFailed) as caught:
            vault.put_file(io.BytesIO(urandom(4 << 20)))
        assert caught.value.hint
        pair(vault, 2)
        assert saved_pairs(vault) == [0, 1, 2]
        assert not list(small.folder.rglob(".tmp-*"))


def test_a_disk_turned_read_only_says_so(small: Place) -> None:
    vault_with_two(small)
    disk = small.folder.parent
    with small.unlock() as vault:
        assert mount("mount", "-o", "remount,ro", disk)
        with pytest.raises(WriteFailed, match="Read-only") as caught:
            pair(vault, 2)
        assert ".age" in str(caught.value)
        with pytest.raises(WriteFailed, match="Read-only"):
            vault.put_file(io.BytesIO(b"film"))
        assert saved_pairs(vault) == [0, 1]
        assert mount("mount", "-o", "remount,rw", disk)
        pair(vault, 2)
        assert saved_pairs(vault) == [0, 1, 2]
    disk = small.device.parent
    assert mount("mount", "-o", "remount,ro", disk)
    with pytest.raises(WriteFailed, match="index"):
        small.unlock()
    assert mount("mount", "-o", "remount,rw", disk)
    with small.unlock() as vault:
        assert saved_pairs(vault) == [0, 1, 2]


@pytest.fixture
def stick(tmp_path: Path) -> Iterator[Path]:
    """A FAT32 stick, as far as one can be mounted here."""
    image, disk = tmp_path / "stick.img", tmp_path / "stick"
    disk.mkdir()
    with image.open("wb") as file:
        file.truncate(64 << 20)
    if not mount("mkfs.vfat", "-F", "32", image):
        pytest.skip("mkfs.vfat is not installed")
    if not mount("mount", "-o", "loop", image, disk) and not mount(
        "fusefat", "-o", "rw+", image, disk
    ):
        pytest.skip("no FAT32 disk may be mounted here")
    try:
        yield disk
    finally:
        subprocess.run(["umount", disk], check=True)


def test_a_vault_on_a_fat32_stick(stick: Path, tmp_path: Path) -> None:
    place = Place(stick / "vault", tmp_path / "device")
    film = urandom(300_000)
    with place.create().vault as vault:
        for number in range(4):
            pair(vault, number)
        stored = vault.put_file(io.BytesIO(film))
        vault.roll_up()
        assert b"".join(vault.open_file(stored)) == film
    with place.rebuild() as vault:
        assert saved_pairs(vault) == [0, 1, 2, 3]
        assert vault.verify(deep=True).findings == ()


POINTS_OF_A_SAVE = [f"save.pack.{step}" for step in ("write", "fsync", "rename", "folder")]


@pytest.mark.parametrize("point", [*POINTS_OF_A_SAVE, "save.index.commit"])
def test_a_save_that_is_killed_on_a_fat32_stick(stick: Path, tmp_path: Path, point: str) -> None:
    place = Place(stick / "vault", tmp_path / "device")
    vault_with_two(place)

    def work(out: Out) -> None:
        del out
        with place.unlock() as vault:
            pair(vault, 2)

    assert faults.run(work, {point: faults.kill}).killed
    with place.unlock() as vault:
        assert saved_pairs(vault) in ([0, 1], [0, 1, 2])
        assert vault.notices == ()
        assert not list(stick.rglob(".tmp-*"))
        pair(vault, 9)
        assert vault.verify(deep=True).findings == ()


def test_drafts_on_a_fat32_stick(stick: Path) -> None:
    """A whole device folder lies there only if the driver shares memory: fusefat does not."""
    kept = Drafts(stick / "drafts", bytes(32))
    ident = kept.keep(b"first words")
    assert kept.keep(b"more words", ident) == ident
    kept.drop(kept.keep(b"saved meanwhile"))
    again = Drafts(stick / "drafts", bytes(32))
    assert [each.id for each in again.all()] == [ident]
    assert again.read(ident) == b"more words"


def test_a_clock_set_back_changes_no_order(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    start = datetime(2030, 5, 1, tzinfo=UTC)
    days = iter([0, 0, 0, 3, 2, -9000, 1, *range(2, 40)])

    def now() -> str:
        return (start + timedelta(days=next(days))).isoformat(timespec="milliseconds")

    with place.create().vault as vault:
        monkeypatch.setattr(log, "now", now)
        for number in range(6):
            vault.save([body(number)])
        told = [leaf.at for leaf in vault.all_leaves() if leaf.tag == "s"]
        assert told != sorted(told)
        assert statements(vault) == [body(number) for number in range(6)]
        assert vault.verify().findings == ()
    os.utime(place.folder / "m", (0, 0))
    for path in (place.folder / "m").iterdir():
        os.utime(path, (0, 0))
    with place.rebuild() as vault:
        assert statements(vault) == [body(number) for number in range(6)]
        assert vault.notices == ()
        vault.save([body(6)])
        vault.roll_up()
    with place.unlock() as vault:
        assert statements(vault) == [body(number) for number in range(7)]
        assert vault.notices == ()
