"""High-water marks: how far this device has seen each writer, so that an old folder is noticed."""

from os import urandom
from pathlib import Path

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from panoh.vault.device import derived
from panoh.vault.errors import ObjectDamaged
from panoh.vault.publish import write_durably

Marks = dict[str, tuple[int, str]]
_CONTEXT = b"panoh-marks-v0"


def read_marks(path: Path, key: bytes) -> Marks:
    """Return (seq, header hash) by writer; empty when there are none yet.

    Raises ObjectDamaged when the file does not open: somebody may want them forgotten.
    """
    try:
        data = path.read_bytes()
        plain = _cipher(key).decrypt(data[:12], data[12:], _CONTEXT)
    except FileNotFoundError:
        return {}
    except (InvalidTag, ValueError, OSError) as error:
        raise ObjectDamaged(
            name=path.name, reason="the marks of this device do not open"
        ) from error
    return msgspec.json.decode(plain, type=Marks)


def write_marks(path: Path, key: bytes, marks: Marks) -> None:
    """Seal the marks in place of the old ones; raises WriteFailed."""
    nonce = urandom(12)
    sealed = _cipher(key).encrypt(nonce, msgspec.json.encode(marks), _CONTEXT)
    write_durably(path, nonce + sealed, point="close.marks")


def furthest(one: Marks, other: Marks) -> Marks:
    """Join two sets of marks, keeping the higher number of each writer."""
    return {
        writer: max(one.get(writer, (-1, "")), other.get(writer, (-1, "")))
        for writer in one.keys() | other.keys()
    }


def _cipher(key: bytes) -> ChaCha20Poly1305:
    return ChaCha20Poly1305(derived(key, _CONTEXT))
