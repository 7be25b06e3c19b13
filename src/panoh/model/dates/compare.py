"""Comparing partial dates: the days they allow, whether they agree, which one says more."""

from datetime import date

from panoh.model.dates.date import PartialDate
from panoh.model.dates.edtf import Bounds, bounds_in_year, bounds_of
from panoh.model.dates.errors import DateImpossible

#: A leap year and the years around it: enough to compare two dates that lack a year.
_ANY_YEARS = (1999, 2000, 2001)


def bounds(d: PartialDate) -> Bounds:
    """The earliest and the latest day it allows; `None` where it sets no limit.

    "About" and "perhaps" widen it, see `edtf.MARGIN_DAYS`. A date without a year has no bounds.
    """
    return bounds_of(d.edtf)


def compatible(a: PartialDate, b: PartialDate) -> bool:
    """Whether one day can satisfy both; an unknown date agrees with every date."""
    lacking = "XXXX" in a.edtf, "XXXX" in b.edtf
    if lacking == (True, True):
        return any(_meet_in(a, 2000, b, year) for year in _ANY_YEARS)
    if lacking == (False, False):
        return _meet(bounds(a), bounds(b))
    yearless, other = (a, b) if lacking[0] else (b, a)
    first, last = bounds(other)
    if first is None or last is None:
        return True
    return any(_meet_in(yearless, y, other, y) for y in range(first.year - 1, last.year + 2))


def contains(a: PartialDate, b: PartialDate) -> bool:
    """Whether every day that `b` allows is allowed by `a`."""
    if "XXXX" not in a.edtf:
        return _within(bounds(b), bounds(a))
    inner = bounds_in_year(b.edtf, 2000)
    return "XXXX" in b.edtf and _within(inner, bounds_in_year(a.edtf, 2000))


def more_precise(a: PartialDate, b: PartialDate) -> PartialDate:
    """The one that leaves fewer days open; `a` if they leave as many."""
    return b if _width(b) < _width(a) else a


def sort_key(d: PartialDate) -> tuple[date, date, str]:
    """Orders by the earliest day, then by the latest; what has no bounds comes last."""
    first, last = bounds(d)
    return first or last or date.max, last or date.max, d.edtf


def age_on(birth: PartialDate, day: date) -> tuple[int | None, int | None]:
    """The least and the greatest age in whole years on `day`; `None` where nothing limits it."""
    first, last = bounds(birth)
    if first is None and last is None:
        return None, None
    youngest = _years(last, day) if last else 0
    return max(0, youngest), max(0, _years(first, day)) if first else None


def _years(birth: date, day: date) -> int:
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def _within(inner: Bounds, outer: Bounds) -> bool:
    begins = outer[0] is None or (inner[0] is not None and outer[0] <= inner[0])
    return begins and (outer[1] is None or (inner[1] is not None and inner[1] <= outer[1]))


def _meet(a: Bounds, b: Bounds) -> bool:
    starts_in_time = a[0] is None or b[1] is None or a[0] <= b[1]
    return starts_in_time and (b[0] is None or a[1] is None or b[0] <= a[1])


def _meet_in(a: PartialDate, year: int, b: PartialDate, other: int) -> bool:
    """Whether they meet if their missing years were these; 29 February has no day in most."""
    try:
        return _meet(bounds_in_year(a.edtf, year), bounds_in_year(b.edtf, other))
    except DateImpossible:
        return False


def _width(d: PartialDate) -> tuple[int, int]:
    """How much is open: the number of open ends, then the days between the two bounds."""
    first, last = bounds(d)
    if first and last:
        return 0, (last - first).days
    if "XXXX" in d.edtf:
        return 1, 0
    return (2, 0) if first or last else (3, 0)
