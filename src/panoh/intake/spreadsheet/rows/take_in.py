"""Takes a list in: the file first, then its rows, each saved before the next lot is read."""

from collections.abc import Callable, Iterator
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from panoh.casebook.record import Case, Context, save, tell
from panoh.intake.spreadsheet.errors import NoNameColumn, SourceUnknown
from panoh.intake.spreadsheet.layout import kept_layouts
from panoh.intake.spreadsheet.layout import meanings as m
from panoh.intake.spreadsheet.reading import SheetRow, Table, read_table
from panoh.intake.spreadsheet.rows import words
from panoh.intake.spreadsheet.rows.cells import Cells
from panoh.intake.spreadsheet.rows.earlier import EarlierRow, earlier_rows, is_source, item_with
from panoh.intake.spreadsheet.rows.match import Columns, Matching, NewRow, earlier_version
from panoh.intake.spreadsheet.rows.planning import Planned, plans
from panoh.intake.spreadsheet.rows.report import ImportReport, RowUnread
from panoh.intake.spreadsheet.rows.writer import Writer
from panoh.model.ids import new_entity
from panoh.model.kinds import Item, Layout, Part
from panoh.model.statement import Statement

#: Statements that go into one save: a lot is published whole or not at all.
LOT = 40_000
_TELL_EVERY = 500

Progress = Callable[[int, int], None]


def import_list(
    case: Case,
    data: Table | Path | BinaryIO | bytes,
    name: str,
    source: str,
    layout: Layout | None = None,
    language: str = "",
    progress: Progress | None = None,
) -> ImportReport:
    """Take in a list of a source; every row becomes statements or is named as unread, and is kept.

    `layout` is what a person confirmed; without it the one kept for this header counts, and then
    the guess. Raises ListRefused before anything is stored.
    """
    if not is_source(case, source):
        raise SourceUnknown
    table = data if isinstance(data, Table) else read_table(data)
    planned = plans(table, layout, kept_layouts(case, source), language)
    if all(each.why for each in planned):
        raise NoNameColumn
    report = _about(table, name)
    try:
        return _Import(case, Context(source, language), report, progress).run(table, planned)
    finally:
        words.forget()


def _about(table: Table, name: str) -> ImportReport:
    return ImportReport(
        name=Path(name).name,
        digest=sha256(table.data).hexdigest(),
        size=len(table.data),
        media_type=table.media_type,
        encoding=table.encoding,
        delimiter=table.delimiter,
        notes=table.notes,
    )


class _Import:
    """One import: the steps are file, layout, matching, rows."""

    def __init__(
        self, case: Case, context: Context, report: ImportReport, progress: Progress | None
    ) -> None:
        self._case, self._context, self._report = case, context, report
        self._progress = progress or (lambda *_: None)

    def run(self, table: Table, planned: list[Planned]) -> ImportReport:
        report = self._report
        old = earlier_rows(self._case, self._context.source)
        known = item_with(self._case, self._context.source, report.digest)
        report.again, report.item = bool(known), known or new_entity()
        report.rows = sum(len(each.body) for each in planned)
        old = self._earlier_version(old, planned)
        lot = [] if known else [self._item(table)]
        lot += self._layouts(planned)
        report.columns = [
            (each.sheet.name, each.plan.name(at), meaning)
            for each in planned
            for at, meaning in enumerate(each.layout.columns)
        ]
        done = 0
        for fresh in self._rows(planned, old):
            lot += fresh
            done += 1
            if len(lot) >= LOT:
                self._save(lot)
                lot = []
            if done % _TELL_EVERY == 0:
                self._progress(done, report.rows)
        self._save(lot)
        self._progress(done, report.rows)
        return report

    def _save(self, lot: list[Statement]) -> None:
        save(self._case, lot)
        self._report.statements += len(lot)

    def _item(self, table: Table) -> Statement:
        stored = self._case.vault.put_file(BytesIO(table.data))
        item = Item(
            digest=stored.sha256,
            size=stored.size,
            unit=stored.unit,
            parts=tuple(Part(name, size) for name, size in stored.parts),
            media_type=table.media_type,
            name=self._report.name,
        )
        return tell(self._case, item, self._report.item, self._context)

    def _layouts(self, planned: list[Planned]) -> list[Statement]:
        kept = kept_layouts(self._case, self._context.source)
        fresh: list[Layout] = []
        for each in planned:
            if not each.why and each.layout not in (*kept, *fresh):
                fresh.append(each.layout)
        return [tell(self._case, each, context=self._context) for each in fresh]

    def _earlier_version(self, old: list[EarlierRow], planned: list[Planned]) -> list[EarlierRow]:
        """The rows of which these are another version: of this very file or of one it corrects."""
        if not old:
            return []
        new = [_compared(each, row) for each in planned for row in each.body]
        found = earlier_version(old, new, _columns(planned))
        if found and not self._report.again:
            self._report.corrects = found[-1].item
        return found

    def _rows(self, planned: list[Planned], old: list[EarlierRow]) -> Iterator[list[Statement]]:
        places = [(each, row) for each in planned for row in each.body]
        new = [_compared(each, row) for each, row in places] if old else []
        matching = Matching(old, new, _columns(planned))
        writer = Writer(self._case, self._context, self._report)
        for at, (each, row) in enumerate(places):
            before = old[matching.pairs[at]] if at in matching.pairs else None
            yield self._row(writer, each, row, before)
        self._report.gone = [(row.sheet, row.number) for row in matching.gone]

    def _row(
        self, writer: Writer, each: Planned, row: SheetRow, before: EarlierRow | None
    ) -> list[Statement]:
        told, cells = each.read(row)
        if told.why:
            self._report.rows_unread.append(RowUnread(each.sheet.name, row.number, told.why))
        self._report.cells_unread += cells
        fresh = writer.write(told, each.sheet.name, before)
        if before is None:
            self._report.rows_new += 1
        elif fresh:
            self._report.rows_changed += 1
        else:
            self._report.rows_unchanged += 1
        return fresh


def _columns(planned: list[Planned]) -> Columns:
    """The columns by which rows of different versions are compared: those of the largest sheet."""
    plan = max(planned, key=lambda each: len(each.body)).plan
    names = [
        plan.name(at)
        for meaning in (m.NAME, m.SURNAME, m.GIVEN, m.FATHER)
        for at, found in enumerate(plan.meanings)
        if found == meaning
    ]
    keys = [plan.name(at) for at, found in enumerate(plan.meanings) if found == m.ROW_KEY]
    return Columns(keys[0] if keys else "", tuple(names))


def _compared(each: Planned, row: SheetRow) -> NewRow:
    raw = Cells(row, each.plan).raw()
    return NewRow(each.sheet.name, {cell.column: cell.text for cell in raw})
