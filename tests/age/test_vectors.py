"""The public CCTV vectors of the age format: every one opens, or fails in the class it names."""

import base64
import hashlib
import io
import re
import zlib
from dataclasses import dataclass

import pytest
from tests.tools.fetch_peers import cache
from tests.tools.peers import need_cctv

from panoh import age
from panoh.age.format import parse_header

_ENTRY = re.compile(
    r'^// \.\./testdata/(\w+)\nvar \w+ = __toBinary\("([A-Za-z0-9+/=]*)"\);', re.MULTILINE
)
_COUNT = 143
# What one class of the vectors may be called here.
_FAILURES: dict[str, tuple[type[age.AgeError], ...]] = {
    "no match": (age.NoIdentityMatches,),
    "HMAC failure": (age.HeaderTampered,),
    "header failure": (age.HeaderMalformed, age.WorkFactorTooHigh),
    "payload failure": (age.PayloadTampered,),
    "armor failure": (age.ArmorMalformed,),
}


@dataclass(frozen=True)
class Vector:
    expect: str
    payload: str
    identities: list[age.Identity]
    armored: bool
    file: bytes


def _vectors() -> dict[str, bytes]:
    index = cache() / "node_modules" / "cctv-age" / "index.js"
    if not index.exists():
        return {}
    found = _ENTRY.findall(index.read_text())
    return {name: base64.b64decode(text) for name, text in found}


def _read(raw: bytes) -> Vector:
    head, _, body = raw.partition(b"\n\n")
    pairs = [line.split(": ", 1) for line in head.decode().splitlines()]
    told = dict(pairs)
    identities: list[age.Identity] = []
    for key, value in pairs:
        if key == "identity":
            identities.append(age.parse_identity(value))
        if key == "passphrase":
            identities.append(age.ScryptIdentity(value))
    return Vector(
        expect=told["expect"],
        payload=told.get("payload", ""),
        identities=identities,
        armored=told.get("armored") == "yes",
        file=zlib.decompress(body) if told.get("compressed") == "zlib" else body,
    )


VECTORS = _vectors()


def test_all_vectors_are_read() -> None:
    need_cctv()
    assert len(VECTORS) == _COUNT


@pytest.mark.parametrize("name", VECTORS)
def test_vector_opens_or_fails_as_it_says(name: str) -> None:
    vector = _read(VECTORS[name])
    if vector.expect == "success":
        sealed = age.dearmor(vector.file) if vector.armored else vector.file
        plain = age.decrypt(sealed, vector.identities)
        assert hashlib.sha256(plain).hexdigest() == vector.payload
    else:
        with pytest.raises(_FAILURES[vector.expect]):
            age.decrypt(
                age.dearmor(vector.file) if vector.armored else vector.file, vector.identities
            )


@pytest.mark.parametrize("name", [name for name in VECTORS if not name.startswith("armor")])
def test_stream_agrees_with_bytes_and_writes_nothing_on_failure(name: str) -> None:
    vector = _read(VECTORS[name])
    target = io.BytesIO()
    if vector.expect == "success":
        age.decrypt_stream(io.BytesIO(vector.file), target, vector.identities)
        assert hashlib.sha256(target.getvalue()).hexdigest() == vector.payload
    else:
        with pytest.raises(_FAILURES[vector.expect]):
            age.decrypt_stream(io.BytesIO(vector.file), target, vector.identities)
        assert target.getvalue() == b""


@pytest.mark.parametrize("name", [name for name in VECTORS if not name.startswith("armor")])
def test_header_encodes_back_to_the_bytes_read(name: str) -> None:
    file = _read(VECTORS[name]).file
    try:
        header, size = parse_header(file)
    except age.HeaderMalformed:
        assert _read(VECTORS[name]).expect == "header failure"
    else:
        assert header.encode() == file[:size]


@pytest.mark.parametrize("name", [name for name in VECTORS if name.startswith("armor")])
def test_armor_encodes_back_but_for_outer_space_and_line_ends(name: str) -> None:
    file = _read(VECTORS[name]).file
    try:
        raw = age.dearmor(file)
    except age.ArmorMalformed:
        return
    assert age.armor(raw) == file.strip().replace(b"\r\n", b"\n") + b"\n"
