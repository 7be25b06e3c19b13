"""How each family of systems says that it updates itself, and when it last did."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime

import msgspec

from panoh.security.checks.looking import Everything, Seen
from panoh.security.checks.reading import settings

_APT = re.compile(r'^APT::Periodic::([\w-]+) "([^"]*)";$', re.MULTILINE)
_ANSWERED = re.compile(r'^APT::Architecture "[a-z0-9]+";$', re.MULTILINE)
_RUN = re.compile(r"^LastTriggerUSec=@(\d+)$", re.MULTILINE)
_YES = ("yes", "true", "1", "on")
#: The places of the timers in the answer of `systemctl is-active`.
_APT_TIMER, _DNF, _DNF_INSTALL, _DNF5, _OSTREE = range(5)


@dataclass(frozen=True, slots=True)
class Came:
    """Whether updates are installed by themselves (`None`: not seen), and when they last were.

    A system that never updates itself is judged by when a person last did it: `by_hand`.
    """

    automatic: bool | None
    last: datetime | None = None
    by_hand: bool = False


def apt(seen: Everything) -> Came:
    """Debian and its kin: lists and upgrades at least daily or weekly, and a timer that runs."""
    if not seen["apt"].ok or not _ANSWERED.search(seen["apt"].text):
        return Came(None)
    told = dict(_APT.findall(seen["apt"].text))
    days = [_days(told.get(name, "0")) for name in ("Update-Package-Lists", "Unattended-Upgrade")]
    if None in days:
        return Came(None)
    if 0 in days:
        return Came(automatic=False)
    timers = _timers(seen)
    if timers is None:
        return Came(None)
    return Came(timers[_APT_TIMER], _stamps(seen["stamps"]))


def _days(value: str) -> int | None:
    """Every how many days; "always" counts as daily, anything odd as not understood."""
    if value == "always":
        return 1
    match = re.fullmatch(r"(\d{1,4})([dhms]?)", value)
    return None if match is None else int(match[1]) and 1


def _timers(seen: Everything) -> list[bool] | None:
    """For each timer whether it is active; `None` if that, or the last run, was not as it should.

    A run that failed is no update, whenever it was.
    """
    lines, results = seen["timers"].text.split(), seen["results"].text.split()
    words = {"active", "inactive", "failed", "activating", "deactivating", "unknown", "not-found"}
    if not seen["timers"].ok or len(lines) != 5 or not words.issuperset(lines):
        return None
    if not seen["results"].ok or len(results) != 5 or set(results) != {"Result=success"}:
        return None
    return [line == "active" for line in lines]


def _stamps(seen: Seen) -> datetime | None:
    """The older of the newest list of updates and the newest installation: both are needed."""
    times: dict[bool, list[datetime]] = {True: [], False: []}
    for line in seen.text.splitlines():
        path, _tab, text = line.partition("\t")
        time = stamp(text)
        if time is None:
            return None
        times["/update-" in path].append(time)
    if not all(times.values()):
        return None
    return min(max(each) for each in times.values())


def dnf(seen: Everything) -> Came:
    """Fedora: one of its timers runs and is told to install, not only to fetch."""
    timers = _timers(seen)
    if timers is None:
        return Came(None)
    if timers[_DNF_INSTALL]:
        return Came(automatic=True, last=_newest_run(seen["dnf_run"]))
    if not timers[_DNF] and not timers[_DNF5]:
        return Came(automatic=False)
    if not seen["dnf"].ok:
        return Came(None)
    told = {name: value for part, name, value in settings(seen["dnf"].text) if part == "commands"}
    if "apply_updates" not in told:
        return Came(None)
    return Came(told["apply_updates"].casefold() in _YES, _newest_run(seen["dnf_run"]))


def _newest_run(seen: Seen) -> datetime | None:
    if not seen.ok:
        return None
    newest = max((int(each) for each in _RUN.findall(seen.text) if len(each) < 12), default=0)
    return datetime.fromtimestamp(newest, UTC) if newest else None


class _Deployment(msgspec.Struct, frozen=True):
    booted: bool = False
    timestamp: int = 0


class _Status(msgspec.Struct, frozen=True):
    deployments: tuple[_Deployment, ...] = ()


def ostree(seen: Everything) -> Came:
    """Fedora's unchangeable systems: the timer runs; the time is that of the running system."""
    timers = _timers(seen)
    try:
        status = msgspec.json.decode(seen["ostree"].text, type=_Status)
    except (msgspec.MsgspecError, RecursionError):
        return Came(None)
    booted = [each.timestamp for each in status.deployments if each.booted]
    policy = [
        value.casefold()
        for part, name, value in settings(seen["ostree_settings"].text)
        if (part, name) == ("daemon", "automaticupdatepolicy")
    ]
    if timers is None or not booted or not 0 < booted[0] < 1 << 36 or not policy:
        return Came(None)
    installs = timers[_OSTREE] and policy[-1] in ("stage", "apply")
    return Came(installs or None, datetime.fromtimestamp(booted[0], UTC))


def pacman(seen: Everything) -> Came:
    """Arch never updates itself: what counts is the last whole upgrade that was completed."""
    if not seen["pacman"].ok:
        return Came(None)
    begun, last = False, None
    for line in seen["pacman"].text.splitlines():
        when, _bracket, rest = line.removeprefix("[").partition("] ")
        if rest.startswith("[PACMAN] starting full system upgrade"):
            begun = True
        elif begun and rest.startswith("[ALPM] transaction completed"):
            begun, last = False, stamp(when) or last
    return Came(automatic=True, last=last, by_hand=True)


def stamp(text: str) -> datetime | None:
    """A time with its zone; `None` for anything else."""
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        return None
    return time if time.tzinfo else None
