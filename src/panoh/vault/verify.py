"""Looking at everything: is each object whole, each save proven, and does the index agree?"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import apsw

from panoh.vault import rows
from panoh.vault.container import is_keyring, read_object
from panoh.vault.errors import (
    HistoryMissing,
    IndexDiffers,
    IndexUnreadable,
    Leftover,
    NewerFormat,
    ObjectDamaged,
    ObjectForeign,
    ObjectMissing,
    PartUnused,
    SegmentRefused,
    VaultError,
)
from panoh.vault.files import StoredFile, read_file
from panoh.vault.findings import Finding, Severity
from panoh.vault.index import sql_errors
from panoh.vault.keyring import open_keyring
from panoh.vault.log import Log, Progress
from panoh.vault.marks import Marks
from panoh.vault.notices import notices
from panoh.vault.segment import Segment, read_pack, without
from panoh.vault.units import Unit, read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a verification looked at and found."""

    objects: int
    saves: int
    leaves: int
    files: int
    findings: tuple[Finding, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing is damaged or missing; notes do not count."""
        return all(finding.severity is Severity.NOTE for finding in self.findings)


@dataclass(slots=True)
class _Seen:
    """What the objects themselves say."""

    chain: dict[str, tuple[str, int]] = field(default_factory=dict)
    before: list[tuple[str, str, int]] = field(default_factory=list)
    leaves: int = 0
    units: dict[tuple[str, str], Unit] = field(default_factory=dict)


def verify(log: Log, marks: Marks, *, deep: bool, progress: Progress | None = None) -> Report:
    """Check every object, signature, chain and root, the keyrings, the parts and the index.

    Deep also decrypts every stored file and compares it with its digest.
    """
    with log.index.writing("verify.index") as db:
        log.catch_up(db)
    seen, findings = _Seen(), list[Finding]()
    names = sorted(log.folder.meta_names())
    for done, name in enumerate(names, 1):
        findings += _object(log, seen, name)
        if progress:
            progress(done, len(names))
    findings += _chains(seen)
    if rows.known_objects(log.index.db, "keyring") <= log.rings.keys():
        # Without a keyring nothing else opens: parts would seem unused and the index to differ.
        findings += _parts(log, seen, deep=deep)
        findings += _index(log, seen)
    told = {finding.object for finding in findings if finding.object != "m"}
    findings += [f for f in notices(log, log.index.db, marks) if f.object not in told]
    return Report(
        objects=len(names),
        saves=len(seen.chain),
        leaves=seen.leaves,
        files=len(seen.units),
        findings=tuple(findings),
    )


def _object(log: Log, seen: _Seen, name: str) -> Iterator[Finding]:
    try:
        data = read_object(log.folder.meta / name)
        if is_keyring(log.folder.meta / name):
            _keyring(log, data, name)
        else:
            yield from _sealed(log, seen, data, name)
    except ObjectMissing:
        # Rolled up by another process meanwhile; what is really missing the notices tell.
        return
    except (ObjectForeign, NewerFormat) as error:
        yield Finding.of(Severity.WARNING, name, error)
    except ObjectDamaged as error:
        yield Finding.of(Severity.DAMAGE, name, error)


def _keyring(log: Log, data: bytes, name: str) -> None:
    try:
        ring = open_keyring(data, log.keys.identity, name=name)
    except ObjectForeign:
        return  # wrapped to other devices
    if ring.vault != log.keys.vault or ring.writer not in rows.heads(log.index.db):
        raise SegmentRefused(name=name, reason="nobody of this vault signed this keyring")


def _sealed(log: Log, seen: _Seen, data: bytes, name: str) -> Iterator[Finding]:
    try:
        text, _ = log.open_pack(data, name)
    except ObjectForeign:
        text, _ = log.open_table(data, name)
        gone = rows.erased(log.index.db)
        found = [unit for unit in read_table(text, name=name) if unit.id not in gone]
        seen.units.update(((unit.id, str(unit.key)), unit) for unit in found)
        return
    for segment in read_pack(text, name=name, vault=log.keys.vault):
        if segment.hash not in seen.chain:
            seen.leaves += len(segment.lines)
        seen.chain[segment.hash] = (segment.header.w, segment.header.seq)
        if segment.header.seq:
            seen.before.append((segment.header.prev, segment.header.w, segment.header.seq))
        if not _agrees(log.index.db, segment):
            yield Finding.of(Severity.DAMAGE, "index.db", IndexDiffers(name=name))


def _agrees(db: apsw.Connection, segment: Segment) -> bool:
    query = """SELECT l.id, l.tag, l.body FROM segments s JOIN leaves l
    ON l.n >= s.first AND l.n < s.first + s.count WHERE s.hash = ? ORDER BY l.n"""
    stored = db.execute(query, (segment.hash,)).fetchall()
    left = without(segment.lines, rows.erased_leaves(db))
    lines = [(line.hash, line.tag.decode(), line.body) for line in left]
    # A copy may lack the words of a leaf that another copy has.
    return len(stored) == len(lines) and all(
        one == other or (one[0] == other[0] and other[2] is None)
        for one, other in zip(stored, lines, strict=True)
    )


def _chains(seen: _Seen) -> Iterator[Finding]:
    gaps: dict[str, list[int]] = {}
    for prev, writer, seq in seen.before:
        if seen.chain.get(prev) != (writer, seq - 1):
            gaps.setdefault(writer, []).append(seq - 1)
    for writer, seqs in gaps.items():
        missing = f"{writer[:8]} before {min(seqs) + 1}"
        yield Finding.of(Severity.DAMAGE, "m", HistoryMissing(missing=missing))


def _parts(log: Log, seen: _Seen, *, deep: bool) -> Iterator[Finding]:
    there = log.folder.part_names()
    for unit in seen.units.values():
        missing = [name for name, _ in unit.parts if name not in there]
        for name in missing:
            yield Finding.of(Severity.DAMAGE, name, ObjectMissing(name=name))
        if deep and not missing:
            yield from _file(log, unit)
    used = {name for unit in seen.units.values() for name, _ in unit.parts}
    for name in sorted(there - used):
        yield Finding.of(Severity.NOTE, name, PartUnused(name=name))
    for path in log.folder.leftovers():
        yield Finding.of(Severity.NOTE, path.name, Leftover(name=path.name))


def _file(log: Log, unit: Unit) -> Iterator[Finding]:
    stored = StoredFile(sha256=unit.sha256, size=unit.size, unit=unit.id, parts=unit.parts)
    try:
        read_file(log.folder, stored, [unit.key])
    except ObjectDamaged as error:
        yield Finding.of(Severity.DAMAGE, str(error.values["name"]), error)


def _index(log: Log, seen: _Seen) -> Iterator[Finding]:
    try:
        with sql_errors(log.index.path.name):
            sound = log.index.db.execute("PRAGMA quick_check").fetchall() == [("ok",)]
            units = set(log.index.db.execute("SELECT id, key FROM units"))
    except IndexUnreadable as error:
        yield Finding.of(Severity.DAMAGE, log.index.path.name, error)
        return
    if not sound or units != set(seen.units):
        trouble: VaultError = IndexDiffers(name="the tables of files")
        yield Finding.of(Severity.DAMAGE, log.index.path.name, trouble)
