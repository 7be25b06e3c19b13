"""Looking for people by name; asking them to sign, and noting what they said."""

from panoh.advocacy.publications import PublicationFile, write
from panoh.advocacy.signing import REFUSED, SIGNED, WITHDRAWN, answer, ask
from panoh.casebook.record import save, tell
from panoh.casebook.search import find_people
from panoh.casebook.wording import Wording
from panoh.model.ids import new_entity
from panoh.model.kinds import Person
from panoh.model.messages import mark as _
from panoh.model.names import Name
from panoh.web.page import Redirect, Reply
from panoh.web.publish.meant import KINDS, appeal_in, meant, record_in
from panoh.web.publish.one import page
from panoh.web.publish.telling import teller
from panoh.web.routes import post
from panoh.web.visit import Visit

LONGEST, SHOWN = 200, 12
PEOPLE = {"person": _("in the record")}
ASKED = {**PEOPLE, "contact": _("in the network")}


def _find(visit: Visit) -> Reply:
    """People of a name: to sign an appeal (somebody new as well), or to tell what was done."""
    found, typed = meant(visit), visit.one("words")[:LONGEST]
    kind = KINDS[found.type]
    if not typed or not (kind.signers or kind.acts):
        return Redirect(f"/publish/{found.root}")
    hits = [hit for hit in find_people(visit.db, typed, SHOWN) if hit.kind in ASKED]
    if kind.acts:
        people = [hit.root for hit in hits if hit.kind in PEOPLE]
        words = Wording(visit.language)
        tellers = [teller(visit.db, found, root, words) for root in people]
        return page(visit, found, typed=typed, tellers=tellers)
    rows = [(hit.root, hit.title, ASKED[hit.kind]) for hit in hits]
    return page(visit, found, typed=typed, people=rows)


def _ask(visit: Visit) -> Reply:
    found = appeal_in(visit)
    who, name = record_in(visit, "who", ASKED), visit.one("new")[:LONGEST]
    if not who and name:
        who = new_entity()
        save(visit.case, [tell(visit.case, Person(names=(Name.of(name),)), who)])
    if who:
        shown, beside = visit.one("shown")[:LONGEST], visit.one("beside")[:LONGEST]
        ask(visit.case, found, who, shown, beside)
    return Redirect(f"/publish/{found.root}")


def _about(visit: Visit) -> Reply:
    """The appeal is for this person as well; or, chosen again, no longer."""
    found, who = appeal_in(visit), record_in(visit, "who", PEOPLE)
    if who:
        write(visit.case, found.root, {"persons": _with(found, who)})
    return Redirect(f"/publish/{found.root}")


def _with(found: PublicationFile, who: str) -> tuple[str, ...]:
    if who in found.persons:
        return tuple(each for each in found.persons if each != who)
    return (*found.persons, who)


def _answer(visit: Visit) -> Reply:
    found, who, said = appeal_in(visit), record_in(visit, "who", ASKED), visit.one("said")
    if who and said in (SIGNED, REFUSED, WITHDRAWN):
        answer(visit.case, found, who, said)
    return Redirect(f"/publish/{found.root}")


ways = (
    post("/publish/{entity}/find", _find),
    post("/publish/{entity}/ask", _ask),
    post("/publish/{entity}/about", _about),
    post("/publish/{entity}/answer", _answer),
)
