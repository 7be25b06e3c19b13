"""Wall times in every zone, over three years, with those that never come or come twice."""

import itertools
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.checkin.support import DAY, HOUR, Watcher, at, plan

from panoh.checkin import preview
from panoh.checkin.events import CheckIn
from panoh.checkin.schedule import Daily, Every, Quiet, Trip, instant, next_due, zones

START, DAYS = date(2026, 1, 1), 3 * 365
SOME = sorted(zones())


def readings(day: date, wall: time, zone: ZoneInfo) -> set[int]:
    """Every instant at which a clock on the wall shows a time, found by looking at the clock.

    Independent of how the program computes it: an hour's steps around the day, both ways.
    """
    middle = datetime.combine(day, wall, UTC)
    found = set()
    for offset in {
        (middle + timedelta(hours=hours)).astimezone(zone).utcoffset() or timedelta()
        for hours in range(-30, 31, 3)
    }:
        moment = middle - offset
        if moment.astimezone(zone).replace(tzinfo=None) == middle.replace(tzinfo=None):
            found.add(int(moment.timestamp()))
    return found


def changes(zone: ZoneInfo) -> Iterator[date]:
    """The days around which a zone's offset changes."""
    before = None
    for number in range(DAYS):
        day = START + timedelta(days=number)
        offset = datetime.combine(day, time(12), zone).utcoffset()
        if before is not None and offset != before:
            yield day
        before = offset


def test_every_zone_for_three_years() -> None:
    """Each day has one due; where a time comes twice the later, where it never comes, after it."""
    missing = double = 0
    for name in SOME:
        zone = ZoneInfo(name)
        interesting = {day + timedelta(days=near) for day in changes(zone) for near in (-1, 0, 1)}
        for day in sorted(interesting | {START, START + timedelta(days=200)}):
            wall = time(2, 30)
            due, seen = instant(day, wall, name), readings(day, wall, zone)
            missing += not seen
            double += len(seen) == 2
            if seen:
                assert due == max(seen), (name, day)
            else:
                shown = datetime.fromtimestamp(due, zone)
                assert shown.replace(tzinfo=None) > datetime.combine(day, wall), (name, day)
                assert due - max(readings(day - timedelta(1), wall, zone)) <= 26 * HOUR
    assert missing > 400
    assert double > 100
    print(f"{len(SOME)} zones, {missing} missing and {double} double local times")


@pytest.mark.parametrize("wall", ["02:30", "00:00", "23:59"])
def test_dues_follow_each_other_a_day_apart_in_every_zone(wall: str) -> None:
    for name in SOME:
        schedule = Daily(at=wall, zone=name)
        for day in [*changes(ZoneInfo(name))][:6]:
            due = at(f"{day - timedelta(days=3)} 00:00")
            dues = [due := next_due(schedule, due) or 0 for _ in range(6)]
            steps = {later - sooner for sooner, later in itertools.pairwise(dues)}
            assert all(21 * HOUR <= step <= 27 * HOUR for step in steps), (name, day, steps)


@given(st.sampled_from(SOME), st.integers(0, DAYS * DAY), st.sampled_from(["02:30", "08:00"]))
def test_nobody_is_alarmed_before_the_wall_clock_shows_the_end_of_grace(
    zone: str, offset: int, wall: str
) -> None:
    """R2: whatever a zone does, the wall clock has shown the time, and grace has passed since."""
    made = plan(Daily(at=wall, zone=zone))
    watcher = Watcher(made, at("2026-01-01 00:00") + offset).arm()
    due = watcher.state.due
    watcher.until(due + made.grace)
    assert watcher.name != "alarm"
    watcher.wait(1)
    assert watcher.name == "alarm"
    local = datetime.fromtimestamp(due, ZoneInfo(zone))
    shown = readings(local.date(), time.fromisoformat(wall), ZoneInfo(zone))
    assert not shown or due == max(shown)


def test_a_day_that_a_zone_leaves_out_has_no_due() -> None:
    schedule = Daily(at="08:00", zone="Pacific/Apia")  # 30 December 2011 did not exist there
    first = next_due(schedule, at("2011-12-29 00:00")) or 0
    second = next_due(schedule, first) or 0
    assert second - first == DAY
    assert datetime.fromtimestamp(second, ZoneInfo("Pacific/Apia")).day == 31


def test_only_the_days_that_were_chosen() -> None:
    schedule = Daily(at="08:00", zone="UTC", days=(0, 3))
    due = at("2026-11-25 00:00")  # a Wednesday
    found = [due := next_due(schedule, due) or 0 for _ in range(3)]
    assert found == [at("2026-11-26 08:00"), at("2026-11-30 08:00"), at("2026-12-03 08:00")]


def test_an_interval_counts_from_the_last_time() -> None:
    watcher = Watcher(plan(Every(hours=12)), at("2026-11-25 10:00")).arm()
    assert watcher.state.due == at("2026-11-25 22:00")
    watcher.until(at("2026-11-25 13:00"))
    watcher.meet(CheckIn())
    assert watcher.state.due == at("2026-11-26 01:00")


def test_a_trip_is_over_after_one_check_in() -> None:
    watcher = Watcher(plan(Trip(ends=at("2026-11-25 20:00"))), at("2026-11-25 10:00")).arm()
    watcher.until(at("2026-11-25 20:30"))
    watcher.meet(CheckIn())
    assert watcher.name == "draft"


@pytest.mark.parametrize(
    ("start", "end", "at_", "due"),
    [
        ("23:00", "07:00", "03:00", "2026-11-26 07:00"),
        ("23:00", "07:00", "23:30", "2026-11-26 07:00"),
        ("13:00", "15:00", "14:00", "2026-11-25 15:00"),
        ("13:00", "15:00", "15:00", "2026-11-25 15:00"),
    ],
)
def test_nobody_is_due_in_quiet_hours(start: str, end: str, at_: str, due: str) -> None:
    schedule = Daily(at=at_, zone="UTC")
    assert next_due(schedule, at("2026-11-25 12:00"), Quiet(start=start, end=end)) == at(due)


def test_an_interval_that_ends_in_the_night_waits_for_the_morning() -> None:
    quiet = Quiet(start="23:00", end="07:00")
    due = next_due(Every(hours=6, zone="Asia/Dushanbe"), at("2026-11-25 14:00"), quiet)
    assert due == at("2026-11-26 02:00")  # seven in the morning there


def test_the_next_three_are_shown_before_anything_is_armed() -> None:
    made = plan(Daily(at="08:00", zone="Europe/Berlin"))
    assert preview(made, at("2026-03-27 12:00")) == [
        at("2026-03-28 07:00"),
        at("2026-03-29 06:00"),  # summer time began
        at("2026-03-30 06:00"),
    ]
