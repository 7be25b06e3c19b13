"""Putting bytes on a disk so that they are there after a crash, or not there at all."""

import os
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

from panoh.vault.errors import WriteFailed
from panoh.vault.points import reach

TEMPORARY = ".tmp-"


def make_folder(folder: Path, *, point: str) -> None:
    """Make a folder that only its owner can enter, and its parents."""
    try:
        if not folder.is_dir():
            reach(f"{point}.make")
            folder.mkdir(mode=0o700, parents=True)
            reach(f"{point}.made")
            sync_folder(folder.parent)
    except OSError as error:
        place = f"{folder.parent.name}/{folder.name}"
        raise WriteFailed(name=place, reason=error.strerror) from error


def sync_folder(folder: Path) -> None:
    """Make the names in a folder last; a no-op where folders cannot be opened (Windows)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_durably(target: Path, data: bytes, *, point: str) -> None:
    """Replace `target` by `data` in one step that outlives a crash; mode 0600.

    `point` names the place in the program, for tests that stop there.
    Raises WriteFailed; what was there before is then still there and no temporary file is left.
    """
    temporary = target.with_name(TEMPORARY + token_hex(8))
    try:
        reach(f"{point}.write")
        flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(temporary, flags, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            reach(f"{point}.fsync")
            os.fsync(file.fileno())
        reach(f"{point}.rename")
        temporary.replace(target)
        reach(f"{point}.folder")
        sync_folder(target.parent)
    except OSError as error:
        _remove_quietly(temporary)
        raise WriteFailed(name=target.name, reason=error.strerror) from error


def publish(folder: Path, data: bytes, *, point: str) -> str:
    """Write an object under the SHA-256 of its bytes, durably; return its file name.

    Raises WriteFailed; the object is then not in the folder, as nobody may count on it.
    """
    name = object_name(data)
    publish_as(folder / name, data, point=point)
    return name


def publish_as(target: Path, data: bytes, *, point: str) -> None:
    """Publish an object whose name is known already; raises WriteFailed."""
    there = target.exists()
    try:
        write_durably(target, data, point=point)
    except WriteFailed:
        if not there:
            _remove_quietly(target)
        raise


def object_name(data: bytes) -> str:
    """Return the file name that these bytes must have."""
    return sha256(data).hexdigest() + ".age"


def _remove_quietly(path: Path) -> None:
    try:
        reach("failed.unlink")
        path.unlink(missing_ok=True)
    except OSError:
        # The disk is in trouble already and the caller is told; readers ignore temporary names.
        return
