"""Tests speak English on every machine, and a red run in CI can be repeated as it was."""

import os
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ |= {"LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", "LANGUAGE": "en"}

settings.register_profile(
    "ci", derandomize=True, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
if os.environ.get("CI"):
    settings.load_profile("ci")

#: Why a test may be skipped where everything it needs can be installed: one pattern a line.
ALLOWED = Path(__file__).with_name("skips.txt")
_skipped: dict[str, str] = {}


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Note every skip with its reason, wherever the test ran."""
    if report.skipped and isinstance(report.longrepr, tuple):
        _skipped[report.nodeid] = report.longrepr[2].removeprefix("Skipped: ")


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """In CI a skip that nobody foresaw is a failure: a tool that vanished would hide its tests."""
    if not os.environ.get("CI") or hasattr(session.config, "workerinput") or exitstatus:
        return
    patterns = [line for line in ALLOWED.read_text(encoding="utf-8").splitlines() if line.strip()]
    unforeseen = {
        name: why
        for name, why in _skipped.items()
        if not any(re.search(pattern, why) for pattern in patterns)
    }
    for name, why in sorted(unforeseen.items()):
        print(f"\nskipped, and not foreseen in tests/skips.txt: {name}: {why}")
    if unforeseen:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
