"""Folds new leaves into the tables, inside the transaction of the save."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, Protocol

import msgspec

from panoh.casebook.index.reading import members, root_of, statements_of
from panoh.casebook.index.rows import name_keys, row_of
from panoh.casebook.index.schema import TABLES, VERSION
from panoh.casebook.index.verdicts import recluster
from panoh.casebook.live import Recorded
from panoh.casebook.view import View, fold
from panoh.model.kinds import KINDS, references
from panoh.model.statement import Statement, StatementUnreadable, decode


class Leaf(Protocol):
    """What the projection needs of a leaf: its identifier, its tag and its bytes."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def tag(self) -> str: ...  # noqa: D102
    @property
    def body(self) -> bytes | None: ...  # noqa: D102


class CasebookIndex:
    """The projection that the vault keeps up to date: statements, references, views, keys."""

    version = VERSION

    def create(self, db: Any) -> None:
        """Make the empty tables."""
        for _ in db.execute(TABLES):
            pass

    def apply(self, db: Any, leaves: Sequence[Leaf]) -> None:
        """Take in new leaves, in any order, and fold what they touch.

        1. keep the statements, forget the erased; 2. settle judgements and clusters;
        3. fold every touched cluster anew.
        """
        fresh, gone = _sorted_out(leaves)
        touched = _forget(db, gone) | _keep(db, fresh)
        touched |= recluster(db, touched)
        _refold(db, touched)


def _sorted_out(leaves: Sequence[Leaf]) -> tuple[list[Recorded], list[str]]:
    fresh, gone = [], []
    for leaf in leaves:
        if leaf.tag == "x":
            gone.append(leaf.id)
        elif leaf.tag == "s" and leaf.body is not None:
            try:
                fresh.append(Recorded(leaf.id, decode(leaf.body)))
            except StatementUnreadable:
                continue  # stays in the log; `vault verify` names it
    return fresh, gone


def _forget(db: Any, gone: Iterable[str]) -> set[str]:
    touched = set()
    for id_ in gone:
        for n, about in list(
            db.execute("SELECT n, about FROM statement WHERE id = ?", (bytes.fromhex(id_),))
        ):
            db.execute("DELETE FROM statement WHERE n = ?", (n,))
            db.execute("DELETE FROM words WHERE rowid = ?", (n,))
            touched.add(about)
    return touched


def _keep(db: Any, fresh: Sequence[Recorded]) -> set[str]:
    for each in fresh:
        said = each.statement
        origin = (said.origin.item, said.origin.row) if said.origin else ("", 0)
        inserted = db.execute(
            "INSERT OR IGNORE INTO statement(id, about, kind, source, recorded, item, row)"
            " VALUES(?,?,?,?,?,?,?) RETURNING n",
            (bytes.fromhex(each.id), said.about, said.kind, said.source, said.recorded, *origin),
        ).fetchone()
        if inserted is None:
            continue
        if said.kind not in ("retraction", "assessment"):
            db.execute(
                "INSERT OR IGNORE INTO entity VALUES(?,?,?,0)", (said.about, said.kind, said.about)
            )
        db.execute("INSERT INTO words(rowid, text) VALUES(?,?)", (inserted[0], _text(said)))
    return {each.statement.about for each in fresh}


def _text(said: Statement) -> str:
    """Every word in the statement, for searching; keys of structures are left out."""
    words: list[str] = []
    stack: list[Any] = [msgspec.json.decode(raw) for raw in said.fields.values()]
    while stack:
        value = stack.pop()
        if isinstance(value, str):
            words.append(value)
        elif isinstance(value, dict):
            stack.extend(value.values())
        elif isinstance(value, list):
            stack.extend(value)
    return "\n".join(words)


def _refold(db: Any, touched: Iterable[str]) -> None:
    roots: dict[str, list[str]] = defaultdict(list)
    for entity in touched:
        roots[root_of(db, entity)].append(entity)
    for root, entities in roots.items():
        for stale in {root, *entities}:
            db.execute("DELETE FROM view WHERE root = ?", (stale,))
            db.execute("DELETE FROM name_key WHERE root = ?", (stale,))
        cluster = members(db, root)
        for entity in cluster:
            db.execute("DELETE FROM reference WHERE about = ?", (entity,))
        view = fold(root, statements_of(db, cluster))
        _write(db, view)
        _write_references(db, view)


def _write(db: Any, view: View) -> None:
    row = row_of(view, lambda entity: root_of(db, entity))
    if row is None or not view.fields:
        return
    db.execute("INSERT INTO view VALUES(?,?,?,?,?,?,?,?,?)", row)
    db.executemany(
        "INSERT INTO name_key VALUES(?,?)", [(key, view.root) for key in sorted(name_keys(view))]
    )


def _write_references(db: Any, view: View) -> None:
    """Only what is live refers: a retracted or corrected statement names nobody any more."""
    rows = {
        (target, told.statement.about, view.kind, name)
        for name, values in view.fields.items()
        for told in values
        for target in references(KINDS[view.kind].fields[name], told.value)
    }
    db.executemany("INSERT INTO reference VALUES(?,?,?,?)", sorted(rows))
