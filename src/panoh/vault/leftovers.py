"""Temporary files of killed writes: which are ours, when nobody can be writing them, and away.

Every process that has a vault open holds a lock on the device folder, shared; the system lets go
of it however the process ends. Whoever can have it alone is the only process of this device, so
no temporary file of this device is being written. Those of other devices, which a shared or
synchronised folder may show, are told apart by their names and never touched.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from panoh.vault.errors import Leftover
from panoh.vault.findings import Finding, Severity
from panoh.vault.folder import DeviceFolder, VaultFolder
from panoh.vault.points import reach
from panoh.vault.publish import drawn_by

try:
    import fcntl
except ImportError:  # Windows has no such locks: nothing is cleared there
    fcntl = None  # type: ignore[assignment]


@contextmanager
def in_use(vault: VaultFolder, device: DeviceFolder) -> Iterator[tuple[Finding, ...]]:
    """Hold the device folder while a vault is open; on entering alone, clear what was left.

    Gives what should have been removed and could not be.
    """
    handle, findings = -1, tuple[Finding, ...]()
    try:
        # No folder, no locks on this file system, or an older one: work goes on, uncleared.
        with suppress(OSError):
            handle = _locked(device.path)
            if handle >= 0 and _alone(handle):
                findings = tuple(_cleared(vault, device))
                fcntl.flock(handle, fcntl.LOCK_SH)
        yield findings
    finally:
        if handle >= 0:
            os.close(handle)


def _locked(folder: Path) -> int:
    return os.open(folder, os.O_RDONLY) if fcntl else -1


def _alone(handle: int) -> bool:
    """Take the lock alone if nobody else has it, and with the others otherwise."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        fcntl.flock(handle, fcntl.LOCK_SH)
        return False
    return True


def _cleared(vault: VaultFolder, device: DeviceFolder) -> Iterator[Finding]:
    ours = [path for path in vault.leftovers() if drawn_by(path.name, vault.mine)]
    for path in [*ours, *device.leftovers()]:
        try:
            reach("open.leftover.unlink")
            path.unlink(missing_ok=True)
        except OSError:
            # A stick that is read-only must still open: it is told, and tried again next time.
            yield Finding.of(Severity.NOTE, path.name, Leftover(name=path.name))
