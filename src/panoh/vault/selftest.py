"""Known answers of the cryptography, tried before a vault is opened: a broken library stops it.

The passphrase form of age is left out, as one try of it takes as long as all the rest.
"""

from collections.abc import Callable, Mapping
from functools import cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey

from panoh.age import AgeError, HybridIdentity, X25519Identity, bech32, decrypt
from panoh.age.x25519 import IDENTITY_PREFIX
from panoh.vault import known
from panoh.vault.errors import SelfTestFailed
from panoh.vault.merkle import leaf_hash, root

# Written apart from the list below, so that a check cannot drop out of it unseen.
COUNT = 7


def _age_x25519() -> bool:
    text = bech32.encode(IDENTITY_PREFIX, bytes.fromhex(known.SEED)).upper()
    return _opens(known.X25519_FILE, X25519Identity.parse(text))


def _age_hybrid() -> bool:
    return _opens(known.HYBRID_FILE, HybridIdentity.from_seed(bytes.fromhex(known.SEED)))


def _opens(file: bytes, identity: X25519Identity | HybridIdentity) -> bool:
    """Open a fixed file; refuse it with the last byte changed."""
    if decrypt(file, [identity]) != known.PLAIN:
        return False
    try:
        decrypt(_changed(file), [identity])
    except AgeError:
        return True
    return False


def _ed25519() -> bool:
    key = SigningKey(bytes.fromhex(known.ED25519_SEED))
    signature = key.sign(known.ED25519_MESSAGE).signature
    if signature.hex() != known.ED25519_SIGNATURE:
        return False
    key.verify_key.verify(known.ED25519_MESSAGE, signature)
    try:
        key.verify_key.verify(known.ED25519_MESSAGE + b"!", signature)
    except BadSignatureError:
        return True
    return False


def _hkdf() -> bool:
    derived = HKDF(SHA256(), 42, known.HKDF_SALT, known.HKDF_INFO).derive(known.HKDF_KEY)
    return derived.hex() == known.HKDF_OUTPUT


def _chacha20() -> bool:
    cipher = ChaCha20Poly1305(known.CHACHA_KEY)
    sealed = cipher.encrypt(known.CHACHA_NONCE, known.CHACHA_PLAIN, known.CHACHA_BOUND)
    if sealed[-16:].hex() != known.CHACHA_TAG:
        return False
    try:
        cipher.decrypt(known.CHACHA_NONCE, _changed(sealed), known.CHACHA_BOUND)
    except InvalidTag:
        return True
    return False


def _merkle() -> bool:
    leaves = [leaf_hash(b"s", bytes([n]) * 16, b'{"n":%d}' % n) for n in range(3)]
    return root(leaves).hex() == known.MERKLE_ROOT


def _argon2() -> bool:
    derived = Argon2id(
        salt=b"\x02" * 16,
        length=32,
        iterations=3,
        lanes=4,
        memory_cost=32,
        ad=b"\x04" * 12,
        secret=b"\x03" * 8,
    ).derive(b"\x01" * 32)
    return derived.hex() == known.ARGON2_OUTPUT


CHECKS: Mapping[str, Callable[[], bool]] = {
    "age X25519": _age_x25519,
    "age ML-KEM-768/X25519": _age_hybrid,
    "Ed25519": _ed25519,
    "HKDF-SHA-256": _hkdf,
    "ChaCha20-Poly1305": _chacha20,
    "Merkle tree of SHA-256": _merkle,
    "Argon2id": _argon2,
}


def self_test(checks: Mapping[str, Callable[[], bool]] = CHECKS) -> int:
    """Try every known answer and return how many there were; raises SelfTestFailed."""
    for name, check in checks.items():
        try:
            good = check()
        except Exception as error:
            raise SelfTestFailed(what=name) from error
        if not good:
            raise SelfTestFailed(what=name)
    if len(checks) != COUNT:
        raise SelfTestFailed(what=f"{len(checks)}/{COUNT}")
    return len(checks)


@cache
def once() -> int:
    """Run the self-test the first time a process opens a vault."""
    return self_test()


def _changed(data: bytes) -> bytes:
    return data[:-1] + bytes([data[-1] ^ 1])
