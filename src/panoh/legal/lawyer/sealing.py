"""For whom a file is sealed: a key that the lawyer gave, or a passphrase told another way."""

from panoh.age import Recipient, ScryptRecipient, parse_recipient
from panoh.legal.errors import SealDiffers, SealShort, SealUnclear
from panoh.vault.device import LEAST_PASSPHRASE


def recipient_of(key: str, passphrase: str, again: str) -> Recipient:
    """The one who can open it; a passphrase is typed twice, and kept nowhere.

    Raises SealUnclear, SealShort, SealDiffers, RecipientMalformed.
    """
    if bool(key) == bool(passphrase or again):
        raise SealUnclear
    if key:
        return parse_recipient(key)
    if passphrase != again:
        raise SealDiffers
    if len(passphrase) < LEAST_PASSPHRASE:
        raise SealShort
    return ScryptRecipient(passphrase)
