"""The rows the log has in the index: segments, leaves, units, and what is known of objects."""

import re
from collections.abc import Iterable, Iterator
from typing import cast

import apsw

from panoh.age import X25519Identity
from panoh.vault.errors import LeafUnknown, ObjectMissing
from panoh.vault.index import Leaf
from panoh.vault.segment import Segment, without
from panoh.vault.units import Unit

_LEAF = """SELECT l.n, lower(hex(l.id)), l.tag, l.body, s.writer, s.seq, l.n - s.first, s.at
FROM leaves l JOIN segments s ON s.n = l.segment"""

# One leaf may stand in several segments; it counts where it was applied first.
_FIRST = """NOT EXISTS (SELECT 1 FROM leaves o JOIN segments t ON t.n = o.segment
WHERE o.id = l.id AND o.n <> l.n AND t.place >= 0
AND (t.place < s.place OR (t.place = s.place AND o.n < l.n)))"""


_LEAF_ID = re.compile("[0-9a-f]{64}")


def know_object(
    db: apsw.Connection, name: str, kind: str, size: int, *, reason: str = "", epoch: int = 0
) -> None:
    """Remember what an object is, so that it is read once."""
    row = (name, kind, size, reason, epoch)
    db.execute("INSERT OR REPLACE INTO objects VALUES(?, ?, ?, ?, ?)", row)


def object_kinds(db: apsw.Connection) -> dict[str, str]:
    """Return what kind each known object is, by name."""
    found = db.execute("SELECT name, kind FROM objects").fetchall()
    return dict(cast("list[tuple[str, str]]", found))


def known_objects(db: apsw.Connection, kind: str) -> set[str]:
    """Return the names of the objects of one kind."""
    found = db.execute("SELECT name FROM objects WHERE kind = ?", (kind,))
    return {cast("str", row[0]) for row in found}


def add_segment(db: apsw.Connection, segment: Segment, name: str) -> bool:
    """Store a segment and its leaves; False when it is there already, in this object or another."""
    header = segment.header
    if db.execute("SELECT 1 FROM segments WHERE hash = ?", (segment.hash,)).get:
        db.execute("UPDATE segments SET object = ? WHERE hash = ?", (name, segment.hash))
        _fill_in(db, segment)
        return False
    first = cast("int", db.execute("SELECT coalesce(max(n), 0) + 1 FROM leaves").get)
    gone = erased_leaves(db)
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
    db.executemany(
        "INSERT INTO leaves VALUES(?, ?, ?, ?, ?)",
        (
            (n, line.hash, number, line.tag.decode(), line.body)
            for n, line in enumerate(without(segment.lines, gone), first)
        ),
    )
    return True


def _fill_in(db: apsw.Connection, segment: Segment) -> None:
    """Take the words of leaves that another copy of this segment had only as hashes."""
    query = """SELECT l.n, l.id, s.place FROM segments s JOIN leaves l ON l.segment = s.n
    WHERE s.hash = ? AND l.tag = 'x'"""
    lines = without(segment.lines, erased_leaves(db))
    whole = {line.hash: line for line in lines if line.body is not None}
    for number, ident, place in db.execute(query, (segment.hash,)).fetchall():
        line = whole.get(cast("bytes", ident))
        if line is not None:
            row = (line.tag.decode(), line.body, number)
            db.execute("UPDATE leaves SET tag = ?, body = ? WHERE n = ?", row)
            if place is not None:
                # The projection has taken it as erased; the next opening builds it anew.
                db.execute("UPDATE meta SET value = '' WHERE key = 'projection'")


def segment_leaves(db: apsw.Connection, number: int) -> list[Leaf]:
    """Return the leaves of one stored segment in order, without those applied before."""
    where = "s.n = ? AND l.n >= s.first AND l.n < s.first + s.count"
    query = f"{_LEAF} WHERE {where} AND {_FIRST} ORDER BY l.n"
    return [Leaf(*row) for row in db.execute(query, (number,))]


