"""Judges open doors and the firewall before them; one whose rules are unseen proves little."""

import ipaddress
from collections.abc import Sequence
from datetime import datetime

from panoh.model.messages import mark as _
from panoh.security.checks.check import Judged, failed, passed, unknown
from panoh.security.checks.listening.probe import FIREWALLS
from panoh.security.checks.looking import Everything, Seen
from panoh.security.checks.reading import settings

_HEADING = ("Netid", "State", "Recv-Q", "Send-Q")
#: UDP doors every desktop has: addresses from the network, names in the house.
_USUAL_UDP = (68, 546, 5353, 5355)
#: Above these, UDP doors are the near ends of calls this computer makes.
_OWN_CALLS = 32768
#: Doors made for working on a computer from afar, or for its files.
_REMOTE = (22, 23, 111, 139, 445, 2049, 3283, 3389, 5900, 5901, 5902)
_SHOWN = 12


def judge(seen: Everything, now: datetime) -> Judged:
    """Nothing open: in order. Open and no firewall: not. Open behind one: as far as can be seen."""
    del now
    doors = _doors(seen["sockets"])
    if doors is None:
        return unknown(_("It cannot be seen which doors are open."))
    if not doors:
        return passed(_("Nothing on this computer is open to the network."))
    told = ", ".join(doors[:_SHOWN])
    running = _running(seen)
    if running is None:
        return unknown(_("Open: {doors}. It cannot be seen whether a firewall runs."), doors=told)
    if not running:
        return failed(_("Open: {doors}. No firewall runs."), doors=told)
    remote = [door for door in doors if int(door.rpartition("/")[0].rpartition(":")[2]) in _REMOTE]
    if _closes(seen) and "ufw" in running and not remote:
        return passed(
            _("The firewall is on and lets nothing in by default. Behind it: {doors}."), doors=told
        )
    return unknown(
        _("Open: {doors}. A firewall runs ({name}); its rules cannot be seen."),
        doors=told,
        name=", ".join(running),
    )


def _doors(seen: Seen) -> list[str] | None:
    """Doors as `address:port/tcp`; `None` if a single line was not understood."""
    lines = seen.text.splitlines()
    if not seen.ok or not lines or tuple(lines[0].split()[:4]) != _HEADING:
        return None
    found = []
    for line in lines[1:]:
        parts = line.split()
        if not parts:
            continue
        if len(parts) < 6 or parts[0] not in ("tcp", "udp"):
            return None
        address, _colon, port = parts[4].rpartition(":")
        if not port.isdigit() or len(port) > 5:
            return None
        outside = _reachable(address)
        if outside is None:
            return None
        if outside and not (parts[0] == "udp" and _usual(int(port))):
            found.append(f"{address}:{port}/{parts[0]}")
    return sorted(set(found))


def _usual(port: int) -> bool:
    return port in _USUAL_UDP or port >= _OWN_CALLS


def _reachable(address: str) -> bool | None:
    """Whether others can reach this address; `None` for what is no address."""
    bare = address.strip("[]").partition("%")[0]
    if bare == "*":
        return True
    try:
        return not ipaddress.ip_address(bare.strip("[]")).is_loopback
    except ValueError:
        return None


def _running(seen: Everything) -> Sequence[str] | None:
    """The firewalls that run; `None` if the answer was not understood.

    The service of ufw is active on every Debian that has it installed, also where it is switched
    off: its own settings decide.
    """
    states = seen["firewalls"].text.split()
    words = {"active", "inactive", "failed", "activating", "unknown", "not-found"}
    if not seen["firewalls"].ok or len(states) != len(FIREWALLS) or not words.issuperset(states):
        return None
    off = {"ufw"} if _ufw(seen).get("enabled") == "no" else set()
    told = zip(FIREWALLS, states, strict=True)
    return [name for name, state in told if state == "active" and name not in off]


def _ufw(seen: Everything) -> dict[str, str]:
    """What ufw is told, by the names of its settings."""
    return {
        name: value.strip("\"'").casefold()
        for key in ("ufw", "ufw_default")
        for _part, name, value in settings(seen[key].text)
        if seen[key].ok
    }


def _closes(seen: Everything) -> bool:
    """Whether ufw is on and turns away what no rule lets in."""
    told = _ufw(seen)
    return told.get("enabled") == "yes" and told.get("default_input_policy") in ("drop", "reject")
