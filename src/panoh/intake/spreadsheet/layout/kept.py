"""Layouts that were confirmed for a source, and whether one fits a sheet."""

import msgspec

from panoh.casebook.record import Case
from panoh.intake.spreadsheet.layout.headers import fold_words
from panoh.intake.spreadsheet.reading.table import Sheet, SheetRow
from panoh.model.kinds import Layout
from panoh.model.statement import decode

_SEARCHED = 20


def kept_layouts(case: Case, source: str) -> list[Layout]:
    """The layouts of a source, the newest first."""
    found = [
        (n, decode(body))
        for n, body in case.vault.db.execute(
            "SELECT s.n, l.body FROM statement s JOIN leaves l ON l.id = s.id"
            " WHERE s.source = ? AND s.kind = 'layout' ORDER BY s.n DESC",
            (source,),
        )
    ]
    return [
        msgspec.convert(
            {name: msgspec.json.decode(raw) for name, raw in said.fields.items()}, Layout
        )
        for _, said in found
    ]


def fits(layout: Layout, sheet: Sheet) -> SheetRow | None:
    """The row of the sheet that is the header of this layout; None if it has another header."""
    wanted = _folded(layout.header)
    if not any(wanted):
        return None
    for row in sheet.rows[:_SEARCHED]:
        if _folded(row.cells) == wanted:
            return row
    return None


def _folded(cells: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    folded = [fold_words(cell) for cell in cells]
    while folded and not folded[-1]:
        folded.pop()
    return tuple(folded)
