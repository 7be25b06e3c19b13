"""Running the checks on this machine: only when somebody asks, without network or other rights."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from panoh.model.messages import mark as _
from panoh.security.checks import CHECKS
from panoh.security.checks.check import Check, Judged, unknown
from panoh.security.checks.looking import Everything, Seen, look


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a check said, and when."""

    check: Check
    judged: Judged
    when: datetime


def platform() -> str:
    """This machine's platform as a term of `PLATFORMS`; empty where we have none for it."""
    return {"linux": "linux", "darwin": "macos", "win32": "windows"}.get(sys.platform, "")


def check_machine(
    now: datetime, folders: Mapping[str, Path] | None = None, on: str | None = None
) -> list[Outcome]:
    """Every check, in the order of mending. `folders` are Panoh's own: `vault` and `device`.

    Where we cannot look, each check is unknown, and its steps by hand are what there is.
    """
    where = platform() if on is None else on
    told = {"places": _places(folders or {})}
    seen = Everything(told)
    outcomes = []
    for check in CHECKS:
        if where == "linux":
            seen = look(check.probe, seen)
            judged = judge(check, seen, now)
        else:
            judged = unknown(_("On this system we cannot look. Look by hand."))
        outcomes.append(Outcome(check, judged, now))
    return outcomes


def judge(check: Check, seen: Everything, now: datetime) -> Judged:
    """What a check says of what was seen. Whatever surprises it is unknown, never in order."""
    try:
        return check.judge(seen, now)
    except (ArithmeticError, LookupError, RecursionError, TypeError, ValueError):
        return unknown(_("What was seen was not understood."))


def _places(folders: Mapping[str, Path]) -> Seen:
    """Each folder as it is named and as it is reached: a program may copy either."""
    lines = {
        f"{what}\t{each}"
        for what, path in folders.items()
        for each in (path.absolute(), path.resolve())
    }
    return Seen("\n".join(sorted(lines)))
