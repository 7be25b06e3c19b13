"""EDTF level 1 as it stands on the wire, and the days it allows.

Two things go beyond level 1 or stay behind it. A month or day whose year nobody told is written
`XXXX-09-30`, as level 2 does. Years are those from 1000 to 2999.
"""

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from panoh.model.dates.errors import DateImpossible, DateUnreadable

Bounds = tuple[date | None, date | None]

_ONE = re.compile(
    r"(?P<year>[12]\d{3}|[12]\d\dX|[12]\dXX|XXXX)"
    r"(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?P<mark>[?~%]?)"
)

#: First and last day of each season, however its beginning is counted: by months or by equinox.
#: Winter may be the one before or the one after, so it reaches into the next year.
_SEASONS = {
    21: ((0, 3, 1), (0, 6, 21)),
    22: ((0, 6, 1), (0, 9, 23)),
    23: ((0, 9, 1), (0, 12, 22)),
    24: ((0, 1, 1), (1, 3, 21)),
}

#: How far "about" and "perhaps" reach on both sides: days for what is shorter than a year, and
#: years for the rest.
MARGIN_DAYS = {"day": 3, "month": 31, "season": 31}
MARGIN_YEARS = {"year": 2, "decade": 5, "century": 10}


@lru_cache(maxsize=1 << 16)
def bounds_of(edtf: str) -> Bounds:
    """The earliest and latest day; `None` where open or unknown, and for dates without a year.

    Raises `DateUnreadable` if it does not follow the form and `DateImpossible` if no calendar has
    such a day or the end lies before the beginning.
    """
    found = bounds_in_year(edtf, 2000)
    return (None, None) if "XXXX" in edtf else found


def bounds_in_year(edtf: str, year: int) -> Bounds:
    """As `bounds_of`, with `year` in the place of a year that was not told."""
    if not edtf:
        return None, None
    edtf = edtf.replace("XXXX-", f"{year:04}-")
    start, slash, end = edtf.partition("/")
    if not slash:
        return _bounds_of_one(start)
    if start in ("", "..") and end in ("", ".."):
        raise DateUnreadable
    first = None if start in ("", "..") else _bounds_of_one(start)[0]
    last = None if end in ("", "..") else _bounds_of_one(end)[1]
    if first and last and first > last:
        raise DateImpossible
    return first, last


def _bounds_of_one(edtf: str) -> tuple[date, date]:
    found = _ONE.fullmatch(edtf)
    if not found:
        raise DateUnreadable
    precision, first, last = _stretch(found["year"], found["month"] or "XX", found["day"] or "XX")
    return _widened(precision, first, last) if found["mark"] else (first, last)


def _widened(precision: str, first: date, last: date) -> tuple[date, date]:
    if precision in MARGIN_DAYS:
        margin = timedelta(days=MARGIN_DAYS[precision])
        return first - margin, last + margin
    years = MARGIN_YEARS[precision]
    return date(first.year - years, 1, 1), date(last.year + years, 12, 31)


def _stretch(year: str, month: str, day: str) -> tuple[str, date, date]:
    if "X" in year:
        if month != "XX" or day != "XX" or year == "XXXX":
            raise DateUnreadable
        first = date(int(year.replace("X", "0")), 1, 1)
        last = date(int(year.replace("X", "9")), 12, 31)
        return ("century" if year.endswith("XX") else "decade"), first, last
    if month == "XX":
        if day != "XX":
            raise DateUnreadable
        return "year", date(int(year), 1, 1), date(int(year), 12, 31)
    if int(month) in _SEASONS:
        if day != "XX":
            raise DateUnreadable
        (ahead, *start), (behind, *end) = _SEASONS[int(month)]
        return "season", date(int(year) + ahead, *start), date(int(year) + behind, *end)
    return _month_or_day(int(year), int(month), day)


def _month_or_day(year: int, month: int, day: str) -> tuple[str, date, date]:
    if not 1 <= month <= 12:
        raise DateImpossible
    length = monthrange(year, month)[1]
    if day == "XX":
        return "month", date(year, month, 1), date(year, month, length)
    if not 1 <= int(day) <= length:
        raise DateImpossible
    return "day", date(year, month, int(day)), date(year, month, int(day))
