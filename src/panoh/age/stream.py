"""The payload: chunks of 64 KiB under ChaCha20-Poly1305, numbered, the last one marked."""

import struct
from collections.abc import Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.ciphers.algorithms import ChaCha20
from cryptography.hazmat.primitives.poly1305 import Poly1305

from panoh.age.errors import PayloadTampered
from panoh.age.kdf import hkdf

CHUNK = 64 * 1024
TAG = 16
NONCE_SIZE = 16
_SEALED = CHUNK + TAG


def payload_key(file_key: bytes, nonce: bytes) -> bytes:
    """Return the 32-byte key of one file's payload; `nonce` is the 16 bytes before the chunks."""
    return hkdf(file_key, salt=nonce, info=b"payload")


def seal_bytes(key: bytes, plain: bytes) -> bytes:
    """Return the sealed chunks of a whole content."""
    cipher, last = ChaCha20Poly1305(key), max(len(plain) - 1, 0) // CHUNK
    view = memoryview(plain)
    return b"".join(
        cipher.encrypt(_nonce(i, last=i == last), view[i * CHUNK : (i + 1) * CHUNK], None)
        for i in range(last + 1)
    )


def open_bytes(key: bytes, sealed: memoryview) -> bytes:
    """Return the whole content; raises PayloadTampered and returns nothing of it."""
    cipher, last = ChaCha20Poly1305(key), _last_chunk(len(sealed))
    return b"".join(
        _open(cipher, i, last, sealed[i * _SEALED : (i + 1) * _SEALED]) for i in range(last + 1)
    )


def seal_stream(key: bytes, source: BinaryIO, target: BinaryIO) -> None:
    """Write the sealed chunks of everything `source` yields, from where it stands."""
    cipher, index, chunk = ChaCha20Poly1305(key), 0, read_fully(source, CHUNK)
    while following := read_fully(source, CHUNK):
        target.write(cipher.encrypt(_nonce(index, last=False), chunk, None))
        index, chunk = index + 1, following
    target.write(cipher.encrypt(_nonce(index, last=True), chunk, None))


def check_stream(key: bytes, source: BinaryIO, size: int) -> None:
    """Verify the tags of the next `size` bytes of `source`; raises PayloadTampered."""
    # Only the tags: leaving the text sealed makes this first reading a third cheaper.
    last, blocks = _last_chunk(size), Cipher(ChaCha20(key, bytes(16)), None).encryptor()
    for index in range(last + 1):
        sealed = memoryview(read_fully(source, _SEALED))
        # RFC 8439: the tag's key is the start of the chunk's key stream, at block zero.
        blocks.reset_nonce(bytes(4) + _nonce(index, last=index == last))
        _check_tag(blocks.update(bytes(32)), sealed[:-TAG], bytes(sealed[-TAG:]))


def open_stream(key: bytes, source: BinaryIO, size: int) -> Iterator[bytes]:
    """Yield the content of the next `size` bytes of `source`, chunk by chunk.

    What was yielded is authentic but may be cut short until the iterator has ended: a damaged
    chunk raises PayloadTampered in its place.
    """
    cipher, last = ChaCha20Poly1305(key), _last_chunk(size)
    for index in range(last + 1):
        yield _open(cipher, index, last, read_fully(source, _SEALED))


def read_fully(source: BinaryIO, size: int) -> bytes:
    """Read `size` bytes, fewer only at the end: a pipe or socket may give them in pieces."""
    data = source.read(size)
    while 0 < len(data) < size and (more := source.read(size - len(data))):
        data += more
    return data


def _last_chunk(size: int) -> int:
    """Return the number of the last chunk of a payload of `size` sealed bytes."""
    last = max(size - 1, 0) // _SEALED
    # An empty last chunk stands only in an empty payload: there is one spelling per content.
    if size < TAG or (last and size - last * _SEALED <= TAG):
        raise PayloadTampered
    return last


def _open(cipher: ChaCha20Poly1305, index: int, last: int, sealed: bytes | memoryview) -> bytes:
    try:
        return cipher.decrypt(_nonce(index, last=index == last), sealed, None)
    except (InvalidTag, ValueError):
        raise PayloadTampered from None


def _check_tag(key: bytes, sealed: memoryview, tag: bytes) -> None:
    mac = Poly1305(key)
    mac.update(sealed)
    mac.update(bytes(-len(sealed) % 16) + struct.pack("<QQ", 0, len(sealed)))
    try:
        mac.verify(tag)
    except InvalidSignature:
        raise PayloadTampered from None


def _nonce(index: int, *, last: bool) -> bytes:
    return index.to_bytes(11, "big") + (b"\x01" if last else b"\x00")
