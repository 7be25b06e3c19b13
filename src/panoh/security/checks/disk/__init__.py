"""Is everything that is written on this computer encrypted?"""

from panoh.model.messages import mark as _
from panoh.security.checks.check import Check
from panoh.security.checks.disk.judge import judge
from panoh.security.checks.disk.probe import PROBE

CHECK = Check(
    key="disk",
    measure="disk_encryption",
    asks=_("Is the disk encrypted?"),
    cannot_see=_(
        "It cannot see how strong the passphrase is, whether a key lies beside the lock, or other"
        " disks and sticks that are not in use now."
    ),
    probe=PROBE,
    judge=judge,
    by_hand={
        "linux": (
            _("Open the program Disks and choose the disk of this computer."),
            _("Every part but the small ones for starting must say LUKS or Encrypted."),
        ),
        "macos": (
            _("Open System Settings, then Privacy & Security, then FileVault."),
            _("It must say that FileVault is turned on."),
        ),
        "windows": (
            _("Open Settings, then Privacy & security, then Device encryption."),
            _("It must be on. If it is not there, search for BitLocker in the Control Panel."),
        ),
    },
)
