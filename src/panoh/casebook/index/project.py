"""Folds new leaves into the tables, inside the transaction of the save."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from panoh.casebook.index.arrived import Arrived
from panoh.casebook.index.numbers import numbered
from panoh.casebook.index.reading import as_json
from panoh.casebook.index.refold import refold
from panoh.casebook.index.rows import SHOWN
from panoh.casebook.index.schema import TABLES, VERSION
from panoh.casebook.index.verdicts import recluster
from panoh.casebook.live import Recorded
from panoh.model.ids import ENTITY_PATTERN
from panoh.model.statement import StatementUnreadable, decode_whole

#: What speaks about a record without being one.
ASIDE = ("retraction", "assessment")
#: Kinds whose words are searched: what no list shows, as the raw row of a file, is never found.
SEARCHED = frozenset([*SHOWN, *ASIDE])


class Leaf(Protocol):
    """What the projection needs of a leaf: its row, its identifier, its tag and its bytes."""

    @property
    def n(self) -> int: ...  # noqa: D102
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
        for each in fresh:
            told[each.recorded.statement.about].append(each.recorded)
        numbers = numbered(db, _named(fresh), _kinds(fresh))
        known = _known(db, told.keys() - numbers.unnamed) | forgotten
        _keep(db, fresh, numbers.of)
        entered = told.keys() & numbers.untold
        touched, new = known | told.keys(), told.keys() - known
        arrived = Arrived(told, touched, new, entered, numbers.unnamed, numbers.of)
        moved, leaning = recluster(db, arrived)
        refold(db, arrived, moved, leaning)


class _Fresh(NamedTuple):
    recorded: Recorded
    leaf: int
    words: str


def _fresh(leaves: Sequence[Leaf]) -> list[_Fresh]:
    fresh = []
    for leaf in leaves:
        if leaf.tag == "s" and leaf.body is not None:
            try:
                said, values = decode_whole(leaf.body)
            except StatementUnreadable:
                continue  # stays in the log; `vault verify` names it
            words = _text(values["fields"]) if said.kind in SEARCHED else ""
            fresh.append(_Fresh(Recorded(leaf.id, said), leaf.n, words))
    return fresh


def _named(fresh: Iterable[_Fresh]) -> Iterator[str]:
    """The entities that stand beside what is said: what it is about, who says it, in which file."""
    for each in fresh:
        said = each.recorded.statement
        yield said.about
        yield said.source
        yield said.origin.item if said.origin else ""


def _kinds(fresh: Iterable[_Fresh]) -> dict[str, str]:
    """What each entity is, by the first that is told of it."""
    kinds: dict[str, str] = {}
    for each in fresh:
        said = each.recorded.statement
        if said.kind not in ASIDE:
            kinds.setdefault(said.about, said.kind)
    return kinds


def _forget(db: Any, gone: Sequence[str]) -> set[str]:
    touched = set()
    for id_ in gone:
        rows = db.execute(
            "SELECT s.n, e.id FROM leaves l JOIN said s ON s.leaf = l.n"
            " JOIN known e ON e.n = s.about WHERE l.id = ?",
            (bytes.fromhex(id_),),
        )
        for n, about in list(rows):
            db.execute("DELETE FROM said WHERE n = ?", (n,))
            db.execute("DELETE FROM words WHERE rowid = ?", (n,))
            touched.add(about)
    return touched


def _known(db: Any, entities: Iterable[str]) -> set[str]:
    """The entities of which something was told before."""
    rows = db.execute(
        "SELECT e.id FROM json_each(?) j JOIN known e ON e.id = j.value"
        " WHERE EXISTS(SELECT 1 FROM said s WHERE s.about = e.n)",
        (as_json(entities),),
    )
    return {row[0] for row in rows}


def _keep(db: Any, fresh: Sequence[_Fresh], numbers: Mapping[str, int]) -> None:
    first = db.execute("SELECT coalesce(max(n), 0) + 1 FROM said").fetchone()[0]
    statements, words = [], []
    for n, (recorded, leaf, text) in enumerate(fresh, first):
        said, origin = recorded.statement, recorded.statement.origin
        item, row = (numbers[origin.item], origin.row) if origin else (0, 0)
        about, source = numbers[said.about], numbers[said.source]
        statements.append((n, leaf, about, said.kind, source, said.recorded, item, row))
        if said.kind in SEARCHED:
            words.append((n, text))
    db.executemany("INSERT INTO said VALUES(?,?,?,?,?,?,?,?)", statements)
    db.executemany("INSERT INTO words(rowid, text) VALUES(?,?)", words)


def _text(fields: Any) -> str:
    """Every word in the statement, for searching; names of fields and entities are left out."""
    words: list[str] = []
    stack: list[Any] = [fields]
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
