"""Partial dates: parse what people write, keep what is known, compare, write in words."""

from panoh.model.dates.compare import (
    age_on,
    bounds,
    compatible,
    contains,
    more_precise,
    sort_key,
)
from panoh.model.dates.date import PartialDate
from panoh.model.dates.errors import (
    DateAmbiguous,
    DateError,
    DateImpossible,
    DateUnreadable,
    SolarHijriOutOfRange,
)
from panoh.model.dates.parse import parse_date
from panoh.model.dates.write import format_date

__all__ = [
    "DateAmbiguous",
    "DateError",
    "DateImpossible",
    "DateUnreadable",
    "PartialDate",
    "SolarHijriOutOfRange",
    "age_on",
    "bounds",
    "compatible",
    "contains",
    "format_date",
    "more_precise",
    "parse_date",
    "sort_key",
]
