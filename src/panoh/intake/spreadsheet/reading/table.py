"""A list as it was read: sheets of rows of text, and what the reader has to say about them."""

from dataclasses import dataclass, field

import msgspec


class SheetRow(msgspec.Struct, frozen=True, array_like=True):
    """One row: its number in the file, counted from 1, and its cells without empty ones at the end.

    `whys` says, for columns counted from 0, why a cell could not be read; its text is then what
    can be shown of the bytes.
    """

    number: int
    cells: tuple[str, ...]
    whys: dict[int, str] = {}


class Note(msgspec.Struct, frozen=True, array_like=True):
    """Something the reader noticed: a code out of `NOTES`, the sheet, some rows, how many."""

    code: str
    sheet: str = ""
    rows: tuple[int, ...] = ()
    count: int = 0
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; a CSV file is one sheet without a name. Rows that are empty are left out."""

    name: str
    rows: list[SheetRow]
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A file and what was read in it. `data` are its bytes, exactly as they came."""

    data: bytes = field(repr=False)
    media_type: str
    encoding: str
    delimiter: str
    sheets: tuple[Sheet, ...] = field(repr=False)
    notes: tuple[Note, ...] = ()
