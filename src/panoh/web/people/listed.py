"""The list of people, page by page, with how many there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from panoh.casebook.counts import Counts, count
from panoh.casebook.people import PersonRow, how_many_people, people
from panoh.model.messages import mark as _
from panoh.web.page import Page, Reply
from panoh.web.routes import get
from panoh.web.visit import Visit

ROWS = 50


@dataclass(frozen=True, kw_only=True)
class PeoplePage(Page):
    """So many people after `first` others, of `whole`."""

    template: ClassVar[str] = "people/list.html"
    title: ClassVar[str] = _("People")
    area: ClassVar[str] = "people"
    rows: Sequence[PersonRow]
    counts: Counts
    first: int
    whole: int

    @property
    def back(self) -> str:
        """The page before this one, if there is one."""
        return f"/people?after={max(0, self.first - ROWS)}" if self.first else ""

    @property
    def next(self) -> str:
        """The page after this one, if there is one."""
        last = self.first + len(self.rows)
        return f"/people?after={last}" if last < self.whole else ""


def _people(visit: Visit) -> Reply:
    first = visit.number("after")
    return PeoplePage(
        rows=people(visit.db, ROWS, first),
        counts=count(visit.db),
        first=first,
        whole=how_many_people(visit.db),
    )


ways = (get("/people", _people),)
