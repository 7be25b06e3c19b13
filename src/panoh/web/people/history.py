"""The history of a person: every statement in the order recorded; hiding one and showing it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from panoh.casebook.hiding import hide, show_again
from panoh.casebook.index.reading import root_of
from panoh.casebook.people import history
from panoh.casebook.wording import Wording, title_of
from panoh.model.messages import mark as _
from panoh.web.page import Page, Redirect, Reply
from panoh.web.past import ROWS, Line, line
from panoh.web.people.person import NobodyHere
from panoh.web.routes import get, post
from panoh.web.visit import Visit


@dataclass(frozen=True, kw_only=True)
class HistoryPage(Page):
    """Statements about somebody, the newest first; `home` is their page."""

    template: ClassVar[str] = "people/history.html"
    title: ClassVar[str] = _("History")
    area: ClassVar[str] = "people"
    home: str
    name: str
    lines: Sequence[Line]
    first: int
    whole: int
    rows: int = ROWS


def _history(visit: Visit) -> Reply:
    db, words = visit.db, Wording(visit.language)
    root = root_of(db, visit.path["root"])
    past = history(db, root)[::-1]
    if not past:
        raise NobodyHere
    first = visit.number("after")
    return HistoryPage(
        home=f"/people/{root}",
        name=title_of(db, root),
        lines=[line(db, each, words) for each in past[first : first + ROWS]],
        first=first,
        whole=len(past),
    )


def _hide(visit: Visit) -> Reply:
    hide(visit.case, visit.one("statement"), visit.one("why"))
    return Redirect(f"/people/{visit.path['root']}/history")


def _show(visit: Visit) -> Reply:
    show_again(visit.case, visit.one("statement"), visit.one("why"))
    return Redirect(f"/people/{visit.path['root']}/history")


ways = (
    get("/people/{root}/history", _history),
    post("/people/{root}/hide", _hide),
    post("/people/{root}/show", _show),
)
