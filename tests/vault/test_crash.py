"""Killed at any moment: what was reported saved is there, and nothing is there by half."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.vault.child import KILLED
from tests.vault.support import Place, body, listed, statements

from panoh.vault import Vault, publish
from panoh.vault.errors import WriteFailed

CHILD = [sys.executable, "-m", "tests.vault.child"]


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}


def save_in_child(place: Place, first: int, count: int, *fault: str) -> tuple[int, list[int]]:
    command = [*CHILD, str(place.folder), str(place.device), str(first), str(count), *fault]
    done = subprocess.run(command, env=environment(), capture_output=True, text=True, check=False)
    assert done.returncode in (0, KILLED), done.stderr
    return done.returncode, [int(line) for line in done.stdout.split()]


def whole_pairs(vault: Vault) -> list[int]:
    """Return the numbers of the saves that are there; each save is two statements or none."""
    bodies = statements(vault)
    pairs = list(zip(bodies[::2], bodies[1::2], strict=True))
    numbers = [number for number in range(100) if (body(number), body(number, "and more")) in pairs]
    assert len(numbers) == len(pairs)
    assert listed(vault)[1:] == bodies
    return numbers


FAULTS = [("fsync", "1"), ("fsync", "2"), ("replace", "1"), ("replace+", "1"), ("replace+", "2")]


@pytest.mark.parametrize("fault", FAULTS, ids="-".join)
def test_killed_within_a_save(place: Place, fault: tuple[str, str]) -> None:
    place.create().vault.close()
    status, reported = save_in_child(place, 0, 3, *fault)
    assert status == KILLED
    with place.unlock() as vault:
        there = whole_pairs(vault)
        assert there[: len(reported)] == reported
        # Renaming is the moment: before it nothing is saved, after it everything is.
        renamed = fault not in {("fsync", "1"), ("replace", "1")}
        assert there == list(range(len(reported) + renamed))
        vault.save([body(50), body(50, "and more")])
        assert {finding.code for finding in vault.verify(deep=True).findings} <= {"leftover"}
    with place.rebuild() as vault:
        assert whole_pairs(vault) == [*there, 50]


def test_a_save_follows_one_that_was_published_but_never_indexed(place: Place) -> None:
    with place.create().vault as vault:
        assert save_in_child(place, 0, 1, "replace+", "1") == (KILLED, [])
        vault.save([body(1), body(1, "and more")])
        assert whole_pairs(vault) == [0, 1]
        assert [leaf.seq for leaf in vault.all_leaves()] == [0, 1, 1, 2, 2]
        assert vault.verify().findings == ()


def test_killed_at_random_moments(place: Place) -> None:
    place.create().vault.close()
    reported: list[int] = []
    for attempt in range(3):
        command = [*CHILD, str(place.folder), str(place.device), str(attempt * 30), "30"]
        with subprocess.Popen(
            command, env=environment(), stdout=subprocess.PIPE, text=True
        ) as child:
            assert child.stdout is not None
            heard = [int(child.stdout.readline()) for _ in range(1 + attempt)]
            time.sleep(0.001 * attempt)
            child.send_signal(signal.SIGKILL)
            reported += heard + [int(line) for line in child.stdout.read().split()]
        with place.unlock() as vault:
            assert set(reported) <= set(whole_pairs(vault))
            assert len(whole_pairs(vault)) <= len(reported) + attempt + 1
            assert vault.verify().sound


@pytest.mark.parametrize("number", [1, 2, 3])
@pytest.mark.parametrize("call", ["unlink", "fsync"])
def test_killed_within_a_roll_up(place: Place, call: str, number: int) -> None:
    with place.create().vault as vault:
        for one in range(4):
            vault.save([body(one), body(one, "and more")])
    script = (
        "import sys; from pathlib import Path; from tests.vault.support import Place;"
        "from tests.vault.child import die_at;"
        "vault = Place(Path(sys.argv[1]), Path(sys.argv[2])).unlock();"
        f"die_at({call!r}, {number}); vault.roll_up()"
    )
    command = [sys.executable, "-c", script, str(place.folder), str(place.device)]
    done = subprocess.run(command, env=environment(), check=False)
    assert done.returncode == KILLED
    with place.unlock() as vault:
        assert whole_pairs(vault) == [0, 1, 2, 3]
        assert vault.notices == ()
        vault.roll_up()
        assert vault.verify().sound
    with place.rebuild() as vault:
        assert whole_pairs(vault) == [0, 1, 2, 3]


@pytest.mark.parametrize("call", ["replace", "replace+", "fsync"])
@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_killed_while_the_index_is_rebuilt(place: Place, call: str, number: int) -> None:
    with place.create().vault as vault:
        vault.save([body(0), body(0, "and more")])
    script = (
        "import sys; from pathlib import Path; from tests.vault.support import Place;"
        "from tests.vault.child import die_at;"
        f"die_at({call!r}, {number});"
        "Place(Path(sys.argv[1]), Path(sys.argv[2])).rebuild()"
    )
    command = [sys.executable, "-c", script, str(place.folder), str(place.device)]
    assert subprocess.run(command, env=environment(), check=False).returncode in {0, KILLED}
    with place.unlock() as vault:
        assert whole_pairs(vault) == [0]
        assert vault.verify().findings == ()
        vault.save([body(1), body(1, "and more")])
    with place.rebuild() as vault:
        assert whole_pairs(vault) == [0, 1]
        assert vault.notices == ()
    assert not list(place.device.glob("index.db.new-*"))


def test_a_full_disk_saves_nothing_and_says_so(place: Place) -> None:
    script = """
