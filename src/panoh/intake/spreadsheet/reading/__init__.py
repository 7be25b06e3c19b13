"""The bytes of a file become a table of text cells, read by a confined process."""

from panoh.intake.spreadsheet.reading.parent import read_table
from panoh.intake.spreadsheet.reading.table import Note, Sheet, SheetRow, Table

__all__ = ["Note", "Sheet", "SheetRow", "Table", "read_table"]
