"""Passphrases: a file sealed to one passphrase and nothing else."""

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from panoh.age.errors import HeaderMalformed, WorkFactorTooHigh
from panoh.age.format import Stanza, decode_exactly, encode_base64
from panoh.age.wrap import check_body, unwrap, wrap

TYPE = "scrypt"
WORK_FACTOR = 18  # 2^18 × 1 KiB = 256 MiB of memory, about a second
MAX_WORK_FACTOR = 20  # 1 GiB: what a stranger's file may ask of this machine
_LABEL = b"age-encryption.org/v1/scrypt"
_SALT = 16
_DECIMAL = re.compile(r"[1-9][0-9]*\Z")


@dataclass(frozen=True, slots=True)
class ScryptRecipient:
    """A passphrase to seal with; `work_factor` is the base-two logarithm of scrypt's cost."""

    passphrase: str = field(repr=False)
    work_factor: int = WORK_FACTOR

    def wrap(self, file_key: bytes) -> Stanza:
        """Return a stanza that the passphrase opens; raises WorkFactorTooHigh."""
        if not 1 <= self.work_factor <= MAX_WORK_FACTOR:
            raise WorkFactorTooHigh(factor=self.work_factor, limit=MAX_WORK_FACTOR)
        salt = secrets.token_bytes(_SALT)
        key = _derive(self.passphrase, salt, self.work_factor)
        args = (TYPE, encode_base64(salt), str(self.work_factor))
        return Stanza(args, wrap(key, file_key))


@dataclass(frozen=True, slots=True)
class ScryptIdentity:
    """A passphrase to open with."""

    passphrase: str = field(repr=False)

    def unwrap(self, stanzas: Sequence[Stanza]) -> bytes | None:
        """Return the file key, or None when the passphrase is another or there is none.

        Raises HeaderMalformed for a broken stanza, WorkFactorTooHigh before spending anything.
        """
        for stanza in stanzas:
            if stanza.args[0] == TYPE:
                salt, factor = _parameters(stanza)
                return unwrap(_derive(self.passphrase, salt, factor), stanza.body)
        return None


def _parameters(stanza: Stanza) -> tuple[bytes, int]:
    if len(stanza.args) != 3 or not _DECIMAL.match(stanza.args[2]):
        raise HeaderMalformed
    check_body(stanza.body)
    salt = decode_exactly(stanza.args[1], _SALT)
    if len(stanza.args[2]) > 2 or int(stanza.args[2]) > MAX_WORK_FACTOR:
        raise WorkFactorTooHigh(factor=stanza.args[2][:4], limit=MAX_WORK_FACTOR)
    return salt, int(stanza.args[2])


def _derive(passphrase: str, salt: bytes, factor: int) -> bytes:
    kdf = Scrypt(salt=_LABEL + salt, length=32, n=1 << factor, r=8, p=1)
    return kdf.derive(passphrase.encode())
