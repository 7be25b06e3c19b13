"""Asking people to sign, and noting what they said."""

from panoh.advocacy.publications import PublicationFile, write
from panoh.advocacy.signing import REFUSED, SIGNED, WITHDRAWN, answer, ask
from panoh.casebook.index.reading import root_of, view_of
from panoh.casebook.record import save, tell
from panoh.casebook.search import find_people
from panoh.model.ids import ENTITY_PATTERN, new_entity
from panoh.model.kinds import Person
from panoh.model.messages import mark as _
from panoh.model.names import Name
from panoh.web.page import Redirect, Reply
from panoh.web.publish.appeals import appeal_in
from panoh.web.publish.one import page
from panoh.web.routes import post
from panoh.web.visit import Visit

LONGEST, SHOWN = 200, 12
KINDS_ASKED = {"person": _("in the record"), "contact": _("in the network")}


def _find(visit: Visit) -> Reply:
    """People and contacts of a name; somebody new can be asked as well."""
    found, typed = appeal_in(visit), visit.one("words")[:LONGEST]
    if not typed:
        return Redirect(f"/publish/{found.root}")
    hits = [hit for hit in find_people(visit.db, typed, SHOWN) if hit.kind in KINDS_ASKED]
    rows = [(hit.root, hit.title, KINDS_ASKED[hit.kind]) for hit in hits]
    return page(visit, found, typed=typed, found=rows)


def _ask(visit: Visit) -> Reply:
    found = appeal_in(visit)
    who, name = _meant(visit), visit.one("new")[:LONGEST]
    if not who and name:
        who = new_entity()
        save(visit.case, [tell(visit.case, Person(names=(Name.of(name),)), who)])
    if who:
        shown, beside = visit.one("shown")[:LONGEST], visit.one("beside")[:LONGEST]
        ask(visit.case, found, who, shown, beside)
    return Redirect(f"/publish/{found.root}")


def _about(visit: Visit) -> Reply:
    """The appeal is for this person as well; or, chosen again, no longer."""
    found, who = appeal_in(visit), _meant(visit)
    if who and view_of(visit.db, who).kind == "person":
        write(visit.case, found.root, {"persons": _with(found, who)})
    return Redirect(f"/publish/{found.root}")


def _with(found: PublicationFile, who: str) -> tuple[str, ...]:
    if who in found.persons:
        return tuple(each for each in found.persons if each != who)
    return (*found.persons, who)


def _answer(visit: Visit) -> Reply:
    found, who, said = appeal_in(visit), _meant(visit), visit.one("said")
    if who and said in (SIGNED, REFUSED, WITHDRAWN):
        answer(visit.case, found, who, said)
    return Redirect(f"/publish/{found.root}")


def _meant(visit: Visit) -> str:
    """The person or contact of this form; empty if it names none."""
    typed = visit.one("who")
    if not ENTITY_PATTERN.fullmatch(typed):
        return ""
    root = root_of(visit.db, typed)
    return root if view_of(visit.db, root).kind in KINDS_ASKED else ""


ways = (
    post("/publish/{entity}/find", _find),
    post("/publish/{entity}/ask", _ask),
    post("/publish/{entity}/about", _about),
    post("/publish/{entity}/answer", _answer),
)
