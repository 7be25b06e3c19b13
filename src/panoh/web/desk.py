"""What lies open: the vault or nothing, the language, and the work that is under way."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import Any, ClassVar

from panoh.casebook.index import CasebookIndex
from panoh.casebook.record import Case
from panoh.model.errors import PanohError
from panoh.vault import Vault
from panoh.vault.device import open_keys
from panoh.vault.folder import DeviceFolder
from panoh.vault.verify import Report
from panoh.web.job import Job, Step

#: Nobody touched anything for so long: somebody else may be about to.
IDLE_SECONDS = 10 * 60.0
#: How long a page waits for the vault while other work holds it.
PATIENCE_SECONDS = 4.0


class Locked(PanohError):
    """The vault is locked; the page needs it open."""

    code: ClassVar[str] = "locked"
    message: ClassVar[str] = "The vault is locked."
    hint: ClassVar[str] = "Unlock it with the passphrase. What was saved is there."


class Busy(PanohError):
    """Other work holds the vault."""

    code: ClassVar[str] = "busy"
    message: ClassVar[str] = "Panoh is still busy with something else."
    hint: ClassVar[str] = "Wait a moment; this page comes by itself. Nothing is lost."


class Desk:
    """One vault, open or locked, for the one person at this computer.

    The vault is used by one thread at a time: whoever needs it takes it with `held`. `tray` holds
    what a page needs again at its next step, in memory alone; locking empties it.
    """

    def __init__(self, folder: Path, device: Path, idle: float = IDLE_SECONDS) -> None:
        self.folder, self.device, self.language = folder, device, ""
        self.job: Job | None = None
        self.report: Report | None = None
        self.waiting_to_go: Path | None = None
        self.tray: dict[str, Any] = {}
        self._idle, self._touched = idle, monotonic()
        self._case: Case | None = None
        self._hand = threading.RLock()

    @property
    def open(self) -> bool:
        """Whether the vault is open."""
        return self._case is not None

    @property
    def made(self) -> bool:
        """Whether there is a vault in the folder."""
        return (self.folder / "m").is_dir()

    @property
    def known(self) -> bool:
        """Whether this computer has keys to it."""
        return (self.device / "keys").is_file()

    @contextmanager
    def held(self) -> Iterator[Case]:
        """The open case, for one thread; raises Busy and Locked."""
        if not self._hand.acquire(timeout=PATIENCE_SECONDS):
            raise Busy
        try:
            if self._case is None:
                raise Locked
            yield self._case
        finally:
            self._hand.release()

    def unlock(self, passphrase: str, step: Step | None = None) -> None:
        """Open the vault; raises what `Vault.unlock` raises."""
        with self._hand:
            if self._case is None:
                self.take(
                    Vault.unlock(
                        self.folder, self.device, passphrase, CasebookIndex(), progress=step
                    )
                )

    def take(self, vault: Vault) -> None:
        """Lay an open vault on the desk: one just made, recovered or rebuilt."""
        with self._hand:
            if self._case is not None and self._case.vault is not vault:
                self._case.vault.close()
            self._case = Case(vault)
            self.touch()

    def lock(self) -> None:
        """Close the vault, ending what is under way at its next step."""
        job = self.job
        if job is not None:
            job.stop()
        with self._hand:
            self.put_away()
            self.job = None

    def put_away(self) -> None:
        """Close the vault, and forget what was found in it."""
        with self._hand:
            case, self._case, self.report = self._case, None, None
            self.tray.clear()
            if self.waiting_to_go is not None:
                self.waiting_to_go.unlink(missing_ok=True)
                self.waiting_to_go = None
            if case is not None:
                case.vault.close()

    def check(self, passphrase: str) -> None:
        """Try a passphrase without opening anything; raises WrongPassphrase."""
        open_keys(DeviceFolder(self.device).keys, passphrase)

    def lay(self, name: str, value: Any) -> None:
        """Lay something on the tray from work that does not hold the vault; raises Locked."""
        with self._hand:
            if self._case is None:
                raise Locked
            self.tray[name] = value

    def touch(self) -> None:
        """Somebody is here."""
        self._touched = monotonic()

    def lock_if_idle(self) -> None:
        """Lock when nobody touched anything for long and nothing is under way."""
        if self.job is not None and not self.job.over:
            self.touch()
        if self.open and monotonic() - self._touched > self._idle:
            self.lock()

    def start(self, label: str, work: Callable[[Step], str]) -> Job:
        """Begin work that takes long; one at a time. Raises Busy."""
        if self.job is not None and not self.job.over:
            raise Busy
        self.job = Job(label, work)
        return self.job

    def start_with_case(self, label: str, work: Callable[[Case, Step], str]) -> Job:
        """Begin long work that needs the vault; it holds it until it is done."""

        def with_case(step: Step) -> str:
            if self._case is None:
                raise Locked
            return work(self._case, step)

        return self.start_alone(label, with_case)

    def start_alone(self, label: str, work: Callable[[Step], str]) -> Job:
        """Begin long work that nothing else may happen beside."""

        def alone(step: Step) -> str:
            with self._hand:
                return work(step)

        return self.start(label, alone)
