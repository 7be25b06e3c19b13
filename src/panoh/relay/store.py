"""What a relay keeps: one SQLite file that only its user may read, and a mark beside it.

Every change is one transaction that is on the disk before anybody hears of it. A file that is
missing, damaged or older than the mark is never replaced by an empty one.
"""

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock, get_native_id
from typing import Any

import apsw
import msgspec

from panoh.checkin.receipt import id_of, new_seed
from panoh.model.messages import mark as _
from panoh.relay import clock
from panoh.relay.clock import Base, Clock, SystemClock
from panoh.relay.errors import RelayExists, RelayUnsafe, RelayWriteFailed
from panoh.relay.sealing import sealed, unsealed

SCHEMA = 1
BEAT = 10  # seconds between two signs of life
_BUSY_MS = 30_000
_RESERVE = 4 << 20  # let go when the disk is full, so that alarms still go out

_TABLES = """
CREATE TABLE meta(one INTEGER PRIMARY KEY CHECK(one = 1), body BLOB NOT NULL);
CREATE TABLE people(
  id TEXT PRIMARY KEY,        -- the public key of whoever gives the orders
  ref TEXT NOT NULL UNIQUE,   -- what messages call them
  door TEXT NOT NULL UNIQUE,  -- the secret part of the link to their page
  number INTEGER NOT NULL,    -- of the last order
  nonce TEXT NOT NULL DEFAULT '', -- of the same: two devices may have used one number
  plan BLOB NOT NULL,
  state BLOB NOT NULL,
  due INTEGER,                -- while watched; NULL otherwise
  alarm INTEGER NOT NULL DEFAULT 0, -- whether one is open, seen by the owner or not
  next_at INTEGER,            -- when time alone changes something
  wrong INTEGER NOT NULL DEFAULT 0,
  wrong_at INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX people_next ON people(next_at) WHERE next_at IS NOT NULL;
CREATE TABLE outbox(
  n INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,   -- the same message is never in here twice
  person TEXT NOT NULL,
  contact TEXT NOT NULL,      -- number of a contact, or owner
  kind TEXT NOT NULL,
  alarm TEXT NOT NULL,
  body BLOB NOT NULL,         -- addresses, language, link
  way INTEGER NOT NULL,       -- which address is tried
  way_since INTEGER,          -- since when, NULL before the first try
  tries INTEGER NOT NULL DEFAULT 0,
  urgent INTEGER NOT NULL,
  next_try INTEGER,           -- NULL: nothing is left to do
  expires INTEGER,
  lease INTEGER NOT NULL DEFAULT 0,
  worker TEXT NOT NULL DEFAULT '',
  born INTEGER NOT NULL,
  done TEXT NOT NULL DEFAULT '',
  done_at INTEGER
);
CREATE INDEX outbox_next ON outbox(urgent DESC, next_try) WHERE next_try IS NOT NULL;
CREATE INDEX outbox_person ON outbox(person, alarm);
CREATE INDEX outbox_done ON outbox(done_at) WHERE done_at IS NOT NULL;
CREATE TABLE links(
  token TEXT PRIMARY KEY,
  person TEXT NOT NULL,
  contact TEXT NOT NULL,
  alarm TEXT NOT NULL,
  born INTEGER NOT NULL,
  UNIQUE(person, alarm, contact)
) WITHOUT ROWID;
CREATE TABLE history(
  n INTEGER PRIMARY KEY,
  person TEXT NOT NULL,
  at INTEGER NOT NULL,
  what TEXT NOT NULL,
  by TEXT NOT NULL,
  why TEXT NOT NULL
);
CREATE INDEX history_person ON history(person, at);
CREATE INDEX history_at ON history(at);
CREATE TABLE invites(hash TEXT PRIMARY KEY, born INTEGER NOT NULL) WITHOUT ROWID;
"""


class Meta(msgspec.Struct, kw_only=True):
    """What the relay knows of itself."""

    relay: str
    seed: str  # the private key of its receipts, in hex
    base: Base
    alive: float
    beat: int = 0  # grows with every sign of life; the mark beside the database follows it
    tidied: float = 0


#: The threads of a process take turns here: SQLite would have them sleep and try again, and one
#: check-in in a hundred waited over a second for others that took a millisecond.
_TURN = Lock()


