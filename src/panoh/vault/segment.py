"""A segment: what one writer commits at once, signed and linked to the one before.

Several segments stand one after the other in one pack. Every byte is told in docs/format.md.
"""

import binascii
from collections.abc import Collection, Container, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from os import urandom
from typing import NamedTuple

import msgspec
from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

from panoh.vault.errors import NewerFormat, SegmentRefused
from panoh.vault.merkle import leaf_hash, root

MAX_LEAVES = 20_000
MAX_HEADER = 64 << 10
_CONTEXT = b"panoh-segment-v0\0"
_SALT = 16
_MAX_NUMBER = 1 << 53

STATEMENT, CONTROL, ERASED = b"s", b"c", b"x"
_WHOLE = (STATEMENT + b" ", CONTROL + b" ")


class Header(msgspec.Struct, frozen=True, kw_only=True):
    """The signed first line; `w`, `prev`, `root` and `vault` are lower-case hex."""

    v: int = 0
    t: str = "seg"
    vault: str
    w: str
    seq: int
    prev: str
    root: str
    n: int
    at: str
    ep: int
    seen: dict[str, tuple[int, str]]


class _Signature(msgspec.Struct, frozen=True):
    alg: str
    sig: str


class Line(NamedTuple):
    """One leaf as it stands in a segment; salt and body are gone once it is erased."""

    tag: bytes
    salt: bytes | None
    body: bytes | None
    hash: bytes


