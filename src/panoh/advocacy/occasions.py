"""Sessions, conferences and other days that members entered, and what is due before them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from panoh.casebook.index.reading import all_of
from panoh.casebook.record import Case, save, tell
from panoh.casebook.view import View
from panoh.model.dates import PartialDate, bounds
from panoh.model.ids import new_entity
from panoh.model.kinds import Occasion

#: The days of an occasion on which something is due or begins.
DAYS = ("register_by", "papers_due", "begins")


@dataclass(frozen=True, slots=True)
class Due:
    """One day of one occasion: which of `DAYS`, the date as told, the earliest day it allows."""

    root: str
    title: str
    field: str
    told: PartialDate
    day: date


def add_occasion(case: Case, record: Occasion) -> str:
    """Record an occasion; returns its entity."""
    about = new_entity()
    save(case, [tell(case, record, about)])
    return about


def calendar(db: Any) -> list[Due]:
    """Every day of every occasion, in order. A day that nobody can place stands in none."""
    found = [due for view in all_of(db, "occasion") for due in _days(view)]
    return sorted(found, key=lambda due: (due.day, due.root, DAYS.index(due.field)))


def _days(view: View) -> list[Due]:
    """Where members differ every date is told: the earlier one may be the true one."""
    title = next((str(told.value) for told in view.told("title") if told.value), "")
    dates = {(field, told.value) for field in DAYS for told in view.told(field) if told.value}
    return [
        Due(view.root, title, field, told, first)
        for field, told in dates
        if (first := bounds(told)[0]) is not None
    ]
