"""What the columns of a list seem to mean, over its first rows; corrected, tried, confirmed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from panoh.analysis.same import propose_people
from panoh.casebook.record import Case
from panoh.casebook.sources import new_source, source_named
from panoh.intake.spreadsheet.layout import Column, Guess, as_layout, correct, guess
from panoh.intake.spreadsheet.layout.guess import BEFORE, BY_HEADER, PROBLEMS
from panoh.intake.spreadsheet.layout.meanings import IGNORE, LABELS
from panoh.intake.spreadsheet.reading import SheetRow
from panoh.intake.spreadsheet.reading.notes import NOTES
from panoh.intake.spreadsheet.rows import Trial, import_list, trial
from panoh.model.messages import mark as _
from panoh.web.importing.held import LIST, REPORT, Held, first_proposal, held, kept_for
from panoh.web.importing.told import Told, unread_words
from panoh.web.job import Step
from panoh.web.page import Page, Redirect, Reply
from panoh.web.routes import get, post
from panoh.web.visit import Visit

#: Rows shown below the columns, rows tried before the list is taken in, and what of them is listed.
SHOWN, TRIED, LISTED = 5, 2_000, 25
_IN_THE_WAY = frozenset({"no-name-column", "meaning-twice"})
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Said:
    """Something to look at: a msgid with its values, whether it stands in the way, and where."""

    text: str
    values: Mapping[str, object]
    stops: bool = False
    columns: str = ""


@dataclass(frozen=True, kw_only=True)
class ColumnsPage(Page):
    """The columns with their meanings over the first rows, and what could not be read of them.

    `plain` are the reasons for a meaning that go without saying.
    """

    template: ClassVar[str] = "import/columns.html"
    title: ClassVar[str] = _("What the columns mean")
    area: ClassVar[str] = "people"
    name: str
    code_name: str
    before: bool
    columns: Sequence[Column]
    meanings: Mapping[str, str]
    ignored: str
    rows: Sequence[SheetRow]
    whole: int
    sheets: int
    header_row: int
    heads: Sequence[tuple[int, str]]
    date_order: str
    said: Sequence[Said]
    tried: Trial | None
    words: Mapping[tuple[str, int], str]
    plain: Sequence[str] = (BY_HEADER, BEFORE)

    @property
    def rows_listed(self) -> Sequence[Any]:
        """The first of the rows that could not be read."""
        return self.tried.rows_unread[:LISTED] if self.tried else ()

    @property
    def cells_listed(self) -> Sequence[Any]:
        """The first of the cells that could not be read."""
        return self.tried.cells_unread[:LISTED] if self.tried else ()


def _columns(visit: Visit) -> Reply:
    waiting = held(visit.desk)
    if waiting is None:
        return Redirect("/import")
    if waiting.proposal is None:
        proposal, before = first_proposal(visit.case, waiting)
        waiting = replace(waiting, proposal=proposal, before=before)
        visit.desk.tray[LIST] = waiting
    return _page(visit, waiting)


def _page(visit: Visit, waiting: Held, status: int = 200) -> ColumnsPage:
    proposal, table = _proposal(waiting), waiting.table
    sheet = table.sheets[0]
    tried = None
    if proposal.has_names:
        kept = kept_for(visit.case, waiting.asked.code_name)
        tried = trial(table, as_layout(proposal), kept, waiting.asked.language, TRIED)
    below = [row for row in sheet.rows if row.number > proposal.header_row]
    return ColumnsPage(
        name=waiting.asked.name,
        code_name=waiting.asked.code_name,
        before=waiting.before,
        columns=proposal.columns,
        meanings=LABELS,
        ignored=IGNORE,
        rows=below[:SHOWN],
        whole=sum(len(each.rows) for each in table.sheets),
        sheets=len(table.sheets),
        header_row=proposal.header_row,
        heads=[(row.number, _short(" · ".join(filter(None, row.cells)))) for row in sheet.rows[:6]],
        date_order=proposal.date_order,
        said=_said(proposal, waiting),
        tried=tried,
        words=unread_words(table, tried.rows_unread[:LISTED]) if tried else {},
        status=status,
    )


def _proposal(waiting: Held) -> Guess:
    return waiting.proposal or guess(waiting.table.sheets[0])


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


def _said(proposal: Guess, waiting: Held) -> list[Said]:
    found = [
        Said(
            PROBLEMS[each.code],
            {},
            each.code in _IN_THE_WAY,
            ", ".join(map(str, each.columns)),
        )
        for each in proposal.problems
    ]
    found += [
        Said(NOTES[note.code], {"count": note.count, "detail": note.detail})
        for note in waiting.table.notes
        if note.code in NOTES
    ]
    return found


def _confirm(visit: Visit) -> Reply:
    """Look again with the corrections, put the list away, or take it in."""
    waiting = held(visit.desk)
    if waiting is None:
        return Redirect("/import")
    if visit.one("do") == "drop":
        visit.desk.tray.pop(LIST, None)
        return Redirect("/import")
    waiting = replace(waiting, proposal=_corrected(visit, waiting))
    visit.desk.tray[LIST] = waiting
    if visit.one("do") != "take":
        return Redirect("/import/columns")
    if any(each.code in _IN_THE_WAY for each in _proposal(waiting).problems):
        return _page(visit, waiting, 422)
    visit.desk.start_with_case(_("Taking in the list, and comparing"), _taking(visit, waiting))
    return Redirect("/wait")


def _corrected(visit: Visit, waiting: Held) -> Guess:
    """The proposal with what a person chose; another row of headings is guessed from anew."""
    now = _proposal(waiting)
    header = visit.one("header")
    if header.isascii() and header.isdigit() and int(header) != now.header_row:
        return guess(waiting.table.sheets[0], int(header))
    order = visit.one("order")
    chosen = {
        number: visit.one(f"column-{number}")
        for number, column in enumerate(now.columns, 1)
        if visit.one(f"column-{number}") not in ("", column.meaning)
    }
    return correct(now, chosen, date_order=order if order in ("dmy", "mdy") else "")


def _taking(visit: Visit, waiting: Held) -> Any:
    """The work of taking the list in: its source, its rows, and who may be the same."""
    asked, desk = waiting.asked, visit.desk

    def work(case: Case, step: Step) -> str:
        source = source_named(case.vault.db, asked.code_name) or new_source(
            case, asked.code_name, asked.connection, asked.language
        )
        layout = as_layout(_proposal(waiting))
        report = import_list(case, waiting.table, asked.name, source, layout, asked.language, step)
        propose_people(case, step)
        words = unread_words(waiting.table, report.rows_unread)
        desk.tray.pop(LIST, None)
        desk.tray[REPORT] = Told(report, asked.code_name, words)
        return "/import/report"

    return work


ways = (get("/import/columns", _columns), post("/import/columns", _confirm))
