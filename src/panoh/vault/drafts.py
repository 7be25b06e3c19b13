"""What somebody is still writing: one sealed file per draft in the device folder, no statement.

A draft is kept every few seconds while somebody types, and dropped once its words are saved. Save
first, drop then: a crash in between leaves both, so whoever writes a draft notes in it by which
entities its words can be found again.
"""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from panoh.vault.container import open_plain, padded
from panoh.vault.device import derived
from panoh.vault.errors import DraftDamaged, DraftRefused, DraftUnknown, WriteFailed
from panoh.vault.findings import Finding, Severity
from panoh.vault.points import reach
from panoh.vault.publish import make_folder, sync_folder, write_durably

LONGEST, MOST = 1 << 20, 200
_CONTEXT = b"panoh-draft-v0"
_NAME = re.compile(r"[0-9a-f]{32}")
_NONCE, _TAG, _END = 12, 16, b"\x01"
_LARGEST = _NONCE + padded(LONGEST + 1) + _TAG


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft that is there: its id, when it was last kept, and whether it can be read."""

    id: str
    kept: datetime
    readable: bool


@dataclass(slots=True)
class Drafts:
    """The drafts of one device; names are drawn here and never come from outside."""

    folder: Path
    _index_key: bytes = field(repr=False)
    _turn: Lock = field(default_factory=Lock, repr=False)

    def keep(self, words: bytes, ident: str = "") -> str:
        """Keep words as a new draft, or in place of those of a draft; return its id.

        A draft that cannot be read is never replaced: the words then go into a new one, whose id
        is returned. Raises DraftUnknown for one that was dropped meanwhile, so that the last of
        many keepings, arriving late, brings nothing back; DraftRefused, WriteFailed.
        """
        if len(words) > LONGEST:
            raise DraftRefused(reason="it is longer than a draft may be")
        with self._turn:
            if not ident or not self._readable(ident):
                ident = self._new()
            make_folder(self.folder, point="draft.folder")
            write_durably(self.folder / ident, self._sealed(words, ident), point="draft.keep")
        return ident

    def read(self, ident: str) -> bytes:
        """The words of a draft; raises DraftUnknown or DraftDamaged, and changes nothing."""
        try:
            with open_plain(self._path(ident)) as file:
                data = file.read(_LARGEST + 1)
        except FileNotFoundError as error:
            raise DraftUnknown from error
        except OSError as error:
            raise DraftDamaged(name=ident, reason="the disk cannot read it") from error
        return self._opened(data, ident)

    def all(self) -> list[Draft]:
        """Every draft, the one kept last first; those that cannot be read are among them."""
        found: list[Draft] = []
        for kept, ident in sorted(self._names(), reverse=True):
            with suppress(DraftUnknown):  # dropped meanwhile
                found.append(Draft(ident, datetime.fromtimestamp(kept, UTC), self._readable(ident)))
        return found

    def drop(self, ident: str) -> None:
        """Remove a draft whose words are saved or not wanted; doing it twice does no harm.

        Raises DraftUnknown for what is no id, WriteFailed when the disk refuses.
        """
        path = self._path(ident)
        try:
            with self._turn:
                reach("draft.drop.unlink")
                path.unlink(missing_ok=True)
                if self.folder.is_dir():
                    reach("draft.drop.folder")
                    sync_folder(self.folder)
        except OSError as error:
            raise WriteFailed(name=f"drafts/{ident}", reason=str(error.strerror)) from error

    def findings(self) -> Iterator[Finding]:
        """Tell of each draft that cannot be read."""
        for _kept, ident in sorted(self._names()):
            try:
                self.read(ident)
            except DraftDamaged as error:
                yield Finding.of(Severity.WARNING, f"drafts/{ident}", error)
            except DraftUnknown:
                continue  # dropped meanwhile

    def _names(self) -> list[tuple[float, str]]:
        """When each was last kept, and its id."""
        found: list[tuple[float, str]] = []
        if self.folder.is_dir():
            with os.scandir(self.folder) as entries:
                for entry in entries:
                    if _NAME.fullmatch(entry.name):
                        with suppress(FileNotFoundError):  # dropped meanwhile
                            found.append((entry.stat(follow_symlinks=False).st_mtime, entry.name))
        return found

    def _new(self) -> str:
        if len(self._names()) >= MOST:
            raise DraftRefused(reason="there are too many drafts already")
        return os.urandom(16).hex()

    def _readable(self, ident: str) -> bool:
        try:
            self.read(ident)
        except DraftDamaged:
            return False
        return True

    def _path(self, ident: str) -> Path:
        if not _NAME.fullmatch(ident):
            raise DraftUnknown
        return self.folder / ident

    def _sealed(self, words: bytes, ident: str) -> bytes:
        """Padded, so that the disk does not tell how much was written."""
        nonce, plain = os.urandom(_NONCE), words + _END
        plain += bytes(padded(len(plain)) - len(plain))
        return nonce + self._cipher().encrypt(nonce, plain, _bound(ident))

    def _opened(self, data: bytes, ident: str) -> bytes:
        if len(data) > _LARGEST:
            raise DraftDamaged(name=ident, reason="it is larger than any draft")
        try:
            plain = self._cipher().decrypt(data[:_NONCE], data[_NONCE:], _bound(ident))
        except (InvalidTag, ValueError) as error:
            raise DraftDamaged(name=ident, reason="its bytes were changed or cut") from error
        words, end, _rest = plain.rpartition(_END)
        if not end:
            raise DraftDamaged(name=ident, reason="it has no end")
        return words

    def _cipher(self) -> ChaCha20Poly1305:
        return ChaCha20Poly1305(derived(self._index_key, _CONTEXT))


def _bound(ident: str) -> bytes:
    """The id is sealed in: one draft cannot be put in the place of another."""
    return _CONTEXT + b"\0" + ident.encode()
