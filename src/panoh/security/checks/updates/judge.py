"""Judges whether security updates come: support, the setting, and when they last came."""

from datetime import date, datetime, timedelta

from panoh.model.messages import mark as _
from panoh.security.checks.check import Judged, failed, passed, unknown
from panoh.security.checks.looking import Everything
from panoh.security.checks.reading import is_tails, os_release
from panoh.security.checks.updates import families
from panoh.security.checks.updates.support import last_day

#: After so many days without an update something is wrong, or the computer was not used.
RECENT = timedelta(days=14)
_FAMILIES = {
    "debian": families.apt,
    "ubuntu": families.apt,
    "linuxmint": families.apt,
    "fedora": families.dnf,
    "arch": families.pacman,
}


def judge(seen: Everything, now: datetime) -> Judged:
    """Support first: a system that nobody looks after is out of order whatever it is set to."""
    if not seen["os_release"].ok:
        return unknown(_("It cannot be seen which system this is."))
    release = os_release(seen["os_release"].text)
    system, version = release.get("ID", ""), release.get("VERSION_ID", "")
    name = release.get("PRETTY_NAME") or system
    if is_tails(release):
        return unknown(_("Tails offers its updates when it starts. Take them each time."))
    ended = _ended(system, version, now.date())
    if ended:
        return failed(
            _("{system} has had no security updates since {day}."),
            system=name,
            day=ended.isoformat(),
        )
    ostree = system == "fedora" and seen["ostree"].ok
    family = families.ostree if ostree else _FAMILIES.get(system)
    if family is None:
        return unknown(_("We do not know how {system} updates itself."), system=name)
    if system != "arch" and last_day(system, version) is None:
        return unknown(_("We do not know until when {system} gets security updates."), system=name)
    return _installed(seen, family(seen), now)


def _installed(seen: Everything, came: families.Came, now: datetime) -> Judged:
    """Updates that wait for a restart protect nobody."""
    since = families.stamp(seen["restart"].text.partition("\n")[0].partition("\t")[2])
    if since and now - since > RECENT:
        return failed(_("The last updates wait for a restart."))
    return _lately(came, now)


def _ended(system: str, version: str, today: date) -> date | None:
    until = last_day(system, version)
    return until if until and until < today else None


def _lately(came: families.Came, now: datetime) -> Judged:
    if came.automatic is None:
        return unknown(_("It cannot be seen whether updates are installed by themselves."))
    if not came.automatic:
        return failed(_("Updates are not installed by themselves."))
    if came.last is None:
        return unknown(_("It cannot be seen when updates were last installed."))
    if came.last > now + timedelta(days=1):
        return unknown(_("The last update lies in the future: look at the clock."))
    days = (now - came.last).days
    if now - came.last > RECENT:
        return failed(_("The last update was {days} days ago."), days=days)
    return _recently(max(0, days), by_hand=came.by_hand)


def _recently(days: int, *, by_hand: bool) -> Judged:
    if by_hand:
        return passed(_("The last whole upgrade was {days} days ago."), days=days)
    return passed(_("Updates are on; the last came {days} days ago."), days=days)
