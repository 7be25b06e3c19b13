"""What is read: which doors are open, which firewall runs, what ufw is told."""

from panoh.security.checks.looking import Command, File, Reading

#: The services that put rules before the doors, in the order of the answer.
FIREWALLS = ("ufw", "firewalld", "nftables", "netfilter-persistent", "iptables", "shorewall")

PROBE: tuple[Reading, ...] = (
    # With its heading: a list without one was not read, and is no proof that nothing listens.
    Command("sockets", ("ss", "--listening", "--tcp", "--udp", "--numeric")),
    Command("firewalls", ("systemctl", "is-active", *FIREWALLS), fine=(0, 3, 4)),
    File("ufw", ("/etc/ufw/ufw.conf",)),
    File("ufw_default", ("/etc/default/ufw",)),
)
