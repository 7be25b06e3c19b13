"""Opening age files, written from the age specification alone; shares no code with the program."""

import hashlib
import hmac
import re
from base64 import b64decode
from collections.abc import Sequence
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, MLKEM768X25519PrivateKey, Suite
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

CHUNK = 65_536
HYBRID = "mlkem768x25519"
STANZA = re.compile(rb"-> ([!-~]+(?: [!-~]+)*)\n((?:[A-Za-z0-9+/]{64}\n)*[A-Za-z0-9+/]{0,63}\n)")
ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"


class NotForUs(Exception):
    """None of the identities opens this file."""


@dataclass(frozen=True)
class Identity:
    """A private key as its text names it: `AGE-SECRET-KEY-1…` or `AGE-SECRET-KEY-PQ-1…`."""

    text: str

    def unwrap(self, kind: str, args: list[str], body: bytes) -> bytes | None:
        if kind == "X25519" and not self.hybrid:
            return self._classic(unpadded(args[0]), body)
        if kind == HYBRID and self.hybrid:
            return self._post_quantum(unpadded(args[0]) + body)
        return None

    @property
    def hybrid(self) -> bool:
        return self.text.startswith("AGE-SECRET-KEY-PQ-1")

    def _classic(self, share: bytes, body: bytes) -> bytes | None:
        private = X25519PrivateKey.from_private_bytes(raw_key(self.text))
        secret = private.exchange(X25519PublicKey.from_public_bytes(share))
        salt = share + private.public_key().public_bytes_raw()
        key = derive(secret, salt, b"age-encryption.org/v1/X25519")
        try:
            return ChaCha20Poly1305(key).decrypt(bytes(12), body, None)
        except InvalidTag:
            return None

    def _post_quantum(self, sealed: bytes) -> bytes | None:
        material = hashlib.shake_256(raw_key(self.text)).digest(96)
        private = MLKEM768X25519PrivateKey(
            MLKEM768PrivateKey.from_seed_bytes(material[:64]),
            X25519PrivateKey.from_private_bytes(material[64:]),
        )
        suite = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)
        try:
            return suite.decrypt(sealed, private, b"age-encryption.org/mlkem768x25519")
        except InvalidTag:
            return None


def first_stanza(sealed: bytes) -> str:
    """The type of the first stanza, which tells a keyring from everything else."""
    found = re.match(rb"age-encryption\.org/v1\n-> ([!-~]+)", sealed)
    return found[1].decode() if found else ""


def open_age(sealed: bytes, identities: Sequence[Identity]) -> bytes:
    """The whole text of an age file; raises NotForUs, or ValueError where it is damaged."""
    first = b"age-encryption.org/v1\n"
    if not sealed.startswith(first):
        raise ValueError("no age file")
    at, stanzas = len(first), []
    while found := STANZA.match(sealed, at):
        stanzas.append((found[1].decode().split(" "), unpadded(found[2].decode())))
        at = found.end()
    end = sealed.index(b"\n", at)
    if sealed[at : at + 4] != b"--- ":
        raise ValueError("no end of header")
    key = file_key(stanzas, identities)
    mac = hmac.digest(derive(key, b"", b"header"), sealed[: at + 3], "sha256")
    if mac != unpadded(sealed[at + 4 : end].decode()):
        raise ValueError("the header was altered")
    nonce, payload = sealed[end + 1 : end + 17], sealed[end + 17 :]
    return chunks(derive(key, nonce, b"payload"), payload)


def file_key(stanzas: list[tuple[list[str], bytes]], identities: Sequence[Identity]) -> bytes:
    for identity in identities:
        for (kind, *args), body in stanzas:
            key = identity.unwrap(kind, args, body)
            if key is not None:
                return key
    raise NotForUs


def chunks(key: bytes, payload: bytes) -> bytes:
    cipher, size = ChaCha20Poly1305(key), CHUNK + 16
    starts = range(0, max(len(payload), 1), size)
    plain = []
    for number, start in enumerate(starts):
        last = b"\1" if start == starts[-1] else b"\0"
        nonce = number.to_bytes(11, "big") + last
        try:
            plain.append(cipher.decrypt(nonce, payload[start : start + size], None))
        except InvalidTag:
            raise ValueError("a chunk was altered") from None
    return b"".join(plain)


def derive(secret: bytes, salt: bytes, info: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt, info).derive(secret)


def unpadded(text: str) -> bytes:
    text = text.replace("\n", "")
    return b64decode(text + "=" * (-len(text) % 4), validate=True)


def raw_key(text: str) -> bytes:
    """The 32 bytes that a Bech32 text spells; its checksum is left to whoever typed it."""
    data = text.lower().rpartition("1")[2][:-6]
    bits = "".join(f"{ALPHABET.index(letter):05b}" for letter in data)
    return int(bits[: len(bits) // 8 * 8], 2).to_bytes(len(bits) // 8, "big")
