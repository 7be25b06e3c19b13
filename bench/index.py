"""Building the index against plain SQLite, and rebuilding it from the log of a real vault.

`python bench/index.py [--quick]`. The peers are the same SQLite library with the same tables and
settings. One takes the very rows that ours inserted, those of the projection included, without a
cipher: it neither reads statements nor folds them. Another takes these rows into an encrypted
index: what cipher and inserts cost without the fold. The last is the same program without a cipher.
All take each batch in turns, into files in memory, and a figure is the ratio of their CPU.

`index-build` is short of its bar. Three quarters of the time are neither cipher nor inserts but the
fold, in Python: about 50 microseconds for a statement, beside 15 for all its rows in plain SQLite.
Of the fold, a quarter makes the keys of names (half of that for words written together), a fifth
reads and checks the JSON, a fifth folds the fields, a sixth makes the rows of lists, and the rest
sorts and numbers. `index-rows` and `index-cipher` show the other two parts apart.
"""

import hashlib
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
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
Row = tuple[int, bytes, bytes]
_TAKE = "INSERT INTO leaves VALUES(?, ?, 1, 's', ?)"


@dataclass(frozen=True)
class Made:
    """A leaf as the log hands it over."""

    n: int
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

    def replay(self, db: apsw.Connection) -> None:
        """Insert the same rows into another database."""
        for sql, values in self.inserts:
            db.executemany(sql, values)


def main() -> None:
    """Measure and print one line per figure."""
    if sys.argv[1:2] == ["--rebuild"]:
        rebuild(Path(sys.argv[2]))
        return
    quick = quickly("building the index against plain SQLite")
    count = 40_000 if quick else 1_000_000
    memory = Path("/dev/shm")  # noqa: S108 - a private folder in it; a disk would only add noise
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as name:
        figures = built(Path(name), count)
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as name:
        figures.append(rebuilt(Path(name), count))
    print("\n".join(figures))


def built(folder: Path, count: int) -> list[str]:
    """Ours, the same rows without the fold, plain and sealed, and the same program unsealed."""
    ours, sealed = (
        create_index(folder / name, bytes(32), CasebookIndex()).db for name in ("ours.db", "sealed")
    )
    rows_only, same = plain(folder / "rows.db"), plain(folder / "same.db")
    taken = [0.0, 0.0, 0.0, 0.0]
    for number, batch in enumerate(chunks(bodies(count), BATCH)):
        rows, leaves = _leaves(number * BATCH, batch)
        recorder = Recorder(ours)
        taken[0] += _own(ours, rows, partial(CasebookIndex().apply, recorder, leaves))
        taken[1] += _own(rows_only, rows, partial(recorder.replay, rows_only))
        taken[2] += _own(same, rows, partial(CasebookIndex().apply, same, leaves))
        taken[3] += _own(sealed, rows, partial(recorder.replay, sealed))
    for db in (ours, rows_only, same, sealed):
        db.close()
    sizes = [(folder / name).stat().st_size for name in ("ours.db", "rows.db")]
    print(f"index of {count}: ours {taken[0]:.1f} CPU-s", end=", ")
    print(f"its rows into plain SQLite {taken[1]:.1f}, all the same but the cipher {taken[2]:.1f}")
    print(f"its rows into an encrypted index {taken[3]:.1f}", end=", ")
    print(f"so the fold takes {taken[0] - taken[3]:.1f} CPU-s, {_share(taken):.0%} of ours")
    print(f"size: ours {sizes[0] >> 20} MiB, plain SQLite {sizes[1] >> 20} MiB")
    times, cipher, only_rows = taken[0] / taken[1], taken[0] / taken[2], taken[3] / taken[1]
    size = sizes[0] / sizes[1]
    return [
        figure("index-build", f"{times:.2f}", TIMES, ok=times <= TIMES),
        figure("index-rows", f"{only_rows:.2f}", TIMES, ok=only_rows <= TIMES),
        figure("index-cipher", f"{cipher:.2f}", TIMES, ok=cipher <= TIMES),
        figure("index-size", f"{size:.3f}", SIZE, ok=size <= SIZE),
    ]


def _share(taken: Sequence[float]) -> float:
    return 1 - taken[3] / taken[0]


def _own(db: apsw.Connection, rows: list[Row], work: Callable[[], None]) -> float:
    """CPU seconds to take the leaves and do the work, in one transaction."""
    before = time.process_time()
    db.execute("BEGIN")
    db.executemany(_TAKE, rows)
    work()
    db.execute("COMMIT")
    return time.process_time() - before


def _leaves(first: int, batch: Sequence[bytes]) -> tuple[list[Row], list[Made]]:
    ids = [hashlib.sha256(body).digest() for body in batch]
    rows = [(n, id_, body) for n, (id_, body) in enumerate(zip(ids, batch, strict=True), first + 1)]
    return rows, [Made(n, id_.hex(), "s", body) for n, id_, body in rows]


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


def rebuilt(folder: Path, count: int) -> str:
    """The index of a real vault, built anew from its log by a process of its own."""
    full_vault(folder, count).close()
    command = [sys.executable, __file__, "--rebuild", folder]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    print(said, end="")
    held = float(said.split()[-2])
    return figure("rebuild-memory", f"{held:.0f}MiB", f"{MEMORY}MiB", ok=held <= MEMORY)


def rebuild(folder: Path) -> None:
    """Build the index anew; print the time and the memory."""
    before = time.process_time()
    with Vault.rebuild(folder / "vault", folder / "device", PASSPHRASE, CasebookIndex()) as vault:
        taken = time.process_time() - before
        count = vault.db.execute("SELECT count(*) FROM said").fetchone()[0]
    rate = f"{count / taken:.0f} statements/CPU-s"
    print(f"rebuild: {taken:.1f} CPU-s, {rate}, at most {memory_mib():.0f} MiB")


if __name__ == "__main__":
    main()
