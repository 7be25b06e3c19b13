"""Hostile bytes into every parser: a coded error or a value, in bounded time and memory."""

import os
import random
import subprocess
import sys

import pytest
from tests.security.parsers import PARSERS

from panoh.casebook.consent import reading

SHORT, LONG = 0.3, 60.0
#: The parsers of one file share a process: starting it takes longer than a short look.
TOGETHER: dict[str, list[str]] = {}
for _name, _make in PARSERS.items():
    TOGETHER.setdefault(_make.__module__.rpartition(".")[2], []).append(_name)


def fuzz(parsers: list[str], seed: int, seconds: float) -> list[int]:
    """Fuzz in a process of its own; returns how many inputs were tried on each."""
    command = [sys.executable, "-m", "tests.security.fuzz_child", ",".join(parsers)]
    paths = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    done = subprocess.run(
        [*command, str(seed), str(seconds)],
        env=paths,
        capture_output=True,
        text=True,
        check=False,
        timeout=seconds * len(parsers) + 120,
    )
    assert done.returncode == 0, f"seed {seed}\n{done.stdout[-9000:]}{done.stderr[-3000:]}"
    return [int(each) for each in done.stdout.split()]


@pytest.mark.parametrize("where", TOGETHER)
def test_whatever_comes_is_read_or_refused(where: str) -> None:
    tried = fuzz(TOGETHER[where], 1, SHORT)
    assert len(tried) == len(TOGETHER[where])
    assert min(tried) >= 20


@pytest.mark.long
@pytest.mark.parametrize("parser", PARSERS)
def test_for_minutes(parser: str) -> None:
    assert min(fuzz([parser], random.SystemRandom().randrange(10**9), LONG)) >= 20


def test_found_before_the_gate_reads_no_code_of_thousands_of_digits() -> None:
    pieces = reading.read("a.txt", b"<p>&#" + b"9" * 10_000 + b";</p>")
    assert any(not piece.read for piece in pieces)
