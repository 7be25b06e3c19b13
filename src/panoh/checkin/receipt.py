"""The receipt of an order or check-in, signed by the relay it was meant for.

The id of a relay is made from its public key, so that whoever was invited knows the key already. A
receipt is for one signed text: an older one, or one of somebody who stands in for the relay (a
seized name, a web server on the way), is found out. Whoever has the relay itself can sign too.
"""

from hashlib import sha256
from secrets import token_bytes

from nacl.exceptions import CryptoError
from nacl.signing import SigningKey, VerifyKey

from panoh.checkin.errors import ReceiptRefused

_SIZE = 32
_ABOUT = b"panoh receipt 0\n"


def new_seed() -> bytes:
    """The private key of a new relay."""
    return token_bytes(_SIZE)


def id_of(seed: bytes) -> str:
    """The id of the relay with this private key."""
    return _id(bytes(SigningKey(seed).verify_key))


def sign_receipt(seed: bytes, order: str, receipt: bytes) -> bytes:
    """A receipt for this signed text: one line, then a line with key and signature in hex."""
    key = SigningKey(seed)
    proof = bytes(key.verify_key) + key.sign(_said(order, receipt)).signature
    return receipt + b"\n" + proof.hex().encode()


def read_receipt(body: bytes, order: str, relay: str) -> bytes:
    """The receipt without its proof; raises ReceiptRefused unless this relay made it for this."""
    receipt, _line, proof = body.rpartition(b"\n")
    try:
        raw = bytes.fromhex(proof.decode("ascii"))
        key, signature = raw[:_SIZE], raw[_SIZE:]
        if _id(key) != relay:
            raise ReceiptRefused
        VerifyKey(key).verify(_said(order, receipt), signature)
    except (CryptoError, ValueError, TypeError) as error:
        raise ReceiptRefused from error
    return receipt


def _id(key: bytes) -> str:
    return sha256(key).hexdigest()[:_SIZE]


def _said(order: str, receipt: bytes) -> bytes:
    return _ABOUT + sha256(order.encode()).digest() + receipt
