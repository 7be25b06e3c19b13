"""Search, everywhere and as you type. Words are sent by POST: addresses are remembered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from panoh.casebook.search import Found, find_people, find_records
from panoh.model.messages import mark as _
from panoh.web.page import Page, Reply
from panoh.web.routes import post
from panoh.web.visit import Visit

AT_ONCE = 8
LONGEST = 200
#: Where a record of a kind is shown; records of other kinds are shown with the person they name.
PLACES = {"person": "/people/{root}", "event": "/events/{root}", "act": "/acts/{root}"}


@dataclass(frozen=True, slots=True)
class Hit:
    """One result and where it is shown."""

    title: str
    kind: str
    path: str


@dataclass(frozen=True, kw_only=True)
class SearchPage(Page):
    """What was found; the words are in the field again, and nowhere else."""

    template: ClassVar[str] = "search.html"
    title: ClassVar[str] = _("Search")
    words: str
    people: Sequence[Hit]
    records: Sequence[Hit]


@dataclass(frozen=True, kw_only=True)
class SearchPiece(SearchPage):
    """The same beneath the field, while somebody types."""

    template: ClassVar[str] = "search-piece.html"


def _search(visit: Visit) -> Reply:
    words = visit.one("words")[:LONGEST]
    most = AT_ONCE if visit.piece else 50
    people = _hits(find_people(visit.db, words, most)) if words else []
    shown = {hit.path for hit in people}
    records = [
        hit
        for hit in _hits(find_records(visit.db, words, most) if words else ())
        if hit.path not in shown
    ]
    kind = SearchPiece if visit.piece else SearchPage
    return kind(words=words, people=people, records=records[:most])


def _hits(found: Iterable[Found]) -> list[Hit]:
    return [
        Hit(each.title, each.kind, PLACES[each.kind].format(root=each.root))
        for each in found
        if each.kind in PLACES
    ]


ways = (post("/search", _search),)
