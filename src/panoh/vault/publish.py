"""Putting bytes on a disk so that they are there after a crash, or not there at all."""

import hmac
import os
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

from panoh.vault.errors import WriteFailed
from panoh.vault.points import reach

TEMPORARY = ".tmp-"


def temporary_name(mine: bytes) -> str:
    """Draw a name for a write that is under way; with a key, one that only its holder knows again.

    To anybody else all such names look alike, so they do not tell which device writes.
    """
    drawn = token_hex(4)
    return TEMPORARY + drawn + (_mark(drawn, mine) if mine else token_hex(4))


def drawn_by(name: str, mine: bytes) -> bool:
    """Tell whether a temporary name was drawn with this key."""
    drawn, mark = name.removeprefix(TEMPORARY)[:8], name[len(TEMPORARY) + 8 :]
    ours = name.startswith(TEMPORARY) and bool(mine)
    return ours and hmac.compare_digest(mark.encode(), _mark(drawn, mine).encode())


def _mark(drawn: str, mine: bytes) -> str:
    return hmac.new(mine, drawn.encode(), sha256).hexdigest()[:8]


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


def write_durably(target: Path, data: bytes, *, point: str, mine: bytes = b"") -> None:
    """Replace `target` by `data` in one step that outlives a crash; mode 0600.

    `point` names the place in the program, for tests that stop there; `mine` is the key by which
    a temporary file that a crash leaves is known again (not needed in the device folder).
    Raises WriteFailed; what was there before is then still there and no temporary file is left.
    """
    temporary = target.with_name(temporary_name(mine))
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


def publish(folder: Path, data: bytes, *, point: str, mine: bytes = b"") -> str:
    """Write an object under the SHA-256 of its bytes, durably; return its file name.

    Raises WriteFailed; the object is then not in the folder, as nobody may count on it.
    """
    name = object_name(data)
    publish_as(folder / name, data, point=point, mine=mine)
    return name


def publish_as(target: Path, data: bytes, *, point: str, mine: bytes = b"") -> None:
    """Publish an object whose name is known already; raises WriteFailed."""
    there = target.exists()
    try:
        write_durably(target, data, point=point, mine=mine)
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
