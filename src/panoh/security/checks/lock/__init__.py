"""Does the screen lock itself soon after nobody uses it?"""

from panoh.model.messages import mark as _
from panoh.security.checks.check import Check
from panoh.security.checks.lock.judge import judge
from panoh.security.checks.lock.probe import PROBE

CHECK = Check(
    key="lock",
    measure="screen_lock",
    asks=_("Does the screen lock itself within ten minutes?"),
    cannot_see=_(
        "It sees the settings of the person who is logged in now, not of others, and not whether"
        " closing the lid locks at once."
    ),
    probe=PROBE,
    judge=judge,
    by_hand={
        "linux": (
            _("Open the settings of your desktop and look for Screen lock."),
            _("Let it lock after ten minutes or less. Try it: close the lid and open it again."),
        ),
        "macos": (
            _("Open System Settings, then Lock Screen."),
            _("Set the screen to turn off within ten minutes, and ask for the password at once."),
        ),
        "windows": (
            _("Open Settings, then Accounts, then Sign-in options."),
            _("Ask for the sign-in when the computer wakes. Set Screen timeout to ten minutes."),
        ),
    },
)
