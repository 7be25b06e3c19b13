"""A finished complaint before it is given out: what will be learnt, what is missing, the gate."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from panoh.casebook.consent.gate import Stop, cleared
from panoh.casebook.consent.giving import hand_over
from panoh.casebook.index.reading import view_of
from panoh.casebook.wording import title_of
from panoh.legal.submissions.wgad.complaint import Complaint, Gap
from panoh.legal.submissions.wgad.preface import passed_on
from panoh.model.messages import mark as _
from panoh.web.complaint.held import GIVEN, READY, Given, Ready, ready
from panoh.web.page import Download, Page, Redirect, Reply
from panoh.web.routes import get, post
from panoh.web.visit import Visit

_PICTURE = "image/png"


@dataclass(frozen=True, slots=True)
class Passage:
    """One wording that the gate stops at, and where it stands; `numbers` confirm a look at it.

    `looked` says that somebody just said they have looked.
    """

    words: str
    places: Sequence[str]
    numbers: str
    looked: bool


@dataclass(frozen=True, slots=True)
class Stopped:
    """Everything the gate stops at for one reason and one person; `ask` is whom to ask."""

    whose: str
    why: str
    human: bool
    responsible: bool
    ask: str
    passages: Sequence[Passage]


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
    stopped = _stopped(visit.db, held.made.stops, looked or ())
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
        refused=[each for each in stopped if not each.human],
        to_look=[each for each in stopped if each.human],
        pages=len(held.pages),
        unlooked=looked is not None,
        status=200 if looked is None else 422,
    )


def _stopped(db: Any, stops: Sequence[Stop], looked: Collection[str]) -> list[Stopped]:
    """The stops by person and reason; each wording once, with everywhere it stands.

    Entries of one name that nobody has judged yet are one look: what is read is the same.
    """
    names = {root: title_of(db, root) for root in {stop.root for stop in stops} if root}
    groups: dict[tuple[str, str], dict[tuple[str, ...], list[Stop]]] = {}
    for stop in stops:
        # A part that cannot be read is its own passage; a wording is one wherever it stands.
        place = () if stop.words else (stop.file, stop.where)
        whose = (names.get(stop.root) if stop.human else "") or stop.root
        same = groups.setdefault((whose, stop.why), {})
        same.setdefault((stop.words, *place), []).append(stop)
    return [_group(db, names, list(found.values()), looked) for found in groups.values()]


def _group(
    db: Any,
    names: Mapping[str, str],
    found: Sequence[Sequence[Stop]],
    looked: Collection[str],
) -> Stopped:
    first = found[0][0]
    kind = view_of(db, first.root).kind if first.root else ""
    return Stopped(
        whose=names.get(first.root, ""),
        why=first.why,
        human=first.human,
        responsible=first.responsible,
        ask=first.root if kind in ("person", "contact") else "",
        passages=[_passage(each, looked) for each in found],
    )


def _passage(stops: Sequence[Stop], looked: Collection[str]) -> Passage:
    return Passage(
        words=stops[0].words,
        places=list(dict.fromkeys(f"{stop.file}, {stop.where}".strip(", ") for stop in stops)),
        numbers=" ".join(dict.fromkeys(stop.number for stop in stops)),
        looked=all(cleared(stop, looked) for stop in stops),
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
    return visit.say(gap.said or gap.what).format(**values) if values else visit.say(gap.what)


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
    visit.desk.tray[GIVEN] = Given(held.persons, made.files, made.state)
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
