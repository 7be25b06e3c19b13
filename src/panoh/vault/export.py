"""Everything a vault holds as one sealed file: a tar stream in one age file, for stock tools.

Holds `README.txt`, `statements.jsonl`, `files/<SHA-256>` and, if some file could not be read,
`missing.txt`. Nothing is unpacked on a disk on the way.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from tarfile import GNU_FORMAT, USTAR_FORMAT, TarInfo
from typing import BinaryIO, cast

import msgspec

from panoh.age import Recipient, encrypt_stream
from panoh.vault import rows
from panoh.vault.errors import ObjectDamaged, WriteFailed
from panoh.vault.files import StoredFile, read_file
from panoh.vault.index import Leaf
from panoh.vault.log import Log, now
from panoh.vault.reseal import units_in

_BLOCK = 512
_README = """Everything in one vault, for its members. Whoever opens this can read all of it.

vault {vault}
made {at}
statements {statements}

statements.jsonl: one statement on each line, with its number, its writer and when it was written
files/: the stored files, each under the SHA-256 of its bytes
missing.txt: if it is there, the files that could not be read
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What an export holds, and the digests of stored files that could not be read."""

    statements: int
    files: int
    missing: tuple[str, ...]


class _Line(msgspec.Struct, frozen=True):
    id: str
    writer: str
    seq: int
    at: str
    statement: msgspec.Raw


def export(log: Log, target: BinaryIO, recipients: Sequence[Recipient]) -> Exported:
    """Write the sealed export into an open file; the caller makes it last.

    A stored file that is damaged or missing stops nothing; it is named. Raises WriteFailed, and
    AgeError for recipients that do not go together.
    """
    db = log.index.db
    db.execute("BEGIN")  # one moment of the vault, whatever another window saves meanwhile
    try:
        parts = _Parts(log)
        encrypt_stream(cast("BinaryIO", _Pulled(parts.all())), target, recipients)
    except OSError as error:
        raise WriteFailed(name="the export", reason=str(error.strerror)) from error
    finally:
        db.execute("ROLLBACK")
    return Exported(
        statements=parts.statements, files=parts.files, missing=tuple(sorted(parts.missing))
    )


class _Parts:
    """The bytes of the tar stream, one piece after the other, and what was counted on the way."""

    def __init__(self, log: Log) -> None:
        self._log = log
        self.statements = self.files = 0
        self.missing: set[str] = set()

    def all(self) -> Iterator[bytes]:
        size = 0
        for line in self._lines():
            self.statements += 1
            size += len(line)
        told = {"vault": self._log.keys.vault, "at": now(), "statements": self.statements}
        yield from _whole("README.txt", _README.format(**told).encode())
        yield from _member("statements.jsonl", size, self._lines())
        yield from self._files()
        if self.missing:
            yield from _whole("missing.txt", "".join(f"{one}\n" for one in self.missing).encode())
        yield bytes(2 * _BLOCK)

    def _lines(self) -> Iterator[bytes]:
        for leaf in rows.all_leaves(self._log.index.db):
            if leaf.tag == "s" and leaf.body is not None:
                yield _line(leaf)

    def _files(self) -> Iterator[bytes]:
        done: set[str] = set()
        gone = rows.erased(self._log.index.db)
        for table in sorted(rows.unit_tables(self._log.index.db)):
            for unit in units_in(self._log, table):
                if unit.sha256 in done or unit.id in gone:
                    continue
                stored = StoredFile(
                    sha256=unit.sha256, size=unit.size, unit=unit.id, parts=unit.parts
                )
                try:
                    pieces = read_file(self._log.folder, stored, [unit.key])
                except ObjectDamaged:
                    self.missing.add(unit.sha256)
                    continue
                done.add(unit.sha256)
                self.missing.discard(unit.sha256)
                self.files += 1
                yield from _member(f"files/{unit.sha256}", unit.size, pieces)


class _Pulled(io.RawIOBase):
    """A file to read whose bytes are made as they are asked for."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces, self._left = pieces, memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._left:
            piece = next(self._pieces, None)
            if piece is None:
                return 0
            self._left = memoryview(piece)
        size = min(len(buffer), len(self._left))
        buffer[:size], self._left = self._left[:size], self._left[size:]
        return size


def _line(leaf: Leaf) -> bytes:
    line = _Line(leaf.id, leaf.writer, leaf.seq, leaf.at, msgspec.Raw(leaf.body or b""))
    return msgspec.json.encode(line) + b"\n"


def _whole(name: str, data: bytes) -> Iterator[bytes]:
    yield from _member(name, len(data), iter([data]))


def _member(name: str, size: int, pieces: Iterator[bytes]) -> Iterator[bytes]:
    info = TarInfo(name)
    info.size, info.mode = size, 0o600
    # Times and owners would tell about the computer it was made on; sizes from 8 GiB need GNU's.
    yield info.tobuf(format=USTAR_FORMAT if size < 8 << 30 else GNU_FORMAT)
    yield from pieces
    yield bytes(-size % _BLOCK)
