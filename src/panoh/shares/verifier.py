"""The public verifier: a few characters by which the right key is told from another.

It is made from the public half of the recovery identity, so it may stand on every sheet.
"""

import hmac
from hashlib import sha256

_LENGTH = 16


def verifier_of(recipient: str) -> str:
    """The first 8 bytes of SHA-256 over the recipient's text, in hex."""
    return sha256(recipient.encode()).hexdigest()[:_LENGTH]


def same_verifier(one: str, other: str) -> bool:
    """Whether two verifiers are the same, however they are spaced."""
    return hmac.compare_digest(*("".join(each.lower().split()).encode() for each in (one, other)))


def grouped(text: str) -> str:
    """Characters in groups of four, for eyes and voices."""
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))
