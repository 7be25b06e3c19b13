"""Choosing for whom a complaint is written, and seeing who allowed what."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from panoh.casebook.consent.answers import Use
from panoh.casebook.view import View
from panoh.casebook.wording import title_of
from panoh.legal.complaining import COMPLAINT, RECIPIENT
from panoh.legal.matters import matters
from panoh.model.messages import mark as _
from panoh.web.choosing import Chosen, chosen, others
from panoh.web.page import Page, Redirect, Reply
from panoh.web.people.person import today
from panoh.web.persons import people_in
from panoh.web.routes import get, post
from panoh.web.visit import Visit

_LONGEST, _SHOWN = 200, 12


@dataclass(frozen=True, slots=True)
class Begun:
    """A matter that was begun: its title and the names in it, and where to go on with it."""

    title: str
    names: Sequence[str]
    more: int
    persons: str


@dataclass(frozen=True, kw_only=True)
class ChoosePage(Page):
    """For whom the complaint is, and who else could be added."""

    template: ClassVar[str] = "complaint/choose.html"
    title: ClassVar[str] = _("Write a complaint")
    area: ClassVar[str] = "legal"
    persons: str
    chosen: Sequence[Chosen]
    begun: Sequence[Begun]
    words: str = ""
    found: Sequence[tuple[str, str]] = ()


def _choose(visit: Visit) -> Reply:
    return _page(visit, people_in(visit.db, visit.query.get("person", "")))


def _page(visit: Visit, roots: Sequence[str], words: str = "") -> ChoosePage:
    return ChoosePage(
        persons=",".join(roots),
        chosen=chosen(visit.db, roots, Use(RECIPIENT, COMPLAINT, today())),
        begun=[] if roots else begun(visit.db),
        words=words,
        found=others(visit.db, words, roots),
    )


def begun(db: Any) -> list[Begun]:
    """The complaints that were begun, the newest first."""
    return [_begun(db, each) for each in matters(db)[:_SHOWN]]


def _begun(db: Any, matter: View) -> Begun:
    roots = people_in(db, ",".join(matter.each("persons")))
    names = [title_of(db, root) for root in roots]
    title = next((str(told.value) for told in matter.told("title") if told.value), "")
    return Begun(title, names[:3], max(0, len(names) - 3), ",".join(roots))


def _find(visit: Visit) -> Reply:
    """People of this name; with a choice made, the page with them added."""
    roots = people_in(visit.db, visit.one("person"))
    added = people_in(visit.db, visit.one("add"))
    if added:
        return Redirect("/complaint?person=" + ",".join(dict.fromkeys([*roots, *added])))
    return _page(visit, roots, visit.one("words")[:_LONGEST])


ways = (get("/complaint", _choose), post("/complaint", _find))
