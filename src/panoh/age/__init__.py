"""The age v1 file format: X25519, scrypt and ML-KEM-768/X25519, in the open and as text.

Knows nothing of what it seals. Reading is strict and capped; nothing of a content is given out
before its last chunk is verified.
"""

from panoh.age.armor import armor, dearmor
from panoh.age.errors import (
    AgeError,
    ArmorMalformed,
    HeaderMalformed,
    HeaderTampered,
    IdentityLineMalformed,
    IdentityMalformed,
    NoIdentityMatches,
    PayloadTampered,
    RecipientMalformed,
    RecipientsUnfit,
    VersionUnknown,
    WorkFactorTooHigh,
)
from panoh.age.file import decrypt, decrypt_stream, encrypt, encrypt_stream
from panoh.age.hybrid import HybridIdentity, HybridRecipient
from panoh.age.keys import (
    Identity,
    Recipient,
    parse_identities_file,
    parse_identity,
    parse_recipient,
)
from panoh.age.scrypt import ScryptIdentity, ScryptRecipient
from panoh.age.x25519 import X25519Identity, X25519Recipient

__all__ = [
    "AgeError",
    "ArmorMalformed",
    "HeaderMalformed",
    "HeaderTampered",
    "HybridIdentity",
    "HybridRecipient",
    "Identity",
    "IdentityLineMalformed",
    "IdentityMalformed",
    "NoIdentityMatches",
    "PayloadTampered",
    "Recipient",
    "RecipientMalformed",
    "RecipientsUnfit",
    "ScryptIdentity",
    "ScryptRecipient",
    "VersionUnknown",
    "WorkFactorTooHigh",
    "X25519Identity",
    "X25519Recipient",
    "armor",
    "dearmor",
    "decrypt",
    "decrypt_stream",
    "encrypt",
    "encrypt_stream",
    "parse_identities_file",
    "parse_identity",
    "parse_recipient",
]
