"""Checks of this machine: each reads little, judges strictly, and says what it cannot see."""

from panoh.security.checks import autologin, cloud, disk, listening, lock, network, roots, updates
from panoh.security.checks.check import Check

#: In the order in which a person should mend what they find.
CHECKS: tuple[Check, ...] = (
    disk.CHECK,
    updates.CHECK,
    lock.CHECK,
    autologin.CHECK,
    listening.CHECK,
    roots.CHECK,
    network.CHECK,
    cloud.CHECK,
)