@dataclass(frozen=True, slots=True)
class Paths:
    """The files of a relay. The mark may lie elsewhere, so that a backup does not bring it back."""

    folder: Path
    mark: Path

    @property
    def database(self) -> Path:
        """The database."""
        return self.folder / "relay.db"

    @property
    def reserve(self) -> Path:
        """Room that is given up when the disk is full."""
        return self.folder / "relay.reserve"


def paths(folder: Path, mark: Path | None = None) -> Paths:
    """The files of a relay in a folder."""
    return Paths(folder, mark or folder / "relay.mark")


Row = tuple[Any, ...]


def rows(db: apsw.Connection, sql: str, values: Sequence[object] = ()) -> list[Row]:
    """What a query or a returning change finds."""
    return db.execute(sql, tuple(values)).fetchall()


@dataclass(slots=True)
class Transaction:
    """One change in the making: the database and the time it happens at."""

    db: apsw.Connection
    meta: Meta
    now: int
    restored: bool
    doubted: bool = False


@dataclass(slots=True)
class Store:
    """An open relay; one for each thread."""

    db: apsw.Connection
    files: Paths
    clock: Clock
    reach: Callable[[str], None]
    #: Whether the database was found older than the mark; until somebody has told the people.
    restored: bool = False
    #: Whether nothing has been changed yet: the first change finds out how long nobody watched.
    fresh: bool = True
    #: Whether the mark could not be written; the sweep says so.
    unmarked: bool = False

    @contextmanager
    def changing(self) -> Iterator[Transaction]:
        """Hold the relay for one change: written and synced on leaving, or nothing at all."""
        with _TURN, told_plainly():
            self.db.execute("BEGIN IMMEDIATE")
            try:
                made = self._begun()
                yield made
                beaten = self._beat(made)
                self.reach("commit")
                self.db.execute("COMMIT")
            except BaseException:
                with suppress(apsw.Error):
                    if self.db.in_transaction:
                        self.db.execute("ROLLBACK")
                raise
            self.fresh = False
            self.reach("committed")
            if beaten:
                self._leave_mark(made.meta)

    def _leave_mark(self, meta: Meta) -> None:
        """The change is on the disk: a mark that cannot be written must not deny it."""
        try:
            _write_mark(self.files.mark, meta)
            self.unmarked = False
        except OSError:
            self.unmarked = True

    def _begun(self) -> Transaction:
        meta = self.meta()
        before = meta.base.doubt
        base = clock.read(meta.base, self.clock.ticks(), meta.alive)
        meta.base = base
        if self.restored:
            # Another process may have seen to it by now.
            self.restored = _older_than_mark(self.files.mark, meta)
        made = Transaction(self.db, meta, int(base.time), restored=self.restored)
        made.doubted = bool(base.doubt) and not before
        return made

    def meta(self) -> Meta:
        """What the relay knows of itself."""
        with told_plainly():
            row = self.db.execute("SELECT body FROM meta").fetchone()
        if row is None:
            raise RelayUnsafe(reason=_("its database is not whole"))
        return _meta.decode(unsealed(row[0]))

    def keep(self, meta: Meta) -> None:
        """Write down what the relay knows of itself."""
        self.db.execute("UPDATE meta SET body = ?", (sealed(msgspec.json.encode(meta)),))

    def now(self) -> int:
        """The time by which the relay goes."""
        meta = self.meta()
        return int(clock.read(meta.base, self.clock.ticks(), meta.alive).time)

    def _beat(self, made: Transaction) -> bool:
        """Give a sign of life with this change, if it is time; whether it was."""
        meta, mark = made.meta, _read_mark(self.files.mark) if made.restored else None
        passed = meta.base.time - meta.alive
        if 0 <= passed < BEAT and not (made.doubted or made.restored):
            return False
        meta.alive = meta.base.time
        meta.beat = max(meta.beat, mark[1] if mark else 0) + 1
        self.keep(meta)
        return True

    def settle(self) -> None:
        """Put the log into the database and empty it, so that what was forgotten is gone."""
        with told_plainly(), suppress(apsw.BusyError):
            self.db.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)

    def reserve_again(self) -> None:
        """Make the reserve anew once there is room for ten times as much."""
        with suppress(OSError):
            free = shutil.disk_usage(self.files.folder).free
            if not self.files.reserve.exists() and free > 10 * _RESERVE:
                _reserve(self.files.reserve)

    def make_room(self) -> bool:
        """Give up the reserve; whether there was one."""
        try:
            self.files.reserve.unlink()
        except OSError:
            return False
        return True

    def close(self) -> None:
        """Close the connection."""
        self.db.close()


