"""Layouts that were confirmed for a source, and whether one fits a sheet."""

from collections.abc import Sequence
from dataclasses import replace

import msgspec

from panoh.casebook.record import Case
from panoh.intake.spreadsheet.layout.correct import correct
from panoh.intake.spreadsheet.layout.guess import BEFORE, Guess, guess
from panoh.intake.spreadsheet.layout.headers import fold_words
from panoh.intake.spreadsheet.layout.meanings import MEANINGS
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


def proposed(kept: Sequence[Layout], sheet: Sheet) -> tuple[Guess, bool]:
    """The proposal for a sheet, and whether it is what was confirmed for this source before."""
    for layout in kept:
        header = fits(layout, sheet)
        if header:
            return _as_before(guess(sheet, header.number), layout), True
    return guess(sheet), False


def _as_before(found: Guess, layout: Layout) -> Guess:
    meanings = {
        number: meaning
        for number, meaning in enumerate(layout.columns, 1)
        if number <= len(found.columns) and meaning in MEANINGS
    }
    again = correct(found, meanings, date_order=layout.date_order)
    return replace(again, columns=tuple(replace(each, why=BEFORE) for each in again.columns))


def _folded(cells: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    folded = [fold_words(cell) for cell in cells]
    while folded and not folded[-1]:
        folded.pop()
    return tuple(folded)
