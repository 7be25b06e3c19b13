"""Building the index anew from the log, beside the old one, and putting it in place."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import cast

import apsw

from panoh.vault.device import DeviceKeys
from panoh.vault.errors import IndexUnreadable, OtherVault, VaultError, WriteFailed
from panoh.vault.folder import DeviceFolder, VaultFolder
from panoh.vault.index import Index, Projection, create_index, fits, open_index, sql_errors
from panoh.vault.log import Log, Progress
from panoh.vault.order import genesis
from panoh.vault.points import reach
from panoh.vault.publish import sync_folder

_SIDES = ("", "-wal", "-shm")


def ready_index(
    vault: VaultFolder,
    device: DeviceFolder,
    keys: DeviceKeys,
    projection: Projection,
    progress: Progress | None,
) -> Index:
    """Open the index; build it when there is none or when it was made by another version.

    Raises IndexUnreadable when there is one that cannot be decoded: it is never replaced unasked.
    """
    if device.index.exists():
        index = open_index(device.index, keys.index)
        if fits(index, projection):
            return index
        index.close()
    return rebuild_index(vault, device, keys, projection, progress)


def rebuild_index(
    vault: VaultFolder,
    device: DeviceFolder,
    keys: DeviceKeys,
    projection: Projection,
    progress: Progress | None,
) -> Index:
    """Build a new index from the log alone and put it in place of the old one.

    An old index that cannot be read, or that knows more than the log, is kept beside it.
    """
    beside = device.path / f"index.db.new-{token_hex(4)}"
    try:
        count = _build(beside, vault, keys, projection, progress)
        with _held(device.index, keys.index) as old:
            _swap(device.index, beside, keep=old is None or old > (count or 0))
        _clear(device.path)
    except (OSError, VaultError) as error:
        with suppress(OSError):
            _clear(device.path)
        if isinstance(error, VaultError):
            raise
        raise WriteFailed(name=device.index.name, reason=str(error.strerror)) from error
    return open_index(device.index, keys.index)


def _build(
    path: Path,
    vault: VaultFolder,
    keys: DeviceKeys,
    projection: Projection,
    progress: Progress | None,
) -> int | None:
    index = create_index(path, keys.index, projection)
    try:
        with index.writing("rebuild.index") as db:
            Log(vault, keys, index, projection).catch_up(db, progress)
            if genesis(db, keys.vault) is None:
                raise OtherVault(folder=vault.path)
        count = _leaves(index.db)
    finally:
        index.close()
    with path.open("rb+") as file:
        reach("rebuild.new.fsync")
        os.fsync(file.fileno())
    return count


def _leaves(db: apsw.Connection) -> int | None:
    """Count what an index holds; None when that cannot be read."""
    try:
        return cast("int", db.execute("SELECT count(*) FROM leaves").get)
    except apsw.Error:
        return None


@contextmanager
def _held(path: Path, key: bytes) -> Iterator[int | None]:
    """Keep other processes from writing to the old index; give its leaves, None if unreadable."""
    if not path.exists():
        yield 0
        return
    try:
        old = open_index(path, key)
    except IndexUnreadable:
        yield None
        return
    try:
        with sql_errors(path.name):
            old.db.execute("BEGIN IMMEDIATE")
        yield _leaves(old.db)
    finally:
        old.close()


def _swap(path: Path, beside: Path, *, keep: bool) -> None:
    """Move the old index out of the way with all its side files, then the new one in.

    A crash between the two leaves no index, and the next opening builds one. What is not kept
    goes under a name that every rebuild clears away.
    """
    aside = _kept_name(path) if keep else path.with_name(f"{path.name}.new-{token_hex(4)}")
    for side in _SIDES:
        old = path.with_name(path.name + side)
        if old.exists():
            reach("rebuild.aside.rename")
            old.replace(aside.with_name(aside.name + side))
    reach("rebuild.new.rename")
    beside.replace(path)
    reach("rebuild.new.folder")
    sync_folder(path.parent)


def _kept_name(path: Path) -> Path:
    return next(
        candidate
        for number in range(1, 1000)
        if not (candidate := path.with_name(f"{path.name}.unreadable-{number}")).exists()
    )


def clear_kept(folder: Path) -> None:
    """Remove indexes that were kept because they could not be read; erasing spares none."""
    try:
        for kept in sorted(folder.glob("index.db.unreadable-*")):
            reach("erase.kept.unlink")
            kept.unlink(missing_ok=True)
        reach("erase.kept.folder")
        sync_folder(folder)
    except OSError as error:
        raise WriteFailed(name=folder.name, reason=str(error.strerror)) from error


def _clear(folder: Path) -> None:
    """Remove what this and interrupted rebuilds left beside the index."""
    for leftover in folder.glob("index.db.new-*"):
        reach("rebuild.leftover.unlink")
        leftover.unlink(missing_ok=True)
