"""The keyring of an epoch: the identities that open everything else, wrapped to the devices."""

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass, field
from os import urandom
from random import SystemRandom

from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

from panoh.age import AgeError, HybridIdentity, HybridRecipient, X25519Identity, encrypt
from panoh.vault.container import open_age
from panoh.vault.errors import NewerFormat, SegmentRefused

_CONTEXT = b"panoh-keyring-v0\0"
_PLACES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyring:
    """Keys of one epoch: `log` opens packs, `table` opens unit tables, `mac` compares files."""

    vault: str
    epoch: int
    writer: str
    log: X25519Identity = field(repr=False)
    table: X25519Identity = field(repr=False)
    mac: bytes = field(repr=False)


def new_keyring(vault: str, epoch: int, writer: str) -> Keyring:
    """Draw the keys of a new epoch."""
    return Keyring(
        vault=vault,
        epoch=epoch,
        writer=writer,
        log=X25519Identity.generate(),
        table=X25519Identity.generate(),
        mac=urandom(32),
    )


def seal_keyring(
    keyring: Keyring, signing: SigningKey, recipients: Sequence[HybridRecipient]
) -> bytes:
    """Sign the keyring and wrap it to all recipients; dummies hide how many there are."""
    text = _text(keyring)
    signature = signing.sign(_CONTEXT + text).signature
    whole = text + b"# signature " + base64.b64encode(signature) + b"\n"
    dummies = [HybridIdentity.generate().recipient() for _ in range(-len(recipients) % _PLACES)]
    everybody = [*recipients, *dummies]
    # In order of arrival the first stanzas would be the devices and the rest the dummies.
    SystemRandom().shuffle(everybody)
    return encrypt(whole, everybody)


def open_keyring(data: bytes, identity: HybridIdentity, *, name: str) -> Keyring:
    """Unwrap a keyring and check its signature by the writer it names.

    Whether that writer may sign keyrings only the log can tell. Raises ObjectForeign when it is
    not wrapped to this identity, SegmentRefused when it does not prove itself.
    """
    whole = open_age(data, [identity], name=name)
    text, _, signature = whole.rpartition(b"# signature ")
    keyring = _parse(text, name)
    try:
        proof = binascii.a2b_base64(signature.strip(), strict_mode=True)
        VerifyKey(bytes.fromhex(keyring.writer)).verify(_CONTEXT + text, proof)
    except (ValueError, BadSignatureError) as error:
        raise SegmentRefused(name=name, reason="the signature of a keyring is wrong") from error
    return keyring


def _text(keyring: Keyring) -> bytes:
    return (
        "# panoh keyring 0\n"
        f"# vault {keyring.vault}\n"
        f"# epoch {keyring.epoch}\n"
        f"# writer {keyring.writer}\n"
        f"# mac {keyring.mac.hex()}\n"
        f"# log\n{keyring.log}\n"
        f"# table\n{keyring.table}\n"
    ).encode()


def _parse(text: bytes, name: str) -> Keyring:
    lines = text.decode("utf-8", "replace").splitlines()
    if not lines or not lines[0].startswith("# panoh keyring "):
        raise SegmentRefused(name=name, reason="it is no keyring")
    if lines[0] != "# panoh keyring 0":
        raise NewerFormat(name=name)
    try:
        _, vault, epoch, writer, mac, _, log, _, table = lines
        return Keyring(
            vault=vault.removeprefix("# vault "),
            epoch=int(epoch.removeprefix("# epoch ")),
            writer=writer.removeprefix("# writer "),
            log=X25519Identity.parse(log),
            table=X25519Identity.parse(table),
            mac=bytes.fromhex(mac.removeprefix("# mac ")),
        )
    except (ValueError, AgeError) as error:
        raise SegmentRefused(name=name, reason="a keyring does not decode") from error
