"""Is the way to the internet led through somebody unknown?"""

from panoh.model.messages import mark as _
from panoh.security.checks.check import Check
from panoh.security.checks.network.judge import judge
from panoh.security.checks.network.probe import PROBE

CHECK = Check(
    key="network",
    measure="proxy_and_names",
    asks=_("Is the way to the internet as you set it?"),
    cannot_see=_(
        "It cannot see a proxy set inside a browser, what the router or provider does, or whether"
        " answers are altered on the way: that would need the network."
    ),
    probe=PROBE,
    judge=judge,
    by_hand={
        "linux": (
            _("Open Settings, then Network, then Proxy. It must be off unless you set it."),
            _("Open the file /etc/hosts. Only names of your own computer should stand in it."),
        ),
        "macos": (
            _("Open System Settings, then Network, your connection, Details."),
            _("Under Proxies everything must be off. Under DNS, know every address."),
        ),
        "windows": (
            _("Open Settings, then Network & internet, then Proxy. All must be off."),
            _("Open your connection and look at DNS server assignment. Know every address."),
        ),
    },
)
