"""What a device must tell when it opens a vault: what is missing, damaged, foreign or forked."""

from collections.abc import Iterator

import apsw

from panoh.vault import rows
from panoh.vault.errors import (
    ErasingUnfinished,
    HistoryMissing,
    ObjectForeign,
    ObjectMissing,
    SaveWaiting,
    SegmentRefused,
    WriterForked,
)
from panoh.vault.findings import Finding, Severity
from panoh.vault.log import Log
from panoh.vault.marks import Marks


def notices(log: Log, db: apsw.Connection, marks: Marks) -> Iterator[Finding]:
    """Yield what is not as it should be, from what is known already; reads no object."""
    listed = log.folder.meta_names()
    for name, error in sorted(log.bad.items()):
        yield Finding.of(Severity.DAMAGE, name, error)
    yield from _strange(db, listed)
    before = rows.before_erasing(db)
    if before & listed:
        yield Finding.of(Severity.WARNING, "m", ErasingUnfinished(count=len(before & listed)))
    needed = rows.known_objects(db, "keyring") | rows.unit_tables(db)
    for name in sorted(needed - listed - before):
        yield Finding.of(Severity.DAMAGE, name, ObjectMissing(name=name))
    missing = missing_saves(db, listed, marks)
    if missing:
        told = "; ".join(f"{writer[:8]} {_span(seqs)}" for writer, seqs in sorted(missing.items()))
        yield Finding.of(Severity.WARNING, "m", HistoryMissing(missing=told))
    for writer, seq in rows.forks(db).items():
        yield Finding.of(Severity.WARNING, "m", WriterForked(writer=writer[:8], seq=seq))
    for name in rows.refused_objects(db):
        error = SegmentRefused(name=name, reason="its writer may not write to this vault")
        yield Finding.of(Severity.DAMAGE, name, error)
    waiting = db.execute("SELECT count(*) FROM segments WHERE place IS NULL").get
    if waiting:
        yield Finding.of(Severity.WARNING, "m", SaveWaiting(count=waiting))


def missing_saves(db: apsw.Connection, listed: set[str], marks: Marks) -> dict[str, list[int]]:
    """Return, by writer, the numbers of saves this device has seen and the folder lacks."""
    missing = rows.saves_in(db, rows.known_objects(db, "pack") - listed)
    for writer, (seq, digest) in marks.items():
        if not db.execute("SELECT 1 FROM segments WHERE hash = ? AND place >= 0", (digest,)).get:
            here = rows.heads(db).get(writer, (-1, ""))[0]
            missing.setdefault(writer, []).extend(range(min(here + 1, seq), seq + 1))
    return missing


def _strange(db: apsw.Connection, listed: set[str]) -> Iterator[Finding]:
    query = "SELECT name, kind, reason FROM objects WHERE kind IN ('foreign', 'refused')"
    for name, kind, reason in db.execute(query):
        if name in listed:
            if kind == "foreign":
                yield Finding.of(Severity.WARNING, str(name), ObjectForeign(name=name))
            else:
                error = SegmentRefused(name=name, reason=reason)
                yield Finding.of(Severity.DAMAGE, str(name), error)


def _span(seqs: list[int]) -> str:
    low, high = min(seqs), max(seqs)
    return f"{low}" if low == high else f"{low}-{high} ({len(set(seqs))} saves)"
