"""A finished complaint before it is given out: what will be learnt, what is missing, the gate."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from panoh.casebook.consent.giving import hand_over
from panoh.legal.submissions.wgad.complaint import Complaint, Gap
from panoh.legal.submissions.wgad.preface import passed_on
from panoh.model.messages import fill
from panoh.model.messages import mark as _
from panoh.web.complaint.held import GIVEN, READY, Given, Ready, ready
from panoh.web.page import Download, Page, Redirect, Reply
from panoh.web.passages import Stopped, stopped
from panoh.web.routes import get, post
from panoh.web.visit import Visit

_PICTURE = "image/png"


@dataclass(frozen=True, slots=True)
class Learnt:
    """What the government will learn of one person: labels, and those told in sources' words."""

    number: int
    name: str
    labels: Sequence[str]
    words: Sequence[str]
    minor: bool


@dataclass(frozen=True, kw_only=True)
class ReadyPage(Page):
    """Everything a person has to see before the files are given out."""

    template: ClassVar[str] = "complaint/ready.html"
    title: ClassVar[str] = _("Before it is given out")
    area: ClassVar[str] = "legal"
    persons: str
    final: bool
    reviewer: str
    learnt: Sequence[Learnt]
    left_out: int
    missing: Mapping[str, Sequence[tuple[str, str]]]
    refused: Sequence[Stopped]
    to_look: Sequence[Stopped]
    pages: int
    unlooked: bool = False


def _ready(visit: Visit) -> Reply:
    held = ready(visit.desk)
    return _page(visit, held) if held else Redirect("/complaint")


def _page(visit: Visit, held: Ready, looked: Collection[str] | None = None) -> ReadyPage:
    complaint = held.made.complaint
    found = stopped(visit.db, held.made.stops, looked or ())
    return ReadyPage(
        persons=",".join(held.persons),
        final=complaint.review is not None,
        reviewer=held.reviewer,
        learnt=[
            Learnt(person.number, person.name, *passed_on(person), person.minor)
            for person in complaint.persons
        ],
        left_out=complaint.left_out,
        missing=_missing(visit, complaint),
        refused=[each for each in found if not each.human],
        to_look=[each for each in found if each.human],
        pages=len(held.pages),
        unlooked=looked is not None,
        status=200 if looked is None else 422,
    )


def _missing(visit: Visit, complaint: Complaint) -> dict[str, list[tuple[str, str]]]:
    """What is missing by who could supply it, each with the numbers of the persons."""
    found: dict[str, list[tuple[str, str]]] = {}
    for gap in complaint.gaps:
        numbers = ", ".join(map(str, gap.persons)) if len(complaint.persons) > 1 else ""
        found.setdefault(gap.who, []).append((_words(visit, gap), numbers))
    return found


def _words(visit: Visit, gap: Gap) -> str:
    values = {
        name: ", ".join(visit.say(each) for each in text.split(", ")) for name, text in gap.of
    }
    return fill(visit.language, (values and gap.said) or gap.what, values)


def _give(visit: Visit) -> Reply:
    """Give the files to the person at the computer, if nothing stops them; note it first."""
    held = ready(visit.desk)
    if held is None:
        return Redirect("/complaint")
    looked = [number for each in visit.form.get("looked", ()) for number in each.split()]
    made = held.made
    outcome = hand_over(
        visit.case,
        made.files,
        made.use,
        persons=held.persons,
        state=made.state,
        looked=looked,
    )
    if outcome.stops:
        # The gate has read anew: an answer may have changed since the page was shown.
        now = replace(held, made=replace(made, stops=(*outcome.stops, *outcome.looked)))
        visit.desk.tray[READY] = now
        return _page(visit, now, looked)
    visit.desk.tray.pop(READY)
    visit.desk.tray[GIVEN] = Given(held.persons, made.files, made.state, outcome.action)
    return Redirect("/complaint/files")


def _picture(visit: Visit) -> Reply:
    held, number = ready(visit.desk), visit.path["number"]
    wanted = int(number) if number.isascii() and number.isdigit() and len(number) < 5 else 0
    if held is None or not 1 <= wanted <= len(held.pages):
        return Redirect("/complaint")
    return Download(f"{wanted}.png", held.pages[wanted - 1], _PICTURE, inline=True)


ways = (
    get("/complaint/ready", _ready),
    post("/complaint/give", _give),
    get("/complaint/pages/{number}", _picture),
)