_meta = msgspec.json.Decoder(Meta)


def create(files: Paths, system: Clock | None = None) -> str:
    """Make a relay that watches nobody yet; return its id. Raises RelayExists."""
    if files.database.exists() or files.mark.exists():
        raise RelayExists
    ticks = (system or SystemClock()).ticks()
    seed, base = new_seed(), clock.begin(ticks)
    meta = Meta(relay=id_of(seed), seed=seed.hex(), base=base, alive=ticks.wall)
    with told_plainly():
        files.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        files.database.touch(mode=0o600)
        db = _connect(files.database)
        try:
            db.execute("BEGIN IMMEDIATE")
            db.execute(_TABLES)
            db.execute("INSERT INTO meta VALUES(1, ?)", (sealed(msgspec.json.encode(meta)),))
            db.pragma("user_version", SCHEMA + 1)
            db.execute("COMMIT")
        finally:
            db.close()
        _write_mark(files.mark, meta)
        _reserve(files.reserve)
    return meta.relay


def open_store(
    files: Paths,
    system: Clock | None = None,
    reach: Callable[[str], None] = lambda _: None,
    *,
    check: bool = False,
) -> Store:
    """Open a relay that exists; raises RelayUnsafe and never makes anything new.

    `check` reads every page first, which is done once when the relay starts.
    """
    if not files.database.exists():
        raise RelayUnsafe(reason=_("its database is missing"))
    with told_plainly():
        db = _connect(files.database)
        try:
            _look_through(db, thoroughly=check)
        except BaseException:
            db.close()
            raise
    store = Store(db, files, system or SystemClock(), reach)
    store.restored = _older_than_mark(files.mark, store.meta())
    return store


def _look_through(db: apsw.Connection, *, thoroughly: bool) -> None:
    version = db.pragma("user_version")
    if version == 0:
        raise RelayUnsafe(reason=_("its database is not whole"))
    if version != SCHEMA + 1:
        raise RelayUnsafe(reason=_("its database was written by another version"))
    if thoroughly and db.pragma("integrity_check") != "ok":
        raise RelayUnsafe(reason=_("its database is damaged"))


def _connect(path: Path) -> apsw.Connection:
    db = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    db.set_busy_timeout(_BUSY_MS)
    db.pragma("journal_mode", "WAL")
    db.pragma("synchronous", "FULL")
    db.pragma("secure_delete", "ON")
    return db


@contextmanager
def told_plainly() -> Iterator[None]:
    """Turn what SQLite and the disk say into the relay's errors."""
    try:
        yield
    except (apsw.NotADBError, apsw.CorruptError, apsw.SchemaChangeError) as error:
        raise RelayUnsafe(reason=_("its database is damaged")) from error
    except apsw.FullError as error:
        raise RelayWriteFailed(reason=_("the disk is full")) from error
    except (apsw.ReadOnlyError, apsw.CantOpenError, apsw.PermissionsError) as error:
        raise RelayWriteFailed(reason=_("the folder is not writable")) from error
    except (apsw.IOError, apsw.BusyError, apsw.LockedError) as error:
        raise RelayWriteFailed(
            reason=_("the disk does not answer, or is held by others")
        ) from error
    except OSError as error:
        raise RelayWriteFailed(reason=_("the folder is not writable")) from error


def _older_than_mark(path: Path, meta: Meta) -> bool:
    """Whether the mark has seen more than the database, or there is none that belongs to it."""
    mark = _read_mark(path)
    return mark is None or mark[0] != meta.relay or mark[1] > meta.beat


def _read_mark(path: Path) -> tuple[str, int] | None:
    try:
        relay, _space, beat = path.read_text(encoding="ascii").strip().partition(" ")
        return relay, int(beat)
    except (OSError, ValueError):
        return None


def _write_mark(path: Path, meta: Meta) -> None:
    """After a power cut it may be older than the database, which means nothing; but never empty."""
    beside = path.with_suffix(f".{get_native_id()}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    handle = os.open(beside, flags, 0o600)
    try:
        os.write(handle, f"{meta.relay} {meta.beat}\n".encode("ascii"))
        os.fsync(handle)
    finally:
        os.close(handle)
    beside.replace(path)


def _reserve(path: Path) -> None:
    path.touch(mode=0o600)
    with path.open("wb") as file:
        # Random, so that no file system keeps it as nothing.
        file.write(os.urandom(_RESERVE))
