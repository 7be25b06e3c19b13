"""The process that reads foreign bytes can neither write, nor connect, nor take all memory."""

import subprocess
import sys
from pathlib import Path

import pytest

from panoh.intake.spreadsheet import errors
from panoh.intake.spreadsheet.reading import frames, parent, read_table
from panoh.intake.spreadsheet.reading.table import SheetRow

CONFINED = "from panoh.intake.spreadsheet.reading import confine; confine.confine()\n"


def attempt(code: str, *, confined: bool) -> subprocess.CompletedProcess[str]:
    start = CONFINED if confined else ""
    command = [sys.executable, "-I", "-c", start + code]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.socket()",
        "import os; os.system('true')",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.fork()",
        "open('/etc/hostname').read()",
        "import tempfile; tempfile.TemporaryFile()",
        "x = bytes(3 << 30)",
        "import ctypes; ctypes.CDLL(None)",
    ],
)
def test_what_a_parser_never_needs_is_refused(code: str) -> None:
    assert attempt(code, confined=False).returncode == 0, "the attempt itself must work"
    assert attempt(code, confined=True).returncode != 0


def test_nothing_can_be_written_even_below_the_audit_hook(tmp_path: Path) -> None:
    """The limit on file size is the kernel's: it holds for a file that was open before."""
    target = tmp_path / "leak"
    code = f"f = open({str(target)!r}, 'wb', buffering=0)\n{{}}f.write(b'words')"

    assert attempt(code.format(""), confined=False).returncode == 0
    assert target.read_bytes() == b"words"
    assert attempt(code.format(CONFINED), confined=False).returncode != 0
    assert target.read_bytes() == b""


def test_the_reader_loads_neither_vault_nor_casebook() -> None:
    code = (
        "import sys, openpyxl, panoh.intake.spreadsheet.reading.child;"
        "print([m for m in sys.modules if m.split('.')[:2] in"
        " (['panoh', 'vault'], ['panoh', 'casebook']) or m in ('apsw', 'nacl')],"
        " openpyxl.LXML, openpyxl.DEFUSEDXML)"
    )
    command = [sys.executable, "-I", "-c", code]
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, env={"OPENPYXL_LXML": "False"}
    )

    assert done.stdout.strip() == "[] False True"


@pytest.fixture
def impostor(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A stand-in for the reader: a module that says what a test writes into it."""
    module = tmp_path / "impostor.py"
    starter = tmp_path / "python"
    starter.write_text(f"#!/bin/sh\nexec {sys.executable} {module}\n")
    starter.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(starter))
    return module


def says(*messages: frames.Frame) -> str:
    from io import BytesIO

    out = BytesIO()
    for message in messages:
        frames.write_frame(out, message)
    return f"import sys\nsys.stdin.buffer.read()\nsys.stdout.buffer.write({out.getvalue()!r})\n"


def test_a_reader_that_dies_is_reported(impostor: Path) -> None:
    impostor.write_text("raise MemoryError")
    with pytest.raises(errors.ReadingFailed):
        read_table(b"name\nAnna\n")


def test_a_reader_that_hangs_is_ended(impostor: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parent, "WALL_SECONDS", 0.5)
    impostor.write_text("import time; time.sleep(600)")
    with pytest.raises(errors.ReadingTooSlow):
        read_table(b"name\nAnna\n")


@pytest.mark.parametrize(
    "rows",
    [
        [SheetRow(1, ("x",) * 513)],
        [SheetRow(1, ("x" * 40_000,))],
        [SheetRow(n, ()) for n in range(200_001)],
    ],
)
def test_a_reader_that_was_taken_over_cannot_pass_the_limits(
    impostor: Path, rows: list[SheetRow]
) -> None:
    impostor.write_text(
        says(frames.Head("text/csv"), frames.SheetHead(""), frames.Rows(rows), frames.End())
    )
    with pytest.raises(errors.ReadingFailed):
        read_table(b"name\nAnna\n")


def test_messages_without_form_are_refused(impostor: Path) -> None:
    impostor.write_text("import sys; sys.stdout.buffer.write(b'\\xff' * 5000)")
    with pytest.raises(errors.ReadingFailed):
        read_table(b"name\nAnna\n")


def test_a_refusal_with_invented_values_is_still_a_refusal(impostor: Path) -> None:
    impostor.write_text(says(frames.Refused("list-too-many-rows", {"no": 1})))
    with pytest.raises(errors.ReadingFailed):
        read_table(b"name\nAnna\n")
