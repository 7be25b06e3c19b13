"""Does this computer ask who you are when it starts?"""

from panoh.model.messages import mark as _
from panoh.security.checks.autologin.judge import judge
from panoh.security.checks.autologin.probe import PROBE
from panoh.security.checks.check import Check

CHECK = Check(
    key="autologin",
    measure="no_automatic_login",
    asks=_("Does this computer ask for a password when it starts?"),
    cannot_see=_("It cannot see whether the password is a good one, or whether guests may log in."),
    probe=PROBE,
    judge=judge,
    by_hand={
        "linux": (
            _("Open Settings, then Users, and switch Automatic login off."),
            _("Restart. You must be asked for a password before you see your files."),
        ),
        "macos": (
            _("Open System Settings, then Users & Groups."),
            _("Automatically log in as must be off, and the guest user too."),
        ),
        "windows": (
            _("Restart the computer."),
            _("It must ask for a PIN, password or key before it shows your files."),
        ),
    },
)
