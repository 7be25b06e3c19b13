"""The list of people: whom it shows is chosen by words, and stands in the address as codes."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log2
from typing import ClassVar

from panoh.casebook.counts import Counts, count
from panoh.casebook.people import (
    AMONG,
    DISPUTED,
    EVERYBODY,
    HARMED,
    SILENT,
    STILL_HELD,
    PersonRow,
    how_many_people,
    people,
)
from panoh.casebook.sources import tellers
from panoh.casebook.states import Silence
from panoh.casebook.wording import Wording, title_of
from panoh.model.messages import mark as _
from panoh.web.chips import Chip, address
from panoh.web.page import Page, Reply
from panoh.web.people.person import today
from panoh.web.routes import get
from panoh.web.visit import Visit

ROWS = 50
#: So many sources are offered to choose from.
SOURCES = 200
#: The words of the filters, in the order they stand.
CHIPS = {
    HARMED: _("Something was done"),
    EVERYBODY: _("Everybody"),
    STILL_HELD: _("Held"),
    SILENT: _("Silent"),
    DISPUTED: _("Sources differ"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A person in the list, with how they are now in the reader's words."""

    person: PersonRow
    state: str
    silence: Silence | None

    @property
    def gap(self) -> int:
        """How long the silence is drawn: twice as long is a step more, up to a limit."""
        if self.silence is None or self.silence.days is None:
            return 72
        return min(72, 8 + round(6 * log2(1 + max(0, self.silence.days))))


@dataclass(frozen=True, kw_only=True)
class PeoplePage(Page):
    """So many people after `first` others, of `whole`."""

    template: ClassVar[str] = "people/list.html"
    title: ClassVar[str] = _("People")
    area: ClassVar[str] = "people"
    rows: Sequence[Row]
    counts: Counts
    chips: Sequence[Chip]
    among: str
    source: str
    sources: Sequence[tuple[str, str]]
    first: int
    whole: int
    recorded: bool

    @property
    def back(self) -> str:
        """The page before this one, if there is one."""
        return _path(self.among, self.source, max(0, self.first - ROWS)) if self.first else ""

    @property
    def next(self) -> str:
        """The page after this one, if there is one."""
        last = self.first + len(self.rows)
        return _path(self.among, self.source, last) if last < self.whole else ""


def _people(visit: Visit) -> Reply:
    first, words, day = visit.number("after"), Wording(visit.language), today()
    among = visit.query.get("among", HARMED)
    among = among if among in AMONG else HARMED
    known = tellers(visit.db, SOURCES)
    source = visit.query.get("source", "")
    source = source if source in known else ""
    found = people(visit.db, ROWS, first, among=among, source=source, today=day)
    whole = how_many_people(visit.db, among=among, source=source, today=day)
    return PeoplePage(
        rows=[Row(each, _state(each, words), each.silence(day)) for each in found],
        counts=count(visit.db),
        chips=[Chip(label, _path(key, source), key == among) for key, label in CHIPS.items()],
        among=among,
        source=source,
        sources=[(each, title_of(visit.db, each)) for each in known],
        first=first,
        whole=whole,
        recorded=whole > 0 or bool(people(visit.db, 1, among=EVERYBODY)),
    )


def _state(person: PersonRow, words: Wording) -> str:
    return words.state(person.state) if person.state else ""


def _path(among: str, source: str, after: int = 0) -> str:
    """The address of a list: codes and identifiers, never words."""
    return address("/people", among=among if among != HARMED else "", source=source, after=after)


ways = (get("/people", _people),)
