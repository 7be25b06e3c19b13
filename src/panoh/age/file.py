"""Whole age files: sealing to recipients, opening with identities."""

import secrets
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import BinaryIO

from panoh.age.errors import HeaderMalformed, NoIdentityMatches, RecipientsUnfit
from panoh.age.format import (
    FILE_KEY_SIZE,
    MAX_HEADER,
    MAX_STANZAS,
    Header,
    parse_header,
    seal_header,
)
from panoh.age.hybrid import HybridRecipient
from panoh.age.keys import Identity, Recipient
from panoh.age.scrypt import ScryptRecipient
from panoh.age.stream import (
    NONCE_SIZE,
    check_stream,
    open_bytes,
    open_stream,
    payload_key,
    read_fully,
    seal_bytes,
    seal_stream,
)


def encrypt(plain: bytes, recipients: Sequence[Recipient]) -> bytes:
    """Seal `plain` to every recipient; raises RecipientsUnfit when they cannot stand together."""
    file_key, nonce = secrets.token_bytes(FILE_KEY_SIZE), secrets.token_bytes(NONCE_SIZE)
    header = _header(file_key, recipients)
    return header + nonce + seal_bytes(payload_key(file_key, nonce), plain)


def decrypt(sealed: bytes, identities: Sequence[Identity]) -> bytes:
    """Open `sealed` with the first identity that fits; raises an AgeError, never returns a part."""
    header, at = parse_header(sealed)
    file_key = _file_key(header, identities)
    nonce = sealed[at : at + NONCE_SIZE]
    _check_nonce(nonce)
    return open_bytes(payload_key(file_key, nonce), memoryview(sealed)[at + NONCE_SIZE :])


def encrypt_stream(source: BinaryIO, target: BinaryIO, recipients: Sequence[Recipient]) -> None:
    """Seal all that `source` still holds into `target`, in memory that does not grow.

    The target must take every byte it is given, as buffered files do.
    """
    file_key, nonce = secrets.token_bytes(FILE_KEY_SIZE), secrets.token_bytes(NONCE_SIZE)
    target.write(_header(file_key, recipients) + nonce)
    seal_stream(payload_key(file_key, nonce), source, target)


def decrypt_stream(source: BinaryIO, target: BinaryIO, identities: Sequence[Identity]) -> None:
    """Open the seekable `source` into `target`, in memory that does not grow.

    The source is read twice: once to verify every chunk, once to write. Until the last chunk
    is verified nothing at all is written, so the target may be a pipe or a reply as well as a
    file; it must take every byte it is given, as buffered files do. Should the second reading
    fail (the source changed, the disk is full), a seekable target is cut back to where it stood.
    """
    start = source.tell()
    header, length = parse_header(read_fully(source, MAX_HEADER))
    file_key = _file_key(header, identities)
    source.seek(start + length)
    nonce = read_fully(source, NONCE_SIZE)
    _check_nonce(nonce)
    key, payload = payload_key(file_key, nonce), source.tell()
    size = source.seek(0, 2) - payload
    source.seek(payload)
    check_stream(key, source, size)
    source.seek(payload)
    _deliver(open_stream(key, source, size), target)


def _deliver(chunks: Iterator[bytes], target: BinaryIO) -> None:
    start = target.tell() if target.seekable() else None
    try:
        target.writelines(chunks)
    except BaseException:
        if start is not None:
            with suppress(OSError):  # what went wrong first is what matters
                target.seek(start)
                target.truncate()
        raise


def _header(file_key: bytes, recipients: Sequence[Recipient]) -> bytes:
    kinds = {type(recipient) for recipient in recipients}
    alone = not ({ScryptRecipient} & kinds) or len(recipients) == 1
    # One classic stanza would undo what the post-quantum ones are for.
    unmixed = HybridRecipient not in kinds or len(kinds) == 1
    if not (recipients and alone and unmixed and len(recipients) <= MAX_STANZAS):
        raise RecipientsUnfit
    return seal_header(tuple(recipient.wrap(file_key) for recipient in recipients), file_key)


def _file_key(header: Header, identities: Sequence[Identity]) -> bytes:
    for identity in identities:
        if (file_key := identity.unwrap(header.stanzas)) is not None:
            header.verify(file_key)
            return file_key
    raise NoIdentityMatches


def _check_nonce(nonce: bytes) -> None:
    if len(nonce) != NONCE_SIZE:
        raise HeaderMalformed
