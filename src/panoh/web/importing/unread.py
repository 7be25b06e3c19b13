"""The rows of lists that nobody could read, each with its words; one can be put aside."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from panoh.casebook.wording import title_of
from panoh.intake.unread import Unread, how_many_unread, put_aside, unread_rows
from panoh.model.messages import mark as _
from panoh.web.page import Page, Redirect, Reply
from panoh.web.routes import get, post
from panoh.web.visit import Visit

ROWS = 50


@dataclass(frozen=True, kw_only=True)
class UnreadPage(Page):
    """So many rows after `first` others, of `whole`; each with the code name of its source."""

    template: ClassVar[str] = "import/unread.html"
    title: ClassVar[str] = _("Rows that could not be read")
    area: ClassVar[str] = "people"
    rows: Sequence[tuple[Unread, str]]
    first: int
    whole: int

    @property
    def back(self) -> str:
        """The page before this one, if there is one."""
        return f"/import/unread?after={max(0, self.first - ROWS)}" if self.first else ""

    @property
    def next(self) -> str:
        """The page after this one, if there is one."""
        last = self.first + len(self.rows)
        return f"/import/unread?after={last}" if last < self.whole else ""


def _unread(visit: Visit) -> Reply:
    first = visit.number("after")
    rows = unread_rows(visit.db, ROWS, first)
    return UnreadPage(
        rows=[(row, title_of(visit.db, row.source) if row.source else "") for row in rows],
        first=first,
        whole=how_many_unread(visit.db),
    )


def _aside(visit: Visit) -> Reply:
    put_aside(visit.case, visit.one("row"), visit.say(_("Looked at and put aside")))
    return Redirect("/import/unread")


ways = (get("/import/unread", _unread), post("/import/unread", _aside))
