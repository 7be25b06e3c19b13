"""Starts the confined reader, gives it the bytes and takes back rows; trusts nothing it says."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Thread, Timer
from typing import BinaryIO

from panoh.intake.spreadsheet import errors
from panoh.intake.spreadsheet.reading import frames
from panoh.intake.spreadsheet.reading.limits import (
    MAX_BYTES,
    MAX_CELL,
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_ROWS,
    WALL_SECONDS,
)
from panoh.intake.spreadsheet.reading.table import Note, Sheet, SheetRow, Table

_READER = "panoh.intake.spreadsheet.reading.child"
#: openpyxl is kept to the parsers that defusedxml guards; nothing else of our surroundings goes in.
_SURROUNDINGS = {"OPENPYXL_LXML": "False", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"}
_REFUSALS = {
    each.code: each for each in vars(errors).values()
    if isinstance(each, type) and issubclass(each, errors.ListRefused)
}  # fmt: skip


def read_table(
    source: Path | BinaryIO | bytes, *, encoding: str = "", delimiter: str = ""
) -> Table:
    """Everything a list holds, as text. What is not given is guessed and stands in the table.

    Raises ListRefused: the file is too large, is no list, is a trap, or cannot be read safely.
    """
    data = take(source)
    return _Reading(data).run(encoding, delimiter)


def take(source: Path | BinaryIO | bytes) -> bytes:
    """The bytes of a file from outside; raises FileTooLarge before more than the limit is held."""
    if isinstance(source, Path):
        with source.open("rb") as file:
            return take(file)
    data = source if isinstance(source, bytes) else source.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise errors.FileTooLarge(limit=MAX_BYTES // 1_000_000)
    if not data:
        raise errors.ListEmpty
    return data


class _Reading:
    """One run of the reader, and what it has said so far."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._head = frames.Head("")
        self._sheets: list[Sheet] = []
        self._notes: list[Note] = []
        self._rows = self._cells = 0
        self._late = False

    def run(self, encoding: str, delimiter: str) -> Table:
        if os.name != "posix" or not sys.platform.startswith("linux"):
            raise errors.SandboxAbsent
        command = [sys.executable, "-I", "-m", _READER, encoding, delimiter]
        with subprocess.Popen(  # noqa: S603 - our own module, no shell
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_SURROUNDINGS,
            cwd="/",
        ) as child:
            self._converse(child)
        if not any(sheet.rows for sheet in self._sheets):
            raise errors.ListEmpty
        return Table(
            self._data,
            self._head.media_type,
            self._head.encoding,
            self._head.delimiter,
            tuple(self._sheets),
            tuple(self._notes),
        )

    def _converse(self, child: "subprocess.Popen[bytes]") -> None:
        alarm = Timer(WALL_SECONDS, self._too_late, [child])
        alarm.start()
        feeder = Thread(target=self._feed, args=[child], daemon=True)
        feeder.start()
        try:
            for frame in _frames(child):
                self._hear(frame)
        except errors.ReadingFailed:
            if self._late:
                raise errors.ReadingTooSlow(limit=WALL_SECONDS) from None
            raise
        finally:
            alarm.cancel()
            child.kill()
            feeder.join()

    def _feed(self, child: "subprocess.Popen[bytes]") -> None:
        assert child.stdin is not None  # noqa: S101 - asked for above
        with suppress(OSError):
            child.stdin.write(self._data)
        with suppress(OSError):
            child.stdin.close()

    def _too_late(self, child: "subprocess.Popen[bytes]") -> None:
        self._late = True
        child.kill()

    def _hear(self, frame: frames.Frame) -> None:
        match frame:
            case frames.Head():
                self._head = frame
            case frames.SheetHead(name=name, hidden=hidden):
                self._sheets.append(Sheet(name, [], hidden))
            case frames.Rows(rows=rows):
                self._take_rows(rows)
            case frames.Said(note=note):
                self._notes.append(note)
            case frames.Refused(code=code, values=values):
                raise _refusal(code, values)

    def _take_rows(self, rows: list[SheetRow]) -> None:
        self._rows += len(rows)
        self._cells += sum(len(row.cells) for row in rows)
        fits = all(
            len(row.cells) <= MAX_COLUMNS and all(len(cell) <= MAX_CELL for cell in row.cells)
            for row in rows
        )
        if not fits or self._rows > MAX_ROWS or self._cells > MAX_CELLS or not self._sheets:
            raise errors.ReadingFailed
        self._sheets[-1].rows.extend(rows)


def _refusal(code: str, values: dict[str, int]) -> errors.ListRefused:
    try:
        return _REFUSALS.get(code, errors.ReadingFailed)(**values)
    except KeyError:
        return errors.ReadingFailed()


def _frames(child: "subprocess.Popen[bytes]") -> Iterator[frames.Frame]:
    """Every message up to `End`; raises ReadingFailed if the reader stops before."""
    assert child.stdout is not None  # noqa: S101 - asked for above
    while (frame := frames.read_frame(child.stdout)) is not None:
        if isinstance(frame, frames.End):
            return
        yield frame
    raise errors.ReadingFailed
