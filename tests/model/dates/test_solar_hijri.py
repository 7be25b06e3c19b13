"""The Solar Hijri calendar against published new year's days, and both ways."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panoh.model.dates import DateImpossible, SolarHijriOutOfRange
from panoh.model.dates.solar_hijri import days_in, from_gregorian, is_leap, to_gregorian

NOWRUZ = {
    1304: date(1925, 3, 21), 1320: date(1941, 3, 21), 1337: date(1958, 3, 21),
    1357: date(1978, 3, 21), 1375: date(1996, 3, 20), 1376: date(1997, 3, 21),
    1379: date(2000, 3, 20), 1380: date(2001, 3, 21), 1391: date(2012, 3, 20),
    1395: date(2016, 3, 20), 1399: date(2020, 3, 20), 1400: date(2021, 3, 21),
    1401: date(2022, 3, 21), 1402: date(2023, 3, 21), 1403: date(2024, 3, 20),
    1404: date(2025, 3, 21), 1405: date(2026, 3, 21), 1408: date(2029, 3, 20),
}  # fmt: skip
LEAP = (1354, 1358, 1362, 1366, 1370, 1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408)
FIRST, LAST = date(1821, 3, 21), date(2122, 3, 20)


@pytest.mark.parametrize(("year", "day"), NOWRUZ.items())
def test_new_years_days(year: int, day: date) -> None:
    assert to_gregorian(year, 1, 1) == day


def test_leap_years() -> None:
    assert tuple(year for year in range(1354, 1409) if is_leap(year)) == LEAP


def test_days_of_history() -> None:
    assert to_gregorian(1357, 11, 22) == date(1979, 2, 11)
    assert to_gregorian(1402, 7, 8) == date(2023, 9, 30)
    assert to_gregorian(1403, 12, 30) == date(2025, 3, 20)


@given(st.dates(FIRST, LAST))
def test_gregorian_there_and_back(day: date) -> None:
    assert to_gregorian(*from_gregorian(day)) == day


@given(st.integers(1200, 1500), st.integers(1, 12), st.data())
def test_solar_there_and_back(year: int, month: int, data: st.DataObject) -> None:
    day = data.draw(st.integers(1, days_in(year, month)))
    assert from_gregorian(to_gregorian(year, month, day)) == (year, month, day)


@given(st.dates(FIRST, LAST - timedelta(days=1)))
def test_the_next_day_is_the_next_day(day: date) -> None:
    assert from_gregorian(day) < from_gregorian(day + timedelta(days=1))


def test_what_does_not_exist_is_refused() -> None:
    for parts in ((1402, 12, 30), (1402, 13, 1), (1402, 7, 31), (1402, 0, 1)):
        with pytest.raises(DateImpossible):
            to_gregorian(*parts)
    for year in (1177, 1501):
        with pytest.raises(SolarHijriOutOfRange):
            to_gregorian(year, 1, 1)
    with pytest.raises(SolarHijriOutOfRange):
        from_gregorian(date(1700, 1, 1))
