"""What became of a list: rows read, kept unread, changed, gone, each with its place and reason."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from panoh.casebook.counts import Counts, count
from panoh.intake.spreadsheet.reading import Table
from panoh.intake.spreadsheet.rows import ImportReport, RowUnread, summary
from panoh.model.messages import mark as _
from panoh.web.importing.held import REPORT
from panoh.web.page import Page, Redirect, Reply
from panoh.web.routes import get
from panoh.web.visit import Visit

#: How many places of each kind are listed; the others are counted.
LISTED = 200
_LONGEST = 160
_Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Told:
    """A report, the source it is of, and the words of the rows that could not be read."""

    report: ImportReport
    code_name: str
    words: Mapping[_Place, str]


@dataclass(frozen=True, kw_only=True)
class ReportPage(Page):
    """The report of the list taken in last; it is shown until the vault is locked."""

    template: ClassVar[str] = "import/report.html"
    title: ClassVar[str] = _("What became of the list")
    area: ClassVar[str] = "people"
    report: ImportReport
    code_name: str
    words: Mapping[_Place, str]
    sentences: Sequence[tuple[str, Mapping[str, object]]]
    counts: Counts
    listed: int = LISTED


def unread_words(table: Table, rows: Sequence[RowUnread]) -> dict[_Place, str]:
    """The cells of some rows as one short line each, by sheet and row."""
    wanted = {(each.sheet, each.row) for each in rows[:LISTED]}
    return {
        (sheet.name, row.number): _line(row.cells)
        for sheet in table.sheets
        for row in sheet.rows
        if (sheet.name, row.number) in wanted
    }


def _line(cells: Sequence[str]) -> str:
    text = " · ".join(filter(None, (cell.strip() for cell in cells)))
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


def _report(visit: Visit) -> Reply:
    told: Told | None = visit.desk.tray.get(REPORT)
    if told is None:
        return Redirect("/import")
    return ReportPage(
        report=told.report,
        code_name=told.code_name,
        words=told.words,
        sentences=tuple(summary(told.report)),
        counts=count(visit.db),
    )


ways = (get("/import/report", _report),)
