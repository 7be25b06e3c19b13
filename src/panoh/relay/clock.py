"""What time it is, if the wall clock may be wrong, set, or have slept.

A relay counts on by the time since the computer started, which nobody can set, and compares it
with the wall clock. Where the two part, the wall clock is in doubt and is not followed: so a wrong
one makes no alarm early, and none is lost. After a restart of the computer nothing can be counted
on; then a believable wall clock is taken, and what lies between counts as time nobody was watching.
"""

import time
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

import msgspec

TOLERANCE = 120.0  # seconds between the clocks from which on there is a doubt
LONGEST_OUTAGE = 31 * 86_400.0  # an older standstill needs a person who confirms the time
SLEW = 0.001  # how fast small differences are made up: no faster than a bad crystal errs
_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


class Doubt(StrEnum):
    """Why the time is not certain."""

    NONE = ""
    JUMPED = "jumped"  # the wall clock parted from the time since the start
    LOST = "lost"  # after a restart the wall clock shows nothing believable


class Base(msgspec.Struct, frozen=True, kw_only=True):
    """A moment known in both clocks, kept in the database."""

    time: float
    boot: float
    boot_id: str
    doubt: Doubt = Doubt.NONE


@dataclass(frozen=True, slots=True)
class Ticks:
    """What the two clocks show at one moment, and which start of the computer it is."""

    wall: float
    boot: float
    boot_id: str


class Clock(Protocol):
    """Where ticks come from; tests bring clocks of their own."""

    def ticks(self) -> Ticks:
        """Both clocks now."""
        ...


class SystemClock:
    """The clocks of this computer. Where its start has no name, every process is a new start."""

    def __init__(self) -> None:
        try:
            self._boot_id = _BOOT_ID.read_text(encoding="ascii").strip()
        except OSError:
            self._boot_id = f"process {time.time_ns()}"
        self._which = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)

    def ticks(self) -> Ticks:
        """Both clocks now; the second also counts while the computer sleeps."""
        return Ticks(time.time(), time.clock_gettime(self._which), self._boot_id)


def begin(ticks: Ticks) -> Base:
    """The first moment of a new relay: the wall clock is believed."""
    return Base(time=ticks.wall, boot=ticks.boot, boot_id=ticks.boot_id)


def read(base: Base, ticks: Ticks, alive: float) -> Base:
    """The moment these ticks show. `alive` is when something was last written."""
    if ticks.boot_id != base.boot_id or ticks.boot < base.boot:
        return _after_restart(base, ticks, alive)
    now = base.time + ticks.boot - base.boot
    apart = ticks.wall - now
    if base.doubt is Doubt.LOST and _believable(apart):
        return _at(max(now, ticks.wall), ticks)
    if abs(apart) > TOLERANCE:
        return _at(now, ticks, base.doubt or Doubt.JUMPED)
    most = SLEW * (ticks.boot - base.boot)
    return _at(now + min(max(apart, -most), most), ticks)


def _after_restart(base: Base, ticks: Ticks, alive: float) -> Base:
    apart = ticks.wall - alive
    if base.doubt is Doubt.JUMPED and abs(apart) > TOLERANCE:
        return _at(alive, ticks, Doubt.JUMPED)
    if _believable(apart):
        return _at(max(alive, ticks.wall), ticks)
    return _at(alive, ticks, Doubt.LOST)


def _believable(apart: float) -> bool:
    return -TOLERANCE <= apart <= LONGEST_OUTAGE


def _at(moment: float, ticks: Ticks, doubt: Doubt = Doubt.NONE) -> Base:
    return Base(time=moment, boot=ticks.boot, boot_id=ticks.boot_id, doubt=doubt)
