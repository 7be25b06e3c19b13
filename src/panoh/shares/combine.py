"""Putting shares together again, and telling exactly why it does not work."""

import hmac
from collections.abc import Iterable, Mapping, Sequence

from panoh.age import HybridIdentity
from panoh.shares.cipher import unscramble
from panoh.shares.errors import (
    ShareLengthWrong,
    SharesAltered,
    SharesCount,
    SharesGroups,
    SharesMixed,
    SharesOfAnotherKey,
    ShareTwice,
)
from panoh.shares.field import interpolate
from panoh.shares.share import WORDS, Head, Share
from panoh.shares.split import DIGEST, DIGEST_AT, SECRET_AT, digest
from panoh.shares.verifier import same_verifier, verifier_of

SEED = 32


def combine(mnemonics: Iterable[str], verifier: str) -> bytes:
    """The 32-byte seed of the recovery identity that this verifier belongs to.

    Raises every kind of SharesError; SharesOfAnotherKey when the seed is of another identity.
    """
    seed = seed_of([Share.parse(mnemonic) for mnemonic in mnemonics])
    identity = HybridIdentity.from_seed(seed)
    if not same_verifier(verifier_of(str(identity.recipient())), verifier):
        raise SharesOfAnotherKey
    return seed


def seed_of(shares: Sequence[Share]) -> bytes:
    """The seed of a recovery identity, not compared with anything; raises SharesError."""
    for share in shares:
        if len(share.value) != SEED:
            raise ShareLengthWrong(given=len(share.mnemonic().split()), whole=WORDS)
    return secret_of(shares)


def secret_of(shares: Sequence[Share], passphrase: bytes = b"") -> bytes:
    """The secret of any SLIP-39 shares; a wrong passphrase gives another secret without a word.

    Raises SharesMixed, ShareTwice, SharesCount, SharesGroups, SharesAltered.
    """
    check_together([share.head for share in shares])
    if not shares:
        raise SharesCount(needed=1, given=0)
    head = shares[0].head
    groups = _by_group(shares)
    if len(groups) != head.group_threshold:
        raise SharesGroups(needed=head.group_threshold, given=len(groups))
    parts = {number: _part(members) for number, members in groups.items()}
    if len({len(part) for part in parts.values()}) > 1:
        raise SharesMixed
    scrambled = _recovered(head.group_threshold, parts)
    return unscramble(scrambled, passphrase, head.exponent, head.salt)


def check_together(heads: Sequence[Head]) -> None:
    """See that shares are of one set and each is there once; raises SharesMixed, ShareTwice."""
    thresholds: dict[int, int] = {}
    seen = set()
    for head in heads:
        threshold = thresholds.setdefault(head.group, head.member_threshold)
        if head.set != heads[0].set or threshold != head.member_threshold:
            raise SharesMixed
        if (head.group, head.member) in seen:
            raise ShareTwice(number=head.member + 1)
        seen.add((head.group, head.member))


def enough(heads: Sequence[Head]) -> bool:
    """Whether these shares, which belong together, are as many as their set asks for."""
    given: dict[int, int] = {}
    for head in heads:
        given[head.group] = given.get(head.group, 0) + 1
    whole = {head.group for head in heads if given[head.group] >= head.member_threshold}
    return bool(heads) and len(whole) >= heads[0].group_threshold


def _by_group(shares: Sequence[Share]) -> dict[int, list[Share]]:
    groups: dict[int, list[Share]] = {}
    for share in shares:
        groups.setdefault(share.head.group, []).append(share)
    return groups


def _part(members: Sequence[Share]) -> bytes:
    threshold = members[0].head.member_threshold
    if len(members) != threshold:
        raise SharesCount(needed=threshold, given=len(members))
    rows = {share.head.member: share.value for share in members}
    if len({len(row) for row in rows.values()}) > 1:
        raise SharesMixed
    return _recovered(threshold, rows)


def _recovered(threshold: int, rows: Mapping[int, bytes]) -> bytes:
    if threshold == 1:
        return next(iter(rows.values()))
    secret, told = interpolate(rows, SECRET_AT), interpolate(rows, DIGEST_AT)
    if not hmac.compare_digest(digest(told[DIGEST:], secret), told[:DIGEST]):
        raise SharesAltered
    return secret
