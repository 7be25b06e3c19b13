"""Today: what needs somebody, in order. Each area says what; this page only sorts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from panoh.advocacy import todos as advocacy
from panoh.analysis import todos as analysis
from panoh.casebook import todos as casebook
from panoh.casebook.counts import Counts, count
from panoh.casebook.people import EVERYBODY, people
from panoh.casebook.wording import Wording
from panoh.emergency import todos as emergency
from panoh.intake import todos as intake
from panoh.legal import todos as legal
from panoh.model.dates import PartialDate
from panoh.model.messages import mark as _
from panoh.model.todo import Target, Todo, Urgency, order
from panoh.network import todos as network
from panoh.security import todos as security
from panoh.vault import Vault
from panoh.web.page import Page, Reply
from panoh.web.record import todos as drafts
from panoh.web.routes import get
from panoh.web.visit import Visit

Offer = Callable[[Vault, datetime], Sequence[Todo]]
#: Every area that wants people to look at something.
OFFERS: tuple[Offer, ...] = (
    casebook.todos,
    intake.todos,
    analysis.todos,
    legal.todos,
    drafts.todos,
    network.todos,
    emergency.todos,
    security.todos,
    advocacy.todos,
)
#: Where a todo leads, by the key of its target; with an entity, and without one.
PLACES: Mapping[str, tuple[str, str]] = {
    "people": ("/people/{entity}", "/people"),
    "silent": ("/people?among=silent", "/people?among=silent"),
    "disputed": ("/people?among=disputed", "/people?among=disputed"),
    "settle": ("/people/{entity}/settle", "/people"),
    "review": ("/review", "/review"),
    "import": ("/import", "/import"),
    "unread": ("/import/unread", "/import/unread"),
    "record": ("/record", "/record"),
    "network": ("/network/{entity}", "/network"),
    "security": ("/security/see/{entity}", "/security"),
    "emergency": ("/emergency/see/{entity}", "/emergency"),
    "checkins": ("/checkins/{entity}", "/checkins"),
    "publish": ("/publish/{entity}", "/publish"),
    "legal": ("/complaint?person={entity}", "/complaint"),
    "vault": ("/vault", "/vault"),
}
HEADINGS = {
    Urgency.NOW: _("Now"),
    Urgency.SOON: _("Soon"),
    Urgency.LATER: _("When there is time"),
}


@dataclass(frozen=True, slots=True)
class Task:
    """One todo in words: what, where it leads (empty: nowhere yet), until when, whether late."""

    text: str
    path: str
    due: str
    late: bool


@dataclass(frozen=True, kw_only=True)
class TodayPage(Page):
    """What needs somebody, by urgency, and how many people and acts are recorded."""

    template: ClassVar[str] = "today.html"
    title: ClassVar[str] = _("Today")
    area: ClassVar[str] = "today"
    counts: Counts
    tasks: Mapping[str, Sequence[Task]]
    recorded: bool


def _today(visit: Visit) -> Reply:
    now = visit.case.clock()
    found = sorted((todo for offer in OFFERS for todo in offer(visit.case.vault, now)), key=order)
    words = Wording(visit.language)
    return TodayPage(
        counts=count(visit.db),
        tasks={
            label: [_task(todo, words, now.date()) for todo in found if todo.urgency is urgency]
            for urgency, label in HEADINGS.items()
        },
        recorded=bool(people(visit.db, 1, among=EVERYBODY)),
    )


def _task(todo: Todo, words: Wording, today: date) -> Task:
    values = {name: _said(value, words) for name, value in todo.values.items()}
    return Task(
        text=words.say(todo.text).format(**values),
        path=_path(todo.target),
        due=_said(todo.due, words) if todo.due else "",
        late=todo.is_late(today),
    )


def _said(value: str | int | date, words: Wording) -> str:
    """A value in the reader's words; words of ours are said in their language."""
    if isinstance(value, date):
        return words.day(PartialDate(value.isoformat()))
    return words.say(value) if isinstance(value, str) else str(value)


def _path(target: Target) -> str:
    places = PLACES.get(target.area)
    return "" if places is None else places[not target.entity].format(entity=target.entity)


ways = (get("/today", _today),)
