"""Incidents: written down in a minute, added to later, and what stands out when several come."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from panoh.casebook.index.reading import root_of
from panoh.casebook.wording import DIFFERS, Wording
from panoh.model.dates import PartialDate, parse_date
from panoh.model.errors import PanohError
from panoh.model.kinds import Incident, Mention
from panoh.model.messages import mark as _
from panoh.model.thesauri import INCIDENTS, THREATS
from panoh.security.errors import NoSuchIncident
from panoh.security.incidents import (
    Cluster,
    Logged,
    add_to_incident,
    clusters,
    incidents,
    record_incident,
)
from panoh.web.page import Page, Redirect, Reply
from panoh.web.people.facts import Fact, facts
from panoh.web.routes import get, post
from panoh.web.visit import Visit

#: What a quick entry leaves out, in the order in which it is asked for.
MORE = (
    "online", "witnesses", "guess", "done", "reported", "next_step", "care", "lessons", "note",
)  # fmt: skip
_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Several:
    """Incidents of one kind close together: how many, to how many people, a sign of what."""

    kind: str
    count: int
    people: int
    signs: Sequence[str]


@dataclass(frozen=True, slots=True)
class Row:
    """One incident of the log."""

    root: str
    kind: str
    when: str
    what: str
    severity: int
    open: bool


@dataclass(frozen=True, kw_only=True)
class IncidentsPage(Page):
    """The quick entry and the log. `form` is what was typed, `refused` why it was not saved."""

    template: ClassVar[str] = "security/incidents.html"
    title: ClassVar[str] = _("Incidents")
    area: ClassVar[str] = "security"
    kinds: Mapping[str, str]
    rows: Sequence[Row]
    several: Sequence[Several]
    today: str
    form: Mapping[str, Sequence[str]]
    refused: PanohError | None = None


@dataclass(frozen=True, kw_only=True)
class IncidentPage(Page):
    """One incident: what is told of it, and more to say."""

    template: ClassVar[str] = "security/incident.html"
    title: ClassVar[str] = _("An incident")
    area: ClassVar[str] = "security"
    row: Row
    facts: Sequence[Fact]
    signs: Sequence[str]
    form: Mapping[str, Sequence[str]]
    refused: PanohError | None = None


def several(found: Iterable[Cluster]) -> list[Several]:
    """What stands out, in msgids."""
    return [
        Several(
            kind=INCIDENTS.terms[each.type].label if each.type in INCIDENTS.terms else each.type,
            count=len(each.incidents),
            people=len(each.people),
            signs=[THREATS.terms[code].label for code in each.signs_of],
        )
        for each in found
    ]


def _log(visit: Visit) -> Reply:
    return _page(visit)


def _page(visit: Visit, refused: PanohError | None = None) -> IncidentsPage:
    logged, today = incidents(visit.db), visit.case.clock().date()
    return IncidentsPage(
        kinds={code: visit.say(term.label) for code, term in INCIDENTS.terms.items()},
        rows=[_row(each, Wording(visit.language)) for each in logged],
        several=several(clusters(logged, today)),
        today=Wording(visit.language).day(PartialDate(today.isoformat())),
        form=visit.form,
        refused=refused,
        status=422 if refused else 200,
    )


def _row(each: Logged, words: Wording) -> Row:
    kinds = (INCIDENTS.label(code, words.say) for code in sorted(each.types))
    return Row(
        root=each.view.root,
        kind=DIFFERS.join(kinds),
        when=words.when(each.view),
        what=each.what,
        severity=each.severity,
        open=each.open,
    )


def _write(visit: Visit) -> Reply:
    """Save a quick entry: its kind and one sentence are enough."""
    who = [each.strip() for each in visit.one("affected").split(",")]
    try:
        record = Incident(
            type=visit.one("type"),
            what=_text(visit, "what"),
            words=_text(visit, "words"),
            when=_when(visit.one("when"), visit, visit.case.clock().date()),
            affected=tuple(Mention(text=name) for name in who if name),
            severity=_level(visit.one("severity")),
        )
        root = record_incident(visit.case, record)
    except PanohError as error:
        return _page(visit, error)
    return Redirect(f"/security/incidents/{root}")


def _text(visit: Visit, name: str) -> str:
    return visit.one(name).replace("\r\n", "\n")[:_LONGEST]


def _when(typed: str, visit: Visit, today: date) -> PartialDate:
    return parse_date(typed, visit.language) if typed else PartialDate(today.isoformat())


def _level(typed: str) -> int:
    return int(typed) if typed in ("1", "2", "3", "4", "5") else 0


def _one(visit: Visit) -> Reply:
    return _told(visit, _meant(visit))


def _meant(visit: Visit) -> Logged:
    root = root_of(visit.db, visit.path["root"])
    found = [each for each in incidents(visit.db) if each.view.root == root]
    if not found:
        raise NoSuchIncident(count=0)
    return found[0]


def _told(visit: Visit, each: Logged, refused: PanohError | None = None) -> IncidentPage:
    words = Wording(visit.language)
    signs = {code for type_ in each.types for code in Cluster(type_, ()).signs_of}
    return IncidentPage(
        row=_row(each, words),
        facts=facts(visit.db, each.view, words, without=("type", "what")),
        signs=[term.label for code, term in THREATS.terms.items() if code in signs],
        form=visit.form,
        refused=refused,
        status=422 if refused else 200,
    )


def _add(visit: Visit) -> Reply:
    """Say more, or close it; an empty field says nothing."""
    each = _meant(visit)
    told: dict[str, Any] = {name: _text(visit, name) for name in MORE if visit.one(name)}
    try:
        if visit.one("due"):
            told["due"] = parse_date(visit.one("due"), visit.language)
        if visit.one("severity"):
            told["severity"] = _level(visit.one("severity"))
        if visit.one("closed") in ("yes", "no"):
            told["closed"] = visit.one("closed")
        if told:
            add_to_incident(visit.case, each.view.root, Incident(**told))
    except PanohError as error:
        return _told(visit, each, error)
    return Redirect(f"/security/incidents/{each.view.root}")


ways = (
    get("/security/incidents", _log),
    post("/security/incidents", _write),
    get("/security/incidents/{root}", _one),
    post("/security/incidents/{root}", _add),
)
