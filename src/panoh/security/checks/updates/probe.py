"""What is read: which system this is, whether it updates itself, when it last did."""

from panoh.security.checks.looking import OS_RELEASE, Changed, Command, File, Reading

_TIMERS = (
    "apt-daily-upgrade.timer",
    "dnf-automatic.timer",
    "dnf-automatic-install.timer",
    "dnf5-automatic.timer",
    "rpm-ostreed-automatic.timer",
)
_SERVICES = tuple(timer.replace(".timer", ".service") for timer in _TIMERS)

PROBE: tuple[Reading, ...] = (
    OS_RELEASE,
    # Everything under APT, so that a system without the setting differs from one that says nothing.
    Command("apt", ("apt-config", "dump", "APT")),
    # 3 and 4 are its answers for "not active" and "no such unit"; each stands on its own line.
    Command("timers", ("systemctl", "is-active", *_TIMERS), fine=(0, 3, 4)),
    Changed(
        "stamps",
        (
            "/var/lib/apt/periodic/update-stamp",
            "/var/lib/apt/periodic/update-success-stamp",
            "/var/lib/apt/periodic/unattended-upgrades-stamp",
            "/var/lib/apt/periodic/upgrade-stamp",
        ),
    ),
    Changed("restart", ("/run/reboot-required", "/var/run/reboot-required")),
    Command("results", ("systemctl", "show", "--property=Result", *_SERVICES)),
    File(
        "dnf",
        (
            "/etc/dnf/automatic.conf",
            "/etc/dnf/dnf5-plugins/automatic.conf",
            "/usr/share/dnf5/dnf5-plugins/automatic.conf",
        ),
    ),
    Command(
        "dnf_run",
        (
            "systemctl",
            "show",
            "--property=LastTriggerUSec",
            "--timestamp=unix",
            *_TIMERS[1:],
        ),
    ),
    File("ostree_settings", ("/etc/rpm-ostreed.conf",)),
    Command("ostree", ("rpm-ostree", "status", "--json")),
    File("pacman", ("/var/log/pacman.log",), tail=True),
)
