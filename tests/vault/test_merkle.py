"""The tree has the RFC 6962 shape and every leaf counts."""

from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from panoh.vault.merkle import leaf_hash, root

HASHES = st.lists(st.binary(min_size=32, max_size=32), max_size=40)


def by_the_book(leaves: list[bytes]) -> bytes:
    """RFC 6962 §2.1, split at the largest power of two smaller than the length."""
    if not leaves:
        return sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return sha256(b"\1" + by_the_book(leaves[:split]) + by_the_book(leaves[split:])).digest()


@given(HASHES)
def test_shape(leaves: list[bytes]) -> None:
    assert root(leaves) == by_the_book(leaves)


@given(HASHES.filter(bool), st.data())
def test_any_other_leaf_gives_another_root(leaves: list[bytes], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(leaves) - 1))
    other = bytes([leaves[at][0] ^ 1]) + leaves[at][1:]
    assert root([*leaves[:at], other, *leaves[at + 1 :]]) != root(leaves)
    assert root([*leaves, leaves[-1]]) != root(leaves)


def test_a_leaf_depends_on_tag_salt_and_body() -> None:
    salt = bytes(16)
    hashes = {
        leaf_hash(b"s", salt, b"{}"),
        leaf_hash(b"c", salt, b"{}"),
        leaf_hash(b"s", b"\1" + salt[1:], b"{}"),
        leaf_hash(b"s", salt, b"{ }"),
    }
    assert len(hashes) == 4
    assert leaf_hash(b"s", salt, b"{}") == sha256(b"\0s" + salt + b"{}").digest()
