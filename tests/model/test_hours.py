"""Hours of the week: read as they are written, and unknown where nothing is."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panoh.model.hours import DAYS, HoursUnreadable, check_hours, is_open

MONDAY = datetime(2026, 11, 23)  # noqa: DTZ001 - a local time on a wall


def at(day: int, clock: str) -> datetime:
    """The day of the week (0 is Monday) and the time on the clock."""
    hour, minute = clock.split(":")
    return MONDAY + timedelta(days=day, hours=int(hour), minutes=int(minute))


@pytest.mark.parametrize(
    ("hours", "day", "clock", "open_"),
    [
        ("Mo-Fr 09:00-17:00", 0, "09:00", True),
        ("Mo-Fr 09:00-17:00", 0, "17:00", False),
        ("Mo-Fr 09:00-17:00", 5, "12:00", False),
        ("Mo-Fr 09:00-17:00; Sa 10:00-12:00", 5, "11:59", True),
        ("Fr-Mo 08:00-10:00", 6, "09:00", True),
        ("Fr-Mo 08:00-10:00", 2, "09:00", False),
        ("Su 22:00-02:00", 0, "01:30", True),
        ("Su 22:00-02:00", 0, "02:30", False),
        ("20:00-23:00", 3, "20:30", True),
        ("Mo 00:00-24:00", 0, "23:59", True),
        ("24/7", 6, "23:59", True),
    ],
)
def test_open_or_not(hours: str, day: int, clock: str, open_: bool) -> None:
    assert is_open(hours, at(day, clock)) is open_


@pytest.mark.parametrize("hours", ["", "  ", "mornings", "Mo 25:00-26:00"])
def test_what_is_not_written_or_not_readable_is_unknown(hours: str) -> None:
    assert is_open(hours, MONDAY) is None


@pytest.mark.parametrize(
    "hours",
    ["mornings", "Mo 9-17", "Mo 09:00-09:00", "Xx 09:00-10:00", "Mo 10:00-24:30", "x" * 999],
)
def test_what_cannot_be_read_is_refused_when_written(hours: str) -> None:
    with pytest.raises(HoursUnreadable):
        check_hours(hours)


@given(st.integers(0, 6), st.integers(0, 1439), st.integers(1, 1439))
def test_a_span_is_open_from_its_first_minute_to_before_its_last(
    day: int, start: int, length: int
) -> None:
    end = (start + length) % 1440
    hours = f"{DAYS[day]} {start // 60:02}:{start % 60:02}-{end // 60:02}:{end % 60:02}"
    begins = MONDAY + timedelta(days=day, minutes=start)
    assert is_open(hours, begins)
    assert is_open(hours, begins + timedelta(minutes=length - 1))
    assert not is_open(hours, begins + timedelta(minutes=length))
    assert not is_open(hours, begins - timedelta(minutes=1))
