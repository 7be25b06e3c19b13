"""Writing objects anew under the present keys: merged, joined, and without what is erased.

A new object is read again from the disk and compared before the index points to it.
"""

from collections.abc import Iterable, Iterator, Sequence

import apsw

from panoh.vault import rows
from panoh.vault.container import MAX_PLAIN, read_object, seal
from panoh.vault.errors import ObjectDamaged, WriteFailed
from panoh.vault.keyring import Keyring
from panoh.vault.log import Log, pack
from panoh.vault.points import reach
from panoh.vault.publish import publish, sync_folder
from panoh.vault.segment import Segment, joined, read_pack
from panoh.vault.units import Unit, read_table, table_text

TARGET = 8 << 20
_UNITS = 50_000


def groups(objects: Iterable[tuple[str, int]]) -> Iterator[list[str]]:
    """Gather (name, size) in order, up to the target each; a larger one stands alone."""
    group: list[str] = []
    total = 0
    for name, size in objects:
        if group and total + size > TARGET:
            yield group
            group, total = [], 0
        group.append(name)
        total += size
    if group:
        yield group


def merge_packs(
    log: Log, db: apsw.Connection, group: Sequence[str], *, ring: Keyring, point: str
) -> None:
    """Put the segments of some packs into one, as many as fit; what does not fit stays."""
    copies: dict[str, list[Segment]] = {}
    merged: list[str] = []
    room = MAX_PLAIN
    for name in group:
        found = _segments(log, name)
        room -= sum(len(segment.raw) for segment in found)
        if merged and room < 0:
            break
        for segment in found:
            copies.setdefault(segment.hash, []).append(segment)
        merged.append(name)
    gone = rows.erased_leaves(db)
    segments = [joined(same, gone) for same in copies.values()]
    data = pack(segments, ring)
    new = publish(log.folder.meta, data, point=point, mine=log.folder.mine)
    text, _ = log.open_pack(read_object(log.folder.meta / new), new)
    _prove(text == b"".join(segment.raw for segment in segments), new)
    for segment, (first, *_) in zip(segments, copies.values(), strict=True):
        # What was copied byte for byte was checked when it was read; what is new is checked now.
        if segment is not first:
            _prove(len(list(read_pack(segment.raw, name=new, vault=log.keys.vault))) == 1, new)
    for segment in segments:
        rows.add_segment(db, segment, new)
    rows.know_object(db, new, "pack", len(data), epoch=ring.epoch)
    _retire(db, merged)


def merge_tables(
    log: Log, db: apsw.Connection, group: Sequence[str], *, ring: Keyring, point: str
) -> None:
    """Put the units of some tables into one, as many as fit, without those that are erased."""
    units: dict[tuple[str, str], Unit] = {}
    merged: list[str] = []
    gone = rows.erased(db)
    for name in group:
        found = [unit for unit in units_in(log, name) if unit.id not in gone]
        if merged and len(units) + len(found) > _UNITS:
            break
        units.update(((unit.id, str(unit.key)), unit) for unit in found)
        merged.append(name)
    text = table_text(units.values())
    data = seal(text, ring.table.recipient())
    new = publish(log.folder.meta, data, point=point, mine=log.folder.mine)
    _prove(table_text(units_in(log, new)) == text, new)
    for unit in units.values():
        rows.add_unit(db, unit, new)
    rows.know_object(db, new, "units", len(data), epoch=ring.epoch)
    _retire(db, merged)


def units_in(log: Log, name: str) -> list[Unit]:
    """Return the units of one table; raises ObjectDamaged or ObjectForeign."""
    text, _ = log.open_table(read_object(log.folder.meta / name), name)
    return read_table(text, name=name)


def remove(log: Log, names: Sequence[str], *, point: str) -> None:
    """Delete objects whose content stands elsewhere, in this order; raises WriteFailed."""
    for name in names:
        try:
            reach(f"{point}.unlink")
            (log.folder.meta / name).unlink(missing_ok=True)
        except OSError as error:
            raise WriteFailed(name=name, reason=str(error.strerror)) from error
    if names:
        try:
            reach(f"{point}.folder")
            sync_folder(log.folder.meta)
        except OSError as error:
            place = f"{log.folder.path.name}/m"
            raise WriteFailed(name=place, reason=str(error.strerror)) from error


def _segments(log: Log, name: str) -> list[Segment]:
    text, _ = log.open_pack(read_object(log.folder.meta / name), name)
    return list(read_pack(text, name=name, vault=log.keys.vault))


def _prove(same: bool, name: str) -> None:
    if not same:
        raise ObjectDamaged(name=name, reason="the disk gives back other bytes than were written")


def _retire(db: apsw.Connection, names: Iterable[str]) -> None:
    db.executemany("UPDATE objects SET kind = 'old' WHERE name = ?", ((name,) for name in names))
