"""The Solar Hijri calendar: days to and from the Gregorian calendar by arithmetic.

Eight years in 33 are leap years. In the years 1178 to 1501 this gives the same new year's days as
the astronomical rule that Iran and Afghanistan follow; outside them it may not, so nothing is
converted there.
"""

from datetime import date, timedelta

from panoh.model.dates.errors import DateImpossible, SolarHijriOutOfRange

FIRST_YEAR, LAST_YEAR = 1178, 1500

#: 1 Farvardin 1178, the first day that is converted.
_EPOCH = date(1799, 3, 21)
_CYCLE = 33 * 365 + 8


def is_leap(year: int) -> bool:
    """Whether Esfand of the year has thirty days."""
    return (25 * year + 11) % 33 < 8


def days_in(year: int, month: int) -> int:
    """The number of days of a month (1 to 12)."""
    if month <= 6:
        return 31
    return 30 if month <= 11 or is_leap(year) else 29


def to_gregorian(year: int, month: int, day: int) -> date:
    """The Gregorian day; raises `DateImpossible` or `SolarHijriOutOfRange`."""
    _check_year(year)
    if not (1 <= month <= 12 and 1 <= day <= days_in(year, month)):
        raise DateImpossible
    before = (month - 1) * 31 - max(0, month - 7)
    return _new_year(year) + timedelta(days=before + day - 1)


def from_gregorian(day: date) -> tuple[int, int, int]:
    """Year, month and day in the Solar Hijri calendar; raises `SolarHijriOutOfRange`."""
    year = day.year - 621
    if day < _new_year(year):
        year -= 1
    _check_year(year)
    passed = (day - _new_year(year)).days
    if passed < 6 * 31:
        return year, passed // 31 + 1, passed % 31 + 1
    return year, (passed - 186) // 30 + 7, (passed - 186) % 30 + 1


def _check_year(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise SolarHijriOutOfRange


def _new_year(year: int) -> date:
    cycles, rest = divmod(year - FIRST_YEAR, 33)
    leaps = sum(is_leap(FIRST_YEAR + each) for each in range(rest))
    return _EPOCH + timedelta(days=cycles * _CYCLE + rest * 365 + leaps)
