"""Rows of lists that nobody could read: they stand in the vault as they came, and are listed."""

from dataclasses import dataclass
from typing import Any

from panoh.casebook.index.reading import statements_of, views_of
from panoh.casebook.judge import retract
from panoh.casebook.live import standing
from panoh.casebook.record import Case
from panoh.casebook.view import View
from panoh.model.ids import ENTITY_PATTERN
from panoh.model.kinds import Cell


@dataclass(frozen=True, slots=True)
class Unread:
    """One such row: its source and place, its cells as they came, and why it was not read."""

    root: str
    source: str
    sheet: str
    number: int
    cells: tuple[Cell, ...]
    why: str


def how_many_unread(db: Any) -> int:
    """How many rows wait for somebody."""
    return int(db.execute("SELECT count(*) FROM unread").fetchone()[0])


def unread_rows(db: Any, limit: int = -1, offset: int = 0) -> list[Unread]:
    """The rows that wait, in the order they came: so many, after so many others."""
    rows = db.execute(
        "SELECT e.id FROM (SELECT root FROM unread ORDER BY root LIMIT ? OFFSET ?) u"
        " JOIN known e ON e.n = u.root ORDER BY e.n",
        (limit, offset),
    )
    return [_unread(view) for view in views_of(db, [row[0] for row in rows])]


def _unread(view: View) -> Unread:
    reasons = [told for told in view.told("why") if told.value]
    last = {name: told[-1].value for name, told in view.fields.items()}
    said = reasons[-1].statement
    return Unread(
        root=view.root,
        source=said.source,
        sheet=said.origin.sheet if said.origin else "",
        number=last.get("number", 0),
        cells=last.get("cells", ()),
        why=reasons[-1].value,
    )


def put_aside(case: Case, row: str, why: str) -> bool:
    """Take a row off the list: what it says is hidden, and stays in the vault.

    Returns whether it was on the list.
    """
    db = case.vault.db
    listed = "SELECT 1 FROM unread u JOIN known e ON e.n = u.root WHERE e.id = ?"
    if not ENTITY_PATTERN.fullmatch(row) or db.execute(listed, (row,)).fetchone() is None:
        return False
    told = statements_of(db, [row])
    stands = standing(told)
    for each in told:
        if each.id in stands and each.statement.kind == "row":
            retract(case, row, each.id, why)
    return True
