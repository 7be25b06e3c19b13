"""The keys of one check-in, all made from one secret that lies in the vault."""

from hashlib import blake2b
from secrets import token_hex

from panoh.checkin import Device
from panoh.checkin.signed import public_key


def new_secret() -> str:
    """A secret for a new check-in; no two watchers can tell that they watch the same person."""
    return token_hex(32)


def order_seed(secret: str) -> bytes:
    """The private key of orders."""
    return _derived(secret, b"orders")


def device_seed(secret: str) -> bytes:
    """The private key of signed check-ins."""
    return _derived(secret, b"check-ins")


def mark_key(secret: str) -> bytes:
    """The key of the mark that tells duress."""
    return _derived(secret, b"mark")


def person_of(secret: str) -> str:
    """How a watcher names this person: a public key and nothing else."""
    return public_key(order_seed(secret))


def device_of(secret: str) -> Device:
    """The proof made by Panoh, as a plan names it."""
    return Device(key=public_key(device_seed(secret)), mark=mark_key(secret).hex())


def _derived(secret: str, use: bytes) -> bytes:
    return blake2b(
        use, key=bytes.fromhex(secret), digest_size=32, person=b"panoh check-in"
    ).digest()
