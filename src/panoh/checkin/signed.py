"""What the owner signs: orders to a relay, and check-ins. Whoever runs a relay can make neither.

A signed text is the signature and the signed JSON, in URL-safe base64, so that any route carries
it: a page, a mail, a QR code, a friend. Orders count up and older ones are refused; a check-in is
for one cycle. Whether it was given under duress stands in a mark that only the relay can read, as
long as anything else.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as Base64Error
from collections.abc import Sequence
from hashlib import blake2b
from hmac import compare_digest
from secrets import token_hex
from typing import Annotated

import msgspec
from nacl.exceptions import CryptoError
from nacl.signing import SigningKey, VerifyKey

from panoh.checkin.errors import OrderRefused
from panoh.checkin.plan import Device, Plan
from panoh.model.messages import mark as _

MAX_SIGNED = 256 << 10
_SIGNATURE = 64
Key = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}$")]
Half = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{32}$")]
Count = Annotated[int, msgspec.Meta(ge=0, le=1 << 53)]


class ArmOrder(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="arm"):
    """Watch for me by this plan."""

    plan: Plan


class PauseOrder(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="pause"
):
    """Expect nothing before an instant."""

    until: Count


class ResumeOrder(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="resume"
):
    """Watch again."""


class EndOrder(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="end"):
    """Watch no more and forget me."""


class CheckInOrder(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="check-in"
):
    """I am well, in this cycle; signed by a device, so that the key to orders stays away."""

    cycle: Count
    device: Key


Do = ArmOrder | PauseOrder | ResumeOrder | EndOrder | CheckInOrder


class Signed(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who asks which relay for what. `person` is the owner's public key; a check-in is number 0."""

    v: int = 0
    person: Key
    relay: Half
    number: Count = 0
    nonce: Half
    mark: Half
    do: Do


_Encoder = msgspec.json.Encoder()
_Decoder = msgspec.json.Decoder(Signed)


def sign(
    do: Do, *, seed: bytes, person: str, relay: str, number: int, mark_key: bytes, duress: bool
) -> str:
    """The signed text of an order or check-in; `seed` is the private key of whoever signs it."""
    nonce = token_hex(16)
    mark = _mark(mark_key, person, relay, nonce, duress=duress)
    made = Signed(person=person, relay=relay, number=number, nonce=nonce, mark=mark, do=do)
    signed = SigningKey(seed).sign(_Encoder.encode(made))
    return urlsafe_b64encode(signed).rstrip(b"=").decode()


def public_key(seed: bytes) -> str:
    """The public half of a signing key, as plans and orders name it."""
    return bytes(SigningKey(seed).verify_key).hex()


def read_signed(text: str, relay: str) -> Signed:
    """Check a signed text but for its number, its cycle and its device; raises OrderRefused."""
    if len(text) > MAX_SIGNED:
        raise OrderRefused(reason=_("it is larger than any order"))
    try:
        raw = urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))
        made = _Decoder.decode(raw[_SIGNATURE:])
    except (Base64Error, ValueError, RecursionError) as error:
        raise OrderRefused(reason=_("it is not whole, or of another version")) from error
    signer = made.do.device if isinstance(made.do, CheckInOrder) else made.person
    try:
        VerifyKey(bytes.fromhex(signer)).verify(raw)
    except (CryptoError, ValueError) as error:
        raise OrderRefused(reason=_("its signature is wrong")) from error
    if made.v != 0 or made.relay != relay:
        raise OrderRefused(reason=_("it is meant for another relay"))
    return made


def read_mark(devices: Sequence[Device], made: Signed) -> bool | None:
    """Whether something was signed under duress; None if no device of the plan marked it."""
    found: bool | None = None
    for device in devices:
        for duress in (False, True):
            key = bytes.fromhex(device.mark)
            expected = _mark(key, made.person, made.relay, made.nonce, duress=duress)
            if compare_digest(expected, made.mark):
                found = duress
    return found


def _mark(key: bytes, person: str, relay: str, nonce: str, *, duress: bool) -> str:
    said = f"panoh mark 0 {person} {relay} {nonce} {'duress' if duress else 'plain.'}"
    return blake2b(said.encode(), key=key, digest_size=16).hexdigest()
