"""The page on which a story is written, what it proposes is taken, and all of it is saved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from panoh.casebook.index.reading import how_many
from panoh.casebook.namesakes import likely
from panoh.casebook.record import save
from panoh.casebook.wording import Wording
from panoh.intake.story import DOER, PRESSURED, VICTIM, statements
from panoh.intake.story.found import ROLES
from panoh.model.messages import mark as _
from panoh.model.thesauri import ACTS, BASIS, INVOLVEMENT
from panoh.vault.errors import DraftUnknown
from panoh.web.acts import TYPED, DoersPiece, Known, known, labels
from panoh.web.forms import Choice, Entry, Fault, entries
from panoh.web.page import Page, Redirect, Reply, Words
from panoh.web.record.draft import Draft, Form, Waiting, keep, open_draft, waiting
from panoh.web.record.offers import Offers, Somebody, offers, somebody
from panoh.web.record.taking import ASKED, MORE, SOURCE, take
from panoh.web.routes import get, post
from panoh.web.visit import Visit

ROLE_WORDS = {
    VICTIM: _("It was done to this person"),
    PRESSURED: _("It was meant to put pressure on this person"),
    DOER: _("This person did it"),
    "": _("Only named in the story"),
}


@dataclass(frozen=True, kw_only=True)
class RecordPage(Page):
    """Where a story is begun, with the drafts that wait."""

    template: ClassVar[str] = "record/begin.html"
    title: ClassVar[str] = _("Record")
    area: ClassVar[str] = "record"
    drafts: Sequence[Waiting]
    gone: bool = False


@dataclass(frozen=True, kw_only=True)
class StoryPage(Page):
    """A story with what it proposes. `asked` and `more` are the fields of an act by their names."""

    template: ClassVar[str] = "record/story.html"
    title: ClassVar[str] = _("Record")
    area: ClassVar[str] = "record"
    draft: str
    story: str
    offers: Offers
    roles: Sequence[Choice]
    all_acts: Sequence[Choice]
    typed_acts: str
    asked: dict[str, Entry]
    doers: Sequence[Known]
    degrees: Mapping[str, str]
    bases: Mapping[str, str]
    more: Sequence[Entry]
    source: Sequence[Entry]
    faults: Sequence[Fault] = ()

    @property
    def wrong(self) -> dict[str, Fault]:
        """The faults by the field they are about."""
        return {fault.name: fault for fault in self.faults}


@dataclass(frozen=True, kw_only=True)
class AlikePiece(Page):
    """Who a typed name may be, inside the card of a person."""

    template: ClassVar[str] = "record/alike.html"
    piece: ClassVar[bool] = True
    number: str
    alike: Sequence[Somebody]
    chosen: str = ""


def _begin(visit: Visit) -> Reply:
    return RecordPage(drafts=waiting(visit.case))


def _go_on(visit: Visit) -> Reply:
    """The first words were sent, with or without a draft of them."""
    ident = _kept(visit, visit.one("draft"))
    return (
        Redirect(f"/record/{ident}") if ident else RecordPage(drafts=waiting(visit.case), gone=True)
    )


def _kept(visit: Visit, ident: str) -> str:
    """Keep what was sent; its id, or nothing if it was saved or dropped in another window."""
    try:
        return keep(visit.case.vault.drafts, visit.form, ident)
    except DraftUnknown:
        return ""


def _keep(visit: Visit) -> Reply:
    """For our script, while somebody writes."""
    ident = _kept(visit, visit.one("draft"))
    if not ident:
        return Words(visit.say(_("This was saved or dropped in another window.")), 409)
    return Words(visit.say(_("Kept on this computer, sealed.")), headers={"x-draft": ident})


def _story(visit: Visit) -> Reply:
    try:
        draft = open_draft(visit.case.vault.drafts, visit.path["draft"])
    except DraftUnknown:
        return RecordPage(drafts=waiting(visit.case), gone=True, status=404)
    return _page(visit, draft)


def _page(visit: Visit, draft: Draft, faults: Sequence[Fault] = ()) -> StoryPage:
    form, language = draft.form, visit.language
    wording = Wording(language)
    asked = entries("act", ASKED, language, form=form, faults=faults)
    return StoryPage(
        draft=visit.path["draft"],
        story=draft.story,
        offers=offers(visit.db, form, draft.story, _today(visit), wording),
        roles=[Choice(role, ROLE_WORDS[role]) for role in (*ROLES, "")],
        all_acts=[Choice(term.code, term.label) for term in ACTS.terms.values()],
        typed_acts=_first(form, "what.more"),
        doers=known(visit.db, _first(form, TYPED), wording),
        degrees=labels(INVOLVEMENT, wording),
        bases=labels(BASIS, wording),
        asked={entry.name.partition(".")[2]: entry for entry in asked},
        more=entries("act", MORE, language, form=form, faults=faults),
        source=entries("source", SOURCE, language, form=form, faults=faults),
        faults=faults,
        status=422 if faults else 200,
    )


def _first(form: Form, name: str) -> str:
    return next(iter(form.get(name, ())), "")


def _today(visit: Visit) -> Any:
    return visit.case.clock().date()


def _sent(visit: Visit) -> Reply:
    """Look again, take all that was found, save, wait or drop: by the button that was pressed."""
    drafts, ident, do = visit.case.vault.drafts, visit.path["draft"], visit.one("do")
    if do == "drop":
        drafts.drop(ident)
        return Redirect("/record")
    form = _all_taken(visit) if do == "all" else visit.form
    try:
        keep(drafts, form, ident)
        draft = open_draft(drafts, ident)
    except DraftUnknown:
        return RecordPage(drafts=waiting(visit.case), gone=True, status=404)
    if do == "save":
        return _save(visit, draft)
    if do == "later":
        return Redirect("/record")
    return Redirect(f"/record/{ident}#found")


def _save(visit: Visit, draft: Draft) -> Reply:
    """1. read; 2. save everything in one save; 3. the draft may go; a crash between leaves both."""
    taken = take(draft, _today(visit), visit.language, _next_code(visit.db))
    if taken.faults:
        return _page(visit, draft, taken.faults)
    if draft.story.strip() or taken.told.acts or taken.told.people:
        save(visit.case, statements(visit.case, taken.told))
    visit.case.vault.drafts.drop(visit.path["draft"])
    return Redirect(f"/record/saved/{draft.event}")


def _next_code(db: Any) -> str:
    """A name for a source that nobody named: never a person's."""
    return f"S{how_many(db, 'source') + 1}"


