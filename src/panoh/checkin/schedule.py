"""When somebody is due: at a local wall time, some hours after the last time, or at a trip's end.

All instants are whole seconds since 1970 in UTC. A plan keeps the wall time and the zone's name,
so that new rules for a zone give new instants.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

import msgspec

HOUR, DAY = 3600, 86_400


class Daily(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="daily"):
    """At a wall time of a zone, on some days of the week (0 is Monday)."""

    at: str
    zone: str
    days: tuple[int, ...] = (0, 1, 2, 3, 4, 5, 6)


class Every(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="every"):
    """Some hours after the last check-in; the zone is that of the quiet hours."""

    hours: int
    zone: str = "UTC"


class Trip(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="trip"):
    """Once: when a journey, a meeting or a border is behind one."""

    ends: int
    zone: str = "UTC"


class Quiet(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Wall times between which nobody is due: what falls between them moves to their end."""

    start: str
    end: str


Schedule = Daily | Every | Trip


@cache
def zones() -> frozenset[str]:
    """The names of all zones this computer knows."""
    return frozenset(available_timezones())


def next_due(schedule: Schedule, after: int, quiet: Quiet | None = None) -> int | None:
    """The first instant later than `after` at which somebody is due; None when there is none."""
    match schedule:
        case Every():
            return _loud(after + schedule.hours * HOUR, schedule.zone, quiet)
        case Trip():
            return schedule.ends if schedule.ends > after else None
        case Daily():
            return next(_daily(schedule, after, quiet))


def _daily(schedule: Daily, after: int, quiet: Quiet | None) -> Iterator[int]:
    """The dues after an instant, one after the other, for ever."""
    wall = time.fromisoformat(schedule.at)
    # A day earlier: zones are up to 14 hours ahead, and quiet hours move a due across midnight.
    day = datetime.fromtimestamp(after, UTC).date() - timedelta(days=2)
    while True:
        if day.weekday() in schedule.days:
            due = _loud(instant(day, wall, schedule.zone), schedule.zone, quiet)
            if due > after:
                yield due
                after = due
        day += timedelta(days=1)


def instant(day: date, wall: time, zone: str) -> int:
    """The instant of a wall time: of two readings the later one.

    When clocks go back a time comes twice, and whoever waits for the second has not been late;
    when they go forward it never comes, and one reading lies before the change, one after it.
    """
    local = datetime.combine(day, wall, ZoneInfo(zone))
    return max(int(local.replace(fold=fold).timestamp()) for fold in (0, 1))


def _loud(due: int, zone: str, quiet: Quiet | None) -> int:
    """Move what falls into the quiet hours to their end."""
    if quiet is None:
        return due
    start, end = time.fromisoformat(quiet.start), time.fromisoformat(quiet.end)
    local = datetime.fromtimestamp(due, ZoneInfo(zone))
    now = local.time()
    inside = start <= now < end if start < end else now >= start or now < end
    if not inside:
        return due
    day = local.date() + timedelta(days=now >= end)
    return max(due, instant(day, end, zone))
