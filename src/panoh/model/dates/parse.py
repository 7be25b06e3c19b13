"""Reading the dates that people write in lists."""

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date

from panoh.model.dates import words
from panoh.model.dates.canonical import canonical
from panoh.model.dates.date import PartialDate
from panoh.model.dates.edtf import bounds_of
from panoh.model.dates.errors import DateAmbiguous, DateError, DateUnreadable
from panoh.model.dates.reading import SOLAR_YEARS, Context, OrderNeeded, Reading, read_one

_PERSIAN = re.compile("[\u06f0-\u06f9\u0600-\u06ef]")
_FOUR_DIGITS = re.compile(r"(?<!\d)\d{4}(?!\d)")
_EDTF = re.compile(r"[\dX\-~?%./]*[X~?%/][\dX\-~?%./]*")
_SEASON_OR_YEARS = re.compile(r"(\d\d)(\d\d)-(2[1-4])")
_ORDERS = ("dmy", "mdy")
#: First and last day of the beginning, the middle and the end of a month; and months of a year.
_THIRDS = {"A": (1, 10, 1, 4), "B": (11, 20, 5, 8), "C": (21, 31, 9, 12)}


def parse_date(
    value: str | date,
    language_hint: str | None = None,
    order: str = "",
    year: int | None = None,
) -> PartialDate:
    """What a cell of a list says, with its words kept.

    `order` is "dmy" or "mdy" if somebody has said which comes first; dots always mean day first.
    `language_hint` "fa" says that years like 1402 are Solar Hijri. `year` is that of the whole
    list, for dates without one. Two digits of a year are taken as 1940 to 2039. Raises
    `DateUnreadable`, `DateImpossible`, or `DateAmbiguous` with both readings.
    """
    if isinstance(value, date):
        return PartialDate(value.isoformat()[:10], text=value.isoformat())
    folded = words.fold(value)
    if folded in words.UNKNOWN:
        return PartialDate("", text=value)
    solar = language_hint in ("fa", "prs") or bool(_PERSIAN.search(value))
    readings = _readings(folded, Context(order, solar, year), value)
    if len(readings) > 1:
        raise DateAmbiguous(tuple(readings))
    return readings[0]


def _readings(folded: str, context: Context, text: str) -> list[PartialDate]:
    """Every reading that is possible; raises what is wrong if there is none."""
    short = _SEASON_OR_YEARS.fullmatch(folded)
    if short:
        years = f"{short[1]}{short[2]}/{short[1]}{short[3]}"
        return _possible([folded, years] if short[2] < short[3] else [folded], text)
    if _EDTF.fullmatch(folded.upper()) and _is_edtf(folded.upper()):
        return [PartialDate(folded.upper(), text=text)]
    signs = canonical(folded)
    old = [int(found) for found in _FOUR_DIGITS.findall(signs)]
    if not context.solar and "h" not in signs and any(each in SOLAR_YEARS for each in old):
        solar = _read(signs, replace(context, solar=True, order=context.order or "dmy"), text)
        return [*_possible([signs.replace(" ", "-")], text), solar]
    try:
        return [_read(signs, context, text)]
    except OrderNeeded:
        orders = [replace(context, order=order) for order in _ORDERS]
        found = [_read(signs, each, text) for each in orders]
        return found[:1] if found[0].edtf == found[1].edtf else found


def _possible(candidates: list[str], text: str) -> list[PartialDate]:
    found = []
    for edtf in candidates:
        try:
            found.append(PartialDate(edtf, text=text))
        except DateError:
            continue
    return found


def _is_edtf(text: str) -> bool:
    try:
        bounds_of(text)
    except DateUnreadable:
        return False
    return True


def _read(signs: str, context: Context, text: str) -> PartialDate:
    first, last, solar = _stretch(signs, context)
    edtf = first if first == last else f"{first}/{last}"
    return PartialDate(edtf, text=text, calendar="solar-hijri" if solar else "gregorian")


def _stretch(signs: str, context: Context) -> tuple[str, str, bool]:
    """The EDTF of beginning and end, and whether it was told in the Solar Hijri calendar."""
    whole = read_one(signs, context)
    if whole:
        return *whole.edges(), whole.solar
    if signs[:1] in _THIRDS:
        return _third(signs[0], signs[1:].lstrip(" -"), context)
    if signs[:1] in ("<", ">"):
        one = read_one(signs[1:], context)
        if one:
            first, last = one.edges()
            return ("..", last, one.solar) if signs[0] == "<" else (first, "..", one.solar)
    return _range(signs.lstrip(">"), context)


def _third(part: str, signs: str, context: Context) -> tuple[str, str, bool]:
    """Early, middle or late: a third of a month or year, and inside it only about that."""
    one = read_one(signs, context)
    first_day, last_day, first_month, last_month = _THIRDS[part]
    if one is None or one.solar or one.coarse or one.day or (one.month or 0) > 12:
        raise DateUnreadable
    if one.month is None:
        first, last = replace(one, month=first_month), replace(one, month=last_month)
    else:
        length = monthrange(one.year or 2001, one.month)[1]
        first, last = replace(one, day=first_day), replace(one, day=min(last_day, length))
    if part != "A":
        first = replace(first, mark="~")
    if part != "C":
        last = replace(last, mark="~")
    return first.edges()[0], last.edges()[1], False


def _range(signs: str, context: Context) -> tuple[str, str, bool]:
    """Two dates with a dash or "to" between; the first may leave out what the second tells."""
    for dash in re.finditer(r" ?[-<] ?", signs):
        last = read_one(signs[dash.end() :], context)
        first = _complete(signs[: dash.start()], last, context) if last else None
        if first and last:
            return first.edges()[0], last.edges()[1], first.solar or last.solar
    raise DateUnreadable


def _complete(signs: str, last: Reading, context: Context) -> Reading | None:
    """The first date of a range; "28" in "28-30 September 2023" borrows month and year."""
    number = signs.strip("~? ")
    if re.fullmatch(r"\d{1,2}", number) and last.month:
        last = replace(last, mark="~" if "~" in signs else last.mark)
        return replace(last, day=int(number)) if last.day else replace(last, month=int(number))
    first = read_one(signs, context)
    if first and first.year is None and not first.coarse:
        if first.month is None or last.month is None:
            return None
        year = last.year
        if year is not None and first.month > last.month:
            year -= 1  # from December to January
        return replace(first, year=year, solar=last.solar)
    return first
