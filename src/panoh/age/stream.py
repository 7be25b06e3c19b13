"""The payload: chunks of 64 KiB under ChaCha20-Poly1305, numbered, the last one marked."""

from collections.abc import Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from panoh.age.errors import PayloadTampered
from panoh.age.kdf import hkdf

CHUNK = 64 * 1024
TAG = 16
NONCE_SIZE = 16
_SEALED = CHUNK + TAG


def payload_cipher(file_key: bytes, nonce: bytes) -> ChaCha20Poly1305:
    """Return the cipher of one file's payload; `nonce` is the 16 bytes before the chunks."""
    return ChaCha20Poly1305(hkdf(file_key, salt=nonce, info=b"payload"))


def seal_bytes(cipher: ChaCha20Poly1305, plain: bytes) -> bytes:
    """Return the sealed chunks of a whole content."""
    last = max(len(plain) - 1, 0) // CHUNK
    view = memoryview(plain)
    return b"".join(
        cipher.encrypt(_nonce(i, last=i == last), view[i * CHUNK : (i + 1) * CHUNK], None)
        for i in range(last + 1)
    )


def open_bytes(cipher: ChaCha20Poly1305, sealed: memoryview) -> bytes:
    """Return the whole content; raises PayloadTampered and returns nothing of it."""
    last = _last_chunk(len(sealed))
    return b"".join(
        _open(cipher, i, last, sealed[i * _SEALED : (i + 1) * _SEALED]) for i in range(last + 1)
    )


def seal_stream(cipher: ChaCha20Poly1305, source: BinaryIO, target: BinaryIO) -> None:
    """Write the sealed chunks of everything `source` yields, from where it stands."""
    index, chunk = 0, read_fully(source, CHUNK)
    while following := read_fully(source, CHUNK):
        target.write(cipher.encrypt(_nonce(index, last=False), chunk, None))
        index, chunk = index + 1, following
    target.write(cipher.encrypt(_nonce(index, last=True), chunk, None))


def open_stream(cipher: ChaCha20Poly1305, source: BinaryIO, size: int) -> Iterator[bytes]:
    """Yield the content of the next `size` bytes of `source`, chunk by chunk.

    What was yielded is authentic but may be cut short until the iterator has ended: a damaged
    chunk raises PayloadTampered in its place.
    """
    last = _last_chunk(size)
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


def _nonce(index: int, *, last: bool) -> bytes:
    return index.to_bytes(11, "big") + (b"\x01" if last else b"\x00")
