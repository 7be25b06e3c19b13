"""Sealing the 16-byte file key under a 32-byte wrap key that is used once."""

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from panoh.age.errors import HeaderMalformed
from panoh.age.format import FILE_KEY_SIZE

BODY_SIZE = FILE_KEY_SIZE + 16
_NONCE = bytes(12)


def wrap(wrap_key: bytes, file_key: bytes) -> bytes:
    """Return the 32-byte body of a stanza."""
    return ChaCha20Poly1305(wrap_key).encrypt(_NONCE, file_key, None)


def unwrap(wrap_key: bytes, body: bytes) -> bytes | None:
    """Return the file key, or None when the body was sealed under another key."""
    try:
        return ChaCha20Poly1305(wrap_key).decrypt(_NONCE, body, None)
    except InvalidTag:
        return None


def check_body(body: bytes) -> None:
    """Raise HeaderMalformed unless the body can hold a file key and nothing else.

    A longer body could be made to open under several keys, and so tell which one was tried.
    """
    if len(body) != BODY_SIZE:
        raise HeaderMalformed
