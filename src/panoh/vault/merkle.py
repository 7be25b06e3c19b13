"""Salted Merkle trees: one hash stands for many leaves, and one leaf can be erased or shown alone.

The shape is that of RFC 6962: the left part of every node is the largest full tree that fits.
"""

from collections.abc import Sequence
from hashlib import sha256


def leaf_hash(tag: bytes, salt: bytes, body: bytes) -> bytes:
    """Return the 32 bytes that name a leaf; the salt keeps short bodies from being guessed."""
    return sha256(b"\0" + tag + salt + body).digest()


def root(leaves: Sequence[bytes]) -> bytes:
    """Return the root over leaf hashes in order; of no leaves, the hash of nothing."""
    if not leaves:
        return sha256(b"").digest()
    level = list(leaves)
    while len(level) > 1:
        level = _above(level)
    return level[0]


def path_of(leaves: Sequence[bytes], position: int) -> list[bytes]:
    """Return the hashes beside the way from one leaf up to the root, lowest first."""
    level, beside = list(leaves), []
    while len(level) > 1:
        if position ^ 1 < len(level):
            beside.append(level[position ^ 1])
        level, position = _above(level), position // 2
    return beside


def climb(leaf: bytes, position: int, count: int, path: Sequence[bytes]) -> bytes:
    """Return the root that a leaf and the hashes beside its way make.

    Raises ValueError when the path is longer or shorter than a tree of `count` leaves has it.
    """
    node, left = leaf, list(reversed(path))
    if not 0 <= position < count or any(len(one) != len(leaf) for one in left):
        raise ValueError("the path does not fit the tree")
    while count > 1:
        if position ^ 1 < count:
            if not left:
                raise ValueError("the path is too short for the tree")
            beside = left.pop()
            pair = beside + node if position & 1 else node + beside
            node = sha256(b"\1" + pair).digest()
        position, count = position // 2, (count + 1) // 2
    if left:
        raise ValueError("the path is too long for the tree")
    return node


def _above(level: Sequence[bytes]) -> list[bytes]:
    # A last node without a neighbour moves up unchanged, which gives the RFC 6962 shape.
    odd = level[-1:] if len(level) % 2 else []
    return [
        sha256(b"\1" + left + right).digest()
        for left, right in zip(level[::2], level[1::2], strict=False)
    ] + list(odd)