import os, resource, signal, sys
from pathlib import Path
from panoh.vault.errors import WriteFailed
from tests.vault.support import Place, body
vault = Place(Path(sys.argv[1]), Path(sys.argv[2])).unlock()
vault.save([body(0), body(0, 'and more')])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
try: vault.save([body(1, os.urandom(600_000).hex())])
except WriteFailed as error: print(error.code, error.exit_status)
vault.save([body(2), body(2, 'and more')])
vault.close()
"""
    place.create().vault.close()
    assert run(script, place) == "write-failed 24\n"
    assert not list(place.folder.rglob(".tmp-*"))
    with place.unlock() as vault:
        assert whole_pairs(vault) == [0, 2]
        assert vault.verify(deep=True).findings == ()


def test_an_object_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(WriteFailed) as caught:
        publish.publish(tmp_path / "gone", b"data", point="test")
    assert publish.object_name(b"data") in str(caught.value)
    assert caught.value.hint


def test_a_folder_that_does_not_last_is_not_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(folder: Path) -> None:
        raise OSError(5, "Input/output error", str(folder))

    monkeypatch.setattr(publish, "sync_folder", fail)
    with pytest.raises(WriteFailed):
        publish.publish(tmp_path, b"data", point="test")
    assert list(tmp_path.iterdir()) == []


def test_published_but_not_indexed_is_saved(place: Place) -> None:
    place.create().vault.close()
    script = """
import resource, signal, sys
from pathlib import Path
from panoh.vault import publish
from panoh.vault.errors import SavedNotIndexed
from tests.vault.support import Place, body
vault = Place(Path(sys.argv[1]), Path(sys.argv[2])).unlock()
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
real = publish.sync_folder
def fill_the_disk(folder):
    real(folder)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, 1))
publish.sync_folder = fill_the_disk
try: vault.save([body(0), body(0, 'and more')])
except SavedNotIndexed as error: print(error.code)
"""
    assert run(script, place) == "saved-not-indexed\n"
    with place.unlock() as vault:
        assert whole_pairs(vault) == [0]
        assert vault.verify().findings == ()


def run(script: str, place: Place) -> str:
    command = [sys.executable, "-c", script, str(place.folder), str(place.device)]
    done = subprocess.run(command, env=environment(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout
