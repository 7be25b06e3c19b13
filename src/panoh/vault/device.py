"""The keys of one device, sealed by a passphrase in the device folder."""

import unicodedata
from dataclasses import dataclass, field
from os import urandom
from pathlib import Path

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from nacl.signing import SigningKey

from panoh.age import HybridIdentity
from panoh.vault.errors import DeviceNotFound, NewerFormat, ObjectDamaged, WrongPassphrase

#: Shorter passphrases are tried out too quickly by whoever has the device folder.
LEAST_PASSPHRASE = 12
_MAX_MEMORY_KIB = 1 << 20
_MAX_PASSES = 16
_MAX_LANES = 16
_MAX_FILE = 64 << 10


@dataclass(frozen=True, slots=True, kw_only=True)
class KdfCost:
    """What one try of a passphrase costs with Argon2id."""

    memory_kib: int = 256 << 10
    passes: int = 3
    lanes: int = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceKeys:
    """What a device must have: who it is, how it signs, and the key of its index."""

    vault: str
    identity: HybridIdentity = field(repr=False)
    signing: SigningKey = field(repr=False)
    index: bytes = field(repr=False)

    @property
    def writer(self) -> str:
        """The public signing key in hex: this device's name in the log."""
        return self.signing.verify_key.encode().hex()


def new_keys(vault: str = "") -> DeviceKeys:
    """Draw fresh keys for a device."""
    return DeviceKeys(
        vault=vault,
        identity=HybridIdentity.generate(),
        signing=SigningKey.generate(),
        index=urandom(32),
    )


def derived(index_key: bytes, context: bytes) -> bytes:
    """The key for one more thing that this device seals for itself, from the key of its index."""
    return HKDF(SHA256(), 32, None, context).derive(index_key)


class _Kdf(msgspec.Struct, frozen=True, kw_only=True):
    alg: str
    memory_kib: int
    passes: int
    lanes: int
    salt: bytes


class _File(msgspec.Struct, frozen=True, kw_only=True):
    v: int
    kdf: _Kdf
    nonce: bytes
    sealed: bytes


class _Secret(msgspec.Struct, frozen=True, kw_only=True):
    vault: str
    identity: str
    signing: bytes
    index: bytes


def seal_keys(keys: DeviceKeys, passphrase: str, cost: KdfCost) -> bytes:
    """Return the content of the keys file."""
    kdf = _Kdf(
        alg="argon2id",
        memory_kib=cost.memory_kib,
        passes=cost.passes,
        lanes=cost.lanes,
        salt=urandom(16),
    )
    secret = _Secret(
        vault=keys.vault,
        identity=str(keys.identity),
        signing=keys.signing.encode(),
        index=keys.index,
    )
    nonce = urandom(12)
    sealed = _cipher(kdf, passphrase).encrypt(nonce, msgspec.json.encode(secret), _bound(kdf))
    return msgspec.json.encode(_File(v=0, kdf=kdf, nonce=nonce, sealed=sealed)) + b"\n"


def open_keys(path: Path, passphrase: str) -> DeviceKeys:
    """Read and unseal the keys file.

    Raises DeviceNotFound, WrongPassphrase, NewerFormat, or ObjectDamaged when the file is broken
    or asks for more work than any passphrase should.
    """
    file = _read(path)
    try:
        plain = _cipher(file.kdf, passphrase).decrypt(file.nonce, file.sealed, _bound(file.kdf))
    except (InvalidTag, ValueError):
        # Nothing else is said: a broken file and a wrong passphrase look alike from outside.
        raise WrongPassphrase from None
    secret = msgspec.json.decode(plain, type=_Secret)
    return DeviceKeys(
        vault=secret.vault,
        identity=HybridIdentity.parse(secret.identity),
        signing=SigningKey(secret.signing),
        index=secret.index,
    )


def cost_of(path: Path) -> KdfCost:
    """Return what the keys file was sealed with, so that it can be sealed again alike."""
    kdf = _read(path).kdf
    return KdfCost(memory_kib=kdf.memory_kib, passes=kdf.passes, lanes=kdf.lanes)


def _read(path: Path) -> _File:
    try:
        with path.open("rb") as handle:
            file = msgspec.json.decode(handle.read(_MAX_FILE), type=_File)
    except FileNotFoundError as error:
        raise DeviceNotFound(folder=path.parent) from error
    except (OSError, msgspec.DecodeError, ValueError, RecursionError) as error:
        raise ObjectDamaged(name=path.name, reason="it cannot be read") from error
    if file.v != 0 or file.kdf.alg != "argon2id":
        raise NewerFormat(name=path.name)
    kdf = file.kdf
    if kdf.memory_kib > _MAX_MEMORY_KIB or kdf.passes > _MAX_PASSES or kdf.lanes > _MAX_LANES:
        raise ObjectDamaged(name=path.name, reason="it asks for too much work")
    return file


def _bound(kdf: _Kdf) -> bytes:
    return b"panoh-device-v0\0" + msgspec.json.encode(kdf)


def _cipher(kdf: _Kdf, passphrase: str) -> ChaCha20Poly1305:
    # The same passphrase typed on two systems may arrive composed or decomposed.
    typed = unicodedata.normalize("NFKC", passphrase).encode()
    try:
        key = Argon2id(
            salt=kdf.salt,
            length=32,
            iterations=kdf.passes,
            lanes=kdf.lanes,
            memory_cost=kdf.memory_kib,
        ).derive(typed)
    except (ValueError, OverflowError) as error:
        raise ObjectDamaged(name="keys", reason="its cost is out of bounds") from error
    return ChaCha20Poly1305(key)
