"""What a source's lists said before: the rows that stand, and the files they came from."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import msgspec

from panoh.casebook.index.reading import statements_of
from panoh.casebook.live import Recorded, live_fields
from panoh.casebook.record import Case
from panoh.intake.spreadsheet.rows.cells import content
from panoh.intake.spreadsheet.rows.told import ACT, EXILE, LINK, PERSON, STATUS
from panoh.model.kinds import Cell
from panoh.model.statement import Statement, decode

Value = tuple[str, msgspec.Raw]


@dataclass(frozen=True, slots=True)
class EarlierRow:
    """A row as it stands: its entity, its last file and place, its cells and what it became."""

    entity: str
    item: str
    sheet: str
    number: int
    cells: dict[str, str]
    entities: tuple[str, ...]

    def content(self, key_column: str) -> tuple[tuple[str, str], ...]:
        """What the row says apart from its number in the list."""
        return content(self.cells, key_column)


def earlier_rows(case: Case, source: str) -> list[EarlierRow]:
    """Every row of every list of a source, as its newest statement tells it, in file order."""
    by_row: dict[str, list[Recorded]] = defaultdict(list)
    for id_, body in case.vault.db.execute(
        "SELECT l.id, l.body FROM statement s JOIN leaves l ON l.id = s.id"
        " WHERE s.source = ? AND s.kind = 'row' ORDER BY s.n",
        (source,),
    ):
        said = decode(body)
        by_row[said.about].append(Recorded(id_.hex(), said))
    return [_standing(entity, told) for entity, told in by_row.items()]


def _standing(entity: str, told: list[Recorded]) -> EarlierRow:
    fields: dict[str, Any] = {}
    last = told[-1].statement
    live = live_fields(told) if len(told) > 1 else {told[0].id: frozenset(last.fields)}
    for each in told:
        for name in live[each.id]:
            fields[name] = msgspec.json.decode(each.statement.fields[name])
    cells = [msgspec.convert(cell, Cell) for cell in fields.get("cells", ())]
    return EarlierRow(
        entity,
        fields.get("item", ""),
        last.origin.sheet if last.origin else "",
        fields.get("number", 0),
        {cell.column: cell.text for cell in cells},
        tuple(fields.get("entities", ())),
    )


def item_with(case: Case, source: str, digest: str) -> str:
    """The entity of a file of this source that has this digest; empty if there is none."""
    for entity, body in case.vault.db.execute(
        "SELECT s.about, l.body FROM statement s JOIN leaves l ON l.id = s.id"
        " WHERE s.source = ? AND s.kind = 'item'",
        (source,),
    ):
        fields = decode(body).fields
        if msgspec.json.decode(fields.get("digest", b'""')) == digest:
            return str(entity)
    return ""


def is_source(case: Case, source: str) -> bool:
    """Whether the vault knows this entity as a source."""
    query = "SELECT 1 FROM entity WHERE id = ? AND kind = 'source'"
    return case.vault.db.execute(query, (source,)).fetchone() is not None


@dataclass(frozen=True, slots=True)
class Standing:
    """What the source has told of one entity: each live field, and the statements it stands in."""

    kind: str
    values: dict[str, bytes]
    statements: dict[str, tuple[str, ...]]


def standing(case: Case, source: str, entity: str) -> Standing:
    """The live fields of one entity as one source tells them."""
    all_told = statements_of(case.vault.db, [entity])
    live = live_fields(all_told)
    values: dict[str, bytes] = {}
    found: dict[str, list[str]] = defaultdict(list)
    kind = ""
    for each in _of_source(all_told, source):
        if each.id not in live:
            continue
        kind = each.statement.kind
        for name in live[each.id]:
            values[name] = bytes(each.statement.fields[name])
            found[name].append(each.id)
    return Standing(kind, values, {name: tuple(ids) for name, ids in found.items()})


def _of_source(told: Iterable[Recorded], source: str) -> list[Recorded]:
    """Those of the source that tell something; a retraction is about the same entity."""
    return [
        each
        for each in told
        if each.statement.source == source
        and each.statement.kind not in ("retraction", "assessment")
    ]


def roles_of(row: EarlierRow, known: dict[str, Standing]) -> dict[str, str]:
    """Which role each entity of a row has: the first person is the one it was done to."""
    roles: dict[str, str] = {}
    for entity in row.entities:
        told = known[entity]
        if told.kind == "person":
            role = EXILE if PERSON in roles else PERSON
        elif told.kind == "act":
            role = ACT + str(msgspec.json.decode(told.values.get("type", b'""')))
        else:
            role = {"link": LINK, "status": STATUS}.get(told.kind, told.kind)
        roles.setdefault(role, entity)
    return roles


def changes(new: Statement, old: Standing) -> tuple[dict[str, msgspec.Raw], list[tuple[str, str]]]:
    """The fields of `new` that differ from what stands, and the (statement, field) they replace.

    A field that the new row no longer fills is told empty, in place of what stood there.
    """
    fields = {name: raw for name, raw in new.fields.items() if old.values.get(name) != bytes(raw)}
    for name, value in old.values.items():
        if name not in new.fields and value not in _EMPTY:
            fields[name] = msgspec.Raw(_empty(value))
    replaces = [(id_, name) for name in fields for id_ in old.statements.get(name, ())]
    return fields, replaces


_EMPTY = (b"null", b'""', b"[]", b"0")


def _empty(value: bytes) -> bytes:
    return {b'"': b'""', b"[": b"[]", b"{": b"null"}.get(value[:1], b"0")
