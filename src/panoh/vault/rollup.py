"""Rolling up: many small objects become few larger ones; nothing goes before its copy is proven."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import apsw

from panoh.vault import rows
from panoh.vault.container import MAX_PLAIN, read_object, seal
from panoh.vault.errors import ObjectDamaged, WriteFailed
from panoh.vault.log import Log, Progress, pack
from panoh.vault.points import reach
from panoh.vault.publish import publish, sync_folder
from panoh.vault.segment import Segment, read_pack
from panoh.vault.units import Unit, read_table, table_text

TARGET = 8 << 20
_SMALL = TARGET // 2
_UNITS = 50_000


@dataclass(frozen=True, slots=True, kw_only=True)
class RolledUp:
    """How many objects stood in `m/` before and after."""

    before: int
    after: int


def roll_up(log: Log, progress: Progress | None = None) -> RolledUp:
    """Merge small packs and tables up to 8 MiB.

    The merged object is read again from the disk and compared before the index points to it, and
    the index is committed before the old ones are deleted. A damaged object stays as it is.
    """
    before = len(log.folder.meta_names())
    with log.index.writing("rollup.index") as db:
        log.catch_up(db)
        groups = list(_groups(_small(db, log, "pack")))
        for done, group in enumerate(groups, 1):
            _merge_packs(log, db, group)
            if progress:
                progress(done, len(groups))
        for group in _groups(_small(db, log, "units")):
            _merge_tables(log, db, group)
    _remove_old(log)
    return RolledUp(before=before, after=len(log.folder.meta_names()))


def _small(db: apsw.Connection, log: Log, kind: str) -> list[tuple[str, int]]:
    listed = log.folder.meta_names()
    query = """SELECT o.name, o.size FROM objects o LEFT JOIN segments s ON s.object = o.name
    WHERE o.kind = ? AND o.size < ? GROUP BY o.name ORDER BY min(s.place), o.name"""
    found = db.execute(query, (kind, _SMALL)).fetchall()
    return [(str(name), int(str(size))) for name, size in found if name in listed]


def _groups(objects: Iterable[tuple[str, int]]) -> Iterator[list[str]]:
    group: list[str] = []
    total = 0
    for name, size in objects:
        if total + size > TARGET:
            if len(group) > 1:
                yield group
            group, total = [], 0
        group.append(name)
        total += size
    if len(group) > 1:
        yield group


def _merge_packs(log: Log, db: apsw.Connection, group: Sequence[str]) -> None:
    segments: dict[str, Segment] = {}
    merged: list[str] = []
    room = MAX_PLAIN
    for name in group:
        try:
            found = _segments(log, name)
        except ObjectDamaged:
            continue
        if any(segments.get(s.hash, s).raw != s.raw for s in found):
            # Two copies of one segment with other leaves erased: neither may push out the other.
            continue
        room -= sum(len(segment.raw) for segment in found)
        if room < 0:
            break
        segments.update((segment.hash, segment) for segment in found)
        merged.append(name)
    if len(merged) < 2:
        return
    data = pack(list(segments.values()), log.ring(db))
    new = publish(log.folder.meta, data, point="rollup.pack")
    _prove([s.raw for s in _segments(log, new)] == [s.raw for s in segments.values()], new)
    for segment in segments.values():
        rows.add_segment(db, segment, new)
    rows.know_object(db, new, "pack", len(data))
    _retire(db, merged)


def _merge_tables(log: Log, db: apsw.Connection, group: Sequence[str]) -> None:
    units: dict[tuple[str, str], Unit] = {}
    merged: list[str] = []
    for name in group:
        try:
            found = _units(log, name)
        except ObjectDamaged:
            continue
        if len(units) + len(found) > _UNITS:
            break
        units.update(((unit.id, str(unit.key)), unit) for unit in found)
        merged.append(name)
    if len(merged) < 2:
        return
    text = table_text(units.values())
    data = seal(text, log.ring(db).table.recipient())
    new = publish(log.folder.meta, data, point="rollup.table")
    _prove(table_text(_units(log, new)) == text, new)
    for unit in units.values():
        rows.add_unit(db, unit, new)
    rows.know_object(db, new, "units", len(data))
    _retire(db, merged)


def _segments(log: Log, name: str) -> list[Segment]:
    data = read_object(log.folder.meta / name)
    text = log.open_pack(data, name)
    return list(read_pack(text, name=name, vault=log.keys.vault))


def _units(log: Log, name: str) -> list[Unit]:
    data = read_object(log.folder.meta / name)
    text = log.open_table(data, name)
    return read_table(text, name=name)


def _prove(same: bool, name: str) -> None:
    if not same:
        raise ObjectDamaged(name=name, reason="the disk gives back other bytes than were written")


def _retire(db: apsw.Connection, names: Iterable[str]) -> None:
    db.executemany("UPDATE objects SET kind = 'old' WHERE name = ?", ((name,) for name in names))


def _remove_old(log: Log) -> None:
    """Delete what has been rolled up, also what an earlier crash left."""
    with log.index.writing("rollup.old.index") as db:
        gone = rows.known_objects(db, "old") & log.folder.meta_names()
        for name in gone:
            try:
                reach("rollup.old.unlink")
                (log.folder.meta / name).unlink()
            except OSError as error:
                raise WriteFailed(name=name, reason=str(error.strerror)) from error
        if gone:
            reach("rollup.old.folder")
            sync_folder(log.folder.meta)
