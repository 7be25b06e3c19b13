"""Making a proof from the log: the statement's segment, and those that let its writer in."""

from collections.abc import Iterator
from typing import cast

import apsw

from panoh.vault import control, rows
from panoh.vault.container import read_object
from panoh.vault.errors import LeafErased, LeafUnknown, ObjectMissing
from panoh.vault.log import Log
from panoh.vault.proof import Shown, show, write_proof
from panoh.vault.segment import Segment, read_pack


def prove(log: Log, ident: str) -> bytes:
    """Return a proof of one statement; raises LeafUnknown, LeafErased, ObjectDamaged."""
    db = log.index.db
    leaf = rows.leaf(db, ident)
    if leaf.tag == "x":
        raise LeafErased(leaf=ident)
    if leaf.tag != "s":
        raise LeafUnknown(leaf=ident)
    statement = _shown(log, rows.segment_of(db, ident), bytes.fromhex(ident))
    firsts = reversed(list(_let_in(db, log.keys.vault, leaf.writer)))
    return write_proof(log.keys.vault, statement, [_shown(log, first) for first in firsts])


def _let_in(db: apsw.Connection, vault: str, writer: str) -> Iterator[str]:
    """Yield the first segment of a writer, of who vouched for it, and so on to the genesis."""
    while (first := rows.first_segment(db, writer)) != vault:
        yield first
        number = cast("int", db.execute("SELECT n FROM segments WHERE hash = ?", (first,)).get)
        joined = control.parse(rows.segment_leaves(db, number)[0].body or b"")
        if not isinstance(joined, control.AddDevice) or joined.by == control.RECOVERY:
            break
        writer = joined.by
    yield vault


def _shown(log: Log, digest: str, ident: bytes | None = None) -> Shown:
    """Show one leaf of a segment as it stands in its pack; the first when no id is given."""
    segment = _segment(log, digest, ident)
    hashes = [line.hash for line in segment.lines]
    return show(segment.raw, hashes, hashes.index(ident) if ident else 0)


def _segment(log: Log, digest: str, ident: bytes | None) -> Segment:
    name = str(log.index.db.execute("SELECT object FROM segments WHERE hash = ?", (digest,)).get)
    # Another copy may have the words if this one has only their hash.
    others = rows.known_objects(log.index.db, "pack") & log.folder.meta_names() - {name}
    for each in (name, *sorted(others)):
        text, _ = log.open_pack(read_object(log.folder.meta / each), each)
        for segment in read_pack(text, name=each, vault=log.keys.vault):
            if segment.hash == digest and _whole(segment, ident):
                return segment
    raise ObjectMissing(name=name)


def _whole(segment: Segment, ident: bytes | None) -> bool:
    return ident is None or any(line.hash == ident and line.body for line in segment.lines)
