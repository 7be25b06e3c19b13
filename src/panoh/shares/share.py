"""One share: four words that say where it belongs, then its value, then the checksum.

Bits of the first four words: identifier 15 · extendable 1 · exponent 4 · group index 4 · group
threshold − 1 4 · groups − 1 4 · member index 4 · member threshold − 1 4.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Self

from panoh.shares import checksum
from panoh.shares.errors import ShareLengthWrong, ShareMalformed, ShareMisread, WordMisread
from panoh.shares.words import spell, values_of

HEAD_WORDS = 4
#: Words of a share of 32 bytes, the size of a recovery key.
WORDS = 33
#: Words of a share of 16 bytes, the least the standard allows.
LEAST_WORDS = 20
_CONTEXTS = (b"shamir", b"shamir_extendable")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Which set and which place in it; indices count from 0, thresholds and counts from 1."""

    identifier: int
    extendable: bool
    exponent: int
    group: int
    group_threshold: int
    groups: int
    member: int
    member_threshold: int

    @classmethod
    def parse(cls, values: Sequence[int]) -> Self:
        """Read the first four values of a share."""
        bits = _joined(values[:HEAD_WORDS])
        return cls(
            identifier=bits >> 25,
            extendable=bool(bits >> 24 & 1),
            exponent=bits >> 20 & 15,
            group=bits >> 16 & 15,
            group_threshold=(bits >> 12 & 15) + 1,
            groups=(bits >> 8 & 15) + 1,
            member=bits >> 4 & 15,
            member_threshold=(bits & 15) + 1,
        )

    def values(self) -> list[int]:
        """The four values of which the words are made."""
        bits = self.identifier << 1 | self.extendable
        for part in (
            self.exponent,
            self.group,
            self.group_threshold - 1,
            self.groups - 1,
            self.member,
            self.member_threshold - 1,
        ):
            bits = bits << 4 | part
        return _cut(bits, HEAD_WORDS)

    @property
    def set(self) -> tuple[int, bool, int, int, int]:
        """What all shares of one set have in common."""
        return (
            self.identifier,
            self.extendable,
            self.exponent,
            self.group_threshold,
            self.groups,
        )

    @property
    def salt(self) -> bytes:
        """What the scrambling of this set is bound to: nothing, where the set can be extended."""
        return b"" if self.extendable else b"shamir" + self.identifier.to_bytes(2, "big")


@dataclass(frozen=True, slots=True)
class Share:
    """One holder's part of a secret."""

    head: Head
    value: bytes = field(repr=False)

    @classmethod
    def parse(cls, mnemonic: str) -> Self:
        """Read a share from its words.

        Raises WordUnknown, ShareLengthWrong, ShareMisread, WordMisread, ShareMalformed.
        """
        return cls.from_values(values_of(mnemonic))

    @classmethod
    def from_values(cls, values: Sequence[int]) -> Self:
        """Read a share from the values of its words; raises as `parse` does."""
        if len(values) < LEAST_WORDS:
            raise ShareLengthWrong(given=len(values), whole=WORDS)
        head = Head.parse(values)
        _check(_CONTEXTS[head.extendable], values)
        if head.group_threshold > head.groups:
            raise ShareMalformed
        return cls(head, _unpadded(values[HEAD_WORDS : -checksum.LENGTH]))

    def mnemonic(self) -> str:
        """The words of this share, one space between them."""
        padded = _cut(int.from_bytes(self.value, "big"), -(-len(self.value) * 8 // 10))
        data = [*self.head.values(), *padded]
        return spell([*data, *checksum.checksum(_CONTEXTS[self.head.extendable], data)])


def _check(context: bytes, values: Sequence[int]) -> None:
    if checksum.fits(context, values):
        return
    place = checksum.likely_place(context, values)
    raise ShareMisread if place is None else WordMisread(number=place + 1)


def _unpadded(values: Sequence[int]) -> bytes:
    # Secrets are multiples of 16 bits, so the padding is what is left over: at most 8 bits, zero.
    padding = len(values) * 10 % 16
    size = (len(values) * 10 - padding) // 8
    bits = _joined(values)
    if padding > 8 or bits >> size * 8:
        raise ShareMalformed
    return bits.to_bytes(size, "big")


def _joined(values: Sequence[int]) -> int:
    bits = 0
    for value in values:
        bits = bits << 10 | value
    return bits


def _cut(bits: int, count: int) -> list[int]:
    return [bits >> 10 * place & 1023 for place in reversed(range(count))]
