"""Reading keys whose kind is not known beforehand."""

from panoh.age import hybrid, x25519
from panoh.age.errors import IdentityLineMalformed, IdentityMalformed, RecipientMalformed
from panoh.age.hybrid import HybridIdentity, HybridRecipient
from panoh.age.scrypt import ScryptIdentity, ScryptRecipient
from panoh.age.x25519 import X25519Identity, X25519Recipient

Recipient = X25519Recipient | HybridRecipient | ScryptRecipient
Identity = X25519Identity | HybridIdentity | ScryptIdentity


def parse_recipient(text: str) -> X25519Recipient | HybridRecipient:
    """Read age1… or age1pq1…; raises RecipientMalformed."""
    if text.startswith(hybrid.RECIPIENT_PREFIX + "1"):
        return HybridRecipient.parse(text)
    if text.startswith(x25519.RECIPIENT_PREFIX + "1"):
        return X25519Recipient.parse(text)
    raise RecipientMalformed


def parse_identity(text: str) -> X25519Identity | HybridIdentity:
    """Read AGE-SECRET-KEY-1… or AGE-SECRET-KEY-PQ-1…; raises IdentityMalformed."""
    if text.startswith(hybrid.IDENTITY_PREFIX.upper() + "1"):
        return HybridIdentity.parse(text)
    if text.startswith(x25519.IDENTITY_PREFIX.upper() + "1"):
        return X25519Identity.parse(text)
    raise IdentityMalformed


def parse_identities_file(text: str) -> list[X25519Identity | HybridIdentity]:
    """Read one identity per line, past blank lines and those that begin with '#'.

    Raises IdentityLineMalformed with the number of the line, never with its content.
    """
    identities = []
    for number, line in enumerate(text.splitlines(), 1):
        word = line.strip()
        if not word or word.startswith("#"):
            continue
        try:
            identities.append(parse_identity(word))
        except IdentityMalformed:
            raise IdentityLineMalformed(line=number) from None
    return identities
