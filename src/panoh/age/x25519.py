"""Classic recipients: age1… and AGE-SECRET-KEY-1…"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Self

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from panoh.age import bech32
from panoh.age.errors import HeaderMalformed, IdentityMalformed, RecipientMalformed
from panoh.age.format import Stanza, decode_exactly, encode_base64
from panoh.age.kdf import hkdf
from panoh.age.wrap import check_body, unwrap, wrap

TYPE = "X25519"
RECIPIENT_PREFIX = "age"
IDENTITY_PREFIX = "age-secret-key-"
_INFO = b"age-encryption.org/v1/X25519"
_SIZE = 32


@dataclass(frozen=True)
class X25519Recipient:
    """A public key to seal to: 32 bytes."""

    raw: bytes

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read age1…; raises RecipientMalformed."""
        try:
            raw = bech32.decode(RECIPIENT_PREFIX, text)
        except ValueError:
            raise RecipientMalformed from None
        if len(raw) != _SIZE:
            raise RecipientMalformed
        return cls(raw)

    def wrap(self, file_key: bytes) -> Stanza:
        """Return a stanza that only this recipient's identity opens."""
        ephemeral = X25519PrivateKey.generate()
        share = ephemeral.public_key().public_bytes_raw()
        try:
            shared = ephemeral.exchange(self._key)
        except ValueError:  # a point of low order gives the same secret to everybody
            raise RecipientMalformed from None
        key = hkdf(shared, salt=share + self.raw, info=_INFO)
        return Stanza((TYPE, encode_base64(share)), wrap(key, file_key))

    def __str__(self) -> str:
        return bech32.encode(RECIPIENT_PREFIX, self.raw)

    @cached_property
    def _key(self) -> X25519PublicKey:
        return X25519PublicKey.from_public_bytes(self.raw)


@dataclass(frozen=True)
class X25519Identity:
    """A private key: 32 bytes, shown by str() and never by repr()."""

    secret: bytes = field(repr=False)

    @classmethod
    def generate(cls) -> Self:
        """Make a new identity from the system's randomness."""
        return cls(X25519PrivateKey.generate().private_bytes_raw())

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read AGE-SECRET-KEY-1…; raises IdentityMalformed."""
        try:
            secret = bech32.decode(IDENTITY_PREFIX, lowered(text))
        except ValueError:
            raise IdentityMalformed from None
        if len(secret) != _SIZE:
            raise IdentityMalformed
        return cls(secret)

    def recipient(self) -> X25519Recipient:
        """Return the public key that belongs to this identity."""
        return self._recipient

    def unwrap(self, stanzas: Sequence[Stanza]) -> bytes | None:
        """Return the file key from the first stanza that opens, or None.

        Raises HeaderMalformed when any stanza of this type breaks its rules.
        """
        shares = [_share(stanza) for stanza in stanzas if stanza.args[0] == TYPE]
        for share, body in shares:
            key = hkdf(self._exchange(share), salt=share + self._recipient.raw, info=_INFO)
            if (file_key := unwrap(key, body)) is not None:
                return file_key
        return None

    def _exchange(self, share: bytes) -> bytes:
        try:
            return self._key.exchange(X25519PublicKey.from_public_bytes(share))
        except ValueError:  # the all-zero secret of a low-order point
            raise HeaderMalformed from None

    def __str__(self) -> str:
        return bech32.encode(IDENTITY_PREFIX, self.secret).upper()

    @cached_property
    def _key(self) -> X25519PrivateKey:
        return X25519PrivateKey.from_private_bytes(self.secret)

    @cached_property
    def _recipient(self) -> X25519Recipient:
        return X25519Recipient(self._key.public_key().public_bytes_raw())


def lowered(text: str) -> str:
    """Return an identity's text in lower case; raises ValueError unless it is all upper case."""
    if text != text.upper():
        raise ValueError("an identity is written in upper case")
    return text.lower()


def _share(stanza: Stanza) -> tuple[bytes, bytes]:
    if len(stanza.args) != 2:
        raise HeaderMalformed
    check_body(stanza.body)
    return decode_exactly(stanza.args[1], _SIZE), stanza.body
