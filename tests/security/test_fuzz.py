"""Hostile bytes into every parser: a coded error or a value, in bounded time and memory."""

import os
import random
import subprocess
import sys

import pytest
from tests.security.parsers import PARSERS

from panoh.casebook.consent import reading

SHORT, LONG = 0.5, 60.0


def fuzz(parser: str, seed: int, seconds: float) -> int:
    """Fuzz in a process of its own; returns how many inputs were tried."""
    command = [sys.executable, "-m", "tests.security.fuzz_child", parser, str(seed), str(seconds)]
    paths = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    done = subprocess.run(
        command, env=paths, capture_output=True, text=True, check=False, timeout=seconds + 120
    )
    assert done.returncode == 0, f"seed {seed}\n{done.stdout[-9000:]}{done.stderr[-3000:]}"
    return int(done.stdout)


@pytest.mark.parametrize("parser", PARSERS)
def test_whatever_comes_is_read_or_refused(parser: str) -> None:
    assert fuzz(parser, 1, SHORT) >= 20


@pytest.mark.long
@pytest.mark.parametrize("parser", PARSERS)
def test_for_minutes(parser: str) -> None:
    assert fuzz(parser, random.SystemRandom().randrange(10**9), LONG) >= 20


def test_found_before_the_gate_reads_no_code_of_thousands_of_digits() -> None:
    pieces = reading.read("a.txt", b"<p>&#" + b"9" * 10_000 + b";</p>")
    assert any(not piece.read for piece in pieces)
