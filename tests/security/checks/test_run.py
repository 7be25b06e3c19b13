"""The checks on the machine these tests run on, and on machines where we cannot look."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.security.checks.machine import NOW

from panoh.model.thesauri import RESULTS
from panoh.security.checks import CHECKS
from panoh.security.checks.check import UNKNOWN, Check
from panoh.security.checks.looking import Everything
from panoh.security.checks.run import check_machine, judge

RUN = (
    "from datetime import UTC, datetime; from panoh.security.checks.run import check_machine;"
    "print(len(check_machine(datetime.now(UTC))))"
)


@pytest.mark.skipif(sys.platform != "linux", reason="the checks look at Linux only")
def test_this_machine_is_judged_without_fail(tmp_path: Path) -> None:
    folders = {"vault": tmp_path / "v", "device": tmp_path / "Dropbox" / "d"}
    outcomes = check_machine(NOW, folders)
    assert [each.check for each in outcomes] == list(CHECKS)
    for each in outcomes:
        assert each.judged.result in RESULTS.terms
        assert each.judged.evidence
    assert outcomes[-1].judged.result == "fail", "the folder with the keys lies in Dropbox"


@pytest.mark.skipif(sys.platform != "linux", reason="the checks look at Linux only")
def test_a_folder_reached_through_a_link_is_looked_at_by_both_its_names(tmp_path: Path) -> None:
    """The vault looks as if it lay outside; the link leads into Dropbox."""
    (tmp_path / "Dropbox" / "v").mkdir(parents=True)
    (tmp_path / "vault").symlink_to(tmp_path / "Dropbox" / "v")
    cloud = check_machine(NOW, {"vault": tmp_path / "vault"})[-1]
    assert cloud.check.key == "cloud"
    assert cloud.judged.result == "fail"


@pytest.mark.skipif(not shutil.which("strace"), reason="needs strace")
def test_looking_writes_nothing_and_talks_to_nobody(tmp_path: Path) -> None:
    """Watched call by call; what programs of the system keep in /run and /dev is theirs."""
    trace = tmp_path / "trace"
    done = subprocess.run(
        ["strace", "-f", "-qq", "-o", trace, "-e", "trace=openat,open,creat,connect,unlink,rename",
         sys.executable, "-B", "-c", RUN],
        capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    assert done.stdout.strip() == str(len(CHECKS))
    calls = trace.read_text()
    assert "/proc/self/mountinfo" in calls, "the watching works"
    assert re.findall(r"connect\([^)]*AF_INET6?", calls) == []
    written = re.findall(r'open(?:at)?\([^"]*"([^"]+)", [^)]*O_(?:WRONLY|RDWR|CREAT)', calls)
    assert [path for path in written if not path.startswith(("/dev/", "/run/", "/proc/"))] == []


def test_where_we_cannot_look_everything_is_unknown_with_steps_by_hand() -> None:
    for where in ("macos", "windows", ""):
        for each in check_machine(NOW, on=where):
            assert each.judged.result == UNKNOWN


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.key)
def test_every_check_says_how_to_look_by_hand_and_what_it_cannot_see(check: Check) -> None:
    assert set(check.by_hand) == {"linux", "macos", "windows"}
    assert all(check.by_hand.values())
    assert check.asks.endswith("?")
    assert check.cannot_see.startswith("It ")


def test_a_judge_that_is_surprised_is_unknown() -> None:
    def surprised(seen: Everything, now: object) -> None:
        del now
        raise IndexError(seen)

    check = CHECKS[0]
    broken = Check(check.key, "", "", "", (), surprised, {})  # type: ignore[arg-type]
    assert judge(broken, Everything(), NOW).result == UNKNOWN
