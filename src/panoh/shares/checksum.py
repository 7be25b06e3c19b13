"""RS1024: the last three words of a share, from which any three wrong words are noticed.

A Reed-Solomon code over GF(1024) with distance 4. One wrong word can therefore be located; which
word would be right is not told, because a person has to read it from the paper.
"""

from collections.abc import Iterable, Sequence

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
    wanted = _remainder([*context, *values]) ^ 1
    # What each of the 1023 possible mistakes in one place adds, from the last place backwards.
    mistakes = list(range(1, 1024))
    for place in reversed(range(len(values))):
        if wanted in mistakes:
            return place
        mistakes = [_step(mistake, 0) for mistake in mistakes]
    return None


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
