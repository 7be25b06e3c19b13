"""The encrypted index of one device: a projection of the log that can always be rebuilt."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import apsw

from panoh.vault.errors import IndexReplaced, IndexUnreadable, WriteFailed
from panoh.vault.points import reach

SCHEMA = 2
_BUSY_MS = 60_000
# Ids are random, so each leaf touches another page of their index: 64 MiB hold a million.
_CACHE_KIB = 64 << 10

_TABLES = """
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE objects(
  name TEXT PRIMARY KEY,
  kind TEXT NOT NULL,     -- pack, keyring, units, sealed (to others), foreign, refused, old
  size INTEGER NOT NULL,
  reason TEXT NOT NULL,   -- why it was refused
  epoch INTEGER NOT NULL  -- of the keys that open it; of a keyring, its own
) WITHOUT ROWID;
CREATE TABLE segments(
  n INTEGER PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  writer TEXT NOT NULL,
  seq INTEGER NOT NULL,
  prev TEXT NOT NULL,
  seen TEXT NOT NULL,     -- hashes of headers that come before, space between
  at TEXT NOT NULL,
  first INTEGER NOT NULL, -- leaves first .. first + count - 1
  count INTEGER NOT NULL,
  object TEXT NOT NULL,
  place INTEGER           -- order of application; NULL while it waits, -1 when refused
);
CREATE INDEX segment_object ON segments(object);
CREATE UNIQUE INDEX segment_place ON segments(place) WHERE place >= 0;
CREATE INDEX segment_waiting ON segments(writer, seq) WHERE place IS NULL;
CREATE INDEX segment_refused ON segments(object) WHERE place = -1;
CREATE TABLE heads(
  writer TEXT PRIMARY KEY,
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL,
  fork INTEGER            -- the first number that stands in two applied segments
) WITHOUT ROWID;
CREATE TABLE leaves(
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL,
  segment INTEGER NOT NULL,
  tag TEXT NOT NULL,
  body BLOB
);
CREATE INDEX leaf_erased ON leaves(segment) WHERE tag = 'x';
CREATE INDEX leaf_control ON leaves(segment) WHERE tag = 'c';
CREATE INDEX leaf_id ON leaves(id); -- not unique: a stranger may copy a line into a save of its own
CREATE TABLE erased(
  id TEXT PRIMARY KEY,    -- a statement or a stored file that was ordered to go
  epoch INTEGER NOT NULL  -- the first epoch that does not know it
) WITHOUT ROWID;
CREATE TABLE units(
  id TEXT,
  key TEXT,
  object TEXT NOT NULL,
  PRIMARY KEY(id, key)    -- a second key for one file does not push out the first
) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One statement or control statement as it stands in the log; an erased one has no body.

    `n` is its row in this index.
    """

    n: int
    id: str
    tag: str
    body: bytes | None
    writer: str
    seq: int
    pos: int
    at: str


class Projection(Protocol):
    """What the layer above keeps in the same index, in the same transaction as the log."""

    version: int

    def create(self, db: apsw.Connection) -> None:
        """Make the tables in an empty index."""

    def apply(self, db: apsw.Connection, leaves: Sequence[Leaf]) -> None:
        """Take in new leaves, causally ordered; never called twice with the same leaf."""


@dataclass(slots=True)
class Index:
    """An open index and the file it was opened from."""

    db: apsw.Connection
    path: Path
    inode: int

    @contextmanager
    def writing(self, point: str) -> Iterator[apsw.Connection]:
        """Hold the index for writing: one process of this device at a time.

        Commits on leaving, rolls back on any error; `point` names the place in the program, for
        tests that stop there. Raises WriteFailed, IndexUnreadable, and IndexReplaced when another
        process rebuilt the index in between.
        """
        with sql_errors(self.path.name):
            self.db.execute("BEGIN IMMEDIATE")
            try:
                self._check_current()
                yield self.db
                reach(f"{point}.commit")
                self.db.execute("COMMIT")
            except BaseException:
                if self.db.in_transaction:
                    self.db.execute("ROLLBACK")
                raise

    def _check_current(self) -> None:
        if not self.path.exists() or self.path.stat().st_ino != self.inode:
            raise IndexReplaced

    def close(self) -> None:
        """Close the connection; the key leaves with it."""
        self.db.close()


@contextmanager
def sql_errors(name: str) -> Iterator[None]:
    """Turn what SQLite says about disks and broken pages into the vault's errors."""
    try:
        yield
    except (apsw.NotADBError, apsw.CorruptError) as error:
        raise IndexUnreadable from error
    except apsw.BusyError as error:
        raise WriteFailed(name=name, reason="another window is still writing") from error
    except (apsw.FullError, apsw.IOError, apsw.ReadOnlyError, apsw.CantOpenError) as error:
        raise WriteFailed(name=name, reason="the disk is full or not writable") from error
    except OSError as error:
        raise WriteFailed(name=name, reason=str(error.strerror)) from error


def create_index(path: Path, key: bytes, projection: Projection) -> Index:
    """Make an empty index; the caller syncs the file before it counts on it."""
    with sql_errors(path.name):
        reach("rebuild.new.touch")
        path.touch(mode=0o600)
    index = _connect(path, key)
    try:
        with sql_errors(path.name):
            # A half-built file is thrown away, so nothing needs a journal while it is built.
            index.db.pragma("journal_mode", "OFF")
            index.db.pragma("synchronous", "OFF")
            index.db.execute(_TABLES)
            projection.create(index.db)
            made_by = [("schema", str(SCHEMA)), ("projection", str(projection.version))]
            index.db.executemany("INSERT INTO meta VALUES(?, ?)", made_by)
    except BaseException:
        index.close()
        raise
    return index


def open_index(path: Path, key: bytes) -> Index:
    """Open an index that exists; raises IndexUnreadable when it cannot be decoded."""
    index = _connect(path, key)
    try:
        with sql_errors(path.name):
            index.db.pragma("journal_mode", "WAL")
            index.db.pragma("synchronous", "FULL")
            index.db.execute("SELECT count(*) FROM sqlite_master").fetchall()
    except BaseException:
        index.close()
        raise
    return index


def fits(index: Index, projection: Projection) -> bool:
    """Tell whether the index was made by this schema and this projection."""
    with sql_errors(index.path.name):
        try:
            meta = dict(index.db.execute("SELECT key, value FROM meta"))
        except apsw.SQLError:
            return False
    return meta == {"schema": str(SCHEMA), "projection": str(projection.version)}


def _connect(path: Path, key: bytes) -> Index:
    with sql_errors(path.name):
        db = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE)
        db.set_busy_timeout(_BUSY_MS)
        db.pragma("cipher", "chacha20")
        db.pragma("key", f"raw:{key.hex()}")
        db.pragma("page_size", 8192)
        db.pragma("temp_store", 2)
        db.pragma("cache_size", -_CACHE_KIB)
        db.pragma("secure_delete", 1)
        return Index(db, path, path.stat().st_ino)
