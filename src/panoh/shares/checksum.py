"""RS1024: the last three words of a share, from which any three wrong words are noticed.

A Reed-Solomon code over GF(1024) with distance 4. One wrong word can therefore be located; which
word would be right is not told, because a person has to read it from the paper.
"""

from collections.abc import Iterable, Sequence
from functools import cache

LENGTH = 3
_GENERATOR = (
    0x00E0E040,
    0x01C1C080,
    0x03838100,
    0x07070200,
    0x0E0E0009,
    0x1C0C2412,
    0x38086C24,
    0x3090FC48,
    0x21B1F890,
    0x3F3F120,
)


def checksum(context: bytes, data: Sequence[int]) -> list[int]:
    """The three values that make `data` fit in this context."""
    rest = _remainder([*context, *data, *[0] * LENGTH]) ^ 1
    return [rest >> 20, rest >> 10 & 1023, rest & 1023]


def fits(context: bytes, values: Sequence[int]) -> bool:
    """Whether the last three values are the checksum of those before them."""
    return _remainder([*context, *values]) == 1


def likely_place(context: bytes, values: Sequence[int]) -> int | None:
    """The place, from 0, whose change alone would make the values fit; None if there is none."""
    rest = _remainder([*context, *values]) ^ 1
    # A mistake in one place is one value that went through the steps after it: walk them back.
    for place in reversed(range(len(values))):
        if rest < 1024:
            return place
        top = _tops()[rest & 1023]
        rest = (rest ^ _step(top << 20, 0)) >> 10 | top << 20
    return None


@cache
def _tops() -> dict[int, int]:
    return {_step(top << 20, 0) & 1023: top for top in range(1024)}


def _remainder(values: Iterable[int]) -> int:
    rest = 1
    for value in values:
        rest = _step(rest, value)
    return rest


def _step(rest: int, value: int) -> int:
    top = rest >> 20
    rest = (rest & 0xFFFFF) << 10 ^ value
    for bit, term in enumerate(_GENERATOR):
        if top >> bit & 1:
            rest ^= term
    return rest
