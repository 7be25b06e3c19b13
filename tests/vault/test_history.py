"""Old copies of folders, clones and two processes: nothing is lost and it is told."""

import shutil
import subprocess
from pathlib import Path

from tests.vault.support import Place, body, statements
from tests.vault.test_crash import CHILD, environment


def copy(source: Path, target: Path) -> Path:
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target)
    return target


def test_an_older_folder_is_noticed_even_without_the_index(place: Place, tmp_path: Path) -> None:
    with place.create().vault as vault:
        vault.save([body(1)])
        copy(place.folder, tmp_path / "old")
        vault.save([body(2)])
        vault.save([body(3)])
        writer = vault.writer
    newer = copy(place.folder, tmp_path / "newer")
    copy(tmp_path / "old", place.folder)
    with place.unlock() as vault:
        assert statements(vault) == [body(1), body(2), body(3)]
        (finding,) = vault.notices
        assert f"{writer[:8]} 2-3 (2 saves)" in finding.meaning
    for path in place.device.glob("index.db*"):
        path.unlink()
    with place.unlock() as vault:
        assert statements(vault) == [body(1)]
        assert [finding.code for finding in vault.notices] == ["history-missing"]
        # Number 2 has been written; writing it again would fork, so a new writer begins.
        assert vault.writer != writer
        vault.save([body(4)])
    shutil.copytree(newer, place.folder, dirs_exist_ok=True)
    with place.unlock() as vault:
        assert sorted(map(str, statements(vault))) == sorted(map(str, map(body, (1, 2, 3, 4))))
        assert vault.notices == ()
        assert vault.verify().findings == ()


def test_a_folder_behind_is_noticed_with_the_index(place: Place, tmp_path: Path) -> None:
    with place.create().vault as vault:
        vault.save([body(1)])
        copy(place.folder, tmp_path / "old")
        vault.save([body(2)])
        writer = vault.writer
    copy(tmp_path / "old", place.folder)
    with place.unlock() as vault:
        assert [finding.code for finding in vault.notices] == ["history-missing"]
        # The index still knows the head, so the same writer goes on without a fork.
        assert vault.writer == writer


def test_a_restored_device_folder_goes_on(place: Place, tmp_path: Path) -> None:
    with place.create().vault as vault:
        vault.save([body(1)])
    copy(place.device, tmp_path / "backup")
    with place.unlock() as vault:
        vault.save([body(2)])
    copy(tmp_path / "backup", place.device)
    with place.unlock() as vault:
        assert statements(vault) == [body(1), body(2)]
        vault.save([body(3)])
        assert vault.verify().findings == ()


def test_clones_that_both_wrote_are_told_and_get_new_writers(place: Place, tmp_path: Path) -> None:
    with place.create().vault as vault:
        vault.save([body(1)])
        writer = vault.writer
    clone = Place(copy(place.folder, tmp_path / "v2"), copy(place.device, tmp_path / "d2"))
    for number, one in enumerate([place, clone], 2):
        with one.unlock() as vault:
            vault.save([body(number)])
    for source, target in ((place, clone), (clone, place)):
        shutil.copytree(source.folder, target.folder, dirs_exist_ok=True)
    writers = set()
    for number, one in enumerate([place, clone], 4):
        with one.unlock() as vault:
            assert {finding.code for finding in vault.notices} == {"writer-forked"}
            assert {body(1), body(2), body(3)} <= set(statements(vault))
            vault.save([body(number)])
            writers |= {vault.writer}
    assert len(writers | {writer}) == 3
    shutil.copytree(clone.folder, place.folder, dirs_exist_ok=True)
    with place.unlock() as vault:
        assert {body(number) for number in range(1, 6)} == set(statements(vault))
        assert vault.writer in writers


def test_forgotten_marks_are_told(place: Place) -> None:
    with place.create().vault as vault:
        vault.save([body(1)])
    (place.device / "marks").write_bytes(b"scribble")
    with place.unlock() as vault:
        assert [finding.code for finding in vault.notices] == ["object-damaged"]
    with place.unlock() as vault:
        assert vault.notices == ()


def test_two_processes_of_one_device_take_turns(place: Place) -> None:
    place.create().vault.close()
    commands = [
        [*CHILD, str(place.folder), str(place.device), first, "25"] for first in ("0", "25")
    ]
    children = [subprocess.Popen(command, env=environment()) for command in commands]
    assert [child.wait(60) for child in children] == [0, 0]
    with place.unlock() as vault:
        assert sorted(map(str, statements(vault)[::2])) == sorted(str(body(n)) for n in range(50))
        seqs = [leaf.seq for leaf in vault.all_leaves() if leaf.pos == 0]
        assert seqs == list(range(51))
        assert vault.verify().findings == ()


def test_two_open_vaults_see_each_other(place: Place) -> None:
    with place.create().vault as one, place.unlock() as other:
        one.save([body(1)])
        other.save([body(2)])
        one.save([body(3)])
        assert statements(one) == statements(other) == [body(1), body(2), body(3)]
        one.roll_up()
        other.save([body(4)])
        assert one.verify().findings == other.verify().findings == ()
