"""Bytes that are led by what they reach: each new one goes deeper into a parser than those before.

atheris has no wheel for every system; where it is absent, the other fuzzers still run.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.security.parsers import PARSERS

SHORT, LONG = 4, 40

pytest.importorskip("atheris", reason="atheris is not installed: no guided fuzzing here")


def guided(parser: str, seconds: int, folder: Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "tests.security.guided_child", parser, str(seconds)]
    (folder / "made").mkdir()
    surroundings = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "TMPDIR": str(folder / "made"),
    }
    return subprocess.run(
        [*command, str(folder)],
        env=surroundings,
        capture_output=True,
        text=True,
        check=False,
        timeout=seconds * 3 + 300,
    )


def faults(folder: Path) -> list[str]:
    """What was found, as hex: `crash-…`, `timeout-…`, `oom-…`."""
    found = [path for path in folder.glob("*-*") if path.is_file()]
    return [f"{path.name}: {path.read_bytes()[:2000].hex()}" for path in found]


def tried(done: "subprocess.CompletedProcess[str]", folder: Path) -> int:
    assert faults(folder) == [], done.stdout[-3000:] + done.stderr[-3000:]
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return int(re.findall(r"Done (\d+) runs", done.stderr)[-1])


def test_whatever_is_reached_is_read_or_refused(tmp_path: Path) -> None:
    assert tried(guided("together", SHORT, tmp_path), tmp_path) >= 2 * len(PARSERS)


@pytest.mark.long
@pytest.mark.parametrize("parser", PARSERS)
def test_for_minutes_deeper_and_deeper(parser: str, tmp_path: Path) -> None:
    assert tried(guided(parser, LONG, tmp_path), tmp_path) >= 20


def test_a_planted_fault_is_reached(tmp_path: Path) -> None:
    done = guided("planted", 60, tmp_path)
    assert done.returncode != 0
    assert "ZeroDivisionError" in done.stdout + done.stderr
    (fault,) = faults(tmp_path)
    assert b"pan".hex() in fault
