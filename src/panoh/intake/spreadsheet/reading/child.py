"""The confined process: bytes come in by the one pipe, rows go out by the other.

Started by `parent` as `python -I -m panoh.intake.spreadsheet.reading.child ENCODING DELIMITER`.
"""

import sys
import zlib
from collections.abc import Iterable
from itertools import islice
from typing import BinaryIO
from zipfile import BadZipFile

from defusedxml import DefusedXmlException
from openpyxl.workbook import Workbook

from panoh.intake.spreadsheet.errors import DangerousXml, ListRefused, NotAList, OldWorkbook
from panoh.intake.spreadsheet.reading import confine, delimited, encodings, frames, workbook
from panoh.intake.spreadsheet.reading.limits import MAX_BYTES
from panoh.intake.spreadsheet.reading.table import Note, SheetRow

CSV_TYPE = "text/csv"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"
#: openpyxl meets a damaged part with whatever its code happens to raise.
_DAMAGED = (
    BadZipFile,
    zlib.error,
    SyntaxError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    OSError,
    ArithmeticError,
    RuntimeError,
    EOFError,
)
#: Letters in one message; a message stays far below the limit of the parent.
_BATCH = 200_000


def main(source: BinaryIO, out: BinaryIO, encoding: str, delimiter: str) -> None:
    """Read one file; the last message is `End` or says why the file is refused."""
    try:
        data = source.read(MAX_BYTES + 1)
        if data.startswith(_OLE):
            raise OldWorkbook
        if data.startswith(_ZIP):
            _workbook(data, out)
        else:
            _delimited(data, out, encoding, delimiter)
    except ListRefused as refused:
        values = {name: value for name, value in refused.values.items() if isinstance(value, int)}
        frames.write_frame(out, frames.Refused(refused.code, values))
    else:
        frames.write_frame(out, frames.End())
    out.flush()


def _delimited(data: bytes, out: BinaryIO, encoding: str, delimiter: str) -> None:
    decoded = encodings.decode(data, encoding)
    wide = decoded.encoding.startswith("utf-16")
    if delimited.looks_binary(decoded.text.encode(errors="replace") if wide else data):
        raise NotAList
    rows = delimited.Rows(decoded, delimiter)
    frames.write_frame(out, frames.Head(CSV_TYPE, decoded.encoding, rows.delimiter))
    frames.write_frame(out, frames.SheetHead(""))
    _send(out, rows)
    _say(out, rows.notes)


def _workbook(data: bytes, out: BinaryIO) -> None:
    try:
        book = workbook.open_workbook(data)
        frames.write_frame(out, frames.Head(XLSX_TYPE))
        _sheets(book, out)
    except (ListRefused, MemoryError):
        raise
    except _DAMAGED as error:
        raise DangerousXml if _is_trap(error) else NotAList from None


def _is_trap(error: BaseException | None) -> bool:
    """Whether defusedxml refused the file; openpyxl wraps that into an error of its own."""
    while error is not None and not isinstance(error, DefusedXmlException):
        error = error.__cause__
    return error is not None


def _sheets(book: Workbook, out: BinaryIO) -> None:
    spent = workbook.Spent()
    for sheet, hidden in workbook.sheets_of(book):
        frames.write_frame(out, frames.SheetHead(str(sheet.title), hidden))
        if hidden:
            _say(out, [Note("hidden-sheet", str(sheet.title), count=1)])
        reader = workbook.SheetReader(book, sheet, spent)
        _send(out, reader.rows())
        _say(out, reader.notes())


def _send(out: BinaryIO, rows: Iterable[SheetRow]) -> None:
    batch: list[SheetRow] = []
    weight = 0
    for row in rows:
        batch.append(row)
        weight += sum(map(len, row.cells)) + 20 * len(row.cells)
        if weight > _BATCH:
            frames.write_frame(out, frames.Rows(batch))
            batch, weight = [], 0
    if batch:
        frames.write_frame(out, frames.Rows(batch))


def _say(out: BinaryIO, notes: Iterable[Note]) -> None:
    for note in islice(notes, 1000):
        frames.write_frame(out, frames.Said(note))


if __name__ == "__main__":
    confine.confine()
    main(sys.stdin.buffer, sys.stdout.buffer, sys.argv[1], sys.argv[2])