def _all_taken(visit: Visit) -> Form:
    """The form with all that was found taken; where two can be meant, neither is."""
    form = {name: list(values) for name, values in visit.form.items()}
    story = Draft("", form).story
    shown = offers(visit.db, form, story, _today(visit), Wording(visit.language))
    for name, found in (("what", shown.acts), ("where", shown.places), ("doer", shown.doers)):
        form[name] = [each.value for each in found if each.words or each.taken]
    for name, found in (("when", shown.days), ("state", shown.states), ("way", shown.ways)):
        told = [each.value for each in found if each.words]
        if len(told) == 1 and not form.get(name):
            form[name] = told
    for card in shown.people:
        if card.words:
            at = f"who.{card.number}"
            form[f"{at}.take"] = ["on"]
            form[f"{at}.name"], form[f"{at}.role"] = [card.name], [card.role]
            form[f"{at}.words"] = [card.words]
            form[f"{at}.named"] = ["yes" if card.named else "no"]
            form.setdefault(f"{at}.is", [card.chosen])
    return form


def _alike(visit: Visit) -> Reply:
    """Who the name in a card may be, as it is typed."""
    number = visit.path["number"]
    name = visit.one(f"who.{number}.name")[:200]
    wording = Wording(visit.language)
    found = [somebody(each, wording) for each in likely(visit.db, name)] if len(name) > 2 else []
    return AlikePiece(number=number if number.isdigit() else "0", alike=found)


def _doers(visit: Visit) -> Reply:
    """Who the words for who did it may mean, as they are typed."""
    found = known(visit.db, visit.one(TYPED), Wording(visit.language))
    return DoersPiece(known=found, new=False, name=f"{TYPED}.entity")


ways = (
    get("/record", _begin),
    post("/record", _go_on),
    post("/record/draft", _keep),
    post("/record/alike/{number}", _alike),
    post("/record/doers", _doers),
    get("/record/{draft}", _story),
    post("/record/{draft}", _sent),
)
