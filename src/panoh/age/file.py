"""Whole age files: sealing to recipients, opening with identities."""

import secrets
from collections.abc import Sequence
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
    open_bytes,
    open_stream,
    payload_cipher,
    read_fully,
    seal_bytes,
    seal_stream,
)


def encrypt(plain: bytes, recipients: Sequence[Recipient]) -> bytes:
    """Seal `plain` to every recipient; raises RecipientsUnfit when they cannot stand together."""
    file_key, nonce = secrets.token_bytes(FILE_KEY_SIZE), secrets.token_bytes(NONCE_SIZE)
    header = _header(file_key, recipients)
    return header + nonce + seal_bytes(payload_cipher(file_key, nonce), plain)


def decrypt(sealed: bytes, identities: Sequence[Identity]) -> bytes:
    """Open `sealed` with the first identity that fits; raises an AgeError, never returns a part."""
    header, at = parse_header(sealed)
    file_key = _file_key(header, identities)
    nonce = sealed[at : at + NONCE_SIZE]
    _check_nonce(nonce)
    return open_bytes(payload_cipher(file_key, nonce), memoryview(sealed)[at + NONCE_SIZE :])


def encrypt_stream(source: BinaryIO, target: BinaryIO, recipients: Sequence[Recipient]) -> None:
    """Seal everything `source` yields into `target`, in memory that does not grow."""
    file_key, nonce = secrets.token_bytes(FILE_KEY_SIZE), secrets.token_bytes(NONCE_SIZE)
    target.write(_header(file_key, recipients) + nonce)
    seal_stream(payload_cipher(file_key, nonce), source, target)


def decrypt_stream(source: BinaryIO, target: BinaryIO, identities: Sequence[Identity]) -> None:
    """Open the seekable `source` into `target`, in memory that does not grow.

    The source is read twice: once to verify every chunk, once to write. Until the last chunk
    is verified nothing at all is written, so the target may be a pipe or a reply as well as a
    file. Should the source change between the two readings, PayloadTampered is raised and what
    was written is authentic but cut short: write to a name nobody reads until this returns.
    """
    start = source.tell()
    header, length = parse_header(read_fully(source, MAX_HEADER))
    file_key = _file_key(header, identities)
    source.seek(start + length)
    nonce = read_fully(source, NONCE_SIZE)
    _check_nonce(nonce)
    cipher, payload = payload_cipher(file_key, nonce), source.tell()
    size = source.seek(0, 2) - payload
    source.seek(payload)
    for _ in open_stream(cipher, source, size):
        pass
    source.seek(payload)
    target.writelines(open_stream(cipher, source, size))


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
