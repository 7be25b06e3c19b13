"""Building the index against plain SQLite, and rebuilding it from the log of a real vault.

`python bench/index.py [--quick]`. The peer is the same SQLite library without a cipher, the same
tables and settings, taking the very rows that ours inserted; it neither reads statements nor folds
them. Both take each batch in turns, into files in memory, and a figure is the ratio of their CPU.
"""

import hashlib
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import apsw

sys.path.insert(0, str(Path(__file__).parent))
from measuring import PASSPHRASE, chunks, figure, full_vault, memory_mib, quickly
from unkind import bodies

from panoh.casebook.index import CasebookIndex
from panoh.vault import Vault
from panoh.vault.index import create_index

TIMES, SIZE = 1.3, 1.05
BATCH = 20_000
#: MiB a rebuild may hold: the cache of the index is 64, one pack and one batch come on top.
MEMORY = 400
_TAKE = "INSERT INTO leaves VALUES(?, ?, 1, 's', ?)"


@dataclass(frozen=True)
class Made:
    """A leaf as the log hands it over."""

    id: str
    tag: str
    body: bytes | None


class Recorder:
    """Passes everything on to a database and notes every insert."""

    def __init__(self, db: apsw.Connection) -> None:
        self._db = db
        self.inserts: list[tuple[str, list[Any]]] = []

    def execute(self, sql: str, values: Any = None) -> Any:
        """Run one statement."""
        if sql.startswith("INSERT"):
            self.inserts.append((sql, [values]))
        return self._db.execute(sql, values)

    def executemany(self, sql: str, rows: Any) -> Any:
        """Run one statement for many rows."""
        if not sql.startswith("INSERT"):
            return self._db.executemany(sql, rows)
        self.inserts.append((sql, list(rows)))
        return self._db.executemany(sql, self.inserts[-1][1])


def main() -> None:
    """Measure and print one line per figure."""
    quick = quickly("building the index against plain SQLite")
    count = 40_000 if quick else 1_000_000
    memory = Path("/dev/shm")  # noqa: S108 - a private folder in it; a disk would only add noise
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as name:
        figures = rebuilt(Path(name), count) + built(Path(name), count)
    print("\n".join(figures))


def built(folder: Path, count: int) -> list[str]:
    """Ours and plain SQLite, batch by batch."""
    ours = create_index(folder / "ours.db", bytes(32), CasebookIndex()).db
    theirs = plain(folder / "theirs.db")
    taken = {"ours": 0.0, "theirs": 0.0}
    for number, batch in enumerate(chunks(bodies(count), BATCH)):
        rows, leaves = _leaves(number * BATCH, batch)
        recorder = Recorder(ours)
        before = time.process_time()
        ours.execute("BEGIN")
        ours.executemany(_TAKE, rows)
        CasebookIndex().apply(recorder, leaves)
        ours.execute("COMMIT")
        between = time.process_time()
        theirs.execute("BEGIN")
        theirs.executemany(_TAKE, rows)
        for sql, values in recorder.inserts:
            theirs.executemany(sql, values)
        theirs.execute("COMMIT")
        taken["ours"] += between - before
        taken["theirs"] += time.process_time() - between
    ours.close()
    theirs.close()
    sizes = [(folder / name).stat().st_size for name in ("ours.db", "theirs.db")]
    print(f"index of {count}: ours {taken['ours']:.1f} CPU-s, plain SQLite {taken['theirs']:.1f}")
    print(f"size: ours {sizes[0] >> 20} MiB, plain SQLite {sizes[1] >> 20} MiB")
    times, size = taken["ours"] / taken["theirs"], sizes[0] / sizes[1]
    return [
        figure("index-build", f"{times:.2f}", TIMES, ok=times <= TIMES),
        figure("index-size", f"{size:.3f}", SIZE, ok=size <= SIZE),
    ]


def _leaves(
    first: int, batch: Sequence[bytes]
) -> tuple[list[tuple[int, bytes, bytes]], list[Made]]:
    ids = [hashlib.sha256(body).digest() for body in batch]
    rows = [(n, id_, body) for n, (id_, body) in enumerate(zip(ids, batch, strict=True), first + 1)]
    return rows, [Made(id_.hex(), "s", body) for _, id_, body in rows]


def plain(path: Path) -> apsw.Connection:
    """The same tables without a cipher."""
    db = apsw.Connection(str(path))
    for name, value in (("page_size", 8192), ("journal_mode", "OFF"), ("synchronous", "OFF")):
        db.pragma(name, value)
    db.pragma("temp_store", 2)
    db.pragma("cache_size", -(64 << 10))
    db.execute(
        "CREATE TABLE leaves(n INTEGER PRIMARY KEY, id BLOB NOT NULL, segment INTEGER NOT NULL,"
        " tag TEXT NOT NULL, body BLOB); CREATE INDEX leaf_erased ON leaves(segment)"
        " WHERE tag = 'x'; CREATE INDEX leaf_id ON leaves(id)"
    )
    CasebookIndex().create(db)
    return db


def rebuilt(folder: Path, count: int) -> list[str]:
    """The index of a real vault, thrown away and built anew from its log."""
    full_vault(folder, count).close()
    before, held = time.process_time(), memory_mib()
    with Vault.rebuild(folder / "vault", folder / "device", PASSPHRASE, CasebookIndex()):
        taken = time.process_time() - before
    print(f"rebuild: {taken:.1f} CPU-s, {count / taken:.0f} statements/CPU-s", end="; ")
    print(f"memory at most {held:.0f} MiB before, {memory_mib():.0f} MiB after")
    held = memory_mib()
    return [figure("rebuild-memory", f"{held:.0f}MiB", f"{MEMORY}MiB", ok=held <= MEMORY)]


if __name__ == "__main__":
    main()
