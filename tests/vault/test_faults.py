"""Every write, fsync, rename and unlink fails once: killed there, disk full, disk read-only."""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

import pytest
from _pytest.mark.structures import ParameterSet
from tests.vault import faults
from tests.vault.faults import FULL, READ_ONLY, Action, Trial, kill
from tests.vault.flows import FLOWS, at, prepared

POINTS = faults.points()


@pytest.fixture(scope="module")
def memory(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder in memory, where syncing costs nothing: only processes die here, not machines."""
    shared = Path("/dev/shm")  # noqa: S108 - only tests with made-up words
    if os.access(shared, os.W_OK):
        with TemporaryDirectory(dir=shared) as folder:
            yield Path(folder)
    else:
        yield tmp_path_factory.mktemp("flows")


@pytest.fixture
def home(memory: Path) -> Iterator[Path]:
    with TemporaryDirectory(dir=memory) as folder:
        yield Path(folder)


def tried(
    memory: Path,
    home: Path,
    point: str,
    faults_at: Mapping[str, Action],
    turn: int = 1,
    name: str = "",
) -> Trial:
    """Let a fault meet the flow of a point (or the one named) and check what is left."""
    name = name or point.split(".", 1)[0]
    flow = FLOWS[name]
    copytree(prepared(flow, memory / name), home, dirs_exist_ok=True, symlinks=True)
    place = at(home)
    trial = faults.run(lambda out: flow.work(place, out), faults_at, turn)
    flow.check(place, trial.said)
    return trial


ALSO = {
    "erase": [
        point for point in POINTS if point.startswith(("save.", "rebuild.")) and "left" not in point
    ]
}


@pytest.mark.long
@pytest.mark.parametrize("action", [kill, FULL], ids=["killed", "full"])
@pytest.mark.parametrize(("name", "point"), [(n, p) for n, own in ALSO.items() for p in own])
def test_erasing_passes_the_points_of_saving_and_rebuilding(
    memory: Path, home: Path, name: str, point: str, action: Action
) -> None:
    assert point in tried(memory, home, point, {point: action}, name=name).reached


def with_cause(point: str, action: Action) -> dict[str, Action]:
    """Cleaning up is only reached when something failed before it."""
    return {point: action} | ({"save.pack.fsync": FULL} if point.startswith("failed.") else {})


@pytest.mark.parametrize("point", POINTS)
def test_killed(memory: Path, home: Path, point: str) -> None:
    trial = tried(memory, home, point, with_cause(point, kill))
    assert trial.killed, f"{point} was never hit"
    assert trial.reached[-1] == point


def quick_some(points: Sequence[str]) -> list[ParameterSet]:
    """Leave most of the points to the long run."""
    quick = (".fsync", ".commit", ".made", ".unlink", ".touch")
    return [
        pytest.param(point, marks=[] if point.endswith(quick) else pytest.mark.long)
        for point in points
    ]


@pytest.mark.parametrize("point", quick_some(POINTS))
def test_disk_full(memory: Path, home: Path, point: str) -> None:
    refused(tried(memory, home, point, with_cause(point, FULL)), point)


@pytest.mark.long
@pytest.mark.parametrize("point", POINTS)
def test_disk_read_only(memory: Path, home: Path, point: str) -> None:
    refused(tried(memory, home, point, with_cause(point, READ_ONLY)), point)


def refused(trial: Trial, point: str) -> None:
    """The point was hit and the refusal was told: by name, with a next step."""
    assert point in trial.reached, f"{point} was never hit"
    assert trial.errors, f"nothing was said of {point}"
    for code, message, hint in trial.errors:
        assert code in {"write-failed", "saved-not-indexed", "leftover"}
        assert hint
        assert code == "saved-not-indexed" or len(message.split(" could not")[0]) > 3


@pytest.mark.long
@pytest.mark.parametrize("turn", [2, 3])
@pytest.mark.parametrize("point", POINTS)
def test_killed_later(memory: Path, home: Path, point: str, turn: int) -> None:
    trial = tried(memory, home, point, with_cause(point, kill), turn)
    assert point in trial.reached


def test_no_change_without_a_point() -> None:
    assert faults.unnamed() == []
    # The control: one that names none is seen.
    assert faults.unnamed("def careless(path):\n    path.unlink()") == ["careless"]


def test_the_list_of_points(capsys: pytest.CaptureFixture[str]) -> None:
    tests = "test_killed, test_disk_full, test_disk_read_only, test_killed_later"
    lines = [f"\n{len(POINTS)} points of failure, each tried by {tests}:"]
    for name in sorted(FLOWS):
        own = [point.removeprefix(name + ".") for point in POINTS if point.startswith(name + ".")]
        assert own, f"no point of {name} is left in the source"
        lines.append(f"  {name}: {' '.join(own)}")
    with capsys.disabled():
        # Standard error is the one stream that also comes through when tests run in parallel.
        print("\n".join(lines), file=sys.stderr)
    assert {point.split(".")[0] for point in POINTS} == FLOWS.keys()
