"""Ages: "81 сола", 1,5. An age is not a date of birth; with the day of the act it bounds one."""

import re
from dataclasses import dataclass

from panoh.model.dates import PartialDate, bounds

_AGE = re.compile(
    r"(\d{1,3})(?:[.,](\d))?\s*"
    r"(сола(?:аст)?|сол|лет|год(?:а|ов)?|г|years?(?:\s+old)?|y\.?\s?o\.?|yo|y)?\.?",
    re.IGNORECASE,
)
_MONTHS = re.compile(
    r"(\d{1,2})\s*(моҳа|моҳ|мес(?:яц(?:а|ев)?)?|months?(?:\s+old)?)\.?", re.IGNORECASE
)
_OLDEST = 120


@dataclass(frozen=True, slots=True)
class Age:
    """An age in months: at least `low`, at most `high`."""

    low: int
    high: int


def age_in(text: str, *, bare: bool) -> Age | None:
    """The age a cell tells; a figure without the word for years counts only if `bare`."""
    months = _MONTHS.fullmatch(text)
    if months:
        return Age(int(months[1]), int(months[1]) + 1)
    found = _AGE.fullmatch(text)
    if not found or not (found[3] or bare) or int(found[1]) > _OLDEST:
        return None
    years = int(found[1]) * 12
    if found[2] is None:
        return Age(years, years + 12)
    part = round(int(found[2]) * 1.2)
    return Age(max(years + part - 3, 0), years + part + 3)


def born_from(age: Age, when: PartialDate | None, text: str) -> PartialDate | None:
    """The months between which a person of this age was born; None if the day is not known."""
    first, last = bounds(when) if when and when.edtf else (None, None)
    if first is None or last is None or last.year - first.year > 1:
        return None
    early, late = (
        _months_before(first.year, first.month, age.high),
        _months_before(last.year, last.month, age.low),
    )
    return PartialDate(f"{early}?/{late}?", text=text)


def _months_before(year: int, month: int, months: int) -> str:
    total = year * 12 + month - 1 - months
    return f"{total // 12:04}-{total % 12 + 1:02}"
