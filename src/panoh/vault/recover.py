"""Getting back in with the recovery identity: a new device and a new writer."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from panoh.age import AgeError, HybridIdentity
from panoh.vault import control
from panoh.vault.admitted import admitted
from panoh.vault.container import is_keyring, read_object
from panoh.vault.device import DeviceKeys, KdfCost, new_keys, seal_keys
from panoh.vault.enrol import first_pack
from panoh.vault.errors import ObjectDamaged, ObjectForeign, OtherVault, RecoveryDoesNotFit
from panoh.vault.folder import VaultFolder, apart, make_device_folder
from panoh.vault.keyring import Keyring, open_keyring, seal_keyring
from panoh.vault.publish import publish, write_durably


def enrol_by_recovery(
    folder: Path, device: Path, recovery_text: str, passphrase: str, cost: KdfCost
) -> None:
    """Make keys for a new device and let it in, with the recovery identity as its voucher.

    Raises RecoveryDoesNotFit, VaultNotFound, FolderInUse, WriteFailed. The keys file comes last:
    an interrupted recovery is simply done again.
    """
    vault, place = apart(folder, device)
    recovery = parse_recovery(recovery_text)
    rings = proven_rings(vault, recovery)
    make_device_folder(place, point="recover.device")
    keys = new_keys(rings[0].vault)
    let_in(vault.owned(keys.index), keys, rings, recovery)
    write_durably(place.keys, seal_keys(keys, passphrase, cost), point="recover.keys")


def let_in(
    vault: VaultFolder, keys: DeviceKeys, rings: Sequence[Keyring], recovery: HybridIdentity
) -> None:
    """Publish the keyrings, newest first, wrapped to the new device, and its first segment.

    Older ones are needed where an erasure was interrupted.
    """
    recipients = [keys.identity.recipient(), recovery.recipient()]
    for ring in rings:
        sealed = seal_keyring(replace(ring, writer=keys.writer), keys.signing, recipients)
        publish(vault.meta, sealed, point="recover.keyring", mine=vault.mine)
    voucher = control.recovery_signing(recovery)
    first = first_pack(keys, rings[0], voucher, control.RECOVERY, {})
    publish(vault.meta, first, point="recover.pack", mine=vault.mine)


def parse_recovery(text: str) -> HybridIdentity:
    """Read the recovery identity as a person typed it; raises RecoveryDoesNotFit."""
    try:
        return HybridIdentity.parse("".join(text.split()))
    except AgeError:
        raise RecoveryDoesNotFit from None


def proven_rings(vault: VaultFolder, recovery: HybridIdentity) -> list[Keyring]:
    """Return the keyrings that a writer of the vault signed, newest first.

    The recipient of the recovery identity is known to members and stands in proofs: whoever can
    write to the folder could add a keyring of his own, and all that is saved later would be
    sealed to him. Raises RecoveryDoesNotFit, or OtherVault when two vaults lie in the folder.
    """
    rings = rings_of(vault, recovery)
    writers = admitted(vault, rings, recovery)
    proven = [ring for ring in rings if ring.writer in writers.get(ring.vault, ())]
    if not proven:
        raise RecoveryDoesNotFit
    if len({ring.vault for ring in proven}) > 1:
        raise OtherVault(folder=vault.path)
    # A recovery that was interrupted leaves the same keys signed by a writer never let in.
    return list({str(ring.log): ring for ring in proven}.values())


def rings_of(vault: VaultFolder, recovery: HybridIdentity) -> list[Keyring]:
    """Return the keyrings the recovery identity opens, newest first, whoever signed them.

    Raises RecoveryDoesNotFit when there is none.
    """
    rings: list[Keyring] = []
    for name in sorted(vault.meta_names()):
        if is_keyring(vault.meta / name):
            try:
                data = read_object(vault.meta / name)
                ring = open_keyring(data, recovery, name=name)
            except ObjectForeign:
                continue
            except ObjectDamaged:
                # Another keyring may still be whole; verify tells about this one.
                continue
            rings.append(ring)
    if not rings:
        raise RecoveryDoesNotFit
    return sorted(rings, key=lambda ring: -ring.epoch)
