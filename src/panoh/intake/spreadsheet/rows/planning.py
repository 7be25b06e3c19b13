"""How each sheet of a file will be read, and a trial of its first rows that saves nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from panoh.intake.spreadsheet.layout import as_layout, fits, guess
from panoh.intake.spreadsheet.layout import meanings as m
from panoh.intake.spreadsheet.reading import Sheet, SheetRow, Table
from panoh.intake.spreadsheet.rows import words
from panoh.intake.spreadsheet.rows.cells import Cells, Plan, column_names
from panoh.intake.spreadsheet.rows.report import CellUnread, RowUnread
from panoh.intake.spreadsheet.rows.told import Told, read_row
from panoh.model.kinds import Layout
from panoh.model.messages import mark as _

ABOVE_HEADER = _("This row stands above the names of the columns.")
NO_NAMES_ON_SHEET = _("No column of this sheet was recognised that holds names.")


@dataclass(frozen=True, slots=True)
class Planned:
    """One sheet, how it is read, its header row, and why its rows are not read if so."""

    sheet: Sheet
    plan: Plan
    layout: Layout
    header: SheetRow | None
    why: str = ""

    @property
    def body(self) -> list[SheetRow]:
        """Every row but the header; those above it too."""
        return [row for row in self.sheet.rows if row is not self.header]

    def read(self, row: SheetRow) -> tuple[Told, list[CellUnread]]:
        """What one row tells, and which of its cells could not be read."""
        cells = Cells(row, self.plan)
        told = read_row(cells)
        above = self.header is not None and row.number < self.header.number
        if self.why or above:
            told.why = self.why or ABOVE_HEADER
        whys = {} if told.why else cells.whys
        return told, [
            CellUnread(self.sheet.name, row.number, self.plan.name(at), why)
            for at, why in sorted(whys.items())
        ]


@dataclass(frozen=True, slots=True)
class Trial:
    """What would become of the first rows of a file: how many were tried, what was not read."""

    rows: int
    rows_unread: Sequence[RowUnread]
    cells_unread: Sequence[CellUnread]


def trial(table: Table, layout: Layout, kept: list[Layout], language: str, most: int) -> Trial:
    """Read the first rows of a file as they would be taken in, and save nothing."""
    rows: list[RowUnread] = []
    cells: list[CellUnread] = []
    tried = 0
    places = ((each, row) for each in plans(table, layout, kept, language) for row in each.body)
    try:
        for each, row in islice(places, most):
            told, unread = each.read(row)
            tried += 1
            rows += [RowUnread(each.sheet.name, row.number, told.why)] if told.why else []
            cells += unread
    finally:
        words.forget()
    return Trial(tried, rows, cells)


def plans(table: Table, layout: Layout | None, kept: list[Layout], language: str) -> list[Planned]:
    """How each sheet that holds rows is read.

    What a person confirmed counts first, then what was confirmed before, then the guess.
    """
    return [_plan(sheet, layout, kept, language) for sheet in table.sheets if sheet.rows]


def _plan(sheet: Sheet, layout: Layout | None, kept: list[Layout], language: str) -> Planned:
    known = [layout, *kept] if layout else kept
    for each in known:
        header = fits(each, sheet)
        if header or (each is layout and not any(each.header)):
            return _planned(sheet, each, header, language)
    found = guess(sheet)
    header = next((row for row in sheet.rows if row.number == found.header_row), None)
    why = "" if found.has_names else NO_NAMES_ON_SHEET
    return _planned(sheet, as_layout(found), header, language, why)


def _planned(
    sheet: Sheet, layout: Layout, header: SheetRow | None, language: str, why: str = ""
) -> Planned:
    width = max(len(row.cells) for row in sheet.rows)
    names = column_names(header.cells if header else (), width)
    why = why if m.NAMES & set(layout.columns) else NO_NAMES_ON_SHEET
    plan = Plan(names, layout.columns, layout.date_order, language)
    return Planned(sheet, plan, layout, header, why)
