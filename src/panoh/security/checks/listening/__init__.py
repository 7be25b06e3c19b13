"""Is anything on this computer open to the network, and does a firewall stand before it?"""

from panoh.model.messages import mark as _
from panoh.security.checks.check import Check
from panoh.security.checks.listening.judge import judge
from panoh.security.checks.listening.probe import PROBE

CHECK = Check(
    key="listening",
    measure="firewall",
    asks=_("Is this computer closed to the network?"),
    cannot_see=_(
        "It cannot see the rules of the firewall, which only an administrator may read, or what"
        " programs send out."
    ),
    probe=PROBE,
    judge=judge,
    by_hand={
        "linux": (
            _("Ask whoever looks after this computer which of the listed doors are needed."),
            _("Switch off what is not, and switch the firewall on: on Ubuntu, `sudo ufw enable`."),
        ),
        "macos": (
            _("Open System Settings, then Network, then Firewall. It must be on."),
            _("Open General, then Sharing. Everything you do not use must be off."),
        ),
        "windows": (
            _("Open Windows Security, then Firewall & network protection."),
            _("The firewall must be on for all three networks."),
        ),
    },
)
