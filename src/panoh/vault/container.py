"""What one object is made of: age( zstd frames ‖ padding ), and the limits on reading it."""

import os
import stat
import struct
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

import zstandard

from panoh.age import (
    AgeError,
    HybridIdentity,
    NoIdentityMatches,
    X25519Identity,
    X25519Recipient,
    decrypt,
    encrypt,
)
from panoh.vault.errors import ObjectDamaged, ObjectForeign, ObjectMissing
from panoh.vault.publish import object_name

MAX_OBJECT = 32 << 20
MAX_PLAIN = 256 << 20
MAX_WINDOW = 8 << 20
_SKIPPABLE = 0x184D2A50
_STEP = 1 << 20
_HYBRID = b"age-encryption.org/v1\n-> mlkem768x25519 "

Identity = X25519Identity | HybridIdentity


def padded(size: int) -> int:
    """Return the length to pad to: powers of two from 4 to 64 KiB, then Padmé (at most 3.1 %)."""
    if size <= 64 << 10:
        return max(4 << 10, 1 << (size - 1).bit_length()) if size else 4 << 10
    exponent = size.bit_length() - 1
    unit = 1 << (exponent - exponent.bit_length())
    return (size + unit - 1) & -unit


def padding(size: int) -> bytes:
    """Return the zstd skippable frame that brings `size` to a padded length, or nothing."""
    target = padded(size)
    if target == size:
        return b""
    if target - size < 8:
        target = padded(size + 8)
    gap = target - size - 8
    return struct.pack("<II", _SKIPPABLE, gap) + bytes(gap)


def seal(plain: bytes, recipient: X25519Recipient, *, level: int = 3) -> bytes:
    """Compress, pad and encrypt one object; the window never exceeds what readers allow."""
    frame = zstandard.ZstdCompressor(level=level, write_content_size=True).compress(plain)
    return encrypt(frame + padding(len(frame)), [recipient])


def unseal(
    data: bytes, identities: Sequence[Identity], *, name: str, limit: int = MAX_PLAIN
) -> bytes:
    """Decrypt and decompress one object, never giving more than `limit` bytes.

    Raises ObjectForeign when no identity opens it, ObjectDamaged when it does not decode.
    """
    frames = open_age(data, identities, name=name)
    reader = zstandard.ZstdDecompressor(max_window_size=MAX_WINDOW).stream_reader(
        frames, read_across_frames=True
    )
    pieces: list[bytes] = []
    size = 0
    try:
        while piece := reader.read(_STEP):
            size += len(piece)
            if size > limit:
                raise ObjectDamaged(name=name, reason="more than is allowed when unpacked")
            pieces.append(piece)
    except zstandard.ZstdError as error:
        raise ObjectDamaged(name=name, reason="does not unpack") from error
    return b"".join(pieces)


def open_age(data: bytes, identities: Sequence[Identity], *, name: str) -> bytes:
    """Decrypt one age file; raises ObjectForeign or ObjectDamaged."""
    try:
        return decrypt(data, list(identities))
    except NoIdentityMatches as error:
        raise ObjectForeign(name=name) from error
    except AgeError as error:
        raise ObjectDamaged(name=name, reason="does not decrypt") from error


def is_keyring(path: Path) -> bool:
    """Tell by its first stanza whether an object is wrapped to devices; False when unreadable."""
    try:
        with open_plain(path) as file:
            return file.read(len(_HYBRID)) == _HYBRID
    except OSError:
        return False


def read_object(path: Path) -> bytes:
    """Read one object whole and check it against its name.

    Raises ObjectMissing, or ObjectDamaged when it is too large, unreadable or altered.
    """
    try:
        with open_plain(path) as file:
            data = file.read(MAX_OBJECT + 1)
    except FileNotFoundError as error:
        raise ObjectMissing(name=path.name) from error
    except OSError as error:
        raise ObjectDamaged(name=path.name, reason="the disk cannot read it") from error
    if len(data) > MAX_OBJECT:
        raise ObjectDamaged(name=path.name, reason="larger than any object may be")
    if object_name(data) != path.name:
        raise ObjectDamaged(name=path.name, reason="its bytes do not fit its name")
    return data


def open_plain(path: Path) -> BinaryIO:
    """Open a plain file only: a link leads elsewhere, and a pipe would keep us waiting."""
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0)
    flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    file = os.fdopen(os.open(path, flags), "rb")
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise OSError
    return file
