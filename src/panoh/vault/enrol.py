"""The first segments of writers: how a vault begins and how a new device joins it."""

from collections.abc import Mapping

import msgspec
from nacl.signing import SigningKey

from panoh.age import HybridIdentity
from panoh.vault import control
from panoh.vault.device import DeviceKeys
from panoh.vault.keyring import Keyring
from panoh.vault.log import now, pack
from panoh.vault.segment import CONTROL, Place, Segment, cut


def genesis_segment(keys: DeviceKeys, recovery: HybridIdentity) -> Segment:
    """Cut the first segment of a new vault; its hash is the vault's id."""
    statement = control.Genesis(
        format=0,
        created=now(),
        sign=keys.writer,
        device=str(keys.identity.recipient()),
        recovery=str(recovery.recipient()),
        recovery_sign=control.recovery_signing(recovery).verify_key.encode().hex(),
    )
    place = Place(vault="", seq=0, prev="", epoch=0, seen={}, at=now())
    return cut(keys.signing, place, [(CONTROL, msgspec.json.encode(statement))])


def first_pack(
    keys: DeviceKeys,
    ring: Keyring,
    voucher: SigningKey,
    by: str,
    seen: Mapping[str, tuple[int, str]],
) -> bytes:
    """Seal the first segment of a new writer, in which the voucher's key lets it in."""
    statement = control.add_device(keys.vault, keys.identity, keys.writer, voucher, by)
    place = Place(vault=keys.vault, seq=0, prev="", epoch=ring.epoch, seen=dict(seen), at=now())
    segment = cut(keys.signing, place, [(CONTROL, msgspec.json.encode(statement))])
    return pack([segment], ring)
