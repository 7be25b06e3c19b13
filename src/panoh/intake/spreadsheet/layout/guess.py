"""A proposal: where the header is and what each column means. A person confirms or corrects it."""

from collections.abc import Sequence
from dataclasses import dataclass

from panoh.intake.spreadsheet.layout import meanings as m
from panoh.intake.spreadsheet.layout.headers import meaning_of
from panoh.intake.spreadsheet.layout.values import date_order, is_date, meaning_by_values
from panoh.intake.spreadsheet.reading.table import Sheet, SheetRow
from panoh.model.messages import mark as _

_SEARCHED_FOR_HEADER = 20
_SAMPLE = 200

BY_HEADER = _("by the words over the column")
BY_VALUES = _("by what the cells look like")
BY_NOBODY = _("nothing was recognised; the cells are kept in the row as they stand")
BY_HAND = _("you said so")
BEFORE = _("as you confirmed it for this source before")
AGAIN = _("another column has this meaning already; the words are kept as a note")

#: What stands in the way, or should be looked at, by code.
PROBLEMS = {
    "no-header": _("There is no row with the names of the columns."),
    "header-unknown": _("The words in the header are not known; the cells alone were looked at."),
    "no-name-column": _("No column was recognised that holds the names of people."),
    "meaning-twice": _("Two columns have the same meaning; the second is kept as a note."),
    "no-act-column": _("No column was recognised that says what happened."),
    "date-order": _("Some dates can be read in two ways; say whether day or month comes first."),
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its header, the meaning proposed, how sure (0 to 1), and why (a msgid)."""

    header: str
    meaning: str
    confidence: float
    why: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Something to look at: a code out of `PROBLEMS` and columns counted from 1."""

    code: str
    columns: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Guess:
    """The proposal for one sheet. `header_row` is the row's number, 0 where there is none."""

    columns: tuple[Column, ...]
    header_row: int
    date_order: str
    problems: tuple[Problem, ...]

    @property
    def header(self) -> tuple[str, ...]:
        """The words over the columns; empty where there is no header."""
        return tuple(column.header for column in self.columns) if self.header_row else ()

    @property
    def has_names(self) -> bool:
        """Whether some column holds names."""
        return any(column.meaning in m.NAMES for column in self.columns)


def guess(sheet: Sheet, header_row: int | None = None) -> Guess:
    """What the columns of a sheet seem to mean.

    `header_row` is the number of the row with the names of the columns if a person said so; 0
    says that there is none.
    """
    known = header_row is not None
    place = _place_of(header_row, sheet.rows) if header_row is not None else -1
    if not known:
        place = _find_header(sheet.rows)
        known = place >= 0
        place = 0 if not known and _stands_apart(sheet.rows) else place
    header = sheet.rows[place] if place >= 0 else None
    body = sheet.rows[place + 1 :]
    width = max(
        (len(row.cells) for row in [*body[:_SAMPLE], *([header] if header else [])]), default=0
    )
    columns = [_column(header, body[:_SAMPLE], at) for at in range(width)]
    columns, twice = once_each(_name_or_given(columns))
    order, unsure = _order(columns, body)
    problems = [Problem("header-unknown" if header else "no-header")] if not known else []
    problems += twice
    return Guess(
        tuple(columns),
        header.number if header else 0,
        order,
        (*problems, *problems_of(columns), *([Problem("date-order")] if unsure else [])),
    )


def problems_of(columns: Sequence[Column]) -> list[Problem]:
    """What is missing among the meanings of the columns."""
    found = {column.meaning for column in columns}
    missing = [] if found & m.NAMES else [Problem("no-name-column")]
    return missing if m.WHAT in found else [*missing, Problem("no-act-column")]


def _place_of(number: int, rows: Sequence[SheetRow]) -> int:
    return next((place for place, row in enumerate(rows) if row.number == number), -1)


def _find_header(rows: Sequence[SheetRow]) -> int:
    """The row whose cells are known header words; -1 if there is none."""
    best, score = -1, 1.0
    for place, row in enumerate(rows[:_SEARCHED_FOR_HEADER]):
        filled = [cell for cell in row.cells if cell.strip()]
        known = sum(1 for cell in filled if len(cell) < 60 and meaning_of(cell)[1] > 0.9)
        loose = sum(1 for cell in filled if len(cell) < 60 and meaning_of(cell)[1] > 0)
        worth = known + 0.5 * (loose - known)
        enough = worth >= 0.4 * len(filled) and (known >= 2 or (known and len(filled) == 1))
        if enough and worth > score - (len(filled) == 1) * 0.5:
            best, score = place, worth
    return best


def _stands_apart(rows: Sequence[SheetRow]) -> bool:
    """Whether the first row holds words where the rows below hold dates and figures."""
    if len(rows) < 3 or any(any(map(str.isdigit, cell)) for cell in rows[0].cells):
        return False
    below = [row.cells for row in rows[1:_SAMPLE]]
    return any(
        sum(1 for cells in below if at < len(cells) and _figures(cells[at])) > 0.6 * len(below)
        for at in range(len(rows[0].cells))
    )


def _figures(text: str) -> bool:
    return is_date(text) or text.strip().isdigit()


def _column(header: SheetRow | None, body: Sequence[SheetRow], at: int) -> Column:
    words = header.cells[at] if header and at < len(header.cells) else ""
    by_header, sure = meaning_of(words)
    values = [row.cells[at] for row in body if at < len(row.cells)]
    by_values, share = meaning_by_values(values)
    if by_header:
        agrees = by_values in (by_header, "")
        return Column(words, by_header, sure if agrees else round(sure - 0.1, 2), BY_HEADER)
    if by_values:
        return Column(words, by_values, share, BY_VALUES)
    return Column(words, m.IGNORE, 0.0, BY_NOBODY)


def _name_or_given(columns: Sequence[Column]) -> list[Column]:
    """Имя, ном, name: the given name beside a surname, otherwise the whole name."""
    found = {column.meaning for column in columns}
    swap = {}
    if m.SURNAME in found and m.GIVEN not in found:
        swap[m.NAME] = m.GIVEN
    if m.SURNAME not in found and m.NAME not in found and m.FATHER not in found:
        swap[m.GIVEN] = m.NAME
    return [
        Column(each.header, swap.get(each.meaning, each.meaning), each.confidence, each.why)
        for each in columns
    ]


def once_each(columns: Sequence[Column]) -> tuple[list[Column], list[Problem]]:
    """Of columns with one meaning that can have it once only, the surest keeps it."""
    order = sorted(range(len(columns)), key=lambda at: (-columns[at].confidence, at))
    taken: set[str] = set()
    result = list(columns)
    twice = []
    for at in order:
        column = columns[at]
        if column.meaning in taken and column.meaning not in m.REPEATED:
            result[at] = Column(column.header, m.NOTE, 0.3, AGAIN)
            twice.append(at)
        taken.add(column.meaning)
    return result, [Problem("meaning-twice", (at + 1,)) for at in sorted(twice)]


def _order(columns: Sequence[Column], body: Sequence[SheetRow]) -> tuple[str, bool]:
    dated = [at for at, each in enumerate(columns) if each.meaning in (m.WHEN, m.BORN, m.RELEASED)]
    values = [row.cells[at] for row in body for at in dated if at < len(row.cells)]
    order = date_order(values)
    return order, not order and any("/" in value and is_date(value) for value in values)
