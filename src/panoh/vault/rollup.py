"""Rolling up: many small objects become few larger ones; nothing goes before its copy is proven."""

from dataclasses import dataclass

import apsw

from panoh.vault import rows
from panoh.vault.container import read_object
from panoh.vault.errors import ObjectDamaged
from panoh.vault.log import Log, Progress
from panoh.vault.reseal import TARGET, groups, merge_packs, merge_tables, remove

_SMALL = TARGET // 2


@dataclass(frozen=True, slots=True, kw_only=True)
class RolledUp:
    """How many objects stood in `m/` before and after."""

    before: int
    after: int


def roll_up(log: Log, progress: Progress | None = None) -> RolledUp:
    """Merge small packs and tables up to 8 MiB.

    The index is committed before the old objects are deleted. A damaged object stays as it is,
    and what stands under keys from before an erasure is left to the erasing.
    """
    before = len(log.folder.meta_names())
    with log.index.writing("rollup.index") as db:
        log.catch_up(db)
        ring = log.ring(db)
        found = [group for group in groups(_small(db, log, "pack")) if len(group) > 1]
        for done, group in enumerate(found, 1):
            merge_packs(log, db, group, ring=ring, point="rollup.pack")
            if progress:
                progress(done, len(found))
        for group in groups(_small(db, log, "units")):
            if len(group) > 1:
                merge_tables(log, db, group, ring=ring, point="rollup.table")
    with log.index.writing("rollup.old.index") as db:
        # Also what an earlier crash left.
        gone = rows.known_objects(db, "old") & log.folder.meta_names()
        remove(log, sorted(gone - rows.before_erasing(db)), point="rollup.old")
    return RolledUp(before=before, after=len(log.folder.meta_names()))


def _small(db: apsw.Connection, log: Log, kind: str) -> list[tuple[str, int]]:
    listed = log.folder.meta_names() - rows.before_erasing(db)
    query = """SELECT o.name, o.size FROM objects o LEFT JOIN segments s ON s.object = o.name
    WHERE o.kind = ? AND o.size < ? GROUP BY o.name ORDER BY min(s.place), o.name"""
    found = db.execute(query, (kind, _SMALL)).fetchall()
    return [
        (str(name), int(str(size)))
        for name, size in found
        if name in listed and _whole(log, str(name))
    ]


def _whole(log: Log, name: str) -> bool:
    try:
        read_object(log.folder.meta / name)
    except ObjectDamaged:
        return False
    return True
