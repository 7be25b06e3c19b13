"""XLSX becomes rows: openpyxl reads the structure, this module decides what a cell says."""

import warnings
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.chartsheet import Chartsheet
from openpyxl.utils import range_boundaries
from openpyxl.workbook import Workbook
from openpyxl.worksheet import _reader
from openpyxl.xml.functions import iterparse

from panoh.intake.spreadsheet.errors import (
    CellTooLong,
    ListRefused,
    NotAList,
    TooManyCells,
    TooManyColumns,
    TooManyRows,
)
from panoh.intake.spreadsheet.reading.archive import open_archive
from panoh.intake.spreadsheet.reading.delimited import letters_lost
from panoh.intake.spreadsheet.reading.limits import (
    MAX_CELL,
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_ROW_NUMBER,
    MAX_ROWS,
    MAX_SHEETS,
)
from panoh.intake.spreadsheet.reading.notes import (
    CELL_ERROR,
    DATE_OUTSIDE,
    FORMULA,
    LETTERS_LOST,
)
from panoh.intake.spreadsheet.reading.table import Note, SheetRow


def open_workbook(data: bytes) -> Workbook:
    """The workbook, its archive checked first. Raises ArchiveExpands or NotAList."""
    source = BytesIO(data)
    open_archive(source).close()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return load_workbook(source, read_only=True, keep_links=False)


class SheetReader(_reader.WorkSheetParser):
    """Reads one sheet row by row; unlike openpyxl's own it stops at nothing that is not a cell.

    openpyxl would refuse a whole sheet for a mistake in its printing margins, and pads rows to
    the size the sheet claims to have, be that a million columns.
    """

    def __init__(self, book: Workbook, sheet: Any, spent: "Spent") -> None:
        super().__init__(
            sheet._get_source(),  # noqa: SLF001 - openpyxl has no public way to the parts of a sheet
            sheet._shared_strings,  # noqa: SLF001
            epoch=book.epoch,
            date_formats=getattr(book, "_date_formats"),  # noqa: B009
            timedelta_formats=getattr(book, "_timedelta_formats"),  # noqa: B009
        )
        self._spent = spent
        self._title = str(sheet.title)
        self._counts: Counter[str] = Counter()
        self._rows_of: dict[str, list[int]] = {}

    def rows(self) -> Iterator[SheetRow]:
        """Every row that holds something. Raises ListRefused beyond the limits."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for _, element in iterparse(self.source):
                if element.tag == _reader.ROW_TAG:
                    if row := self._row(element):
                        yield row
                    element.clear()
                elif element.tag == _reader.COL_TAG:
                    self._counts["hidden-columns"] += element.get("hidden") in {"1", "true"}
                elif element.tag == _reader.MERGE_TAG:
                    self._merged(element)

    def notes(self) -> Iterator[Note]:
        """What was noticed; ask after the last row."""
        for code, count in sorted(self._counts.items()):
            if count:
                rows = tuple(self._rows_of.get(code, ())[:50])
                yield Note(code, self._title, rows, count)

    def _row(self, element: Any) -> SheetRow | None:
        stated = element.get("r")
        self.row_counter = int(stated) if stated else self.row_counter + 1
        self.col_counter = 0
        number = self.row_counter
        cells: dict[int, str] = {}
        whys: dict[int, str] = {}
        for each in element:
            if each.tag == _reader.CELL_TAG:
                at, text, why = self._cell(each, number)
                if text or why:
                    cells[at] = text
                if why:
                    whys[at] = why
        if not cells:
            return None
        if element.get("hidden") in {"1", "true"}:
            self._count("hidden-rows", number)
        self._spent.spend(number, max(cells) + 1)
        return SheetRow(number, tuple(cells.get(at, "") for at in range(max(cells) + 1)), whys)

    def _cell(self, element: Any, number: int) -> tuple[int, str, str]:
        try:
            found = self.parse_cell(element)
        except (ValueError, TypeError, IndexError, KeyError, OverflowError):
            raw = element.findtext(_reader.VALUE_TAG) or ""
            self._count("cell-errors", number)
            return max(self.col_counter - 1, 0), raw, CELL_ERROR
        text, why = self._text(found["value"], str(found["data_type"]), number)
        if why == DATE_OUTSIDE:
            text = element.findtext(_reader.VALUE_TAG) or ""
        if len(text) > MAX_CELL:
            raise CellTooLong(row=number, limit=MAX_CELL)
        return int(found["column"]) - 1, text, why

    def _text(self, value: Any, data_type: str, number: int) -> tuple[str, str]:
        if value is None:
            return "", ""
        if data_type == "f":
            self._count("formulas", number)
            return _formula(value), FORMULA
        if data_type == "e":
            self._count("cell-errors", number)
            return str(value), DATE_OUTSIDE if value == "#VALUE!" else CELL_ERROR
        if isinstance(value, (datetime, date, time, timedelta)):
            self._count("dates", number)
            return _date_text(value), ""
        text = _number_text(value) if isinstance(value, (bool, int, float)) else str(value)
        if letters_lost(text):
            self._count("letters-lost", number)
            return text, LETTERS_LOST
        self._counts["zero-bytes"] += "\0" in text
        return text, ""

    def _count(self, code: str, number: int) -> None:
        self._counts[code] += 1
        rows = self._rows_of.setdefault(code, [])
        if len(rows) < 50 and number not in rows[-1:]:
            rows.append(number)

    def _merged(self, element: Any) -> None:
        for each in element:
            self._counts["merged"] += 1
            try:
                first = range_boundaries(each.get("ref", ""))[1]
            except ValueError:
                continue
            rows = self._rows_of.setdefault("merged", [])
            if first and len(rows) < 50:
                rows.append(first)


class Spent:
    """How much of the limits the sheets of one workbook have used together."""

    def __init__(self) -> None:
        self._rows = self._cells = 0

    def spend(self, number: int, width: int) -> None:
        """Count one row; raises when a limit is passed."""
        self._rows += 1
        self._cells += width
        if self._rows > MAX_ROWS or number > MAX_ROW_NUMBER:
            raise TooManyRows(limit=MAX_ROWS)
        if width > MAX_COLUMNS:
            raise TooManyColumns(row=number, found=width, limit=MAX_COLUMNS)
        if self._cells > MAX_CELLS:
            raise TooManyCells(limit=MAX_CELLS)


def sheets_of(book: Workbook) -> Iterator[tuple[Any, bool]]:
    """The sheets that hold cells, and whether each is hidden. Raises NotAList."""
    sheets = [sheet for sheet in book._sheets if not isinstance(sheet, Chartsheet)]  # type: ignore[attr-defined] # noqa: SLF001
    if not sheets or len(sheets) > MAX_SHEETS:
        raise NotAList
    for sheet in sheets:
        yield sheet, sheet.sheet_state != "visible"


def _formula(value: Any) -> str:
    text = getattr(value, "text", None)
    return str(text) if text is not None else str(value) if isinstance(value, str) else "="


def _number_text(value: bool | int | float) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return repr(value)


def _date_text(value: datetime | date | time | timedelta) -> str:
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "minutes")
    return value.isoformat() if isinstance(value, (date, time)) else str(value)


__all__ = ["ListRefused", "SheetReader", "Spent", "open_workbook", "sheets_of"]
