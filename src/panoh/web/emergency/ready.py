"""A card or paper before it is given out: its pages as pictures, the gate, the file."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from panoh.casebook.consent.giving import FINAL, hand_over
from panoh.emergency.cards.giving import (
    CONTACTS,
    FAMILY,
    HOME_PLAN,
    PLAN,
    RECIPIENTS,
    WALLET,
    use_of,
)
from panoh.model.messages import mark as _
from panoh.model.thesauri import RECIPIENTS as WHO_READS
from panoh.web.emergency.held import GIVEN, READY, Paper, paper
from panoh.web.emergency.making import make
from panoh.web.page import Download, Page, Redirect, Reply
from panoh.web.passages import Stopped, stopped
from panoh.web.routes import get, post
from panoh.web.visit import Visit

_PICTURE, _PDF = "image/png", "application/pdf"
_AGAIN = "/emergency/papers"
NAMES = {
    WALLET: _("Wallet card"),
    FAMILY: _("Family card"),
    CONTACTS: _("List of contacts"),
    PLAN: _("Plan on paper"),
    HOME_PLAN: _("Plan for home on paper"),
}


@dataclass(frozen=True, kw_only=True)
class ReadyPage(Page):
    """Everything to see before the paper is given out; `who` says who may come to read it."""

    template: ClassVar[str] = "emergency/ready.html"
    title: ClassVar[str] = _("Before it is given out")
    area: ClassVar[str] = "emergency"
    name: str
    who: str
    recipient: str
    pages: int
    refused: Sequence[Stopped]
    to_look: Sequence[Stopped]
    without_health: bool
    mixed: bool
    person: str
    unlooked: bool = False


@dataclass(frozen=True, kw_only=True)
class GivenPage(Page):
    """The file to take, and what to know about it from here on."""

    template: ClassVar[str] = "emergency/given.html"
    title: ClassVar[str] = _("Cards and papers")
    area: ClassVar[str] = "emergency"
    name: str
    who: str


def _ready(visit: Visit) -> Reply:
    held = paper(visit.desk)
    return _page(visit, held) if held else Redirect(_AGAIN)


def _page(visit: Visit, held: Paper, looked: Collection[str] | None = None) -> ReadyPage:
    found = stopped(visit.db, held.stops, looked or ())
    recipient = RECIPIENTS[held.paper]
    return ReadyPage(
        name=NAMES[held.paper],
        who=WHO_READS.terms[recipient].note,
        recipient=recipient,
        pages=len(held.pages),
        refused=[each for each in found if not each.human],
        to_look=[each for each in found if each.human],
        without_health=held.without_health,
        mixed=held.mixed,
        person=held.persons[0] if held.persons else "",
        unlooked=looked is not None,
        status=200 if looked is None else 422,
    )


def _again(visit: Visit) -> Reply:
    """Make it anew as things stand now: a consent may have been given."""
    held = paper(visit.desk)
    if held is not None:
        visit.desk.tray[READY] = make(visit.case, held.asked)
    return Redirect("/emergency/papers/ready")


def _give(visit: Visit) -> Reply:
    """Give the file to the person at the computer, if nothing stops it; note it first."""
    held = paper(visit.desk)
    if held is None:
        return Redirect(_AGAIN)
    looked = [number for each in visit.form.get("looked", ()) for number in each.split()]
    use = use_of(held.paper, visit.case.clock().date())
    outcome = hand_over(
        visit.case, [held.file], use, persons=held.persons, state=FINAL, looked=looked
    )
    if outcome.stops:
        # The gate has read anew: an answer may have changed since the page was shown.
        now = replace(held, stops=(*outcome.stops, *outcome.looked))
        visit.desk.tray[READY] = now
        return _page(visit, now, looked)
    visit.desk.tray[GIVEN] = visit.desk.tray.pop(READY)
    return Redirect("/emergency/papers/given")


def _given(visit: Visit) -> Reply:
    held = paper(visit.desk, GIVEN)
    if held is None:
        return Redirect(_AGAIN)
    return GivenPage(name=NAMES[held.paper], who=WHO_READS.terms[RECIPIENTS[held.paper]].note)


def _file(visit: Visit) -> Reply:
    held = paper(visit.desk, GIVEN)
    return Download(held.file.name, held.file.data, _PDF) if held else Redirect(_AGAIN)


def _picture(visit: Visit) -> Reply:
    held, number = paper(visit.desk), visit.path["number"]
    wanted = int(number) if number.isascii() and number.isdigit() and len(number) < 5 else 0
    if held is None or not 1 <= wanted <= len(held.pages):
        return Redirect(_AGAIN)
    return Download(f"{wanted}.png", held.pages[wanted - 1], _PICTURE, inline=True)


ways = (
    get("/emergency/papers/ready", _ready),
    post("/emergency/papers/again", _again),
    post("/emergency/papers/give", _give),
    get("/emergency/papers/given", _given),
    get("/emergency/papers/file", _file),
    get("/emergency/papers/pages/{number}", _picture),
)
