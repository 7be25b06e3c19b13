"""Does this computer get its security updates, by itself and lately?"""

from panoh.model.messages import mark as _
from panoh.security.checks.check import Check
from panoh.security.checks.updates.judge import judge
from panoh.security.checks.updates.probe import PROBE

CHECK = Check(
    key="updates",
    measure="system_updates",
    asks=_("Are security updates installed by themselves, and lately?"),
    cannot_see=_(
        "It cannot see updates of the browser, of apps from other shops, or of the computer's own"
        " firmware."
    ),
    probe=PROBE,
    judge=judge,
    by_hand={
        "linux": (
            _("Open the software centre of your system and look for updates."),
            _("Install all of them, then restart. Switch on automatic updates if it offers them."),
        ),
        "macos": (
            _("Open System Settings, then General, then Software Update."),
            _("Open the small i beside Automatic updates and switch everything on."),
        ),
        "windows": (
            _("Open Settings, then Windows Update."),
            _("Choose Check for updates. Updates must not be paused."),
        ),
    },
)
