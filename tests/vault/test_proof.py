"""A proof shows one statement and nothing else, and no other bytes prove anything."""

import base64
import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nacl.signing import SigningKey
from tests.vault.support import CHEAP, PASSPHRASE, Listing, Place, body

from panoh.vault import LeafUnknown, ProofWrong, Vault, check_proof
from panoh.vault.merkle import climb, path_of, root
from panoh.vault.proof import MAX_PROOF
from panoh.vault.segment import STATEMENT, cut
from panoh.vault.segment import Place as At

HASHES = st.lists(st.binary(min_size=32, max_size=32), min_size=1, max_size=70, unique=True)


@given(HASHES, st.data())
def test_a_path_leads_to_the_root_and_no_other_does(
    leaves: list[bytes], data: st.DataObject
) -> None:
    position = data.draw(st.integers(0, len(leaves) - 1))
    path = path_of(leaves, position)
    assert climb(leaves[position], position, len(leaves), path) == root(leaves)
    assert len(path) <= (len(leaves) - 1).bit_length()
    for wrong in (path[:-1] if path else [b"\0" * 32], [*path, b"\0" * 32]):
        with pytest.raises(ValueError, match="path"):
            climb(leaves[position], position, len(leaves), wrong)
    other = data.draw(st.binary(min_size=32, max_size=32).filter(lambda one: one not in leaves))
    assert climb(other, position, len(leaves), path) != root(leaves)


@pytest.fixture
def case(place: Place) -> tuple[bytes, str, list[str]]:
    """A proof of the third of seven statements; its id, and the words of the others."""
    others = [f"testimony number {n} of Зебо" for n in range(7)]
    with place.create().vault as vault:
        ids = vault.save([body(n, text) for n, text in enumerate(others)])
        vault.save([body(9, others.pop(2))])
        vault.roll_up()
        return vault.prove(ids[2]), vault.id, others


def test_it_is_checked_without_a_vault(case: tuple[bytes, str, list[str]]) -> None:
    proof, vault, _ = case
    proven = check_proof(proof)
    assert (proven.vault, proven.seq, proven.position) == (vault, 1, 2)
    assert proven.body == body(2, "testimony number 2 of Зебо")
    assert "Зебо" in proof.decode()


def test_it_shows_nothing_else(case: tuple[bytes, str, list[str]], place: Place) -> None:
    proof, _, others = case
    for text in others:
        assert text.encode() not in proof
    told = json.loads(proof)
    assert [len(one) for one in told["statement"]["path"]] == [64, 64, 64]
    with place.unlock() as vault:
        segment = [leaf for leaf in vault.all_leaves() if leaf.seq == 1]
        salts = [
            row.split(b" ")[1]
            for row in packed(vault).split(b"\n")
            if row.startswith(b"s ") and b'"n": 2' not in row
        ]
    assert len(segment) == 7
    # The hashes beside the path stand for leaves whose salts nobody outside has.
    assert len(salts) >= 6
    assert not any(salt in proof for salt in salts)
    hidden = {leaf.id for leaf in segment if leaf.pos not in {2, 3}}
    assert not any(one in proof.decode() for one in hidden)


def packed(vault: Vault) -> bytes:
    """Return the text of the pack that holds the most."""
    log = vault._log
    name = str(log.index.db.execute("SELECT object FROM segments WHERE seq = 1").get)
    return log.open_pack((log.folder.meta / name).read_bytes(), name)[0]


def test_writers_let_in_later_prove_themselves_back_to_the_genesis(
    place: Place, tmp_path: Path
) -> None:
    created = place.create()
    created.vault.close()
    args = (place.folder, tmp_path / "new", created.recovery_identity, PASSPHRASE, Listing())
    with Vault.recover(*args, cost=CHEAP) as second:
        (ident,) = second.save([body(5)])
        proven = check_proof(second.prove(ident))
        assert (proven.vault, proven.writer, proven.id) == (second.id, second.writer, ident)
        assert len(json.loads(second.prove(ident))["writers"]) == 2


