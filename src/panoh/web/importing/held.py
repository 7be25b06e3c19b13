"""What lies on the tray between the steps of an import."""

from dataclasses import dataclass

from panoh.casebook.record import Case
from panoh.casebook.sources import source_named
from panoh.intake.spreadsheet.layout import Guess, kept_layouts, proposed
from panoh.intake.spreadsheet.reading import Table
from panoh.model.kinds import Layout
from panoh.web.desk import Desk

LIST, REFUSED, REPORT = "import list", "import refused", "import report"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person said of a list before it was read: file name, source, connection, language."""

    name: str = ""
    code_name: str = ""
    connection: str = "unknown"
    language: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """A list that was read and not yet taken in.

    `proposal` is what its columns seem to mean as far as a person has corrected it; `before` says
    that it was confirmed for this source before.
    """

    table: Table
    asked: Asked
    proposal: Guess | None = None
    before: bool = False


def held(desk: Desk) -> Held | None:
    """The list that waits to be confirmed; none after locking."""
    found: Held | None = desk.tray.get(LIST)
    return found


def kept_for(case: Case, code_name: str) -> list[Layout]:
    """The layouts that were confirmed for a source of this name."""
    source = source_named(case.vault.db, code_name)
    return kept_layouts(case, source) if source else []


def first_proposal(case: Case, waiting: Held) -> tuple[Guess, bool]:
    """What the columns of the first sheet seem to mean, and whether that was confirmed before."""
    return proposed(kept_for(case, waiting.asked.code_name), waiting.table.sheets[0])
