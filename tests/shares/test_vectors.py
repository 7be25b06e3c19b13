"""The 45 published vectors: what is right gives the secret, what is wrong is told apart."""

import json

import pytest
from tests.tools.fetch_peers import cache
from tests.tools.peers import need_slip39_vectors

from panoh.shares import (
    Share,
    ShareLengthWrong,
    ShareMalformed,
    ShareMisread,
    SharesAltered,
    SharesCount,
    SharesError,
    SharesMixed,
    ShareTwice,
    secret_of,
)

COUNT = 45
#: A part of each description of a wrong set, and the error that tells of it.
WRONG: list[tuple[str, type[SharesError]]] = [
    ("invalid checksum", ShareMisread),
    ("invalid padding", ShareMalformed),
    ("invalid master secret length", ShareMalformed),
    ("insufficient length", ShareLengthWrong),
    ("different identifiers", SharesMixed),
    ("different iteration exponents", SharesMixed),
    ("mismatching", SharesMixed),
    ("greater group threshold", ShareMalformed),
    ("duplicate member indices", ShareTwice),
    ("invalid digest", SharesAltered),
    ("nsufficient number", SharesCount),
    ("Basic sharing 2-of-3", SharesCount),
]

Vector = tuple[str, list[str], str, str]


def vectors() -> list[Vector]:
    """All vectors; none when they have not been fetched."""
    file = cache() / "node_modules" / "slip39" / "test" / "vectors.json"
    return json.loads(file.read_text(encoding="utf-8")) if file.exists() else []


def test_all_published_vectors_are_here() -> None:
    need_slip39_vectors()
    assert len(vectors()) == COUNT


@pytest.mark.parametrize("vector", vectors(), ids=lambda vector: vector[0])
def test_vector(vector: Vector) -> None:
    name, mnemonics, secret, _ = vector

    def read() -> bytes:
        return secret_of([Share.parse(each) for each in mnemonics], b"TREZOR")

    if secret:
        assert read().hex() == secret
        assert [Share.parse(each).mnemonic() for each in mnemonics] == mnemonics
    else:
        with pytest.raises(next(error for part, error in WRONG if part in name)):
            read()
