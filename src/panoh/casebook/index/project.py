"""Folds new leaves into the tables, inside the transaction of the save."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, Protocol

import msgspec

from panoh.casebook.index.arrived import Arrived
from panoh.casebook.index.reading import as_json, roots_of
from panoh.casebook.index.refold import refold
from panoh.casebook.index.rows import SHOWN
from panoh.casebook.index.schema import TABLES, VERSION
from panoh.casebook.index.verdicts import recluster
from panoh.casebook.live import Recorded
from panoh.model.ids import ENTITY_PATTERN
from panoh.model.statement import StatementUnreadable, decode

#: What speaks about a record without being one.
ASIDE = ("retraction", "assessment")
#: Kinds whose words are searched: what no list shows, as the raw row of a file, is never found.
SEARCHED = frozenset([*SHOWN, *ASIDE])


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
        forgotten = _forget(db, [leaf.id for leaf in leaves if leaf.tag == "x"])
        fresh = _fresh(leaves)
        told: dict[str, list[Recorded]] = defaultdict(list)
        for each, _ in fresh:
            told[each.statement.about].append(each)
        known = _known(db, told) | forgotten
        entered = told.keys() - roots_of(db, known).keys()
        _keep(db, fresh)
        arrived = Arrived(told, known | told.keys(), told.keys() - known, entered)
        moved, leaning = recluster(db, arrived)
        refold(db, arrived, moved, leaning)


def _fresh(leaves: Sequence[Leaf]) -> list[tuple[Recorded, bytes]]:
    fresh = []
    for leaf in leaves:
        if leaf.tag == "s" and leaf.body is not None:
            try:
                fresh.append((Recorded(leaf.id, decode(leaf.body)), leaf.body))
            except StatementUnreadable:
                continue  # stays in the log; `vault verify` names it
    return fresh


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


def _known(db: Any, entities: Iterable[str]) -> set[str]:
    """The entities of which something was told before."""
    rows = db.execute(
        "SELECT value FROM json_each(?) WHERE EXISTS(SELECT 1 FROM statement WHERE about = value)",
        (as_json(entities),),
    )
    return {row[0] for row in rows}


def _keep(db: Any, fresh: Sequence[tuple[Recorded, bytes]]) -> None:
    first = db.execute("SELECT coalesce(max(n), 0) + 1 FROM statement").fetchone()[0]
    statements, entities, words = [], [], []
    for n, (each, body) in enumerate(fresh, first):
        said = each.statement
        origin = (said.origin.item, said.origin.row) if said.origin else ("", 0)
        id_ = bytes.fromhex(each.id)
        statements.append((n, id_, said.about, said.kind, said.source, said.recorded, *origin))
        if said.kind not in ASIDE:
            entities.append((said.about, said.kind, said.about))
        if said.kind in SEARCHED:
            words.append((n, _text(body)))
    db.executemany("INSERT INTO statement VALUES(?,?,?,?,?,?,?,?)", statements)
    db.executemany("INSERT OR IGNORE INTO entity VALUES(?,?,?,0)", entities)
    db.executemany("INSERT INTO words(rowid, text) VALUES(?,?)", words)


def _text(body: bytes) -> str:
    """Every word in the statement, for searching; names of fields and entities are left out."""
    words: list[str] = []
    stack: list[Any] = [msgspec.json.decode(body)["fields"]]
    while stack:
        value = stack.pop()
        if isinstance(value, str):
            if len(value) != 32 or not ENTITY_PATTERN.fullmatch(value):
                words.append(value)
        elif isinstance(value, dict):
            stack.extend(value.values())
        elif isinstance(value, list):
            stack.extend(value)
    return "\n".join(words)
