"""A person's corrections to the proposal, and the layout that is kept once it is confirmed."""

from collections.abc import Mapping
from dataclasses import replace

from panoh.intake.spreadsheet.errors import LayoutUnfit
from panoh.intake.spreadsheet.layout import meanings as m
from panoh.intake.spreadsheet.layout.guess import BY_HAND, Guess, once_each, problems_of
from panoh.model.kinds import Layout

_DATE_ORDERS = ("", "dmy", "mdy")


def correct(guess: Guess, meanings: Mapping[int, str], *, date_order: str | None = None) -> Guess:
    """The proposal with some columns (counted from 1) given another meaning.

    A meaning that only one column can have is taken from the column that had it; given to two at
    once it stays with the first. Raises LayoutUnfit.
    """
    columns = list(guess.columns)
    if date_order is not None and date_order not in _DATE_ORDERS:
        raise LayoutUnfit
    for number, meaning in meanings.items():
        if not 1 <= number <= len(columns) or meaning not in m.MEANINGS:
            raise LayoutUnfit
        for at, column in enumerate(columns):
            if column.meaning == meaning and meaning not in m.REPEATED and at + 1 not in meanings:
                columns[at] = replace(column, meaning=m.NOTE, why=BY_HAND)
        columns[number - 1] = replace(
            columns[number - 1], meaning=meaning, confidence=1.0, why=BY_HAND
        )
    columns, twice = once_each(columns)
    order = guess.date_order if date_order is None else date_order
    still = ("no-header", "header-unknown", *(() if order else ("date-order",)))
    kept = [each for each in guess.problems if each.code in still]
    return replace(
        guess,
        columns=tuple(columns),
        date_order=order,
        problems=(*kept, *twice, *problems_of(columns)),
    )


def as_layout(guess: Guess) -> Layout:
    """The confirmed proposal as it is kept with the source."""
    return Layout(
        header=guess.header,
        columns=tuple(column.meaning for column in guess.columns),
        date_order=guess.date_order,
    )
