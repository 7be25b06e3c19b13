"""What can go wrong with a list from outside. None of these has changed anything in the vault."""

from typing import ClassVar

from panoh.model.errors import PanohError


class ListRefused(PanohError):
    """A list that is not taken in."""

    code: ClassVar[str] = "list-refused"
    message: ClassVar[str] = "The list is not taken in."
    hint: ClassVar[str] = "Nothing was changed."
    exit_status: ClassVar[int] = 40


class FileTooLarge(ListRefused):
    """More bytes than a list may have."""

    code: ClassVar[str] = "list-file-too-large"
    message: ClassVar[str] = "The file is larger than {limit} MB."
    hint: ClassVar[str] = "Split it into smaller files and take in each. Nothing was changed."


class TooManyRows(ListRefused):
    """More rows than a list may have."""

    code: ClassVar[str] = "list-too-many-rows"
    message: ClassVar[str] = "The list has more than {limit} rows."
    hint: ClassVar[str] = "Split it into smaller files and take in each. Nothing was changed."


class TooManyColumns(ListRefused):
    """A row with more columns than a list may have."""

    code: ClassVar[str] = "list-too-many-columns"
    message: ClassVar[str] = "Row {row} has {found} columns; no more than {limit} are read."
    hint: ClassVar[str] = "This is rarely a list of people. Remove what is not needed; try again."


class TooManyCells(ListRefused):
    """More filled cells than a list may have."""

    code: ClassVar[str] = "list-too-many-cells"
    message: ClassVar[str] = "The list has more than {limit} cells."
    hint: ClassVar[str] = "Split it into smaller files and take in each. Nothing was changed."


class CellTooLong(ListRefused):
    """A cell longer than any spreadsheet program allows."""

    code: ClassVar[str] = "list-cell-too-long"
    message: ClassVar[str] = "A cell near row {row} has more than {limit} characters."
    hint: ClassVar[str] = "Look for a quotation mark that is never closed. Nothing was changed."


class ArchiveExpands(ListRefused):
    """An XLSX file that would unpack to far more than it is: made by mistake or as a trap."""

    code: ClassVar[str] = "list-archive-expands"
    message: ClassVar[str] = "The file would unpack to far more than a list needs."
    hint: ClassVar[str] = "Ask the sender for a CSV file. Nothing was unpacked or changed."


class NotAList(ListRefused):
    """Bytes that are neither CSV nor XLSX."""

    code: ClassVar[str] = "list-unreadable"
    message: ClassVar[str] = "The file is neither CSV nor XLSX, or it is damaged."
    hint: ClassVar[str] = "Open it in a spreadsheet program and save it as CSV (UTF-8) or XLSX."
    exit_status: ClassVar[int] = 41


class OldWorkbook(NotAList):
    """A workbook of Excel 97–2003, or one that is encrypted; both have the same outside."""

    code: ClassVar[str] = "list-old-workbook"
    message: ClassVar[str] = "The file is an old Excel workbook (.xls), or it has a password."
    hint: ClassVar[str] = "Save it as XLSX or CSV without a password, then take in that file."


class DangerousXml(NotAList):
    """XML with entities or a document type: no spreadsheet program writes that."""

    code: ClassVar[str] = "list-dangerous-xml"
    message: ClassVar[str] = "The file contains instructions that no honest spreadsheet has."
    hint: ClassVar[str] = "Do not open it elsewhere. Ask the sender what it is."


class ListEmpty(NotAList):
    """A file without a single filled cell."""

    code: ClassVar[str] = "list-empty"
    message: ClassVar[str] = "The file holds no rows."
    hint: ClassVar[str] = "Check that it is the right file. Nothing was changed."


class ReadingFailed(ListRefused):
    """The confined process ended before it had read everything."""

    code: ClassVar[str] = "list-reading-failed"
    message: ClassVar[str] = "The file could not be read within the memory that is safe."
    hint: ClassVar[str] = "Ask for the list as CSV, or split it. Nothing was changed."
    exit_status: ClassVar[int] = 42


class ReadingTooSlow(ReadingFailed):
    """The confined process took too long and was ended."""

    code: ClassVar[str] = "list-reading-too-slow"
    message: ClassVar[str] = "Reading the file took more than {limit} seconds and was ended."


class SandboxAbsent(ListRefused):
    """This machine cannot confine the process that reads foreign files."""

    code: ClassVar[str] = "list-sandbox-absent"
    message: ClassVar[str] = "On this system files from outside cannot be read safely."
    hint: ClassVar[str] = "Take the list in on Linux. Nothing was changed."
    exit_status: ClassVar[int] = 42


class NoNameColumn(ListRefused):
    """Nobody said which column names the people, and it cannot be seen."""

    code: ClassVar[str] = "list-no-name-column"
    message: ClassVar[str] = "No column was recognised that holds the names of people."
    hint: ClassVar[str] = "Say which column it is, for example --column 2=name."
    exit_status: ClassVar[int] = 43


class LayoutUnfit(ListRefused):
    """A layout that names columns or meanings that do not exist."""

    code: ClassVar[str] = "list-layout-unfit"
    message: ClassVar[str] = (
        "The meaning given for a column does not exist, or the column does not."
    )
    hint: ClassVar[str] = "Columns are counted from 1; the meanings stand in the guide to lists."
    exit_status: ClassVar[int] = 43


class SourceUnknown(ListRefused):
    """The entity given as the source of a list is not a source."""

    code: ClassVar[str] = "list-source-unknown"
    message: ClassVar[str] = "The vault knows no such source."
    hint: ClassVar[str] = "Record who gave the list first; every fact needs its source."
    exit_status: ClassVar[int] = 44
