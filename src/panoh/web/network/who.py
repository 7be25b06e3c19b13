"""Saying which person of the record a contact is: chosen from those found, never by the name."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from panoh.casebook.wording import title_of
from panoh.model.kinds import Contact
from panoh.model.messages import mark as _
from panoh.network.contacts import ContactFile
from panoh.network.telling import amend
from panoh.web.choosing import others
from panoh.web.network.contact import meant
from panoh.web.page import Page, Redirect, Reply
from panoh.web.persons import people_in
from panoh.web.routes import get, post
from panoh.web.visit import Visit

_LONGEST = 200


@dataclass(frozen=True, kw_only=True)
class WhoPage(Page):
    """People of the record who answer to a name; `now` is whom the contact is recorded as."""

    template: ClassVar[str] = "network/who.html"
    title: ClassVar[str] = _("Who a contact is")
    area: ClassVar[str] = "network"
    root: str
    name: str
    now: str
    words: str
    found: Sequence[tuple[str, str]]


def _ask(visit: Visit) -> Reply:
    each = meant(visit)
    return _page(visit, each, each.name)


def _page(visit: Visit, each: ContactFile, words: str) -> WhoPage:
    return WhoPage(
        root=each.root,
        name=each.name,
        now=title_of(visit.db, each.who) if each.who else "",
        words=words,
        found=others(visit.db, words, [each.who]),
    )


def _choose(visit: Visit) -> Reply:
    """Look for a name, choose somebody, or say that it is nobody on record."""
    each, chosen = meant(visit), people_in(visit.db, visit.one("who"))
    if not chosen and not visit.one("nobody"):
        return _page(visit, each, visit.one("words")[:_LONGEST])
    amend(visit.case, each.root, Contact(who=chosen[0] if chosen else ""), ("who",))
    return Redirect(f"/network/{each.root}")


ways = (get("/network/{root}/who", _ask), post("/network/{root}/who", _choose))
