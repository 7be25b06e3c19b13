"""The history of a contact: every statement in the order recorded; hiding one and showing it."""

from dataclasses import dataclass
from typing import ClassVar

from panoh.casebook.hiding import hide, show_again
from panoh.casebook.wording import Wording
from panoh.network.history import history
from panoh.web.network.contact import meant
from panoh.web.page import Redirect, Reply
from panoh.web.past import ROWS, line
from panoh.web.people.history import HistoryPage
from panoh.web.routes import get, post
from panoh.web.visit import Visit


@dataclass(frozen=True, kw_only=True)
class ContactHistoryPage(HistoryPage):
    """Statements about a contact, the newest first."""

    area: ClassVar[str] = "network"


def _history(visit: Visit) -> Reply:
    each, words = meant(visit), Wording(visit.language)
    past, first = history(visit.db, each)[::-1], visit.number("after")
    return ContactHistoryPage(
        home=f"/network/{each.root}",
        name=each.name,
        lines=[line(visit.db, one, words) for one in past[first : first + ROWS]],
        first=first,
        whole=len(past),
    )


def _hide(visit: Visit) -> Reply:
    hide(visit.case, visit.one("statement"), visit.one("why"))
    return Redirect(f"/network/{visit.path['root']}/history")


def _show(visit: Visit) -> Reply:
    show_again(visit.case, visit.one("statement"), visit.one("why"))
    return Redirect(f"/network/{visit.path['root']}/history")


ways = (
    get("/network/{root}/history", _history),
    post("/network/{root}/hide", _hide),
    post("/network/{root}/show", _show),
)
