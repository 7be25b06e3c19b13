"""Judges the settings of the login that runs. A login we do not know is unknown, never in order."""

from collections.abc import Mapping
from datetime import datetime

from panoh.model.messages import mark as _
from panoh.security.checks.check import Judged, failed, passed, together, unknown
from panoh.security.checks.looking import Everything, Seen, State
from panoh.security.checks.reading import is_tails, os_release, settings

_MANAGERS: Mapping[str, str] = {
    "gdm.service": "gdm",
    "gdm3.service": "gdm",
    "sddm.service": "sddm",
    "lightdm.service": "lightdm",
    "greetd.service": "greetd",
}
_ON = ("true", "1", "yes")
#: Without any file these start nobody's session; the others need one to be understood.
_SAFE_WITHOUT = ("gdm", "sddm", "lightdm")


def judge(seen: Everything, now: datetime) -> Judged:
    """The graphical login, if one runs, and the consoles."""
    del now
    if is_tails(os_release(seen["os_release"].text)):
        return unknown(_("Tails logs in by itself; your files open only with your passphrase."))
    told = dict(line.partition("=")[::2] for line in seen["manager"].text.splitlines())
    if not seen["manager"].ok or "LoadState" not in told:
        return unknown(_("It cannot be seen which program asks for the password."))
    if told["LoadState"] == "not-found":
        return _console(seen["console"])
    key = _MANAGERS.get(told.get("Id", ""))
    if key is None:
        return unknown(_("We do not know the program that asks for the password."))
    return together(
        [_graphical(key, seen[key]), _without_password(seen["groups"]), _console(seen["console"])]
    )


def _graphical(key: str, seen: Seen) -> Judged:
    if seen.state is State.ABSENT and key in _SAFE_WITHOUT:
        return passed(_("A password is asked for at the start."))
    if not seen.ok:
        return unknown(_("The settings of the login could not be read."))
    if key == "greetd":
        return _greetd(seen.text)
    if _by_itself(key, seen.text):
        return failed(_("This computer logs somebody in without a password."))
    return passed(_("A password is asked for at the start."))


def _without_password(seen: Seen) -> Judged:
    """Members of one group are let in by the graphical login without a password."""
    if not seen.ok or not seen.text.startswith("root:"):
        return unknown(_("The settings of the login could not be read."))
    for line in seen.text.splitlines():
        parts = line.split(":")
        if parts[0] == "nopasswdlogin" and parts[-1].strip():
            return failed(_("This computer logs somebody in without a password."))
    return passed(_("A password is asked for at the start."))


def _by_itself(key: str, text: str) -> bool:
    """Whether any setting lets somebody in, whatever another file says against it."""
    for section, name, value in settings(text):
        if _lets_in(key, section, name, value.casefold()):
            return True
    return False


def _lets_in(key: str, section: str, name: str, value: str) -> bool:
    if key == "gdm":
        switches = ("automaticloginenable", "timedloginenable")
        return section == "daemon" and name in switches and value in _ON
    if key == "sddm":
        return (section, name) == ("autologin", "user") and value != ""
    return name in ("autologin-user", "autologin-guest") and value not in ("", "false")


def _greetd(text: str) -> Judged:
    sections = {section for section, _name, _value in settings(text)}
    if "initial_session" in sections:
        return failed(_("This computer logs somebody in without a password."))
    if "default_session" in sections and "greet" in text:
        return passed(_("A password is asked for at the start."))
    return unknown(_("The settings of the login were not understood."))


def _console(seen: Seen) -> Judged:
    if seen.state is State.ABSENT:
        return passed(_("No console logs in by itself."))
    if not seen.ok:
        return unknown(_("The settings of the login could not be read."))
    lines = [line for line in seen.text.splitlines() if not line.lstrip().startswith("#")]
    if any("--autologin" in line or " -a " in line for line in lines):
        return failed(_("A console logs somebody in without a password."))
    return passed(_("No console logs in by itself."))
