"""What the kernel is asked for in a save: write, fsync, rename, fsync of the folder, in order."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.vault.support import Place
from tests.vault.test_crash import CHILD, environment

CALLS = "openat,open,write,pwrite64,fsync,fdatasync,rename,renameat,renameat2,close,unlink"


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_published_before_said(place: Place, tmp_path: Path) -> None:
    place.create().vault.close()
    trace = tmp_path / "trace"
    command = ["strace", "-f", "-y", "-o", str(trace), "-e", f"trace={CALLS}", *CHILD]
    command += [str(place.folder), str(place.device), "0", "1"]
    done = subprocess.run(command, env=environment(), capture_output=True, text=True, check=False)
    if "ptrace" in done.stderr:
        pytest.skip("strace may not trace here")
    assert done.stdout == "0\n", done.stderr
    folder = re.escape(str(place.folder.resolve() / "m"))
    steps = [
        ("write", rf"write\(\d+<{folder}/\.tmp-\w+>"),
        ("fsync", rf"fsync\(\d+<{folder}/\.tmp-\w+>\) += 0"),
        ("rename", r"rename\w*\(.*\.tmp-\w+\".*[0-9a-f]{64}\.age\"\) += 0"),
        ("folder", rf"fsync\(\d+<{folder}>\) += 0"),
        ("index", r"f(data)?sync\(\d+<.*index\.db(-wal)?>\) += 0"),
        ("said", r"write\(1<.*\"0"),
    ]
    lines = trace.read_text().splitlines()
    first_write = next(at for at, line in enumerate(lines) if re.search(steps[0][1], line))
    at, order = first_write, []
    for name, pattern in steps:
        at = next(n for n in range(at, len(lines)) if re.search(pattern, lines[n])) + 1
        order.append(name)
    assert order == [name for name, _ in steps]
    assert sys.platform == "linux"
