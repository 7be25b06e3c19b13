"""The log of one vault as this device reads and writes it: objects in, segments out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

import apsw

from panoh.age import X25519Identity
from panoh.vault import rows
from panoh.vault.container import (
    MAX_OBJECT,
    MAX_PLAIN,
    is_keyring,
    read_object,
    seal,
    unseal,
)
from panoh.vault.device import DeviceKeys
from panoh.vault.errors import (
    BodyRefused,
    HistoryMissing,
    NewerFormat,
    ObjectDamaged,
    ObjectForeign,
    ObjectMissing,
    OtherVault,
    SavedNotIndexed,
    SegmentRefused,
    TooMuch,
    VaultError,
)
from panoh.vault.folder import VaultFolder
from panoh.vault.index import Index, Projection
from panoh.vault.keyring import Keyring, open_keyring
from panoh.vault.order import Orderer
from panoh.vault.publish import object_name, publish
from panoh.vault.segment import MAX_LEAVES, Place, Segment, cut, read_pack
from panoh.vault.units import Unit, read_table, table_text

Progress = Callable[[int, int], None]


@dataclass(slots=True)
class Log:
    """Folder, keys and index brought together; `bad` is what could not be read this session."""

    folder: VaultFolder
    keys: DeviceKeys
    index: Index
    projection: Projection
    rings: dict[str, Keyring] = field(default_factory=dict)
    bad: dict[str, VaultError] = field(default_factory=dict)
    _looked: dict[str, tuple[int, int]] = field(default_factory=dict)

    def catch_up(self, db: apsw.Connection, progress: Progress | None = None) -> None:
        """Take in every object of `m/` that the index does not know, and apply what can be."""
        listed = self.folder.meta_names()
        for name in [name for name in self.bad if name.endswith(".age") and name not in listed]:
            del self.bad[name]
        known = rows.object_kinds(db)
        for name, kind in known.items():
            if kind == "keyring" and name in listed and name not in self.rings:
                self._try(db, name)
        fresh = sorted(name for name in listed - known.keys() if self._changed(name))
        keyrings = [name for name in fresh if is_keyring(self.folder.meta / name)]
        for name in keyrings:
            self._try(db, name)
        if keyrings:
            # What no key opened may open now.
            again = rows.known_objects(db, "foreign") & listed
            fresh = sorted((set(fresh) | again) - set(keyrings))
        for done, name in enumerate(fresh, 1):
            self._try(db, name)
            if progress:
                progress(done, len(fresh))
        if fresh:
            Orderer(db, self.keys.vault).apply(self.projection)
            self._settle_epochs(db)

    def _settle_epochs(self, db: apsw.Connection) -> None:
        """Ask for one more epoch where two devices erased at once and each began the same.

        Neither's objects lack what the other erased.
        """
        newest = self.ring(db).epoch if self._proven(db) else 0
        keys = {str(ring.log) for _, ring in self._proven(db) if ring.epoch == newest}
        if len(keys) > 1 and newest:
            db.execute("UPDATE erased SET epoch = max(epoch, ?)", (newest + 1,))

    def commit(self, leaves: Sequence[tuple[bytes, bytes]]) -> list[str]:
        """Publish (tag, body) leaves as the next segments of this writer; return their ids.

        The index takes the leaves first, so that a fault in the projection stops the save before
        anything is published; its transaction closes last, so that nothing is only in the index.
        """
        _check(leaves)
        return self.commit_from(lambda _db: leaves)

    def commit_from(
        self, leaves_from: Callable[[apsw.Connection], Sequence[tuple[bytes, bytes]]]
    ) -> list[str]:
        """Publish leaves that are made once the index is held and all that arrived is known."""
        published = False
        try:
            with self.index.writing("save.index") as db:
                self.catch_up(db)
                segments = self._cut(db, leaves_from(db))
                ring = self.ring(db)
                data = pack(segments, ring)
                name = object_name(data)
                for segment in segments:
                    rows.add_segment(db, segment, name)
                rows.know_object(db, name, "pack", len(data), epoch=ring.epoch)
                Orderer(db, self.keys.vault).apply(self.projection)
                publish(self.folder.meta, data, point="save.pack", mine=self.folder.mine)
                published = True
        except VaultError as error:
            if published:
                raise SavedNotIndexed from error
            raise
        return [line.hash.hex() for segment in segments for line in segment.lines]

    def check_same_vault(self) -> None:
        """Raise OtherVault when the folder holds objects, but none that this vault's keys know."""
        listed = self.folder.meta_names()
        if not rows.known_objects(self.index.db, "pack") & listed:
            raise OtherVault(folder=self.folder.path)

    def add_unit(self, unit: Unit) -> None:
        """Publish the table that opens a file whose parts are published already."""
        with self.index.writing("file.index") as db:
            self.catch_up(db)
            ring = self.ring(db)
            data = seal(table_text([unit]), ring.table.recipient())
            name = object_name(data)
            rows.add_unit(db, unit, name)
            rows.know_object(db, name, "units", len(data), epoch=ring.epoch)
            publish(self.folder.meta, data, point="file.table", mine=self.folder.mine)

    def open_pack(self, data: bytes, name: str) -> tuple[bytes, int]:
        """Decrypt and unpack a pack; return its text and the epoch of the key that opened it.

        Raises ObjectForeign or ObjectDamaged.
        """
        return _opened(data, name, [(ring.epoch, ring.log) for ring in self.rings.values()])

    def open_table(self, data: bytes, name: str) -> tuple[bytes, int]:
        """Decrypt and unpack a unit table, like open_pack."""
        return _opened(data, name, [(ring.epoch, ring.table) for ring in self.rings.values()])

    def ring(self, db: apsw.Connection) -> Keyring:
        """Return the keyring to write with: the newest that a writer of this vault signed."""
        proven = self._proven(db)
        if not proven:
            raise ObjectMissing(name="the keyring")
        return min(proven, key=lambda pair: (-pair[1].epoch, pair[0]))[1]

    def _proven(self, db: apsw.Connection) -> list[tuple[str, Keyring]]:
        writers = rows.heads(db)
        return [(name, ring) for name, ring in self.rings.items() if ring.writer in writers]

    def _changed(self, name: str) -> bool:
        """Tell whether to look (again) at an object: a damaged one may have been copied anew."""
        try:
            stat = (self.folder.meta / name).stat()
        except OSError:
            return False
        now, before = (stat.st_size, stat.st_mtime_ns), self._looked.get(name)
        self._looked[name] = now
        return before != now or name not in self.bad

    def _try(self, db: apsw.Connection, name: str) -> None:
        self.bad.pop(name, None)
        try:
            self._ingest(db, name, read_object(self.folder.meta / name))
        except ObjectMissing:
            # Rolled up and removed by another process of this device since it was listed.
            return
        except (ObjectForeign, SegmentRefused) as error:
            kind = "foreign" if isinstance(error, ObjectForeign) else "refused"
            reason = str(error.values.get("reason", ""))
            rows.know_object(db, name, kind, 0, reason=reason)
        except (ObjectDamaged, NewerFormat) as error:
            self.bad[name] = error

    def _ingest(self, db: apsw.Connection, name: str, data: bytes) -> None:
        if is_keyring(self.folder.meta / name):
            self._keyring(db, name, data)
            return
        try:
            text, epoch = self.open_pack(data, name)
        except ObjectForeign:
            text, epoch = self.open_table(data, name)
            for unit in read_table(text, name=name):
                rows.add_unit(db, unit, name)
            rows.know_object(db, name, "units", len(data), epoch=epoch)
        else:
            for segment in list(read_pack(text, name=name, vault=self.keys.vault)):
                rows.add_segment(db, segment, name)
            rows.know_object(db, name, "pack", len(data), epoch=epoch)

    def _keyring(self, db: apsw.Connection, name: str, data: bytes) -> None:
        try:
            ring = open_keyring(data, self.keys.identity, name=name)
        except ObjectForeign:
            # Wrapped to other devices: nothing to worry about.
            rows.know_object(db, name, "sealed", len(data))
            return
        if ring.vault != self.keys.vault:
            raise SegmentRefused(name=name, reason="a keyring belongs to another vault")
        self.rings[name] = ring
        rows.know_object(db, name, "keyring", len(data), epoch=ring.epoch)

    def _cut(self, db: apsw.Connection, leaves: Sequence[tuple[bytes, bytes]]) -> list[Segment]:
        heads = rows.heads(db)
        if self.keys.writer not in heads:
            # Starting over at number 0 would write it twice once the first one comes back.
            raise HistoryMissing(missing=f"{self.keys.writer[:8]} 0")
        seq, prev = heads.pop(self.keys.writer)
        segments: list[Segment] = []
        for start in range(0, len(leaves), MAX_LEAVES):
            place = Place(
                vault=self.keys.vault,
                seq=seq + 1,
                prev=prev,
                epoch=self.ring(db).epoch,
                seen=heads,
                at=now(),
            )
            segments.append(cut(self.keys.signing, place, leaves[start : start + MAX_LEAVES]))
            seq, prev = seq + 1, segments[-1].hash
        return segments


def pack(segments: Sequence[Segment], ring: Keyring) -> bytes:
    """Seal segments as one object; raises TooMuch when it would pass what readers accept."""
    text = b"".join(segment.raw for segment in segments)
    if len(text) > MAX_PLAIN:
        raise TooMuch(what="more than 256 MiB")
    data = seal(text, ring.log.recipient())
    if len(data) > MAX_OBJECT:
        raise TooMuch(what="more than 32 MiB when compressed")
    return data


def _opened(
    data: bytes, name: str, keys: Sequence[tuple[int, X25519Identity]]
) -> tuple[bytes, int]:
    """Try the keys of each epoch, the newest first."""
    for epoch in sorted({epoch for epoch, _ in keys}, reverse=True):
        try:
            identities = [key for number, key in keys if number == epoch]
            return unseal(data, identities, name=name), epoch
        except ObjectForeign:
            continue
    raise ObjectForeign(name=name)


def now() -> str:
    """Return the present as RFC 3339 UTC with milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _check(leaves: Sequence[tuple[bytes, bytes]]) -> None:
    for _, body in leaves:
        if not body or b"\n" in body:
            raise BodyRefused
