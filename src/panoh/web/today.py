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
from panoh.model.messages import fill
from panoh.model.messages import mark as _
from panoh.model.todo import Target, Todo, Urgency, order
from panoh.network import todos as network
from panoh.security import todos as security
from panoh.vault import Vault
from panoh.web.areas import AREAS, Area
from panoh.web.page import Page, Reply
from panoh.web.record import todos as drafts
from panoh.web.routes import get
from panoh.web.visit import Visit

_AREAS = {area.key: area for area in AREAS}
#: So many things of one area are shown at once.
SHOWN = 5
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
    "sent": ("/sent/{entity}", "/people"),
    "publish": ("/publish/{entity}", "/publish"),
    "legal": ("/complaint?person={entity}", "/legal"),
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


@dataclass(frozen=True, slots=True)
class Group:
    """What one area wants at one urgency: the first of it, and the others in a fold."""

    area: Area
    tasks: Sequence[Task]

    @property
    def first(self) -> Sequence[Task]:
        """What stands on the page at once. One line is not worth hiding."""
        return self.tasks if len(self.tasks) <= SHOWN + 1 else self.tasks[:SHOWN]

    @property
    def others(self) -> Sequence[Task]:
        """What comes after the first."""
        return self.tasks[len(self.first) :]


@dataclass(frozen=True, kw_only=True)
class TodayPage(Page):
    """What needs somebody, by urgency and area, and how many people and acts are recorded."""

    template: ClassVar[str] = "today.html"
    title: ClassVar[str] = _("Today")
    area: ClassVar[str] = "today"
    counts: Counts
    groups: Mapping[str, Sequence[Group]]
    recorded: bool


def _today(visit: Visit) -> Reply:
    now = visit.case.clock()
    found = sorted((todo for offer in OFFERS for todo in offer(visit.case.vault, now)), key=order)
    words = Wording(visit.language)
    return TodayPage(
        counts=count(visit.db),
        groups={
            label: _groups([each for each in found if each.urgency is urgency], words, now.date())
            for urgency, label in HEADINGS.items()
        },
        recorded=bool(people(visit.db, 1, among=EVERYBODY)),
    )


def _groups(found: Sequence[Todo], words: Wording, today: date) -> list[Group]:
    """The areas in the order in which each is first met, and what each wants."""
    areas: dict[str, list[Task]] = {}
    for todo in found:
        areas.setdefault(todo.area, []).append(_task(todo, words, today))
    return [Group(_AREAS.get(key, _AREAS[TodayPage.area]), tasks) for key, tasks in areas.items()]


def _task(todo: Todo, words: Wording, today: date) -> Task:
    values = {name: _said(value, words) for name, value in todo.values.items()}
    return Task(
        text=fill(words.language, todo.text, values),
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
