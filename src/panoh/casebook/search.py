"""Search: people by any spelling of their name, and every record by its words."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

from panoh.model.names import query_keys

#: How many of the newest statements are looked at for one record: several tell of the same.
AGAIN = 8


@dataclass(frozen=True, slots=True)
class Found:
    """One result: the record's root, its kind and its title."""

    root: str
    kind: str
    title: str


def find_people(db: Any, text: str, limit: int = 25) -> list[Found]:
    """People of whose names every word typed matches a part, in any script; best first.

    The last word may be unfinished: if nothing answers to it whole, what begins with it does.
    """
    typed = [sorted(keys) for keys in query_keys(text)]
    matched = [_with_any(db, keys) for keys in typed]
    if not matched:
        return []
    matched[-1] = matched[-1] or _beginning(db, typed[-1])
    common = reduce(set.__and__, (set(each) for each in matched))
    scored = sorted(common, key=lambda root: (-sum(each[root] for each in matched), root))
    return [found for root in scored[:limit] for found in _shown(db, root)]


def _with_any(db: Any, keys: Sequence[str]) -> dict[int, int]:
    """The roots that have one of the keys, and how many of them they have."""
    marks = ",".join("?" * len(keys))
    rows = db.execute(
        f"SELECT root, count(*) FROM name_key WHERE key IN ({marks}) GROUP BY root",  # noqa: S608
        tuple(keys),
    )
    return dict(rows)


def _beginning(db: Any, keys: Sequence[str]) -> dict[int, int]:
    """The roots of which a key begins with one of these."""
    found: dict[int, int] = {}
    for key in keys:
        rows = db.execute(
            "SELECT DISTINCT root FROM name_key WHERE key >= ? AND key < ?", (key, key + "\uffff")
        )
        for (root,) in rows:
            found[root] = found.get(root, 0) + 1
    return found


def find_records(db: Any, text: str, limit: int = 25) -> list[Found]:
    """Records in whose statements every word stands, the newest first."""
    query = " ".join('"' + word.replace('"', '""') + '"*' for word in text.split())
    if not query:
        return []
    rows = db.execute(
        "SELECT r.id, v.kind, v.title FROM (SELECT rowid FROM words WHERE text MATCH ?"
        " ORDER BY rowid DESC LIMIT ?) w JOIN said s ON s.n = w.rowid"
        " JOIN known e ON e.n = s.about JOIN shown v ON v.root = e.root"
        " JOIN known r ON r.n = v.root ORDER BY w.rowid DESC",
        (query, limit * AGAIN),
    )
    return list(dict.fromkeys(Found(*row) for row in rows))[:limit]


def _shown(db: Any, root: int) -> list[Found]:
    rows = db.execute(
        "SELECT e.id, v.kind, v.title FROM shown v JOIN known e ON e.n = v.root WHERE v.root = ?",
        (root,),
    )
    return [Found(*row) for row in rows]
