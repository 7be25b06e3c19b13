"""Applying stored segments in causal order: each after the one before it and all it had seen."""

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple, cast

import apsw

from panoh.vault import control, rows
from panoh.vault.erased import obey
from panoh.vault.index import Leaf, Projection

_BATCH = 20_000


class _Waiting(NamedTuple):
    number: int
    hash: str
    writer: str
    seq: int
    prev: str
    seen: str


class Orderer:
    """Decides which waiting segments may be applied now; one use per transaction."""

    def __init__(self, db: apsw.Connection, vault: str) -> None:
        self._db, self._vault = db, vault
        self._blocked: dict[str, list[_Waiting]] = {}
        last = "SELECT coalesce(max(place), 0) FROM segments WHERE place >= 0"
        self._place = cast("int", db.execute(last).get)

    def apply(self, projection: Projection) -> None:
        """Apply all that can be, handing their leaves to the projection in batches."""
        batch: list[Leaf] = []
        placed = list(self._ready())
        # Before anybody takes in the new leaves: what is ordered to go is not shown first.
        obey(self._db, placed)
        for number in placed:
            batch += rows.segment_leaves(self._db, number)
            if len(batch) >= _BATCH:
                projection.apply(self._db, batch)
                batch = []
        if batch:
            projection.apply(self._db, batch)

    def _ready(self) -> Iterator[int]:
        query = """SELECT n, hash, writer, seq, prev, seen FROM segments WHERE place IS NULL
        ORDER BY writer, seq"""
        for row in self._db.execute(query).fetchall():
            stack = [_Waiting._make(row)]
            while stack:
                segment = stack.pop()
                needed = self._needs(segment)
                if needed:
                    self._blocked.setdefault(needed, []).append(segment)
                elif self._place_it(segment):
                    yield segment.number
                    stack += reversed(self._blocked.pop(segment.hash, []))

    def _needs(self, segment: _Waiting) -> str:
        """Return the hash of a segment that must come first, or nothing."""
        before = [segment.prev] if segment.seq else []
        if segment.hash != self._vault:
            before.append(self._vault)
        return next((one for one in before + segment.seen.split() if not self._applied(one)), "")

    def _applied(self, digest: str) -> bool:
        query = "SELECT 1 FROM segments WHERE hash = ? AND place >= 0"
        return self._db.execute(query, (digest,)).get is not None

    def _place_it(self, segment: _Waiting) -> bool:
        good = self._follows(segment) if segment.seq else self._begins(segment)
        self._place += good
        place = self._place if good else -1
        self._db.execute("UPDATE segments SET place = ? WHERE n = ?", (place, segment.number))
        if good:
            rows.move_head(self._db, segment.writer, segment.seq, segment.hash)
        return good

    def _follows(self, segment: _Waiting) -> bool:
        query = "SELECT 1 FROM segments WHERE hash = ? AND writer = ? AND seq = ?"
        before = (segment.prev, segment.writer, segment.seq - 1)
        return self._db.execute(query, before).get is not None

    def _begins(self, segment: _Waiting) -> bool:
        if segment.hash == self._vault:
            return self._genesis is not None and self._genesis.sign == segment.writer
        first = rows.segment_leaves(self._db, segment.number)[:1]
        genesis = self._genesis
        if genesis is None or not first or first[0].tag != "c" or first[0].body is None:
            return False
        known = rows.heads(self._db)
        return control.vouched(first[0].body, segment.writer, genesis, self._vault, known)

    @cached_property
    def _genesis(self) -> control.Genesis | None:
        return genesis(self._db, self._vault)


def genesis(db: apsw.Connection, vault: str) -> control.Genesis | None:
    """Return how the vault began, if that has arrived."""
    number = db.execute("SELECT n FROM segments WHERE hash = ?", (vault,)).get
    leaves = rows.segment_leaves(db, cast("int", number)) if number is not None else []
    first = control.parse(leaves[0].body) if leaves and leaves[0].body else None
    return first if isinstance(first, control.Genesis) else None
