"""The proof on a relay's page: a PIN, and a second one that looks the same and tells others.

One derivation serves both, both are always compared, and both must have the same length. What a
relay keeps slows guessing down and no more: a PIN is short, and whoever runs the relay can pretend
that it was given.
"""

import unicodedata
from hmac import compare_digest
from secrets import token_bytes

from nacl.pwhash import argon2id

from panoh.checkin.errors import PinUnfit
from panoh.checkin.plan import Page
from panoh.model.messages import mark as _

_PASSES, _MEMORY = 2, 19 << 20  # the least that OWASP names for Argon2id: some 20 ms
_MAX_TYPED = 64


def make_page(plain: str, duress: str, salt: bytes | None = None) -> Page:
    """What goes into a plan for two PINs; raises PinUnfit."""
    one, other = _digits(plain), _digits(duress)
    if not (6 <= len(one) <= 12 and 6 <= len(other) <= 12):
        raise PinUnfit(reason=_("each needs six to twelve digits"))
    if len(one) != len(other):
        raise PinUnfit(reason=_("they differ in length, which could be seen"))
    if one == other:
        raise PinUnfit(reason=_("they are the same"))
    salt = salt or token_bytes(argon2id.SALTBYTES)
    return Page(salt=salt.hex(), plain=_derive(one, salt).hex(), duress=_derive(other, salt).hex())


def read_pin(page: Page, typed: str) -> bool | None:
    """Whether a typed PIN means duress; None if it is neither of the two."""
    made = _derive(_digits(typed[:_MAX_TYPED]), bytes.fromhex(page.salt))
    plain = compare_digest(made, bytes.fromhex(page.plain))
    duress = compare_digest(made, bytes.fromhex(page.duress))
    return duress if plain or duress else None


def _digits(typed: str) -> str:
    """The digits in any script as 0 to 9; spaces and all else are left out."""
    return "".join(
        str(value) for value in (unicodedata.digit(one, -1) for one in typed) if value >= 0
    )


def _derive(digits: str, salt: bytes) -> bytes:
    return bytes(argon2id.kdf(32, digits.encode(), salt, opslimit=_PASSES, memlimit=_MEMORY))
