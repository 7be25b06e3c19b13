"""Splitting a secret into shares, of which a chosen number gives it back."""

import hmac
import secrets
from collections.abc import Sequence
from dataclasses import replace

from panoh.shares.cipher import scramble
from panoh.shares.errors import SplitRefused
from panoh.shares.field import interpolate
from panoh.shares.share import Head, Share

MOST = 16
SECRET_AT = 255
DIGEST_AT = 254
DIGEST = 4
#: 20,000 iterations; the secret is already as strong as a key, so more would protect nothing.
_EXPONENT = 1


def split(seed: bytes, threshold: int = 3, count: int = 5) -> list[str]:
    """The words of `count` shares, any `threshold` of which give the seed back.

    The seed has 16 bytes or more, an even number. Raises SplitRefused.
    """
    return split_among_groups(seed, 1, [(threshold, count)])[0]


def split_among_groups(
    seed: bytes, groups_needed: int, groups: Sequence[tuple[int, int]]
) -> list[list[str]]:
    """The words of the shares of each group (threshold, count); some groups give the seed back.

    `2, [(2, 3), (1, 1)]` is two of three friends, and the lawyer. Raises SplitRefused.
    """
    head = Head(
        identifier=secrets.randbelow(1 << 15),
        extendable=True,
        exponent=_EXPONENT,
        group=0,
        group_threshold=groups_needed,
        groups=len(groups),
        member=0,
        member_threshold=1,
    )
    return [[share.mnemonic() for share in group] for group in _shares(head, seed, groups)]


def _shares(head: Head, seed: bytes, groups: Sequence[tuple[int, int]]) -> list[list[Share]]:
    for threshold, count in [(head.group_threshold, len(groups)), *groups]:
        if not 0 < threshold <= count <= MOST or len(seed) < 16 or len(seed) % 2:
            raise SplitRefused(threshold=threshold, count=count)
    for threshold, count in groups:
        # One share that is enough would be the secret itself, given to several people.
        if threshold == 1 < count:
            raise SplitRefused(threshold=threshold, count=count)
    scrambled = scramble(seed, b"", head.exponent, head.salt)
    parts = points(scrambled, head.group_threshold, len(groups))
    return [
        [
            Share(_placed(head, group, member, threshold), value)
            for member, value in enumerate(points(part, threshold, count))
        ]
        for group, (part, (threshold, count)) in enumerate(zip(parts, groups, strict=True))
    ]


def points(secret: bytes, threshold: int, count: int) -> list[bytes]:
    """Rows at 0, 1, 2 …: any `threshold` of them give the secret and a digest of it."""
    if threshold == 1:
        return [secret] * count
    known = {x: secrets.token_bytes(len(secret)) for x in range(threshold - 2)}
    key = secrets.token_bytes(len(secret) - DIGEST)
    known |= {DIGEST_AT: digest(key, secret) + key, SECRET_AT: secret}
    return [interpolate(known, x) for x in range(count)]


def digest(key: bytes, secret: bytes) -> bytes:
    """Four bytes by which a forged share is noticed."""
    return hmac.digest(key, secret, "sha256")[:DIGEST]


def _placed(head: Head, group: int, member: int, threshold: int) -> Head:
    return replace(head, group=group, member=member, member_threshold=threshold)
