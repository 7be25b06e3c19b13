"""Instants are read exactly as they are written."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panoh.model.instants import InstantUnreadable, format_instant, parse_instant


@given(st.datetimes(min_value=datetime(1000, 1, 1)))  # noqa: DTZ001 - the zone is put on below
def test_round_trip_keeps_the_second(moment: datetime) -> None:
    moment = moment.replace(tzinfo=UTC)
    assert parse_instant(format_instant(moment)) == moment.replace(microsecond=0)


def test_another_zone_is_turned_into_utc() -> None:
    dushanbe = timezone(timedelta(hours=5))
    moment = datetime(2023, 9, 30, 2, 30, tzinfo=dushanbe)
    assert format_instant(moment) == "2023-09-29T21:30:00Z"


def test_a_time_without_zone_is_refused() -> None:
    with pytest.raises(InstantUnreadable):
        format_instant(datetime(2023, 9, 30))  # noqa: DTZ001 - that is the point


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2023-09-30",
        "2023-09-30T14:05:00",
        "2023-09-30T14:05:00+00:00",
        "2023-09-30T14:05:00.5Z",
        "2023-09-31T14:05:00Z",
        "2023-09-30T24:05:00Z",
        "2023-09-30T14:05:00Z\n",
        "٢٠٢٣-09-30T14:05:00Z",
    ],
)
def test_other_forms_are_refused(text: str) -> None:
    with pytest.raises(InstantUnreadable):
        parse_instant(text)
