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
        # A last node without a neighbour moves up unchanged, which gives the RFC 6962 shape.
        odd = level[-1:] if len(level) % 2 else []
        level = [
            sha256(b"\1" + left + right).digest()
            for left, right in zip(level[::2], level[1::2], strict=False)
        ] + odd
    return level[0]
