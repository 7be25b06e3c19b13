"""Control statements: how a vault began and which writers may write to it."""

from collections.abc import Container
from hashlib import sha256

import msgspec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

from panoh.age import HybridIdentity

_CONTEXT = b"panoh-device-v0\0"
_RECOVERY = b"panoh-recovery-sign-v0"
RECOVERY = "recovery"


class Genesis(msgspec.Struct, frozen=True, kw_only=True, tag_field="op", tag="genesis"):
    """The first control statement; recipients are age1pq… text, signing keys are hex."""

    format: int
    created: str
    sign: str
    device: str
    recovery: str
    recovery_sign: str


class AddDevice(msgspec.Struct, frozen=True, kw_only=True, tag_field="op", tag="add_device"):
    """The first statement of every other writer; `by` is 'recovery' or a writer that vouches."""

    sign: str
    device: str
    by: str
    proof: bytes


class Erase(msgspec.Struct, frozen=True, kw_only=True, tag_field="op", tag="erase"):
    """The order to erase: ids of statements and of stored files, all in hex, and why.

    What is sealed under an epoch before `epoch` is to be sealed anew without them, and to go.
    """

    leaves: list[str]
    units: list[str]
    basis: str
    epoch: int


Control = Genesis | AddDevice | Erase
_decoder = msgspec.json.Decoder(Control)


def parse(body: bytes) -> Control | None:
    """Read a control statement; None for kinds this version does not know."""
    try:
        statement: Control = _decoder.decode(body)
    except (msgspec.DecodeError, ValueError, RecursionError):
        return None
    return statement


def recovery_signing(recovery: HybridIdentity) -> SigningKey:
    """Derive the key with which the holder of the recovery identity vouches for a new device."""
    seed = HKDF(SHA256(), 32, None, _RECOVERY).derive(str(recovery).encode())
    return SigningKey(seed)


def add_device(
    vault: str, device: HybridIdentity, sign: str, voucher: SigningKey, by: str
) -> AddDevice:
    """Vouch for a new writer; `by` names the voucher as readers will look it up."""
    recipient = str(device.recipient())
    proof = voucher.sign(_claim(vault, sign, recipient)).signature
    return AddDevice(sign=sign, device=recipient, by=by, proof=proof)


def vouched(body: bytes, writer: str, genesis: Genesis, vault: str, known: Container[str]) -> bool:
    """Tell whether a writer's first control statement lets it write to this vault."""
    statement = parse(body)
    if not isinstance(statement, AddDevice) or statement.sign != writer:
        return False
    if statement.by != RECOVERY and statement.by not in known:
        return False
    voucher = genesis.recovery_sign if statement.by == RECOVERY else statement.by
    try:
        claim = _claim(vault, writer, statement.device)
        VerifyKey(bytes.fromhex(voucher)).verify(claim, statement.proof)
    except (ValueError, BadSignatureError):
        return False
    return True


def _claim(vault: str, sign: str, recipient: str) -> bytes:
    return (
        _CONTEXT + bytes.fromhex(vault) + bytes.fromhex(sign) + sha256(recipient.encode()).digest()
    )
