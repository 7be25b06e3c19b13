"""The CCTV age vectors, read from the JavaScript file in which they are published."""

import base64
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from tests.tools.fetch_peers import cache

from panoh import age

COUNT = 143
_ENTRY = re.compile(
    r'^// \.\./testdata/(\w+)\nvar \w+ = __toBinary\("([A-Za-z0-9+/=]*)"\);', re.MULTILINE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vector:
    """One sealed file, the keys to try, and what must come of it.

    `expect` is success or the class of failure, `payload` the SHA-256 of the plaintext in hex.
    """

    expect: str
    payload: str
    identities: list[age.Identity]
    armored: bool
    file: bytes


def vectors() -> dict[str, Vector]:
    """Return all vectors by name; none when they have not been fetched."""
    index = cache() / "node_modules" / "cctv-age" / "index.js"
    if not index.exists():
        return {}
    return {name: _read(base64.b64decode(text)) for name, text in _ENTRY.findall(index.read_text())}


def _read(raw: bytes) -> Vector:
    head, _, body = raw.partition(b"\n\n")
    pairs = [line.split(": ", 1) for line in head.decode().splitlines()]
    told = dict(pairs)
    return Vector(
        expect=told["expect"],
        payload=told.get("payload", ""),
        identities=[*_identities(pairs)],
        armored=told.get("armored") == "yes",
        file=zlib.decompress(body) if told.get("compressed") == "zlib" else body,
    )


def _identities(pairs: list[list[str]]) -> Iterator[age.Identity]:
    for key, value in pairs:
        if key == "identity":
            yield age.parse_identity(value)
        if key == "passphrase":
            yield age.ScryptIdentity(value)
