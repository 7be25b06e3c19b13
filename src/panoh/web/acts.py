"""One act: what is told of it, and saying who did it, out of officials and bodies known or new."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import msgspec

from panoh.casebook.doers import GROUP, PERSON, Doer, known_doers, say_who_did_it
from panoh.casebook.index.reading import root_of
from panoh.casebook.record import OWN, Context
from panoh.casebook.view import View
from panoh.casebook.wording import Wording, title_of
from panoh.model.errors import PanohError
from panoh.model.kinds import Perpetrator
from panoh.model.messages import mark as _
from panoh.model.thesauri import BASIS, INVOLVEMENT, PERPETRATORS, Thesaurus
from panoh.web.events import of_kind
from panoh.web.forms import Entry, Fault, entries, read
from panoh.web.page import Page, Redirect, Reply
from panoh.web.people.facts import Fact, facts
from panoh.web.routes import get, post
from panoh.web.visit import Visit

#: The field of the form, and what a person may make of words that name nobody who is recorded.
FIELD, TYPED = "perpetrators", "act.perpetrators"
MADE = {"new-person": PERSON, "new-body": GROUP}
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Known:
    """An official or a body as it is told to whoever must tell them apart."""

    root: str
    names: str
    details: str


@dataclass(frozen=True, kw_only=True)
class ActPage(Page):
    """One act, to whom it was done, and the form for who did it."""

    template: ClassVar[str] = "acts/one.html"
    title: ClassVar[str] = _("What was done")
    area: ClassVar[str] = "events"
    root: str
    name: str
    facts: Sequence[Fact]
    who: str
    who_root: str
    doer: Entry
    known: Sequence[Known]
    chosen: str
    types: Mapping[str, str]
    degrees: Mapping[str, str]
    bases: Mapping[str, str]
    sources: Sequence[tuple[str, str]]
    source: str
    faults: Sequence[Fault] = ()
    asking: bool = False


@dataclass(frozen=True, kw_only=True)
class DoersPiece(Page):
    """Who typed words may mean, inside the form."""

    template: ClassVar[str] = "acts/doers.html"
    piece: ClassVar[bool] = True
    known: Sequence[Known]
    new: bool
    chosen: str = ""
    name: str = "is"


def known(db: Any, name: str, words: Wording) -> list[Known]:
    """The officials and bodies that a name may mean, in the reader's words."""
    return [_known(each, words) for each in known_doers(db, name[:LONGEST])]


def _known(each: Doer, words: Wording) -> Known:
    told = [PERPETRATORS.label(each.type, words.say) if each.type else "", *each.posts]
    if each.kind == PERSON and not each.posts:
        told = [words.say(_("named before as who did it"))]
    return Known(each.root, " / ".join(each.names[:3]), " · ".join(filter(None, told)))


def _act(visit: Visit) -> Reply:
    return _page(visit, of_kind(visit, "act"))


def _page(
    visit: Visit, view: View, faults: Sequence[Fault] = (), *, asking: bool = False
) -> ActPage:
    words, db, language = Wording(visit.language), visit.db, visit.language
    victims = [root_of(db, told.value) for told in view.told("victim")]
    form = visit.form if asking else None
    return ActPage(
        root=view.root,
        name=words.kind(view),
        facts=facts(db, view, words, without=("victim",)),
        who=title_of(db, victims[0]) if victims else "",
        who_root=victims[0] if victims else "",
        doer=entries("act", [FIELD], language, form=form, faults=faults)[0],
        known=known(db, visit.one(TYPED), words) if asking else (),
        chosen=visit.one("is"),
        types=labels(PERPETRATORS, words),
        degrees=labels(INVOLVEMENT, words),
        bases=labels(BASIS, words),
        sources=[(each, title_of(db, each)) for each in _sources(view)],
        source=visit.one("source"),
        faults=faults,
        asking=asking,
        status=422 if faults else 200,
    )


def labels(thesaurus: Thesaurus, words: Wording) -> dict[str, str]:
    """The terms of a list in the reader's words, by their codes."""
    return {code: words.say(term.label) for code, term in thesaurus.terms.items()}


def _sources(view: View) -> list[str]:
    """The sources that tell of an act."""
    return sorted({told.source for each in view.fields.values() for told in each} - {""})


def _piece(visit: Visit) -> Reply:
    """Who the words in the form may mean, as they are typed."""
    words = Wording(visit.language)
    return DoersPiece(known=known(visit.db, visit.one(TYPED), words), new=True)


def _say(visit: Visit) -> Reply:
    """Look for who is meant, or save who did it."""
    view = of_kind(visit, "act")
    if visit.one("do") == "look":
        return _page(visit, view, asking=True)
    told = read("act", [FIELD], visit.form, visit.language)
    if told.faults:
        return _page(visit, view, told.faults, asking=True)
    meant = visit.one("is")
    who = next(iter(told.values.get(FIELD, ())), Perpetrator())
    if meant in MADE or not meant:
        who = msgspec.structs.replace(who, entity="")
    else:
        who = msgspec.structs.replace(who, entity=meant)
    source = visit.one("source")
    context = Context(source) if source in _sources(view) else OWN
    try:
        say_who_did_it(visit.case, view.root, who, context, new=MADE.get(meant, ""))
    except PanohError as error:
        return _page(visit, view, [Fault.of(error, TYPED, _("Who did it"))], asking=True)
    return Redirect(f"/acts/{view.root}")


ways = (
    get("/acts/{root}", _act),
    post("/acts/{root}", _say),
    post("/acts/{root}/doers", _piece),
)
