"""Each row of a list becomes its own entities, told by the source of the list, and is saved."""

from panoh.intake.spreadsheet.rows.planning import Trial, trial
from panoh.intake.spreadsheet.rows.report import CellUnread, ImportReport, RowUnread, summary
from panoh.intake.spreadsheet.rows.take_in import import_list

__all__ = ["CellUnread", "ImportReport", "RowUnread", "Trial", "import_list", "summary", "trial"]
