"""The public CCTV vectors of the age format: every one opens, or fails in the class it names."""

import hashlib
import io
import subprocess
from pathlib import Path

import pyrage
import pytest
from tests.tools.cctv import COUNT, Vector, vectors
from tests.tools.peers import need_age, need_cctv

from panoh import age
from panoh.age.format import parse_header

VECTORS = vectors()
BINARY = [name for name, vector in VECTORS.items() if not vector.armored]
ARMORED = [name for name, vector in VECTORS.items() if vector.armored]
WITHOUT_PHRASE = [
    name
    for name, vector in VECTORS.items()
    if not any(isinstance(one, age.ScryptIdentity) for one in vector.identities)
]
# What a class of the vectors is called here.
FAILURES: dict[str, tuple[type[age.AgeError], ...]] = {
    "no match": (age.NoIdentityMatches,),
    "HMAC failure": (age.HeaderTampered,),
    "header failure": (age.HeaderMalformed, age.WorkFactorTooHigh),
    "payload failure": (age.PayloadTampered,),
    "armor failure": (age.ArmorMalformed,),
}
# Where pyrage goes another way than the vectors: it has no post-quantum keys, refuses white
# space around the armor, and takes two forms of stanza that an early draft allowed.
PYRAGE_REFUSES = {
    "armor_hybrid",
    "armor_whitespace_outside",
    "hybrid",
    "hybrid_and_x25519",
    "hybrid_grease",
    "hybrid_multiple_recipients",
}
PYRAGE_ACCEPTS = {"stanza_missing_body", "stanza_missing_final_line"}


def _open(vector: Vector) -> bytes:
    sealed = age.dearmor(vector.file) if vector.armored else vector.file
    return age.decrypt(sealed, vector.identities)


def test_all_vectors_are_read() -> None:
    need_cctv()
    assert len(VECTORS) == COUNT


@pytest.mark.parametrize("name", VECTORS)
def test_vector_opens_or_fails_as_it_says(name: str) -> None:
    vector = VECTORS[name]
    if vector.expect == "success":
        assert hashlib.sha256(_open(vector)).hexdigest() == vector.payload
    else:
        with pytest.raises(FAILURES[vector.expect]):
            _open(vector)


@pytest.mark.parametrize("name", BINARY)
def test_stream_agrees_with_bytes_and_writes_nothing_on_failure(name: str) -> None:
    vector, target = VECTORS[name], io.BytesIO()
    if vector.expect == "success":
        age.decrypt_stream(io.BytesIO(vector.file), target, vector.identities)
        assert hashlib.sha256(target.getvalue()).hexdigest() == vector.payload
    else:
        with pytest.raises(FAILURES[vector.expect]):
            age.decrypt_stream(io.BytesIO(vector.file), target, vector.identities)
        assert target.getvalue() == b""


@pytest.mark.parametrize("name", BINARY)
def test_header_encodes_back_to_the_bytes_read(name: str) -> None:
    vector = VECTORS[name]
    try:
        header, size = parse_header(vector.file)
    except age.HeaderMalformed:
        assert vector.expect == "header failure"
    else:
        assert header.encode() == vector.file[:size]


@pytest.mark.parametrize("name", ARMORED)
def test_armor_encodes_back_but_for_outer_space_and_line_ends(name: str) -> None:
    vector = VECTORS[name]
    try:
        raw = age.dearmor(vector.file)
    except age.ArmorMalformed:
        assert vector.expect == "armor failure"
    else:
        assert age.armor(raw) == vector.file.strip().replace(b"\r\n", b"\n") + b"\n"


@pytest.mark.parametrize("name", WITHOUT_PHRASE)
def test_age_comes_to_the_same_verdict(name: str, tmp_path: Path) -> None:
    vector, keys = VECTORS[name], tmp_path / "keys"
    keys.write_text("".join(f"{identity}\n" for identity in vector.identities))
    command = [str(need_age()), "-d", "-i", str(keys)]
    done = subprocess.run(command, input=vector.file, capture_output=True, check=False)
    assert (done.returncode == 0) == (vector.expect == "success")
    if vector.expect == "success":
        assert done.stdout == _open(vector)


@pytest.mark.parametrize("name", WITHOUT_PHRASE)
def test_pyrage_differs_only_where_known(name: str) -> None:
    vector = VECTORS[name]
    keys = [
        pyrage.x25519.Identity.from_str(str(identity))
        for identity in vector.identities
        if isinstance(identity, age.X25519Identity)
    ]
    try:
        opened = pyrage.decrypt(vector.file, keys) is not None
    except pyrage.DecryptError:
        opened = False
    expected = vector.expect == "success"
    assert opened == ((expected or name in PYRAGE_ACCEPTS) and name not in PYRAGE_REFUSES)