@dataclass(frozen=True, slots=True)
class Segment:
    """A segment whose signature and root have been checked; `raw` is its exact bytes."""

    header: Header
    hash: str
    lines: list[Line]
    raw: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the next segment of a writer goes."""

    vault: str
    seq: int
    prev: str
    epoch: int
    seen: dict[str, tuple[int, str]]
    at: str


_headers = msgspec.json.Decoder(Header)
_signatures = msgspec.json.Decoder(list[_Signature])


def cut(key: SigningKey, place: Place, leaves: Sequence[tuple[bytes, bytes]]) -> Segment:
    """Salt, hash and sign (tag, body) leaves as the next segment of a writer."""
    salts = urandom(_SALT * len(leaves))
    lines = []
    for number, (tag, body) in enumerate(leaves):
        salt = salts[number * _SALT : (number + 1) * _SALT]
        lines.append(Line(tag, salt, body, leaf_hash(tag, salt, body)))
    header = Header(
        vault=place.vault,
        w=key.verify_key.encode().hex(),
        seq=place.seq,
        prev=place.prev,
        root=root([line.hash for line in lines]).hex(),
        n=len(lines),
        at=place.at,
        ep=place.epoch,
        seen=place.seen,
    )
    return _written(key, header, lines)


def _written(key: SigningKey, header: Header, lines: list[Line]) -> Segment:
    first = msgspec.json.encode(header)
    signature = _Signature("ed25519", _text(key.sign(_CONTEXT + first).signature).decode())
    rows = [first, msgspec.json.encode([signature])]
    rows += [_row(line) for line in lines]
    return Segment(header, sha256(first).hexdigest(), lines, b"\n".join(rows) + b"\n")


def read_pack(data: bytes, *, name: str, vault: str) -> Iterator[Segment]:
    """Read and check the segments of one unpacked pack, in the order they stand in.

    Raises SegmentRefused at the first that does not prove itself, NewerFormat for another version.
    """
    position = 0
    while position < len(data):
        segment = _read(data, position, name)
        if vault not in (segment.header.vault, segment.hash):
            raise SegmentRefused(name=name, reason="it belongs to another vault")
        position += len(segment.raw)
        yield segment


def _read(data: bytes, start: int, name: str) -> Segment:
    first, position = _line(data, start, name)
    if len(first) > MAX_HEADER:
        raise SegmentRefused(name=name, reason="its header is too long")
    header = _header(first, name)
    second, position = _line(data, position, name)
    _check_signature(header.w, first, second, name)
    lines = []
    for _ in range(header.n):
        end = data.find(b"\n", position)
        if end < 0:
            raise SegmentRefused(name=name, reason="it is cut short")
        lines.append(_leaf(data[position:end], name))
        position = end + 1
    if root([line.hash for line in lines]).hex() != header.root:
        raise SegmentRefused(name=name, reason="its leaves do not fit its root")
    return Segment(header, sha256(first).hexdigest(), lines, data[start:position])


def without(lines: Sequence[Line], gone: Container[bytes]) -> list[Line]:
    """Return the lines with those statements reduced to their hashes whose ids are gone.

    Control statements stay: without them nobody could tell who may write.
    """
    return [
        Line(ERASED, None, None, line.hash) if line.hash in gone and line.tag == STATEMENT else line
        for line in lines
    ]


def joined(copies: Sequence[Segment], gone: Collection[bytes]) -> Segment:
    """Join copies of one segment: a leaf is whole if it is in any of them and is not gone."""
    lines = copies[0].lines
    if any(copy.raw != copies[0].raw for copy in copies):
        lines = [
            next((line for line in same if line.body is not None), same[0])
            for same in zip(*(copy.lines for copy in copies), strict=True)
        ]
    lines = without(lines, gone) if gone else lines
    if lines == copies[0].lines:
        return copies[0]
    raw = b"\n".join([*copies[0].raw.split(b"\n", 2)[:2], *map(_row, lines)]) + b"\n"
    return Segment(copies[0].header, copies[0].hash, lines, raw)


def _row(line: Line) -> bytes:
    if line.body is None or line.salt is None:
        return b"x " + line.hash.hex().encode()
    return b" ".join((line.tag, _text(line.salt), line.body))


def read_alone(first: bytes, second: bytes, row: bytes, *, name: str) -> tuple[Header, Line]:
    """Read a header, its signatures and one leaf; only whoever asks can check the leaf's place.

    Raises SegmentRefused or NewerFormat.
    """
    if len(first) > MAX_HEADER or b"\n" in first + row:
        raise SegmentRefused(name=name, reason="its header is out of bounds")
    header = _header(first, name)
    _check_signature(header.w, first, second, name)
    return header, _leaf(row, name)


def _line(data: bytes, start: int, name: str) -> tuple[bytes, int]:
    end = data.find(b"\n", start)
    if end < 0:
        raise SegmentRefused(name=name, reason="it is cut short")
    return data[start:end], end + 1


def _header(first: bytes, name: str) -> Header:
    try:
        header = _headers.decode(first)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise SegmentRefused(name=name, reason="its header does not decode") from error
    if header.v != 0:
        raise NewerFormat(name=name)
    if header.t != "seg" or not 0 < header.n <= MAX_LEAVES:
        raise SegmentRefused(name=name, reason="its header is out of bounds")
    if not 0 <= header.seq < _MAX_NUMBER:
        raise SegmentRefused(name=name, reason="its header is out of bounds")
    return header


def _check_signature(writer: str, first: bytes, second: bytes, name: str) -> None:
    try:
        offered = _signatures.decode(second)
        # Other algorithms may stand beside it one day; this one must be there and be right.
        (signature,) = [item.sig for item in offered if item.alg == "ed25519"]
        key = VerifyKey(_from_hex(writer))
        key.verify(_CONTEXT + first, _binary(signature.encode()))
    except (msgspec.DecodeError, ValueError, RecursionError, BadSignatureError) as error:
        raise SegmentRefused(name=name, reason="its signature is wrong") from error


def _leaf(row: bytes, name: str) -> Line:
    tag = row[:1]
    try:
        if row[:2] in _WHOLE and row[26:27] == b" ":
            salt, body = binascii.a2b_base64(row[2:26], strict_mode=True), row[27:]
            # As `_binary` has it, but quicker: of 16 bytes the last letter holds two bits.
            if len(salt) == _SALT and row[23] in b"AQgw":
                return Line(tag, salt, body, leaf_hash(tag, salt, body))
        if tag == ERASED and row[1:2] == b" " and len(row) == 66:
            return Line(tag, None, None, _from_hex(row[2:].decode("ascii")))
    except ValueError as error:
        raise SegmentRefused(name=name, reason="a line does not decode") from error
    raise SegmentRefused(name=name, reason="a line does not decode")


def _text(data: bytes) -> bytes:
    return binascii.b2a_base64(data, newline=False)


def _binary(text: bytes) -> bytes:
    """Decode base64 in its one canonical spelling, so that no byte of a pack is free to change."""
    data = binascii.a2b_base64(text, strict_mode=True)
    if _text(data) != text:
        raise ValueError
    return data


def _from_hex(text: str) -> bytes:
    """Decode lower-case hex only: a writer has one name."""
    data = bytes.fromhex(text)
    if data.hex() != text:
        raise ValueError
    return data
