"""Choosing for whom a complaint is written, and seeing who allowed what."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from panoh.casebook.consent.answers import EVERYTHING, Use, asked
from panoh.casebook.search import find_people
from panoh.casebook.view import View
from panoh.casebook.wording import title_of
from panoh.legal.complaining import COMPLAINT, RECIPIENT
from panoh.legal.matters import matters
from panoh.model.messages import mark as _
from panoh.model.thesauri import SHAREABLE
from panoh.web.page import Page, Redirect, Reply
from panoh.web.people.person import today
from panoh.web.persons import people_in
from panoh.web.routes import get, post
from panoh.web.visit import Visit

_LONGEST, _SHOWN = 200, 12


@dataclass(frozen=True, slots=True)
class Chosen:
    """A person of the complaint: what they allow in it, or why not even their name may be in it."""

    root: str
    name: str
    without: str
    allows: Sequence[str]
    why: str


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


def _page(
    visit: Visit, roots: Sequence[str], *, words: str = "", found: Sequence[tuple[str, str]] = ()
) -> ChoosePage:
    return ChoosePage(
        persons=",".join(roots),
        chosen=[_chosen(visit.db, root, roots) for root in roots],
        begun=[] if roots else [_begun(visit.db, each) for each in matters(visit.db)[:_SHOWN]],
        words=words,
        found=found,
    )


def _chosen(db: Any, root: str, roots: Sequence[str]) -> Chosen:
    who, use = asked(db, root), Use(RECIPIENT, COMPLAINT, today())
    said = {what: who.may(what, use) for what in SHAREABLE.terms if what != EVERYTHING}
    return Chosen(
        root=root,
        name=title_of(db, root),
        without=",".join(each for each in roots if each != root),
        allows=[SHAREABLE.terms[what].label for what, answer in said.items() if answer.allowed],
        why="" if said["name"].allowed else said["name"].why,
    )


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
    words = visit.one("words")[:_LONGEST]
    hits = find_people(visit.db, words, _SHOWN) if words else []
    found = [(hit.root, hit.title) for hit in hits if hit.kind == "person"]
    return _page(visit, roots, words=words, found=[each for each in found if each[0] not in roots])


ways = (get("/complaint", _choose), post("/complaint", _find))
