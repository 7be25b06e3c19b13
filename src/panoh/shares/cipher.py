"""The four rounds that stand between the secret and what is split.

They scramble, so that a piece of some shares is not a piece of the secret. A passphrase is
possible by the standard, but nothing notices a wrong one: it silently gives another secret. Panoh
uses none and compares the result with a public verifier instead.
"""

from collections.abc import Iterable
from hashlib import pbkdf2_hmac

_ITERATIONS = 2500
_ROUNDS = range(4)


def scramble(secret: bytes, passphrase: bytes, exponent: int, salt: bytes) -> bytes:
    """What is split, as long as the secret; the length is even."""
    return _rounds(secret, passphrase, exponent, salt, _ROUNDS)


def unscramble(scrambled: bytes, passphrase: bytes, exponent: int, salt: bytes) -> bytes:
    """The secret that was scrambled with the same passphrase, exponent and salt."""
    return _rounds(scrambled, passphrase, exponent, salt, reversed(_ROUNDS))


def _rounds(
    data: bytes, passphrase: bytes, exponent: int, salt: bytes, order: Iterable[int]
) -> bytes:
    half = len(data) // 2
    left, right = data[:half], data[half:]
    for number in order:
        mask = pbkdf2_hmac(
            "sha256",
            bytes([number]) + passphrase,
            salt + right,
            _ITERATIONS << exponent,
            dklen=half,
        )
        left, right = right, bytes(a ^ b for a, b in zip(left, mask, strict=True))
    return right + left