def leaf(db: apsw.Connection, ident: str) -> Leaf:
    """Return one leaf; raises LeafUnknown."""
    query = f"{_LEAF} WHERE l.id = ? AND s.place >= 0 ORDER BY s.place, l.n LIMIT 1"
    try:
        row = next(iter(db.execute(query, (bytes.fromhex(ident),))))
    except (StopIteration, ValueError):
        raise LeafUnknown(leaf=ident) from None
    return Leaf(*row)


def segment_of(db: apsw.Connection, ident: str) -> str:
    """Return the hash of the segment in which an applied leaf counts."""
    query = """SELECT s.hash FROM leaves l JOIN segments s ON s.n = l.segment
    WHERE l.id = ? AND s.place >= 0 ORDER BY s.place, l.n LIMIT 1"""
    return cast("str", db.execute(query, (bytes.fromhex(ident),)).get)


def first_segment(db: apsw.Connection, writer: str) -> str:
    """Return the hash of the segment with which a writer was let in."""
    query = "SELECT hash FROM segments WHERE writer = ? AND seq = 0 AND place >= 0 ORDER BY place"
    return cast("str", db.execute(query, (writer,)).get)


def erased(db: apsw.Connection) -> set[str]:
    """Return the ids of statements and stored files that were ordered to go."""
    return {cast("str", row[0]) for row in db.execute("SELECT id FROM erased")}


def erased_leaves(db: apsw.Connection) -> set[bytes]:
    """Return the hashes of the leaves among what was ordered to go."""
    return {bytes.fromhex(one) for one in erased(db) if _LEAF_ID.fullmatch(one)}


def needed_epoch(db: apsw.Connection) -> int:
    """Return the first epoch that knows nothing of what is erased; 0 when nothing is."""
    return cast("int", db.execute("SELECT coalesce(max(epoch), 0) FROM erased").get)


def before_erasing(db: apsw.Connection) -> set[str]:
    """Return the objects under keys from before the last order to erase, there or not."""
    query = """SELECT name FROM objects WHERE epoch < ?
    AND kind IN ('pack', 'units', 'keyring', 'old')"""
    return {cast("str", row[0]) for row in db.execute(query, (needed_epoch(db),))}


def all_leaves(db: apsw.Connection) -> Iterator[Leaf]:
    """Yield every leaf that has been applied, in the order of application."""
    for number in db.execute("SELECT n FROM segments WHERE place >= 0 ORDER BY place"):
        yield from segment_leaves(db, cast("int", number[0]))


def heads(db: apsw.Connection) -> dict[str, tuple[int, str]]:
    """Return the last applied segment of each writer as (seq, hash)."""
    found = db.execute("SELECT writer, seq, hash FROM heads")
    return {writer: (seq, digest) for writer, seq, digest in found}


def move_head(db: apsw.Connection, writer: str, seq: int, digest: str) -> None:
    """Note an applied segment as its writer's last, or as a fork."""
    db.execute(
        """INSERT INTO heads VALUES(?, ?, ?, NULL) ON CONFLICT(writer) DO UPDATE SET
        fork = iif(seq < excluded.seq, fork, min(ifnull(fork, excluded.seq), excluded.seq)),
        hash = iif(seq < excluded.seq, excluded.hash, hash), seq = max(seq, excluded.seq)""",
        (writer, seq, digest),
    )


def forks(db: apsw.Connection) -> dict[str, int]:
    """Return the writers with two segments of one number, and the first such number."""
    found = db.execute("SELECT writer, fork FROM heads WHERE fork IS NOT NULL")
    return dict(cast("Iterator[tuple[str, int]]", found))


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
    """Store the key of a file, unless it is erased; a later table only says where it is kept."""
    if db.execute("SELECT 1 FROM erased WHERE id = ?", (unit.id,)).get:
        return
    row = (unit.id, str(unit.key), name)
    db.execute("INSERT OR REPLACE INTO units VALUES(?, ?, ?)", row)


def unit_keys(db: apsw.Connection, ident: str) -> list[X25519Identity]:
    """Return what may open a stored file; raises ObjectMissing when no table has arrived."""
    found = db.execute("SELECT key FROM units WHERE id = ?", (ident,)).fetchall()
    if not found:
        raise ObjectMissing(name=f"the key of file {ident}")
    return [X25519Identity.parse(cast("str", row[0])) for row in found]
