"""An open vault: what the rest of the program holds in its hand."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

import apsw

from panoh.age import Recipient
from panoh.vault import files, marks, rows, selftest
from panoh.vault.create import make_vault
from panoh.vault.device import DeviceKeys, KdfCost, open_keys
from panoh.vault.drafts import Drafts
from panoh.vault.erase import Erased, erase
from panoh.vault.errors import ObjectDamaged, RecoveryDoesNotFit
from panoh.vault.export import Exported, export
from panoh.vault.files import StoredFile
from panoh.vault.findings import Finding
from panoh.vault.folder import DeviceFolder, VaultFolder, apart
from panoh.vault.index import Index, Leaf, Projection, sql_errors
from panoh.vault.leftovers import in_use
from panoh.vault.log import Log, Progress
from panoh.vault.notices import notices
from panoh.vault.prove import prove
from panoh.vault.rebuild import clear_kept, ready_index, rebuild_index
from panoh.vault.recover import enrol_by_recovery, parse_recovery, rings_of
from panoh.vault.remains import drafts_remain
from panoh.vault.renew import renew_if_needed
from panoh.vault.rollup import RolledUp, roll_up
from panoh.vault.segment import STATEMENT
from panoh.vault.verify import Report, verify

_PASSPHRASE_COST = KdfCost()


@dataclass(frozen=True, slots=True)
class Created:
    """A new vault and the text of its recovery identity, which is kept nowhere."""

    vault: "Vault"
    recovery_identity: str = field(repr=False)


class Vault:
    """One vault unlocked on one device; close it to lock. A context manager."""

    def __init__(self, log: Log, device: DeviceFolder, seen: marks.Marks) -> None:
        self._log, self._device, self._seen, self._open = log, device, seen, True
        self._held = ExitStack()
        self.drafts = Drafts(device.drafts, log.keys.index)
        self.notices: tuple[Finding, ...] = self._told()

    @classmethod
    def create(
        cls,
        folder: Path,
        device: Path,
        passphrase: str,
        projection: Projection,
        *,
        cost: KdfCost = _PASSPHRASE_COST,
    ) -> Created:
        """Make a vault and the first device; show the recovery identity once and have it tried.

        Raises FolderInUse unless both folders are new or empty and apart; WriteFailed.
        """
        selftest.once()
        recovery = make_vault(folder, device, passphrase, cost)
        return Created(cls.unlock(folder, device, passphrase, projection), recovery)

    @classmethod
    def unlock(
        cls,
        folder: Path,
        device: Path,
        passphrase: str,
        projection: Projection,
        *,
        progress: Progress | None = None,
    ) -> Self:
        """Open a vault and catch up with what has arrived in its folder.

        What is wrong but leaves the vault usable is in `notices`. Raises VaultNotFound,
        DeviceNotFound, WrongPassphrase, OtherVault, IndexUnreadable.
        """
        return cls._enter(folder, device, passphrase, projection, progress, ready_index)

    @classmethod
    def rebuild(
        cls,
        folder: Path,
        device: Path,
        passphrase: str,
        projection: Projection,
        *,
        progress: Progress | None = None,
    ) -> Self:
        """Open a vault with an index built anew from the log; an unreadable one is kept beside."""
        return cls._enter(folder, device, passphrase, projection, progress, rebuild_index)

    @classmethod
    def recover(
        cls,
        folder: Path,
        device: Path,
        recovery_identity: str,
        passphrase: str,
        projection: Projection,
        *,
        cost: KdfCost = _PASSPHRASE_COST,
        progress: Progress | None = None,
    ) -> Self:
        """Get in with the recovery identity from a new device folder, as a new writer.

        Raises RecoveryDoesNotFit, VaultNotFound, FolderInUse.
        """
        selftest.once()
        enrol_by_recovery(folder, device, recovery_identity, passphrase, cost)
        return cls.unlock(folder, device, passphrase, projection, progress=progress)

    @classmethod
    def _enter(
        cls,
        folder: Path,
        device: Path,
        passphrase: str,
        projection: Projection,
        progress: Progress | None,
        get_index: "_GetIndex",
    ) -> Self:
        selftest.once()
        vault, place = apart(folder, device)
        vault.meta_names()
        keys = open_keys(place.keys, passphrase)
        vault = vault.owned(keys.index)
        with ExitStack() as opened:
            left = opened.enter_context(in_use(vault, place))
            index = get_index(vault, place, keys, projection, progress)
            opened.callback(index.close)
            log = Log(vault, keys, index, projection)
            with index.writing("open.index") as db:
                log.catch_up(db, progress)
            log.check_same_vault()
            seen = _marks(log, place)
            renew_if_needed(log, place, passphrase, seen)
            with sql_errors(place.index.name):
                entered = cls(log, place, seen)
            entered.notices += left
            entered._held = opened.pop_all()
        return entered

    def _told(self) -> tuple[Finding, ...]:
        with sql_errors(self._device.index.name):
            told = notices(self._log, self._log.index.db, self._seen)
            return (*told, *self.drafts.findings())

    @property
    def id(self) -> str:
        """The SHA-256 of the genesis header, in hex."""
        return self._log.keys.vault

    @property
    def writer(self) -> str:
        """The public key, in hex, under which this device writes."""
        return self._log.keys.writer

    @property
    def db(self) -> apsw.Connection:
        """The index, for queries; only projections write to it, inside a save."""
        return self._log.index.db

    def save(self, bodies: Sequence[bytes]) -> list[str]:
        """Save statements (one line of JSON each) and return their ids in order.

        The steps: 1 hold the index, so that two processes of this device take turns · 2 take in
        what is new in the folder · 3 cut and sign segments from the head of the chain · 4 put
        the leaves into the index and run the projection, uncommitted · 5 publish one pack: write,
        fsync, rename, fsync folder · 6 commit the index · 7 return.
        A crash before 5 saved nothing; one after 5 saved everything, and the next opening takes
        it in. Raises WriteFailed, TooMuch, BodyRefused, SavedNotIndexed, IndexReplaced.
        """
        return self._log.commit([(STATEMENT, body) for body in bodies]) if bodies else []

    def leaf(self, ident: str) -> Leaf:
        """Return one leaf by its id; raises LeafUnknown."""
        with sql_errors(self._device.index.name):
            return rows.leaf(self.db, ident)

    def leaves(self, idents: Iterable[str]) -> list[Leaf]:
        """Return leaves in the order of the ids; raises LeafUnknown."""
        return [self.leaf(ident) for ident in idents]

    def all_leaves(self) -> Iterator[Leaf]:
        """Yield every leaf, each after all that its writer had seen."""
        with sql_errors(self._device.index.name):
            yield from rows.all_leaves(self.db)

    def prove(self, ident: str) -> bytes:
        """Return a file that shows one statement, its writer and place, and nothing else.

        Anybody can check it with check_proof, without a vault. Raises LeafUnknown, LeafErased.
        """
        with sql_errors(self._device.index.name):
            return prove(self._log, ident)

    def put_file(
        self, source: BinaryIO, progress: Callable[[int], None] | None = None
    ) -> StoredFile:
        """Store a file of any size; save a statement that refers to it afterwards.

        The order is parts, then the table with their key, then the caller's save.
        """
        unit = files.store_parts(self._log.folder, source, progress)
        self._log.add_unit(unit)
        return StoredFile(sha256=unit.sha256, size=unit.size, unit=unit.id, parts=unit.parts)

    def open_file(self, stored: StoredFile) -> Iterator[bytes]:
        """Give out a stored file in pieces, the whole verified before the first.

        Raises ObjectMissing or ObjectDamaged.
        """
        with sql_errors(self._device.index.name):
            keys = rows.unit_keys(self.db, stored.unit)
        return files.read_file(self._log.folder, stored, keys)

    def confirm_recovery(self, recovery_identity: str) -> None:
        """Try the recovery identity on this vault; raises RecoveryDoesNotFit."""
        rings = rings_of(self._log.folder, parse_recovery(recovery_identity))
        if all(ring.vault != self.id for ring in rings):
            raise RecoveryDoesNotFit

    def verify(self, *, deep: bool = False, progress: Progress | None = None) -> Report:
        """Check everything in the folder and the index; deep also reads every stored file."""
        report = verify(self._log, self._seen, deep=deep, progress=progress)
        return replace(report, findings=(*report.findings, *self.drafts.findings()))

    def roll_up(self, progress: Progress | None = None) -> RolledUp:
        """Merge small packs and tables into larger ones; old ones go once that is proven."""
        return roll_up(self._log, progress)

    def erase(self, leaves: Sequence[str], units: Sequence[str], basis: str) -> Erased:
        """Erase statements and stored files on this device and in the vault folder.

        `basis` says why and stays in the log for ever. With nothing named, what was interrupted
        is finished. An error after the order was published leaves the vault as it is, told by a
        notice at the next opening; if the index could not be built anew, the vault is locked.
        Raises LeafUnknown, ObjectMissing, ErasingRefused, WriteFailed, SavedNotIndexed.
        """
        done = erase(self._log, self._seen, leaves, units, basis)
        # The old index is deleted, not cleaned: nothing of it can be forgotten in a corner.
        old, self._open = self._log, False
        old.index.close()
        index = rebuild_index(old.folder, self._device, old.keys, old.projection, None)
        try:
            clear_kept(self._device.path)
            log = Log(old.folder, old.keys, index, old.projection)
            with index.writing("open.index") as db:
                log.catch_up(db)
        except BaseException:
            index.close()
            raise
        self._log, self._open = log, True
        self.notices = self._told()
        return replace(done, remains=(*done.remains, *drafts_remain(len(self.drafts.all()))))

    def export(self, target: BinaryIO, recipients: Sequence[Recipient]) -> Exported:
        """Write everything into one sealed file for whoever holds the keys to these recipients.

        A tar stream in one age file, readable without this program; the caller syncs the target.
        """
        with sql_errors(self._device.index.name):
            return export(self._log, target, recipients)

    def close(self) -> None:
        """Write down how far this device has seen, and lock; closing twice does nothing."""
        with self._held:
            if not self._open:
                return
            self._open = False
            try:
                with sql_errors(self._device.index.name):
                    seen = marks.furthest(self._seen, rows.heads(self.db))
                if seen != self._seen:
                    marks.write_marks(self._device.marks, self._log.keys.index, seen)
            finally:
                self._log.index.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _marks(log: Log, place: DeviceFolder) -> marks.Marks:
    try:
        return marks.read_marks(place.marks, log.keys.index)
    except ObjectDamaged as error:
        # A notice, not a stop: without marks a rollback goes unseen, but nothing is lost.
        log.bad[place.marks.name] = error
        return {}


_GetIndex = Callable[[VaultFolder, DeviceFolder, DeviceKeys, Projection, Progress | None], Index]
