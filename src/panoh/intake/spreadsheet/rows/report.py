"""What became of a list: every row is counted, and what could not be read is named with its why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from panoh.intake.spreadsheet.reading import Note
from panoh.model.messages import mark as _


@dataclass(frozen=True, slots=True)
class RowUnread:
    """A row that became nothing but a row: its place in the file and why (a msgid)."""

    sheet: str
    row: int
    why: str


@dataclass(frozen=True, slots=True)
class CellUnread:
    """A cell whose words stand in the row only: its place, the header of its column, why."""

    sheet: str
    row: int
    column: str
    why: str


@dataclass(slots=True)
class ImportReport:
    """Plain numbers and lists about one file; `rows` counts every row but the headers.

    `item` is the entity of the file, `again` whether this very file was taken in before, and
    `corrects` the earlier file of this source of which it is a new version. `rows` is always
    `rows_new + rows_changed + rows_unchanged`. `gone` are rows of the earlier file that this one
    lacks, `dropped` what a changed row no longer tells: neither is retracted, that is for a
    person. `columns` are sheet, header and meaning; `relatives_of` counts the exiles named.
    """

    item: str = ""
    name: str = ""
    digest: str = ""
    size: int = 0
    media_type: str = ""
    encoding: str = ""
    delimiter: str = ""
    again: bool = False
    corrects: str = ""
    rows: int = 0
    rows_new: int = 0
    rows_changed: int = 0
    rows_unchanged: int = 0
    gone: list[tuple[str, int]] = field(default_factory=list)
    dropped: list[tuple[str, int, str]] = field(default_factory=list)
    people: int = 0
    relatives_of: int = 0
    acts: int = 0
    statuses: int = 0
    links: int = 0
    rows_unread: list[RowUnread] = field(default_factory=list)
    cells_unread: list[CellUnread] = field(default_factory=list)
    columns: list[tuple[str, str, str]] = field(default_factory=list)
    notes: Sequence[Note] = ()
    statements: int = 0

    @property
    def nothing_new(self) -> bool:
        """Whether this very file is there already, whole."""
        return self.again and not self.statements


def summary(report: ImportReport) -> Iterator[tuple[str, Mapping[str, object]]]:
    """What became of the list as a whole, as msgids with their values."""
    if report.nothing_new:
        yield _("This very file was taken in before; nothing was added."), {}
        return
    yield (
        _("{rows} rows: {new} new, {changed} changed, {same} as before."),
        {
            "rows": report.rows,
            "new": report.rows_new,
            "changed": report.rows_changed,
            "same": report.rows_unchanged,
        },
    )
    yield (
        _("They tell of {people} people, {acts} acts and {statuses} states."),
        {"people": report.people, "acts": report.acts, "statuses": report.statuses},
    )
