"""CSV becomes rows: the delimiter is guessed, broken quoting is read as plain letters and said."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Literal

from panoh.intake.spreadsheet.errors import (
    CellTooLong,
    TooManyCells,
    TooManyColumns,
    TooManyRows,
)
from panoh.intake.spreadsheet.reading.encodings import MARK, Decoded
from panoh.intake.spreadsheet.reading.limits import MAX_CELL, MAX_CELLS, MAX_COLUMNS, MAX_ROWS
from panoh.intake.spreadsheet.reading.notes import BYTES_UNREADABLE, FORMULA, LETTERS_LOST
from panoh.intake.spreadsheet.reading.table import Note, SheetRow

#: `csv.QUOTE_MINIMAL` or `csv.QUOTE_NONE`.
Quoting = Literal[0, 3]
DELIMITERS = ",;\t|"
_END = "end-of-list"
_SHOWN = re.compile(f"{MARK}(\\\\x[0-9a-f]{{2}}){MARK}")
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?\r?\n?', re.IGNORECASE)
_LOST = re.compile(r"[\s\W]*(?:\?[\s\W]*){2,}")
_MAX_CONTROL = 0.05
_CONTROL = bytes(byte for byte in range(1, 32) if byte not in b"\t\r\n")


def looks_binary(data: bytes) -> bool:
    """Whether control characters or zeros are too many for a list; never ask of UTF-16."""
    sample = data[:200_000]
    strange = len(sample) - len(sample.translate(None, _CONTROL))
    return strange > len(sample) * _MAX_CONTROL or sample.count(0) > len(sample) * 0.6


def guess_delimiter(text: str) -> str:
    """The delimiter that cuts the first rows into the most columns, equal in number."""
    sample = list(islice(io.StringIO(text[:400_000], newline=""), 200))
    best = max(DELIMITERS, key=lambda mark: _regularity(sample, mark))
    return best if _regularity(sample, best) > 0 else ","


def _regularity(lines: list[str], delimiter: str) -> float:
    try:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter) if row)
    except csv.Error:
        return 0.0
    if not widths:
        return 0.0
    width, times = max(widths.items(), key=lambda item: ((item[0] > 1) * item[1], item[0]))
    return (width - 1) * (times / widths.total()) ** 2


class Rows:
    """Reads the rows of decoded CSV, and keeps what there is to say about them."""

    def __init__(self, decoded: Decoded, delimiter: str = "") -> None:
        self._decoded = decoded
        self._counts: Counter[str] = Counter()
        self._shown: list[int] = []
        self._cells = 0
        self.notes: list[Note] = list(_encoding_notes(decoded))
        first = decoded.text[: decoded.text.find("\n") + 1]
        named = _SEPARATOR_LINE.fullmatch(first)
        self._skip = bool(named) and not delimiter
        if named and self._skip:
            self.notes.append(Note("separator-line", rows=(1,)))
            delimiter = named.group(1)
        self.delimiter = delimiter or guess_delimiter(decoded.text)

    def __iter__(self) -> Iterator[SheetRow]:
        """Every row that holds something. Raises ListRefused beyond the limits."""
        quoting = self._quoting()
        for number, cells in enumerate(self._records(quoting), 1):
            if number == 1 and self._skip:
                continue
            if row := self._row(number, cells):
                yield row
        self._sum_up()

    def _records(self, quoting: Quoting, *, strict: bool = False) -> Iterator[list[str]]:
        csv.field_size_limit(MAX_CELL)
        lines = io.StringIO(self._decoded.text, newline="")
        return csv.reader(lines, delimiter=self.delimiter, quoting=quoting, strict=strict)

    def _quoting(self) -> Quoting:
        """How to read quotation marks, found out by reading once: Python's reader says nothing
        when the last one is never closed, so that half the list would end up in one cell.
        """
        try:
            for _ in self._records(csv.QUOTE_MINIMAL, strict=True):
                pass
        except csv.Error as error:
            if "expected after" in str(error) and self._closed():
                self.notes.append(Note("quote-loose"))
                return csv.QUOTE_MINIMAL
        else:
            return csv.QUOTE_MINIMAL
        self._plain_must_fit()
        self.notes.append(Note("quote-unclosed"))
        return csv.QUOTE_NONE

    def _closed(self) -> bool:
        """Whether a row put behind the last one is still a row of its own."""
        text = self._decoded.text
        tail = ("" if text.endswith(("\n", "\r")) else "\n") + _END
        rows = csv.reader(io.StringIO(text + tail, newline=""), delimiter=self.delimiter)
        last: list[str] = []
        try:
            for row in rows:
                last = row
        except csv.Error:
            return False
        return last == [_END]

    def _plain_must_fit(self) -> None:
        number = 0
        try:
            for number, _ in enumerate(self._records(csv.QUOTE_NONE), 1):  # noqa: B007
                pass
        except csv.Error:
            raise CellTooLong(row=number + 1, limit=MAX_CELL) from None

    def _row(self, number: int, cells: list[str]) -> SheetRow | None:
        while cells and not cells[-1]:
            cells.pop()
        if not cells:
            return None
        if number > MAX_ROWS:
            raise TooManyRows(limit=MAX_ROWS)
        if len(cells) > MAX_COLUMNS:
            raise TooManyColumns(row=number, found=len(cells), limit=MAX_COLUMNS)
        self._cells += len(cells)
        if self._cells > MAX_CELLS:
            raise TooManyCells(limit=MAX_CELLS)
        whys = {at: why for at, cell in enumerate(cells) if (why := self._why(number, cell))}
        return SheetRow(number, tuple(_SHOWN.sub(r"\1", cell) for cell in cells), whys)

    def _why(self, number: int, cell: str) -> str:
        if MARK in cell and _SHOWN.search(cell):
            self._shown.append(number)
            return BYTES_UNREADABLE
        self._counts["zero-bytes"] += "\0" in cell
        self._counts["line-breaks"] += "\n" in cell or "\r" in cell
        if cell.startswith("=") and len(cell) > 1:
            self._counts["formulas"] += 1
            return FORMULA
        if letters_lost(cell):
            self._counts["letters-lost"] += 1
            return LETTERS_LOST
        return ""

    def _sum_up(self) -> None:
        if self._shown:
            rows = tuple(dict.fromkeys(self._shown))
            self.notes.append(Note("bytes-unreadable", rows=rows[:50], count=len(self._shown)))
        self.notes += [Note(code, count=n) for code, n in sorted(self._counts.items()) if n]


def letters_lost(cell: str) -> bool:
    """Whether only question marks or replacement characters stand where letters were."""
    return "\ufffd" in cell or (cell.count("?") > 1 and _LOST.fullmatch(cell) is not None)


def _encoding_notes(decoded: Decoded) -> Iterator[Note]:
    if decoded.odd:
        lines = tuple(line + 1 for line in decoded.odd[:50])
        yield Note("mixed-encodings", rows=lines, count=len(decoded.odd), detail=decoded.second)
    if decoded.unsure:
        yield Note("encoding-unsure")
