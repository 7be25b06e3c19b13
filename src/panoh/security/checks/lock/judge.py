"""Judges the settings of the desktop that runs; settings of another desktop prove nothing."""

import re
from collections.abc import Callable
from datetime import datetime

from panoh.model.messages import mark as _
from panoh.security.checks.check import Judged, failed, passed, unknown
from panoh.security.checks.looking import Everything, Seen
from panoh.security.checks.reading import settings

#: Longest time without use before the screen must be locked.
MINUTES = 10
#: Ten minutes are ten minutes also with the seconds of grace that desktops add by themselves.
_GRACE = 0.5
_XFCE_SWITCHES = (
    "/saver/enabled",
    "/lock/enabled",
    "/saver/idle-activation/enabled",
    "/lock/saver-activation/enabled",
)
_NUMBER = re.compile(r"(?:uint32 )?(\d{1,9})")
_TRUTH = {"true": True, "false": False}


def judge(seen: Everything, now: datetime) -> Judged:
    """By the desktop that says it runs."""
    del now
    told = dict(line.partition("=")[::2] for line in seen["desktop"].text.splitlines())
    names = told.get("XDG_CURRENT_DESKTOP", "").casefold().split(":")
    for name, desktop in _DESKTOPS.items():
        if name in names:
            return desktop(seen)
    return unknown(_("No desktop was seen whose settings we can read."))


def _gnome(seen: Everything) -> Judged:
    if seen["gnome_off"].text.strip() == "true":
        return failed(_("The screen does not lock by itself."))
    return _asked(seen["gnome_lock"], seen["gnome_idle"], seen["gnome_delay"])


def _cinnamon(seen: Everything) -> Judged:
    if seen["cinnamon_off"].text.strip() == "true":
        return failed(_("The screen does not lock by itself."))
    return _asked(seen["cinnamon_lock"], seen["cinnamon_idle"], seen["cinnamon_delay"])


def _asked(lock: Seen, idle: Seen, delay: Seen) -> Judged:
    """Seconds until the screen goes dark, then seconds until it is locked; 0 dark is never."""
    locks = _TRUTH.get(lock.text.strip()) if lock.ok else None
    seconds = [_number(each) for each in (idle, delay)]
    dark, after = seconds
    if locks is False:
        return failed(_("The screen does not lock by itself."))
    if locks is None or dark is None or after is None:
        return unknown(_("The settings of the screen lock were not understood."))
    return _within((dark + after) / 60 if dark else None)


def _number(seen: Seen) -> int | None:
    match = _NUMBER.fullmatch(seen.text.strip()) if seen.ok else None
    return int(match[1]) if match else None


def _within(minutes: float | None) -> Judged:
    if minutes is None:
        return failed(_("The screen does not lock by itself."))
    if minutes > MINUTES + _GRACE:
        return failed(_("The screen locks only after {minutes} minutes."), minutes=round(minutes))
    return passed(_("The screen locks after {minutes} minutes."), minutes=max(1, round(minutes)))


def _kde(seen: Everything) -> Judged:
    """Plasma writes down only what was changed: locking after five minutes is its own choice."""
    if not seen["kde_lock"].ok:
        return unknown(_("The settings of the screen lock could not be read."))
    told = {
        name: value for part, name, value in settings(seen["kde_lock"].text) if part == "daemon"
    }
    locks = _TRUTH.get(told.get("autolock", "true").casefold())
    timeout, grace = told.get("timeout", "5"), told.get("lockgrace", "5")
    if locks is False:
        return failed(_("The screen does not lock by itself."))
    if locks is None or not _NUMBER.fullmatch(timeout) or not _NUMBER.fullmatch(grace):
        return unknown(_("The settings of the screen lock were not understood."))
    return _within(int(timeout) + int(grace) / 60 if int(timeout) else None)


def _xfce(seen: Everything) -> Judged:
    """Its saver and its lock must be on, the minutes told: nothing is taken for set."""
    told = dict(
        line.split(None, 1) for line in seen["xfce"].text.splitlines() if len(line.split()) == 2
    )
    if not seen["xfce"].ok:
        return unknown(_("The settings of the screen lock could not be read."))
    switches = [told.get(name) for name in _XFCE_SWITCHES]
    if "false" in switches:
        return failed(_("The screen does not lock by itself."))
    if switches[:2] != ["true", "true"]:
        return unknown(_("The settings of the screen lock were not understood."))
    idle = told.get("/saver/idle-activation/delay", "")
    after = told.get("/lock/saver-activation/delay", "0")
    if not idle.isdigit() or not after.isdigit() or len(idle + after) > 12:
        return unknown(_("The settings of the screen lock were not understood."))
    return _within(int(idle) + int(after))


_DESKTOPS: dict[str, Callable[[Everything], Judged]] = {
    "gnome": _gnome,
    "x-cinnamon": _cinnamon,
    "kde": _kde,
    "xfce": _xfce,
}
