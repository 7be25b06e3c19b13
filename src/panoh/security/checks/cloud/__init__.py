"""Do Panoh's own folders lie where a program copies them to a stranger's computer?"""

from panoh.model.messages import mark as _
from panoh.security.checks.check import Check
from panoh.security.checks.cloud.judge import judge
from panoh.security.checks.cloud.probe import PROBE

CHECK = Check(
    key="cloud",
    measure="outside_cloud",
    asks=_("Do Panoh's folders lie outside what is copied to a cloud?"),
    cannot_see=_(
        "It knows the usual programs only, and backups that copy the whole disk not at all."
    ),
    probe=PROBE,
    judge=judge,
    by_hand={
        "linux": (
            _("Look in the settings of every program that copies files to a cloud."),
            _("None of its folders may hold the vault's keys. Move the folder out of it."),
        ),
        "macos": (
            _("Open System Settings, your name, iCloud, iCloud Drive."),
            _("Desktop & Documents Folders must be off, or Panoh's folders must lie elsewhere."),
        ),
        "windows": (
            _("Open OneDrive's settings, then Sync and backup, then Manage backup."),
            _("Desktop, Documents and Pictures must be off, or Panoh's folders lie elsewhere."),
        ),
    },
)
