"""The words of the reader: why a cell was not understood, and what was noticed about a file."""

from panoh.model.messages import mark as _

BYTES_UNREADABLE = _("These bytes are not text in the encoding of the file.")
LETTERS_LOST = _("The letters were lost before the file came: only question marks are left.")
FORMULA = _("A formula; it is kept as it stands and never computed.")
CELL_ERROR = _("The spreadsheet program itself shows an error here.")
DATE_OUTSIDE = _("Formatted as a date, but the number stands for no date.")

#: Every code a note can carry, with its text. `{count}` and `{detail}` are filled when printed.
NOTES = {
    "separator-line": _("The first line names the separator; it is not a row."),
    "mixed-encodings": _("{count} lines are not in the encoding of the rest; read as {detail}."),
    "bytes-unreadable": _("{count} cells hold bytes that are no text; they are shown as codes."),
    "encoding-unsure": _("The encoding cannot be told; letters that depend on it are not read."),
    "letters-lost": _("{count} cells hold only question marks: their letters were lost earlier."),
    "zero-bytes": _("{count} cells hold zero bytes; they are kept in the row, left out elsewhere."),
    "quote-unclosed": _("A quotation mark is never closed; quotation marks were read as letters."),
    "quote-loose": _("Some quotation marks inside cells are not doubled; check those cells."),
    "line-breaks": _("{count} cells hold line breaks."),
    "formulas": _("{count} cells hold formulas; they were kept as text and not computed."),
    "merged": _("{count} groups of cells are merged; the value stands in the first cell only."),
    "hidden-rows": _("{count} rows are hidden in the file; they were read."),
    "hidden-columns": _("{count} columns are hidden in the file; they were read."),
    "hidden-sheet": _("A sheet is hidden in the file; it was read."),
    "not-a-sheet": _("{count} sheets hold a drawing instead of cells; they were not read."),
    "dates": _("{count} cells are real dates of the spreadsheet program; read as year-month-day."),
    "cell-errors": _("{count} cells show an error of the spreadsheet program."),
}
