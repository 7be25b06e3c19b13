"""The cells of a row by meaning, cleaned; each remembers its column and whether it was read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from panoh.intake.spreadsheet.layout import meanings as m
from panoh.intake.spreadsheet.reading.table import SheetRow
from panoh.intake.spreadsheet.rows.words import clean, is_blank
from panoh.model.kinds import Cell
from panoh.model.messages import mark as _

#: A row statement is one line of at most 1 MiB; a longer row stays in the stored file alone.
MAX_ROW_LETTERS = 150_000


TOO_LONG = _("The row is too long for one record; it stands in the stored file.")


@dataclass(frozen=True, slots=True)
class Plan:
    """How to read the rows of one sheet: a name and a meaning for each column."""

    names: tuple[str, ...]
    meanings: tuple[str, ...]
    date_order: str = ""
    language: str = ""
    columns: dict[str, list[int]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for at, meaning in enumerate(self.meanings):
            self.columns.setdefault(meaning, []).append(at)

    def name(self, at: int) -> str:
        """The name of a column counted from 0; one without a header has its number."""
        return self.names[at] if at < len(self.names) else f"({at + 1})"

    def meaning(self, at: int) -> str:
        """The meaning of a column counted from 0."""
        return self.meanings[at] if at < len(self.meanings) else m.IGNORE


def column_names(header: tuple[str, ...], width: int) -> tuple[str, ...]:
    """A name for each column, no two alike."""
    names = []
    for at in range(width):
        text = clean(header[at]) if at < len(header) else ""
        once = text and sum(1 for each in header if clean(each) == text) == 1
        names.append(text if once else f"{text} ({at + 1})".strip())
    return tuple(names)


@dataclass(slots=True)
class Cells:
    """One row while it is read: texts by meaning, and why some could not be."""

    row: SheetRow
    plan: Plan
    whys: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.whys.update(self.row.whys)

    def each(self, *meanings: str) -> Iterator[tuple[int, str]]:
        """The filled, readable cells with one of these meanings: column from 0 and text."""
        cells = self.row.cells
        for at in (at for meaning in meanings for at in self.plan.columns.get(meaning, ())):
            if at < len(cells) and cells[at] and at not in self.row.whys:
                text = clean(cells[at])
                if not is_blank(text):
                    yield at, text

    def one(self, meaning: str) -> tuple[int, str]:
        """The first filled cell with this meaning; (-1, "") where there is none."""
        return next(self.each(meaning), (-1, ""))

    def texts(self, *meanings: str) -> list[str]:
        """The texts of the filled cells with one of these meanings."""
        return [text for _, text in self.each(*meanings)]

    def unread(self, at: int, why: str) -> None:
        """Note that a cell was not understood; its words stay in the row."""
        self.whys.setdefault(at, why)

    @property
    def too_long(self) -> bool:
        """Whether the row is longer than a statement may be."""
        return sum(map(len, self.row.cells)) > MAX_ROW_LETTERS

    def raw(self) -> tuple[Cell, ...]:
        """Every filled cell exactly as it was read; of a row that is too long, its digest."""
        if self.too_long:
            return (Cell("", digest_of(self.row), TOO_LONG),)
        return tuple(
            Cell(self.plan.name(at), cell, self.whys.get(at, ""))
            for at, cell in enumerate(self.row.cells)
            if cell or at in self.whys
        )


def digest_of(row: SheetRow) -> str:
    """The SHA-256 of a row's cells, by which a row that is not kept is known again."""
    return sha256("\0".join(row.cells).encode()).hexdigest()


def content(cells: Mapping[str, str], key_column: str) -> tuple[tuple[str, str], ...]:
    """What a row says apart from its number: lists are renumbered whenever a row is put in."""
    return tuple((column, text) for column, text in cells.items() if column != key_column)
