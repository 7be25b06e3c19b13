"""By hand: two files in a folder, safe on the disk before they count as handed over."""

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from panoh.channels.channel import Accepted, Failed, Message, Reason, Refused, Result
from panoh.channels.handover.picture import picture
from panoh.channels.marks import mark_of

_LONGEST_NAME = 200


@dataclass(frozen=True, kw_only=True)
class Handover:
    """A folder that somebody looks into; the relay's owner chose it for this."""

    name: str
    folder: str

    def send(self, to: str, message: Message, key: str) -> Result:
        """Write the message and its QR code; the same message is written over itself."""
        if not to.strip() or len(to) > _LONGEST_NAME or not to.isprintable():
            return Refused(Reason.ADDRESS)
        drawn = picture(message.body)
        if drawn is None:
            return Refused(Reason.TOO_LARGE)
        mark = mark_of(key, to)
        text = f"{to}\n\n{message.subject}\n\n{message.body}\n"
        try:
            self._put(f"{mark}.svg", drawn)
            self._put(f"{mark}.txt", text.encode())
        except OSError:
            return Failed(Reason.DISK)
        return Accepted()

    def check(self) -> Result:
        """Write something and take it away again."""
        try:
            self._put("check", b"check\n")
            (Path(self.folder) / "check").unlink()
        except OSError:
            return Failed(Reason.DISK)
        return Accepted()

    def _put(self, name: str, content: bytes) -> None:
        """Publish a file whole, readable by its owner alone."""
        folder = Path(self.folder)
        beside = folder / f".{name}.part"
        try:
            with os.fdopen(
                os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb"
            ) as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(folder / name)
        except OSError:
            with suppress(OSError):
                beside.unlink()
            raise
        _settle(folder)


def _settle(folder: Path) -> None:
    """Have the names themselves on the disk, where the system lets a folder be opened for that."""
    if os.name == "nt":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
