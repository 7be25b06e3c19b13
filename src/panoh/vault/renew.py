"""A new writer for a device whose chain cannot be continued: a clone or a restored backup."""

from dataclasses import replace

from nacl.signing import SigningKey

from panoh.vault import rows
from panoh.vault.device import cost_of, seal_keys
from panoh.vault.enrol import first_pack
from panoh.vault.folder import DeviceFolder
from panoh.vault.log import Log
from panoh.vault.marks import Marks
from panoh.vault.publish import publish, write_durably


def renew_if_needed(log: Log, device: DeviceFolder, passphrase: str, marks: Marks) -> None:
    """Give the device a new signing key when going on would write one number twice.

    That is so when its chain has forked already, or when the folder stands behind what this
    device has written. The old key vouches for the new one; the old chain is not written to.
    """
    writer = log.keys.writer
    with log.index.writing("renew.index") as db:
        seq, _ = rows.heads(db).get(writer, (-1, ""))
        forked = writer in rows.forks(db)
        behind = marks.get(writer, (-1, ""))[0] > seq
        # Without its first segment and a keyring the device may read, but cannot vouch.
        if not (forked or behind) or seq < 0 or not log.rings:
            return
        keys = replace(log.keys, signing=SigningKey.generate())
        first = first_pack(keys, log.ring(db), log.keys.signing, writer, rows.heads(db))
        # Published before the keys change hands: without it the new writer would be refused.
        publish(log.folder.meta, first, point="renew.pack", mine=log.folder.mine)
        sealed = seal_keys(keys, passphrase, cost_of(device.keys))
        write_durably(device.keys, sealed, point="renew.keys")
        log.keys = keys
        log.catch_up(db)
