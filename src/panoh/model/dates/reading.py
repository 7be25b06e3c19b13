"""One day, month, season, year or decade out of its canonical signs."""

import re
from dataclasses import dataclass, replace

from panoh.model.dates import solar_hijri
from panoh.model.dates.errors import DateImpossible, DateUnreadable

#: Years from the first up to the second are taken as Solar Hijri where the text shows it is.
SOLAR_YEARS = range(1178, 1500)
GREGORIAN_YEARS = range(1500, 2200)

_S = r"[ ,.\-]*"
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        r"(?P<y>\d{4})",
        r"(?P<y>\d{4})(?P<sep>[.\-/ ])(?P<m>\d{1,2})(?:(?P=sep)(?P<d>\d{1,2}))?",
        r"(?P<a>\d{1,2})(?P<sep>[.\-/ ])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4}|\d\d)",
        r"(?P<a>\d{1,2})(?P<sep>[./])(?P<b>\d{1,2})\.?",
        r"(?P<m>\d{1,2})[./](?P<y>\d{4})",
        rf"(?P<d>\d{{1,2}}){_S}(?P<name>[mh])(?P<m>\d\d?)(?!\d)(?:{_S}(?P<y>\d{{4}}|\d\d))?",
        rf"(?P<name>[mh])(?P<m>\d\d?)(?!\d){_S}(?P<d>\d{{1,2}})(?:{_S}(?P<y>\d{{4}}))?",
        rf"(?P<name>[mh])(?P<m>\d\d?)(?!\d)(?:{_S}(?P<y>\d{{4}}))?",
        rf"(?P<y>\d{{4}}){_S}(?P<name>[mh])(?P<m>\d\d?)(?!\d)(?:{_S}(?P<d>\d{{1,2}}))?",
        rf"(?P<y>\d{{4}}){_S}(?P<d>\d{{1,2}}){_S}(?P<name>[mh])(?P<m>\d\d?)(?!\d)",
        rf"s(?P<s>\d\d)(?:{_S}(?P<y>\d{{4}}))?",
        r"d(?P<decade>\d{3})",
        r"(?P<century>\d\d)xx",
    )
)


class OrderNeeded(Exception):
    """Day and month can be exchanged and nobody has said which comes first."""


@dataclass(frozen=True, slots=True)
class Context:
    """What is known beside the text: order of day and month, calendar, year of the list."""

    order: str
    solar: bool
    year: int | None


@dataclass(frozen=True, slots=True)
class Reading:
    """What was told. `mark` is one of ~ ? % or empty; `coarse` a decade or century as EDTF."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    solar: bool = False
    mark: str = ""
    coarse: str = ""

    def edges(self) -> tuple[str, str]:
        """The EDTF of its first and of its last part; the same text unless it is a stretch."""
        if self.coarse:
            return (self.coarse + self.mark,) * 2
        if self.solar:
            return self._solar_edges()
        year = "XXXX" if self.year is None else f"{self.year:04}"
        rest = "".join(f"-{part:02}" for part in (self.month, self.day) if part is not None)
        return (year + rest + self.mark,) * 2

    def _solar_edges(self) -> tuple[str, str]:
        if self.year is None:
            raise DateUnreadable
        first_month, last_month = (self.month, self.month) if self.month else (1, 12)
        length = solar_hijri.days_in(self.year, last_month) if last_month <= 12 else 1
        first_day, last_day = (self.day, self.day) if self.day else (1, length)
        first = solar_hijri.to_gregorian(self.year, first_month, first_day)
        last = solar_hijri.to_gregorian(self.year, last_month, last_day)
        return first.isoformat() + self.mark, last.isoformat() + self.mark


def read_one(signs: str, context: Context) -> Reading | None:
    """The reading of one date with its marks; `None` if it has no known shape."""
    bare = signs.strip("~? ")
    marks = signs.replace(bare, "") if bare else signs
    mark = "%" if "~" in marks and "?" in marks else "~" if "~" in marks else "?" * ("?" in marks)
    for shape in _SHAPES:
        found = shape.fullmatch(bare)
        if found:
            return replace(_from_parts(found.groupdict(), context), mark=mark)
    return None


def _from_parts(parts: dict[str, str | None], context: Context) -> Reading:
    if parts.get("decade") or parts.get("century"):
        return Reading(coarse=f"{parts.get('decade') or parts.get('century')}XX"[:4])
    solar = parts.get("name") == "h"
    year, solar = _year(parts.get("y"), context, solar)
    day, month = _number(parts.get("d")), _number(parts.get("m"))
    if parts.get("a"):
        day, month = _ordered(int(parts["a"] or 0), int(parts["b"] or 0), parts["sep"], context)
    if parts.get("s"):
        month = _number(parts["s"])
    elif month is not None and not 1 <= month <= 12:
        raise DateImpossible
    return Reading(year, month, day, solar)


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _year(digits: str | None, context: Context, solar: bool) -> tuple[int | None, bool]:
    """The year, two digits taken as 1940 to 2039, and whether it is a Solar Hijri one."""
    if digits is None:
        return (None, True) if solar else (context.year, False)
    year = int(digits)
    if len(digits) == 2:
        if context.solar or solar:
            raise DateUnreadable
        year += 2000 if year < 40 else 1900
    if year in SOLAR_YEARS and (solar or context.solar):
        return year, True
    if solar or year not in GREGORIAN_YEARS:
        raise DateImpossible
    return year, False


def _ordered(a: int, b: int, separator: str | None, context: Context) -> tuple[int, int]:
    """Day and month. With dots the day comes first; otherwise as stated, if that is possible."""
    if separator == "." or a == b or a > 12:
        return a, b
    if b > 12:
        return b, a
    if not context.order:
        raise OrderNeeded
    return (a, b) if context.order == "dmy" else (b, a)
