"""Writes what a row tells: as new entities, or as changes to those of its earlier version."""

import msgspec

from panoh.casebook.record import Case, Context, tell
from panoh.intake.spreadsheet.rows.earlier import (
    EarlierRow,
    Standing,
    changes,
    roles_of,
    standing,
)
from panoh.intake.spreadsheet.rows.report import ImportReport
from panoh.intake.spreadsheet.rows.told import ACT, EXILE, LINK, PERSON, STATUS, Told
from panoh.model.ids import new_entity
from panoh.model.kinds import Row
from panoh.model.statement import Origin, Statement


class Writer:
    """Turns rows into statements of one file, and counts what came of them."""

    def __init__(self, case: Case, context: Context, report: ImportReport) -> None:
        self._case, self._context, self._report = case, context, report

    def write(self, told: Told, sheet: str, before: EarlierRow | None) -> list[Statement]:
        """The statements of a row; none if its earlier version says the same."""
        if before is None:
            return self._fresh(told, sheet)
        now = {cell.column: cell.text for cell in told.cells.raw()}
        if now == before.cells:
            return []
        return self._changed(told, sheet, before)

    def _fresh(self, told: Told, sheet: str) -> list[Statement]:
        origin = self._origin(told, sheet)
        ids = {role: new_entity() for role in told.roles()}
        statements = [
            tell(
                self._case, told.record(role, ids.__getitem__), entity, self._context, origin=origin
            )
            for role, entity in ids.items()
        ]
        for role in ids:
            self._count(role)
        row = self._row(told, tuple(ids.values()))
        return [tell(self._case, row, context=self._context, origin=origin), *statements]

    def _changed(self, told: Told, sheet: str, before: EarlierRow) -> list[Statement]:
        origin = self._origin(told, sheet)
        known = {
            entity: standing(self._case, self._context.source, entity) for entity in before.entities
        }
        had = _renamed_acts(roles_of(before, known), told.roles())
        ids = {role: had.get(role) or new_entity() for role in told.roles()}
        fresh: list[Statement] = []
        for role, entity in ids.items():
            record = told.record(role, ids.__getitem__)
            fresh += self._difference(record, entity, known.get(entity), origin)
            if entity not in known:
                self._count(role)
        dropped = [role for role in had if role not in ids]
        self._report.dropped += [(sheet, origin.row, role) for role in dropped]
        entities = (*ids.values(), *(had[role] for role in dropped))
        row = self._difference(
            self._row(told, entities),
            before.entity,
            standing(self._case, self._context.source, before.entity),
            origin,
        )
        return [*row, *fresh]

    def _difference(
        self, record: msgspec.Struct, entity: str, known: Standing | None, origin: Origin
    ) -> list[Statement]:
        said = tell(self._case, record, entity, self._context, origin=origin)
        if known is None:
            return [said]
        fields, replaces = changes(said, known)
        if not fields:
            return []
        return [msgspec.structs.replace(said, fields=fields, replaces=tuple(replaces))]

    def _origin(self, told: Told, sheet: str) -> Origin:
        return Origin(self._report.item, told.cells.row.number, sheet)

    def _row(self, told: Told, entities: tuple[str, ...]) -> Row:
        return Row(
            item=self._report.item,
            number=told.cells.row.number,
            cells=told.cells.raw(),
            why=told.why,
            entities=entities,
        )

    def _count(self, role: str) -> None:
        report = self._report
        report.people += role == PERSON
        report.relatives_of += role == EXILE
        report.links += role == LINK
        report.statuses += role == STATUS
        report.acts += role.startswith(ACT)


def _renamed_acts(had: dict[str, str], now: list[str]) -> dict[str, str]:
    """One act of another type in place of one that is gone is that act, corrected."""
    gone = [role for role in had if role.startswith(ACT) and role not in now]
    new = [role for role in now if role.startswith(ACT) and role not in had]
    if len(gone) == len(new) == 1:
        return {new[0] if role == gone[0] else role: entity for role, entity in had.items()}
    return had
