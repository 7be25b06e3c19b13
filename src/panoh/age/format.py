"""The textual header of an age file: its grammar, its limits, its MAC.

Parsing is strict: what is accepted encodes back to exactly the bytes that were read.
"""

import hmac
import re
from binascii import Error as Base64Error
from binascii import a2b_base64, b2a_base64
from dataclasses import dataclass

from panoh.age.errors import HeaderMalformed, HeaderTampered, RecipientsUnfit, VersionUnknown
from panoh.age.kdf import hkdf

MAX_HEADER = 64 * 1024
MAX_STANZAS = 64
FILE_KEY_SIZE = 16

_V1_LINE = b"age-encryption.org/v1\n"
_ANY_VERSION = re.compile(rb"age-encryption\.org/[!-~]+\n")
_STANZA = re.compile(
    rb"-> ([!-~]+(?: [!-~]+)*)\n"
    rb"((?:[A-Za-z0-9+/]{64}\n)*[A-Za-z0-9+/]{0,63})\n",
)
_END = re.compile(rb"--- ([A-Za-z0-9+/]{43})\n")


@dataclass(frozen=True, slots=True)
class Stanza:
    """One wrapping of the file key: the recipient type, its arguments and a binary body."""

    args: tuple[str, ...]
    body: bytes

    def encode(self) -> bytes:
        """Return the stanza as written in a header, line ends included."""
        text = encode_base64(self.body)
        lines = [text[at : at + 64] for at in range(0, len(text) + 1, 64)]
        return f"-> {' '.join(self.args)}\n".encode() + "".join(f"{ln}\n" for ln in lines).encode()


@dataclass(frozen=True, slots=True)
class Header:
    """A parsed header; `size` is its length in bytes, `mac` 32 bytes not yet verified."""

    stanzas: tuple[Stanza, ...]
    mac: bytes

    def encode(self) -> bytes:
        """Return the header's bytes, from the version line to the end of the MAC line."""
        return _unsealed(self.stanzas) + f" {encode_base64(self.mac)}\n".encode()

    def verify(self, file_key: bytes) -> None:
        """Raise HeaderTampered unless the MAC was made with this file key."""
        if not hmac.compare_digest(_mac(self.stanzas, file_key), self.mac):
            raise HeaderTampered


def seal_header(stanzas: tuple[Stanza, ...], file_key: bytes) -> bytes:
    """Return the encoded header; raises RecipientsUnfit beyond the limits a reader keeps."""
    header = Header(stanzas, _mac(stanzas, file_key)).encode()
    if len(stanzas) > MAX_STANZAS or len(header) > MAX_HEADER:
        raise RecipientsUnfit
    return header


def parse_header(data: bytes) -> tuple[Header, int]:
    """Read the header at the start of `data`; returns it with its length in bytes.

    The first MAX_HEADER bytes of a file are always enough. Raises HeaderMalformed.
    """
    data = data[:MAX_HEADER]
    if not data.startswith(_V1_LINE):
        raise VersionUnknown if _ANY_VERSION.match(data) else HeaderMalformed
    at, stanzas = len(_V1_LINE), list[Stanza]()
    while found := _STANZA.match(data, at):
        stanzas.append(_stanza(found))
        at = found.end()
        if len(stanzas) > MAX_STANZAS:
            raise HeaderMalformed
    end = _END.match(data, at)
    if not stanzas or not end:
        raise HeaderMalformed
    _scrypt_stands_alone(stanzas)
    return Header(tuple(stanzas), decode_base64(end[1].decode())), end.end()


def encode_base64(raw: bytes) -> str:
    """Return standard base64 without padding."""
    return b2a_base64(raw, newline=False).rstrip(b"=").decode()


def decode_base64(text: str) -> bytes:
    """Decode canonical, unpadded base64; raises HeaderMalformed for any other spelling."""
    try:
        raw = a2b_base64(text + "=" * (-len(text) % 4))
    except (Base64Error, ValueError):
        raise HeaderMalformed from None
    if encode_base64(raw) != text:
        raise HeaderMalformed
    return raw


def decode_exactly(text: str, size: int) -> bytes:
    """Decode canonical base64 of a value of `size` bytes; raises HeaderMalformed."""
    raw = decode_base64(text)
    if len(raw) != size:
        raise HeaderMalformed
    return raw


def _stanza(found: re.Match[bytes]) -> Stanza:
    body = found[2].replace(b"\n", b"").decode()
    return Stanza(tuple(found[1].decode().split(" ")), decode_base64(body))


def _scrypt_stands_alone(stanzas: list[Stanza]) -> None:
    # Whoever knows the passphrase is the only one who can have written the file;
    # a second stanza would let somebody else have done so.
    if len(stanzas) > 1 and any(stanza.args[0] == "scrypt" for stanza in stanzas):
        raise HeaderMalformed


def _unsealed(stanzas: tuple[Stanza, ...]) -> bytes:
    return _V1_LINE + b"".join(stanza.encode() for stanza in stanzas) + b"---"


def _mac(stanzas: tuple[Stanza, ...], file_key: bytes) -> bytes:
    return hmac.digest(hkdf(file_key, salt=b"", info=b"header"), _unsealed(stanzas), "sha256")