def test_only_statements_are_proven(place: Place) -> None:
    with place.create().vault as vault:
        (genesis,) = [leaf.id for leaf in vault.all_leaves()]
        for ident in (genesis, "ab" * 32, "no id"):
            with pytest.raises(LeafUnknown):
                vault.prove(ident)


def other_words(told: dict[str, Any]) -> None:
    told["statement"]["leaf"] = told["statement"]["leaf"].replace("number 2", "number 3")


def other_salt(told: dict[str, Any]) -> None:
    leaf = told["statement"]["leaf"]
    told["statement"]["leaf"] = f"s {base64.b64encode(bytes(16)).decode()}{leaf[26:]}"


def other_place(told: dict[str, Any]) -> None:
    told["statement"]["position"] = 3


def other_path(told: dict[str, Any]) -> None:
    told["statement"]["path"].reverse()


def other_time(told: dict[str, Any]) -> None:
    told["statement"]["header"] = told["statement"]["header"].replace('"at":"2', '"at":"1')


def other_vault(told: dict[str, Any]) -> None:
    told["vault"] = "ab" * 32


def no_chain(told: dict[str, Any]) -> None:
    told["writers"] = []


def foreign_writer(told: dict[str, Any]) -> None:
    """A stranger signs a segment of his own for this vault."""
    at = At(vault=told["vault"], seq=1, prev="", epoch=0, seen={}, at="2030-01-01T00:00:00.000Z")
    raw = cut(SigningKey.generate(), at, [(STATEMENT, body(1))]).raw
    header, signatures, leaf, _ = raw.decode().split("\n")
    told["statement"] |= {"header": header, "signatures": signatures, "leaf": leaf}
    told["statement"] |= {"position": 0, "path": []}


def genesis_of_another_vault(told: dict[str, Any]) -> None:
    """A stranger makes a vault of his own and puts its writer under this vault's id."""
    foreign_writer(told)
    told["writers"] = [told["statement"]]


def a_control_statement(told: dict[str, Any]) -> None:
    told["statement"] = told["writers"][0]


def an_unknown_field(told: dict[str, Any]) -> None:
    told["note"] = "believe me"


FORGERIES: list[Callable[[dict[str, Any]], None]] = [
    other_words,
    other_salt,
    other_place,
    other_path,
    other_time,
    other_vault,
    no_chain,
    foreign_writer,
    genesis_of_another_vault,
    a_control_statement,
    an_unknown_field,
]


@pytest.mark.parametrize("forge", FORGERIES)
def test_forgeries(case: tuple[bytes, str, list[str]], forge: Callable[[Any], None]) -> None:
    told = json.loads(case[0])
    assert check_proof(json.dumps(told).encode()) == check_proof(case[0])
    forge(told)
    with pytest.raises(ProofWrong):
        check_proof(json.dumps(told).encode())


@pytest.mark.parametrize(
    "data",
    [b"", b"{}", b"[" * 100_000, b"\xff\xfe", b'{"vault":1}', b" " * (MAX_PROOF + 1)],
    ids=["empty", "bare", "deep", "no text", "wrong type", "large"],
)
def test_what_is_no_proof(data: bytes) -> None:
    with pytest.raises(ProofWrong) as caught:
        check_proof(data)
    assert caught.value.hint


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_no_changed_byte_proves_other_words(data: st.DataObject) -> None:
    proof = kept()
    at = data.draw(st.integers(0, len(proof) - 1))
    changed = bytearray(proof)
    changed[at] ^= data.draw(st.integers(1, 255))
    try:
        proven = check_proof(bytes(changed))
    except ProofWrong:
        return
    assert proven == check_proof(proof)


_kept: list[bytes] = []


def kept() -> bytes:
    if not _kept:
        from tempfile import TemporaryDirectory

        with TemporaryDirectory() as home, _new(Path(home)) as vault:
            ids = vault.save([body(n) for n in range(5)])
            _kept.append(vault.prove(ids[1]))
            assert sha256(_kept[0])
    return _kept[0]


def _new(home: Path) -> Vault:
    return Place(home / "vault", home / "device").create().vault
