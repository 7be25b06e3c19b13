"""Post-quantum recipients: ML-KEM-768 and X25519 together, age1pq1… and AGE-SECRET-KEY-PQ-1…"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import shake_256
from typing import Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import (
    AEAD,
    KDF,
    KEM,
    MLKEM768X25519PrivateKey,
    MLKEM768X25519PublicKey,
    Suite,
)

from panoh.age import bech32
from panoh.age.errors import HeaderMalformed, IdentityMalformed, RecipientMalformed
from panoh.age.format import Stanza, decode_exactly, encode_base64
from panoh.age.wrap import check_body
from panoh.age.x25519 import lowered

TYPE = "mlkem768x25519"
RECIPIENT_PREFIX = "age1pq"
IDENTITY_PREFIX = "age-secret-key-pq-"
_INFO = b"age-encryption.org/mlkem768x25519"
_SUITE = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)
_SEED = 32
_MLKEM_PUBLIC = 1184
_MLKEM_SEED = 64
_X25519 = 32
_ENCAPSULATED = 1088 + _X25519


@dataclass(frozen=True)
class HybridRecipient:
    """A public key to seal to: 1184 bytes of ML-KEM-768, then 32 bytes of X25519."""

    raw: bytes

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read age1pq1…; raises RecipientMalformed."""
        try:
            recipient = cls(bech32.decode(RECIPIENT_PREFIX, text))
            recipient._key  # noqa: B018 - a key outside ML-KEM's range is refused here, not later
        except ValueError:
            raise RecipientMalformed from None
        return recipient

    def wrap(self, file_key: bytes) -> Stanza:
        """Return a stanza that only this recipient's identity opens."""
        sealed = _SUITE.encrypt(file_key, self._key, _INFO)
        return Stanza((TYPE, encode_base64(sealed[:_ENCAPSULATED])), sealed[_ENCAPSULATED:])

    def __str__(self) -> str:
        return bech32.encode(RECIPIENT_PREFIX, self.raw)

    @cached_property
    def _key(self) -> MLKEM768X25519PublicKey:
        mlkem, x25519 = self.raw[:_MLKEM_PUBLIC], self.raw[_MLKEM_PUBLIC:]
        return MLKEM768X25519PublicKey(
            MLKEM768PublicKey.from_public_bytes(mlkem), X25519PublicKey.from_public_bytes(x25519)
        )


@dataclass(frozen=True)
class HybridIdentity:
    """A private key, made whole from a 32-byte seed; shown by str() and never by repr()."""

    seed: bytes = field(repr=False)

    @classmethod
    def generate(cls) -> Self:
        """Make a new identity from the system's randomness."""
        return cls(secrets.token_bytes(_SEED))

    @classmethod
    def from_seed(cls, seed: bytes) -> Self:
        """Make the identity of a 32-byte seed; raises IdentityMalformed for another length."""
        if len(seed) != _SEED:
            raise IdentityMalformed
        return cls(seed)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read AGE-SECRET-KEY-PQ-1…; raises IdentityMalformed."""
        try:
            return cls.from_seed(bech32.decode(IDENTITY_PREFIX, lowered(text)))
        except ValueError:
            raise IdentityMalformed from None

    def recipient(self) -> HybridRecipient:
        """Return the public key that belongs to this identity."""
        mlkem, x25519 = self._parts
        return HybridRecipient(
            mlkem.public_key().public_bytes_raw() + x25519.public_key().public_bytes_raw()
        )

    def unwrap(self, stanzas: Sequence[Stanza]) -> bytes | None:
        """Return the file key from the first stanza that opens, or None.

        Raises HeaderMalformed when any stanza of this type breaks its rules.
        """
        sealed = [_sealed(stanza) for stanza in stanzas if stanza.args[0] == TYPE]
        for candidate in sealed:
            try:
                return _SUITE.decrypt(candidate, self._key, _INFO)
            except InvalidTag:
                self._refuse_low_order(candidate)
        return None

    def _refuse_low_order(self, sealed: bytes) -> None:
        # HPKE reports an unusable point as a wrong key; age asks for a broken header.
        share = X25519PublicKey.from_public_bytes(sealed[_ENCAPSULATED - _X25519 : _ENCAPSULATED])
        try:
            self._parts[1].exchange(share)
        except ValueError:
            raise HeaderMalformed from None

    def __str__(self) -> str:
        return bech32.encode(IDENTITY_PREFIX, self.seed).upper()

    @cached_property
    def _parts(self) -> tuple[MLKEM768PrivateKey, X25519PrivateKey]:
        material = shake_256(self.seed).digest(_MLKEM_SEED + _X25519)
        return (
            MLKEM768PrivateKey.from_seed_bytes(material[:_MLKEM_SEED]),
            X25519PrivateKey.from_private_bytes(material[_MLKEM_SEED:]),
        )

    @cached_property
    def _key(self) -> MLKEM768X25519PrivateKey:
        return MLKEM768X25519PrivateKey(*self._parts)


def _sealed(stanza: Stanza) -> bytes:
    if len(stanza.args) != 2:
        raise HeaderMalformed
    check_body(stanza.body)
    return decode_exactly(stanza.args[1], _ENCAPSULATED) + stanza.body
