"""Events: what happened in the order of time, and one event by itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from markupsafe import Markup

from panoh.analysis.drawing.reprisals import day, describe, draw
from panoh.analysis.reprisals import WINDOW, Span, busiest, reprisals
from panoh.casebook.index.reading import view_of
from panoh.casebook.timeline import MOMENTS, Moment, how_many_moments, timeline, years
from panoh.casebook.view import View
from panoh.casebook.wording import Wording, title_of
from panoh.model.errors import PanohError
from panoh.model.languages import LANGUAGES
from panoh.model.messages import mark as _
from panoh.web.chips import Chip, address
from panoh.web.page import Page, Reply
from panoh.web.people.facts import Fact, facts
from panoh.web.routes import get
from panoh.web.visit import Visit

ROWS = 50
#: The words of the filters, in the order they stand.
KINDS = {"": _("Everything"), "event": _("Events"), "act": _("Acts"), "status": _("Observations")}


class NothingHere(PanohError):
    """No event or act has this identifier."""

    code: ClassVar[str] = "nothing-here"
    message: ClassVar[str] = "Nothing is recorded under this address."
    hint: ClassVar[str] = "Look for it in the list of events."


@dataclass(frozen=True, slots=True)
class Row:
    """One moment: when, what, to whom; where it is shown; whether sources differ."""

    when: str
    what: str
    kind: str
    path: str
    who: str
    who_root: str
    where: str
    open: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """The drawing of one window of days, the events numbered in it, and the windows beside it."""

    svg: Markup
    words: str
    triggers: Sequence[tuple[str, str, str]]
    outside: int
    earlier: str
    later: str


@dataclass(frozen=True, kw_only=True)
class EventsPage(Page):
    """So many moments after `first` others, of `whole`; undated ones come last."""

    template: ClassVar[str] = "events/list.html"
    title: ClassVar[str] = _("Events")
    area: ClassVar[str] = "events"
    rows: Sequence[Row]
    kinds: Sequence[Chip]
    years: Sequence[Chip]
    kind: str
    year: int
    first: int
    whole: int
    picture: Picture | None

    @property
    def back(self) -> str:
        """The page before this one, if there is one."""
        return _path(self.kind, self.year, max(0, self.first - ROWS)) if self.first else ""

    @property
    def next(self) -> str:
        """The page after this one, if there is one."""
        last = self.first + len(self.rows)
        return _path(self.kind, self.year, last) if last < self.whole else ""


@dataclass(frozen=True, kw_only=True)
class OnePage(Page):
    """One event: what is told of it."""

    template: ClassVar[str] = "events/one.html"
    title: ClassVar[str] = _("What happened")
    area: ClassVar[str] = "events"
    name: str
    facts: Sequence[Fact]


def _events(visit: Visit) -> Reply:
    first, words = visit.number("after"), Wording(visit.language)
    begun = years(visit.db)
    kind, year = visit.query.get("kind", ""), visit.number("year")
    kind, year = kind if kind in MOMENTS else "", year if year in begun else 0
    moments = timeline(visit.db, "", ROWS, first, kind=kind, year=year)
    return EventsPage(
        rows=[_row(visit.db, moment, words) for moment in moments],
        kinds=[Chip(label, _path(each, year), each == kind) for each, label in KINDS.items()],
        years=[
            Chip(label, _path(kind, each), each == year)
            for each, label in ((0, _("All years")), *((each, str(each)) for each in begun))
        ],
        kind=kind,
        year=year,
        first=first,
        whole=how_many_moments(visit.db, kind=kind, year=year),
        picture=None if first or kind or year else _picture(visit),
    )


def _path(kind: str, year: int, after: int = 0) -> str:
    """The address of a list: codes and numbers, never words."""
    return address("/events", kind=kind, year=year, after=after)


def _picture(visit: Visit) -> Picture | None:
    window = _window(visit)
    if window is None:
        return None
    found = reprisals(visit.db, window)
    beside = [(window.first + step).isoformat() for step in (-WINDOW, WINDOW)]
    language = LANGUAGES[visit.language]
    return Picture(
        svg=Markup(draw(found, visit.language, right_to_left=language.direction == "rtl")),  # noqa: S704
        words=describe(found, visit.language),
        triggers=[
            (each.root, day(each.span.first, visit.language), each.title) for each in found.triggers
        ],
        outside=found.outside,
        earlier=f"/events?from={beside[0]}",
        later=f"/events?from={beside[1]}",
    )


def _window(visit: Visit) -> Span | None:
    """The days asked for, or those in which most was done."""
    try:
        first = date.fromisoformat(visit.query.get("from", ""))
        return Span(first, first + WINDOW)
    except (ValueError, OverflowError):
        return busiest(visit.db)


def _row(db: Any, moment: Moment, words: Wording) -> Row:
    view = moment.view
    place = "events" if view.kind == "event" else "acts"
    return Row(
        when=words.when(view),
        what=words.what(moment) or words.say(_("(no title)")),
        kind=view.kind,
        path=f"/{place}/{view.root}" if view.kind in ("event", "act") else "",
        who=title_of(db, moment.subject) if moment.subject else "",
        who_root=moment.subject,
        where=words.where(view),
        open=bool(moment.disputes),
    )


def _event(visit: Visit) -> Reply:
    view, words = of_kind(visit, "event"), Wording(visit.language)
    titles = dict.fromkeys(str(told.value) for told in view.told("title"))
    return OnePage(
        name=" / ".join(titles) or words.say(_("(no title)")),
        facts=facts(visit.db, view, words),
    )


def of_kind(visit: Visit, kind: str) -> View:
    """The record in the address, if it is of this kind; raises NothingHere."""
    view = view_of(visit.db, visit.path["root"])
    if view.kind != kind:
        raise NothingHere
    return view


ways = (
    get("/events", _events),
    get("/events/{root}", _event),
)
