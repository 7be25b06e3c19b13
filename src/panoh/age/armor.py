"""The text form of an age file: strict PEM, for mail and chat."""

import re
from binascii import Error as Base64Error
from binascii import a2b_base64, b2a_base64

from panoh.age.errors import ArmorMalformed

_BEGIN = b"-----BEGIN AGE ENCRYPTED FILE-----"
_END = b"-----END AGE ENCRYPTED FILE-----"
_ROW = 48  # bytes in a line of 64 columns
_EDGE = b" \t\r\n"
_LINES = re.compile(
    rb"(?:[A-Za-z0-9+/]{64}\n)*(?:(?:[A-Za-z0-9+/]{4}){0,15}[A-Za-z0-9+/=]{4}\n)?\Z",
)


def armor(sealed: bytes) -> bytes:
    """Return `sealed` as ASCII lines that end in LF."""
    rows = (sealed[at : at + _ROW] for at in range(0, len(sealed), _ROW))
    return b"\n".join([_BEGIN, *(b2a_base64(row, newline=False) for row in rows), _END, b""])


def dearmor(text: bytes) -> bytes:
    """Return the bytes inside; raises ArmorMalformed for any but the strict spelling.

    White space around the block is accepted, and CRLF when every line ends with it.
    """
    block = text.strip(_EDGE)
    if b"\r" in block:
        block = _unix(block)
    if not block.startswith(_BEGIN + b"\n") or not block.endswith(b"\n" + _END):
        raise ArmorMalformed
    body = block[len(_BEGIN) + 1 : -len(_END)]
    if not _LINES.match(body):
        raise ArmorMalformed
    return _decode(body)


def _unix(block: bytes) -> bytes:
    lines = block.count(b"\n")
    if block.count(b"\r") != lines or block.count(b"\r\n") != lines:
        raise ArmorMalformed
    return block.replace(b"\r\n", b"\n")


def _decode(body: bytes) -> bytes:
    try:
        raw = a2b_base64(body)
    except Base64Error:
        raise ArmorMalformed from None
    if b2a_base64(raw, newline=False) != body.replace(b"\n", b""):
        raise ArmorMalformed
    return raw
