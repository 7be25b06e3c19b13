"""A person's file: names, ledger, what was done, why, kin, and where they were written about."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, ClassVar

from panoh.casebook.asking import kind_of_action
from panoh.casebook.doers import done_by
from panoh.casebook.due import reply_due
from panoh.casebook.index.reading import as_json, root_of, view_of, views_of
from panoh.casebook.ledger import ledger, silence
from panoh.casebook.naming import title, whole_names
from panoh.casebook.patience import choose_patience
from panoh.casebook.people import PersonFile, first_of_file, person_file
from panoh.casebook.states import PATIENCE, Entry, Silence
from panoh.casebook.view import View, disputes
from panoh.casebook.wording import Wording, title_of
from panoh.model.dates import PartialDate
from panoh.model.errors import PanohError
from panoh.model.messages import mark as _
from panoh.model.thesauri import RECIPIENTS, STATUSES
from panoh.web.forms.values.number import CODEC as NUMBER
from panoh.web.page import Page, Redirect, Reply
from panoh.web.people.facts import Fact, facts
from panoh.web.routes import get, post
from panoh.web.visit import Visit

#: So much of each part is shown at once; the rest is one link away.
SHOWN = 30


class NobodyHere(PanohError):
    """No person has this identifier."""

    code: ClassVar[str] = "nobody-here"
    message: ClassVar[str] = "Nobody is recorded under this address."
    hint: ClassVar[str] = "Look for the person by name in the search above."


@dataclass(frozen=True, slots=True)
class State:
    """One entry of the ledger as it is shown."""

    when: str
    state: str
    sources: str
    open: bool
    unsure: bool


@dataclass(frozen=True, slots=True)
class Done:
    """One act in a file: what, when, where, to or because of whom, and what is told of it."""

    root: str
    what: str
    when: str
    where: str
    whom: Sequence[tuple[str, str]]
    open: bool
    facts: Sequence[Fact]


@dataclass(frozen=True, slots=True)
class Sent:
    """Something sent or asked for this person: what, to whom, when; until when a reply is due."""

    root: str
    type: str
    recipient: str
    when: str
    state: str
    due: str
    late: bool


@dataclass(frozen=True, kw_only=True)
class PersonPage(Page):
    """Everything told about one person. The title of the page says no name."""

    template: ClassVar[str] = "people/person.html"
    title: ClassVar[str] = _("A person")
    area: ClassVar[str] = "people"
    root: str
    name: str
    names: Sequence[str]
    line: str
    facts: Sequence[Fact]
    ledger: Sequence[State]
    now: str
    contested: bool
    silence: Silence | None
    chosen: Sequence[int]
    done: Sequence[Done]
    because: Sequence[Done]
    did: Sequence[Done]
    kin: Mapping[str, tuple[str, str]]
    sent: Sequence[Sent]
    more: Mapping[str, int]


def _person(visit: Visit) -> Reply:
    db, words = visit.db, Wording(visit.language)
    root, most = root_of(db, visit.path["root"]), None if visit.query.get("all") else SHOWN
    file = first_of_file(db, root, most) if most else person_file(db, root)
    if file.person.kind != "person":
        raise NobodyHere
    book = ledger(file)
    kin = words.kin(db, file)
    did, did_left = done_by(db, root, most or -1)
    left = {
        "done": len(file.acts) - SHOWN,
        "because": file.because_left,
        "did": did_left,
        "kin": file.kin_left,
        "ledger": len(book.all) - SHOWN,
    }
    return PersonPage(
        root=file.person.root,
        name=title(file.person),
        names=whole_names(file.person)[1:],
        line=one_line(file, words),
        facts=facts(db, file.person, words, without=("names", PATIENCE)),
        ledger=[_state(db, entry, words) for entry in book.all[:most]],
        now=words.state(book.now),
        contested=book.contested,
        silence=silence(db, book, today()),
        chosen=sorted({told.value for told in file.person.told(PATIENCE)}),
        done=[_done(db, act, words, "pressured") for act in file.acts[:most]],
        because=[_done(db, act, words, "victim") for act in file.because_of],
        did=[_done(db, act, words, "victim") for act in did],
        kin={root: (title_of(db, root), what) for root, what in kin.items()},
        sent=list(_sent(db, file, words)),
        more=left if most else {},
    )


def _be_told(visit: Visit) -> Reply:
    """After how many days of silence somebody wants to be told of this person."""
    person = view_of(visit.db, visit.path["root"])
    if person.kind != "person":
        raise NobodyHere
    days = NUMBER.read({"": visit.one("days")}, visit.language)
    choose_patience(visit.case, person.root, days or 0)
    return Redirect(f"/people/{person.root}#ledger")


def today() -> date:
    """The day it is."""
    return datetime.now(UTC).date()


def one_line(file: PersonFile, words: Wording) -> str:
    """One line who this person is: when born, from where, what they do."""
    person = file.person
    born = [told for told in person.relied("born") if told.value]
    parts = [words.say(_("born {when}")).format(when=words.days(born))] if born else []
    parts.append(words.where(person))
    parts += dict.fromkeys(str(told.value) for told in person.told("occupation"))
    return " · ".join(filter(None, parts))


def _state(db: Any, entry: Entry, words: Wording) -> State:
    watched = entry.state in STATUSES.terms and STATUSES.terms[entry.state].watched
    return State(
        when=words.day(entry.when),
        state=words.state(entry.state),
        sources="; ".join(title_of(db, each) for each in entry.sources if each),
        open=watched,
        unsure=entry.when is None or not entry.when.edtf,
    )


def _done(db: Any, act: View, words: Wording, whom: str) -> Done:
    """An act; `whom` is the field whose people are named beside it."""
    named = [
        getattr(each, "entity", each)
        for told in act.told(whom)
        for each in (told.value if isinstance(told.value, tuple) else (told.value,))
    ]
    roots = dict.fromkeys(root_of(db, each) for each in named if each)
    return Done(
        root=act.root,
        what=words.kind(act),
        when=words.when(act),
        where=words.where(act),
        whom=[(root, title_of(db, root)) for root in roots],
        open=bool(disputes(act, lambda entity: root_of(db, entity))),
        facts=facts(db, act, words, without=("victim",)),
    )


def _sent(db: Any, file: PersonFile, words: Wording) -> Iterator[Sent]:
    """What was written about this person, to whom, in the order of the records."""
    rows = db.execute(
        "SELECT DISTINCT r.about FROM json_each(?) j JOIN reference r ON r.target = j.value"
        " WHERE r.kind = 'action' AND r.field = 'persons'",
        (as_json(file.person.entities),),
    )
    for action in views_of(db, [row[0] for row in list(rows)]):
        one = {name: str(told[0].value) for name, told in action.fields.items() if told}
        due = reply_due(action)
        yield Sent(
            root=action.root,
            type=words.say(kind_of_action(one.get("type", ""))),
            recipient=RECIPIENTS.label(one.get("recipient", ""), words.say),
            when=words.when(action),
            state=words.say(STATES.get(one.get("state", ""), one.get("state", ""))),
            due=words.day(PartialDate(due.isoformat())) if due else "",
            late=due is not None and due < today(),
        )


STATES = {"draft": _("draft"), "final": _("final")}
ways = (get("/people/{root}", _person), post("/people/{root}/patience", _be_told))
