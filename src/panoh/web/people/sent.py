"""What was sent or asked: until when a reply is awaited, asking again, and the replies."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from panoh.advocacy.answers import Answered, answers_to, note_answer
from panoh.casebook.asking import NoSuchAction, ask, ask_again, close, kind_of_action
from panoh.casebook.due import reply_due
from panoh.casebook.index.reading import root_of, view_of
from panoh.casebook.view import View
from panoh.casebook.wording import Wording, title_of
from panoh.model.dates import PartialDate
from panoh.model.errors import PanohError
from panoh.model.kinds import Action, Response
from panoh.model.messages import mark as _
from panoh.model.thesauri import RECIPIENTS
from panoh.web.forms import Entry, Fault, entries, read
from panoh.web.page import Page, Redirect, Reply
from panoh.web.people.person import STATES, NobodyHere
from panoh.web.routes import get, post
from panoh.web.visit import Visit

#: The fields of each form, in its order.
AGAIN = ("reply_due",)
REPLY = ("who", "body", "type", "when", "what", "link")
ASK = ("recipient", "note", "when", "reply_due")


@dataclass(frozen=True, kw_only=True)
class SentPage(Page):
    """One thing that was sent or asked; `due` is empty where nothing is awaited."""

    template: ClassVar[str] = "people/sent.html"
    title: ClassVar[str] = _("What was sent or asked")
    area: ClassVar[str] = "people"
    root: str
    what: str
    recipient: str
    when: str
    state: str
    note: str
    whom: Sequence[tuple[str, str]]
    due: str
    late: bool
    replies: Sequence[Answered]
    again: Entry
    reply: Sequence[Entry]
    faults: Sequence[Fault] = ()
    replying: bool = False


@dataclass(frozen=True, kw_only=True)
class AskedPage(Page):
    """Writing down that somebody was asked about a person."""

    template: ClassVar[str] = "people/asked.html"
    title: ClassVar[str] = _("Whom you asked")
    area: ClassVar[str] = "people"
    root: str
    name: str
    fields: dict[str, Entry]
    faults: Sequence[Fault] = ()


def again_field(language: str) -> Entry:
    """The field for the day on which to ask again, empty, for a page where something was given."""
    return entries("action", AGAIN, language)[0]


def _sent(visit: Visit) -> Reply:
    return _page(visit, _meant(visit))


def _meant(visit: Visit) -> View:
    view = view_of(visit.db, visit.path["root"])
    if view.kind != "action":
        raise NoSuchAction
    return view


def _page(
    visit: Visit, view: View, faults: Sequence[Fault] = (), *, replying: bool = False
) -> SentPage:
    words, language = Wording(visit.language), visit.language
    due, today = reply_due(view), visit.case.clock().date()
    sent = visit.form if faults else None
    return SentPage(
        root=view.root,
        what=_begun(words.say(kind_of_action(_first(view, "type")))),
        recipient=RECIPIENTS.label(_first(view, "recipient"), words.say),
        when=words.when(view),
        state=words.say(STATES.get(_first(view, "state"), _first(view, "state"))),
        note="\n".join(dict.fromkeys(str(told.value) for told in view.told("note"))),
        whom=_named(visit.db, view.each("persons")),
        due=words.day(PartialDate(due.isoformat())) if due else "",
        late=due is not None and due < today,
        replies=answers_to(visit.db, words, view.root),
        again=entries("action", AGAIN, language, form=sent, faults=faults)[0],
        reply=entries("response", REPLY, language, form=sent, faults=faults),
        faults=faults,
        replying=replying,
        status=422 if faults else 200,
    )


def _begun(words: str) -> str:
    """Words as they stand at the beginning of a line."""
    return words[:1].upper() + words[1:]


def _first(view: View, field: str) -> str:
    return next((str(told.value) for told in view.told(field) if told.value), "")


def _named(db: Any, entities: Sequence[str]) -> list[tuple[str, str]]:
    roots = dict.fromkeys(root_of(db, each) for each in entities)
    return [(root, title_of(db, root)) for root in roots]


def _again(visit: Visit) -> Reply:
    view = _meant(visit)
    told = read("action", AGAIN, visit.form, visit.language)
    if told.faults:
        return _page(visit, view, told.faults)
    try:
        ask_again(visit.case, view.root, told.values.get("reply_due") or PartialDate(""))
    except PanohError as error:
        return _page(visit, view, [Fault.of(error, "action.reply_due", _("Ask again by"))])
    return Redirect(f"/sent/{view.root}")


def _reply(visit: Visit) -> Reply:
    """A reply came; a day beside it is when to ask again."""
    view = _meant(visit)
    told = read("response", REPLY, visit.form, visit.language)
    again = read("action", AGAIN, visit.form, visit.language)
    if told.faults or again.faults:
        return _page(visit, view, (*told.faults, *again.faults), replying=True)
    record = Response(action=view.root, **told.values)
    try:
        note_answer(visit.case, record, again.values.get("reply_due"))
    except PanohError as error:
        fault = Fault.of(error, "action.reply_due", _("Ask again by"))
        return _page(visit, view, [fault], replying=True)
    return Redirect(f"/sent/{view.root}")


def _done(visit: Visit) -> Reply:
    view = _meant(visit)
    close(visit.case, view.root)
    return Redirect(f"/sent/{view.root}")


def _asked(visit: Visit) -> Reply:
    return _asking(visit)


def _asking(visit: Visit, faults: Sequence[Fault] = ()) -> AskedPage:
    person = view_of(visit.db, visit.path["root"])
    if person.kind != "person":
        raise NobodyHere
    form = visit.form if faults else None
    found = entries("action", ASK, visit.language, form=form, faults=faults)
    return AskedPage(
        root=person.root,
        name=title_of(visit.db, person.root),
        fields={entry.name.partition(".")[2]: entry for entry in found},
        faults=faults,
        status=422 if faults else 200,
    )


def _ask(visit: Visit) -> Reply:
    told = read("action", ASK, visit.form, visit.language)
    page = _asking(visit, told.faults)
    if told.faults:
        return page
    day = PartialDate(visit.case.clock().date().isoformat())
    action = Action(**{"when": day, **told.values}, persons=(page.root,))
    try:
        return Redirect(f"/sent/{ask(visit.case, action)}")
    except PanohError as error:
        return _asking(visit, [Fault.of(error, "action.reply_due", _("Ask again by"))])


ways = (
    get("/people/{root}/asked", _asked),
    post("/people/{root}/asked", _ask),
    get("/sent/{root}", _sent),
    post("/sent/{root}/again", _again),
    post("/sent/{root}/reply", _reply),
    post("/sent/{root}/done", _done),
)
