"""The rows the log has in the index: segments, leaves, units, and what is known of objects."""

from collections.abc import Iterable, Iterator
from typing import cast

import apsw

from panoh.age import X25519Identity
from panoh.vault.errors import LeafUnknown, ObjectMissing
from panoh.vault.index import Leaf
from panoh.vault.segment import Segment
from panoh.vault.units import Unit

_LEAF = """SELECT lower(hex(l.id)), l.tag, l.body, s.writer, s.seq, l.n - s.first, s.at
FROM leaves l JOIN segments s ON s.n = l.segment"""


def know_object(db: apsw.Connection, name: str, kind: str, size: int, reason: str = "") -> None:
    """Remember what an object is, so that it is read once."""
    db.execute("INSERT OR REPLACE INTO objects VALUES(?, ?, ?, ?)", (name, kind, size, reason))


def known_objects(db: apsw.Connection, *kinds: str) -> set[str]:
    """Return the names of all objects, or of those of some kinds."""
    marks = ",".join("?" * len(kinds))
    where = f" WHERE kind IN ({marks})" if kinds else ""
    return {cast("str", row[0]) for row in db.execute(f"SELECT name FROM objects{where}", kinds)}  # noqa: S608 - only question marks are put in


def add_segment(db: apsw.Connection, segment: Segment, name: str) -> bool:
    """Store a segment and its leaves; False when it is there already, in this object or another."""
    header = segment.header
    if db.execute("SELECT 1 FROM segments WHERE hash = ?", (segment.hash,)).get:
        db.execute("UPDATE segments SET object = ? WHERE hash = ?", (name, segment.hash))
        return False
    chain = (header.w, header.seq)
    if db.execute("SELECT 1 FROM segments WHERE writer = ? AND seq = ?", chain).get:
        db.execute("INSERT OR IGNORE INTO forks VALUES(?, ?)", chain)
    first = cast("int", db.execute("SELECT coalesce(max(n), 0) + 1 FROM leaves").get)
    number = cast(
        "int",
        db.execute(
            "INSERT INTO segments VALUES(NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL) RETURNING n",
            (
                segment.hash,
                header.w,
                header.seq,
                header.prev,
                " ".join(seen for _, seen in header.seen.values()),
                header.at,
                first,
                header.n,
                name,
            ),
        ).get,
    )
    # A leaf copied from another segment keeps the place where it was met first.
    db.executemany(
        "INSERT OR IGNORE INTO leaves VALUES(?, ?, ?, ?, ?)",
        (
            (n, line.hash, number, line.tag.decode(), line.body)
            for n, line in enumerate(segment.lines, first)
        ),
    )
    return True


def segment_leaves(db: apsw.Connection, number: int) -> list[Leaf]:
    """Return the leaves of one stored segment in order."""
    query = f"{_LEAF} WHERE s.n = ? AND l.n >= s.first AND l.n < s.first + s.count ORDER BY l.n"
    return [Leaf(*row) for row in db.execute(query, (number,))]


def leaf(db: apsw.Connection, ident: str) -> Leaf:
    """Return one leaf; raises LeafUnknown."""
    query = f"{_LEAF} WHERE l.id = ? AND s.place >= 0"
    try:
        row = next(iter(db.execute(query, (bytes.fromhex(ident),))))
    except (StopIteration, ValueError):
        raise LeafUnknown(leaf=ident) from None
    return Leaf(*row)


def all_leaves(db: apsw.Connection) -> Iterator[Leaf]:
    """Yield every leaf that has been applied, in the order of application."""
    for row in db.execute(f"{_LEAF} WHERE s.place >= 0 ORDER BY s.place, l.n"):
        yield Leaf(*row)


def heads(db: apsw.Connection) -> dict[str, tuple[int, str]]:
    """Return the last applied segment of each writer as (seq, hash)."""
    query = "SELECT writer, max(seq), hash FROM segments WHERE place >= 0 GROUP BY writer"
    return {writer: (seq, digest) for writer, seq, digest in db.execute(query)}


def forks(db: apsw.Connection) -> dict[str, int]:
    """Return the writers with two segments of one number, and the first such number."""
    rows = db.execute("SELECT writer, min(seq) FROM forks GROUP BY writer")
    return dict(cast("Iterator[tuple[str, int]]", rows))


def saves_in(db: apsw.Connection, names: Iterable[str]) -> dict[str, list[int]]:
    """Return, by writer, the numbers of the segments that only these objects hold."""
    found: dict[str, list[int]] = {}
    for name in sorted(names):
        query = "SELECT writer, seq FROM segments WHERE object = ? ORDER BY writer, seq"
        for writer, seq in db.execute(query, (name,)):
            found.setdefault(writer, []).append(seq)
    return found


def refused_objects(db: apsw.Connection) -> list[str]:
    """Return the objects with segments whose writer or place in the chain is not right."""
    query = "SELECT DISTINCT object FROM segments WHERE place = -1 ORDER BY object"
    return [cast("str", row[0]) for row in db.execute(query)]


def unit_tables(db: apsw.Connection) -> set[str]:
    """Return the objects that hold the keys of stored files."""
    return {cast("str", row[0]) for row in db.execute("SELECT DISTINCT object FROM units")}


def add_unit(db: apsw.Connection, unit: Unit, name: str) -> None:
    """Store the key and parts of a file; a later table only says where it is kept now."""
    parts = " ".join(f"{part}:{size}" for part, size in unit.parts)
    db.execute(
        "INSERT INTO units VALUES(?, ?, ?, ?, ?, ?) "
        "ON CONFLICT(id) DO UPDATE SET object = excluded.object",
        (unit.id, unit.sha256, unit.size, parts, str(unit.key), name),
    )


def unit_key(db: apsw.Connection, ident: str) -> X25519Identity:
    """Return the key of a stored file; raises ObjectMissing when its table has not arrived."""
    key = db.execute("SELECT key FROM units WHERE id = ?", (ident,)).get
    if key is None:
        raise ObjectMissing(name=f"the key of file {ident}")
    return X25519Identity.parse(cast("str", key))
