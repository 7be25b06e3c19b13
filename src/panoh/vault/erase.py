"""Erasing: an order in the log, then everything written anew without what it names.

The order comes first and counts for every copy that turns up later. Whatever happens after it,
doing it again finishes the work: objects under keys from before the order are sealed anew under
a fresh epoch, and go; the keys that opened them go last.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import apsw
import msgspec

from panoh.age import AgeError, HybridRecipient
from panoh.vault import control, rows
from panoh.vault.container import is_keyring, read_object
from panoh.vault.errors import (
    ErasingRefused,
    LeafUnknown,
    ObjectDamaged,
    ObjectForeign,
    WriteFailed,
)
from panoh.vault.keyring import Keyring, new_keyring, seal_keyring
from panoh.vault.log import Log
from panoh.vault.marks import Marks
from panoh.vault.notices import missing_saves
from panoh.vault.order import genesis
from panoh.vault.points import reach
from panoh.vault.publish import publish, sync_folder
from panoh.vault.remains import Remains, remains
from panoh.vault.reseal import groups, merge_packs, merge_tables, remove, units_in
from panoh.vault.segment import CONTROL


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """How much is gone from this vault folder and device, and where it may still be."""

    statements: int
    files: int
    objects: int
    remains: tuple[Remains, ...]


def erase(
    log: Log, marks: Marks, leaves: Sequence[str], units: Sequence[str], basis: str
) -> Erased:
    """Order to erase statements and stored files, and take them out of the vault folder.

    With nothing named, finishes what was ordered before. Raises LeafUnknown, ObjectMissing for a
    file nobody knows, ErasingRefused, WriteFailed. The index is left to whoever calls.
    """

    def order(db: apsw.Connection) -> list[tuple[bytes, bytes]]:
        _check(log, db, marks, leaves, units)
        epoch = max(rows.needed_epoch(db), log.ring(db).epoch) + 1
        said = control.Erase(leaves=list(leaves), units=list(units), basis=basis, epoch=epoch)
        return [(CONTROL, msgspec.json.encode(said))]

    if leaves or units:
        log.commit_from(order)
    with log.index.writing("erase.index") as db:
        log.catch_up(db)
        _renew(log, db)
    with log.index.writing("erase.old.index") as db:
        objects = _remove(log, db)
        return Erased(
            statements=len(leaves),
            files=len(units),
            objects=objects,
            remains=remains(log, db),
        )


def _check(
    log: Log, db: apsw.Connection, marks: Marks, leaves: Sequence[str], units: Sequence[str]
) -> None:
    """Refuse to begin unless all of it is there and whole: the keys of now are about to go."""
    for ident in leaves:
        if rows.leaf(db, ident).tag == "c":
            raise LeafUnknown(leaf=ident)
    gone = rows.erased(db)
    for ident in units:
        if ident not in gone:
            rows.unit_keys(db, ident)
    listed = log.folder.meta_names()
    missing = missing_saves(db, listed, marks) or rows.unit_tables(db) - listed
    if missing:
        raise ErasingRefused(reason="saves or tables that this device has seen are missing")
    if log.bad or rows.known_objects(db, "refused") & listed:
        raise ErasingRefused(reason="the folder holds damaged files or such as prove nothing")
    for name in sorted(listed):
        try:
            read_object(log.folder.meta / name)
        except ObjectDamaged as error:
            raise ErasingRefused(reason=f"{name} is damaged") from error


def _renew(log: Log, db: apsw.Connection) -> None:
    """Seal anew, under the first epoch after the order, what stands under earlier keys."""
    ring = log.ring(db)
    if ring.epoch < rows.needed_epoch(db):
        ring = _next_ring(log, db)
    packs, tables = (_before(log, db, kind) for kind in ("pack", "units"))
    for group in groups(packs):
        merge_packs(log, db, group, ring=ring, point="erase.pack")
    for group in groups(tables):
        merge_tables(log, db, group, ring=ring, point="erase.table")


def _before(log: Log, db: apsw.Connection, kind: str) -> list[tuple[str, int]]:
    query = "SELECT name, size FROM objects WHERE kind = ? AND epoch < ? ORDER BY name"
    listed = log.folder.meta_names()
    found = db.execute(query, (kind, rows.needed_epoch(db))).fetchall()
    return [(str(name), int(str(size))) for name, size in found if name in listed]


def _next_ring(log: Log, db: apsw.Connection) -> Keyring:
    """Publish the keys of a new epoch, wrapped to every device let in and to the recovery."""
    ring = new_keyring(log.keys.vault, rows.needed_epoch(db), log.keys.writer)
    recipients = {str(each): each for each in _recipients(log, db)}
    data = seal_keyring(ring, log.keys.signing, list(recipients.values()))
    name = publish(log.folder.meta, data, point="erase.keyring", mine=log.folder.mine)
    log.rings[name] = ring
    rows.know_object(db, name, "keyring", len(data), epoch=ring.epoch)
    return ring


def _recipients(log: Log, db: apsw.Connection) -> Iterator[HybridRecipient]:
    yield log.keys.identity.recipient()
    began = genesis(db, log.keys.vault)
    texts = [began.device, began.recovery] if began else []
    query = """SELECT l.body FROM leaves l JOIN segments s ON s.n = l.segment
    WHERE l.tag = 'c' AND s.seq = 0 AND s.place >= 0 AND l.n = s.first"""
    for (body,) in db.execute(query):
        joined = control.parse(body) if isinstance(body, bytes) else None
        if isinstance(joined, control.AddDevice):
            texts.append(joined.device)
    for text in texts:
        try:
            yield HybridRecipient.parse(text)
        except AgeError:
            # A device that told no usable key has locked itself out; it stops nobody else.
            continue


def _remove(log: Log, db: apsw.Connection) -> int:
    """Delete the parts of erased files, then what was sealed anew, then the keys to it."""
    listed = log.folder.meta_names()
    before = sorted(rows.before_erasing(db) & listed)
    keyrings = [name for name in before if is_keyring(log.folder.meta / name)]
    others = [name for name in before if name not in set(keyrings)]
    _remove_parts(log, db, others)
    remove(log, [*others, *keyrings], point="erase.old")
    for name in keyrings:
        log.rings.pop(name, None)
    return len(before)


def _remove_parts(log: Log, db: apsw.Connection, tables: Sequence[str]) -> None:
    """Delete the parts that only erased files have, as their tables from before name them."""
    gone = rows.erased(db)
    going = {part for unit in _units(log, tables) if unit[0] in gone for part in unit[1]}
    kept = {part for unit in _units(log, sorted(rows.unit_tables(db))) for part in unit[1]}
    for name in sorted(going - kept):
        part = log.folder.part(name)
        try:
            reach("erase.part.unlink")
            part.unlink(missing_ok=True)
            if part.parent.is_dir():
                reach("erase.part.folder")
                sync_folder(part.parent)
        except OSError as error:
            raise WriteFailed(name=name, reason=str(error.strerror)) from error


def _units(log: Log, names: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    for name in names:
        try:
            found = units_in(log, name)
        except ObjectForeign:
            continue  # a pack
        for unit in found:
            yield unit.id, [part for part, _ in unit.parts]
