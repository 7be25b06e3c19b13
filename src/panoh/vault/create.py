"""Making a vault: folders, keys, the keyring and the first segment."""

from dataclasses import replace
from pathlib import Path

from panoh.age import HybridIdentity
from panoh.vault.device import KdfCost, new_keys, seal_keys
from panoh.vault.enrol import genesis_segment
from panoh.vault.folder import apart, make_device_folder, make_vault_folder
from panoh.vault.keyring import new_keyring, seal_keyring
from panoh.vault.log import pack
from panoh.vault.publish import publish, write_durably


def make_vault(folder: Path, device: Path, passphrase: str, cost: KdfCost) -> str:
    """Write a new vault and the keys of its first device; return the recovery identity.

    Raises FolderInUse or WriteFailed. The keys file comes last: without it nobody can have
    recorded anything, and both folders may be removed.
    """
    vault, place = apart(folder, device)
    make_vault_folder(vault)
    make_device_folder(place, point="create.device")
    recovery, draft = HybridIdentity.generate(), new_keys()
    vault = vault.owned(draft.index)
    first = genesis_segment(draft, recovery)
    keys = replace(draft, vault=first.hash)
    ring = new_keyring(keys.vault, 0, keys.writer)
    recipients = [keys.identity.recipient(), recovery.recipient()]
    sealed = seal_keyring(ring, keys.signing, recipients)
    publish(vault.meta, sealed, point="create.keyring", mine=vault.mine)
    publish(vault.meta, pack([first], ring), point="create.pack", mine=vault.mine)
    write_durably(place.keys, seal_keys(keys, passphrase, cost), point="create.keys")
    return str(recovery)
