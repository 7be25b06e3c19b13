"""The log of incidents: a quick entry, and what stands out when several come together.

Three of one kind within ten days, or one kind to two people, is no proof of anything. It is a
reason to look again at a threat, which is what it is offered for.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from panoh.casebook.index.reading import all_of, root_of, view_of
from panoh.casebook.own import own_earlier
from panoh.casebook.record import OWN, Case, Context, save, tell
from panoh.casebook.view import View
from panoh.model.dates import bounds
from panoh.model.instants import parse_instant
from panoh.model.kinds import Incident
from panoh.model.thesauri import INCIDENTS
from panoh.security.errors import IncidentEmpty, OutOfRange

#: So many of one kind, within so many days, stand out; so do so many people.
SEVERAL, PEOPLE, DAYS = 3, 2, 10
#: What ended longer ago than this is no news.
NEWS = timedelta(days=30)
GRAVE = 4

#: The threats an incident may be a sign of (terms of `THREATS`).
SIGN_OF: Mapping[str, tuple[str, ...]] = {
    "watched": ("located", "harmed", "removed"),
    "visit": ("family_pressed", "harmed"),
    "summons": ("family_pressed",),
    "call": ("family_pressed", "tricked"),
    "message_threat": ("harmed", "exposed"),
    "phishing": ("tricked", "account_taken", "device_spied"),
    "login_attempt": ("account_taken",),
    "malware_sign": ("device_spied",),
    "platform_warning": ("device_spied", "account_taken"),
    "device_taken": ("device_taken",),
    "doxxing": ("exposed", "located"),
    "smear": ("smeared",),
    "proxy_approach": ("informed_on", "tricked"),
    "consulate": ("family_pressed", "removed"),
    "document_refused": ("removed", "travel_stopped"),
    "notice": ("travel_stopped", "removed"),
    "relative_questioned": ("family_pressed",),
    "relative_held": ("family_pressed",),
    "property": ("harmed",),
    "assault": ("harmed",),
}


@dataclass(frozen=True, slots=True)
class Logged:
    """An incident as the log shows it: between which days it happened, to whom, how grave."""

    view: View
    types: frozenset[str]
    first: date
    last: date
    people: frozenset[str]
    severity: int

    @property
    def what(self) -> str:
        """What happened, in the words first told."""
        return next((str(told.value) for told in self.view.told("what")), "")

    @property
    def open(self) -> bool:
        """Whether nobody closed it."""
        return not any(told.value == "yes" for told in self.view.relied("closed"))


@dataclass(frozen=True, slots=True)
class Cluster:
    """Incidents of one kind that lie close together, and to how many people."""

    type: str
    incidents: tuple[Logged, ...]

    @property
    def people(self) -> frozenset[str]:
        """To whom they happened, as far as told."""
        return frozenset(each for logged in self.incidents for each in logged.people)

    @property
    def last(self) -> date:
        """The latest day of them."""
        return max(each.last for each in self.incidents)

    @property
    def signs_of(self) -> tuple[str, ...]:
        """The threats they may be a sign of."""
        return SIGN_OF.get(self.type, ())


def record_incident(case: Case, incident: Incident, context: Context = OWN) -> str:
    """Save an incident; returns its entity. Its kind and one sentence are all it needs."""
    if incident.type not in INCIDENTS.terms or not incident.what.strip():
        raise IncidentEmpty
    if not 0 <= incident.severity <= 5:
        raise OutOfRange
    statement = tell(case, incident, "", context)
    save(case, [statement])
    return statement.about


def add_to_incident(case: Case, about: str, incident: Incident) -> None:
    """Save more about an incident: what this member told before in these fields is replaced."""
    if not 0 <= incident.severity <= 5:
        raise OutOfRange
    statement = tell(case, incident, about)
    replaces = own_earlier(case, [view_of(case.vault.db, about)], statement.fields)
    save(case, [tell(case, incident, about, replaces=replaces)])


def incidents(db: Any) -> list[Logged]:
    """The log, the newest first."""
    logged = [_logged(db, view) for view in all_of(db, "incident")]
    return sorted(logged, key=lambda each: (each.last, each.first, each.view.root), reverse=True)


def _logged(db: Any, view: View) -> Logged:
    """What is told of it; an incident without a day counts on the day it was written down."""
    written = {told.statement.recorded for field in view.fields for told in view.told(field)}
    days = [parse_instant(each).date() for each in sorted(written)[:1]]
    spans = [bounds(told.value) for told in view.relied("when") if told.value]
    starts = [start for start, _ in spans if start] or [end for _, end in spans if end] or days
    ends = [end for _, end in spans if end] or [start for start, _ in spans if start] or days
    people = frozenset(
        root_of(db, each.entity) if each.entity else each.text.casefold().strip()
        for each in view.each("affected")
    )
    levels = [told.value for told in view.relied("severity") if 1 <= told.value <= 5]
    types = frozenset(told.value for told in view.relied("type"))
    return Logged(view, types, min(starts), max(ends), people - {""}, max(levels, default=0))


def clusters(logged: Iterable[Logged], today: date) -> list[Cluster]:
    """For each kind the newest incidents that stand out together, the newest first."""
    kinds: dict[str, list[Logged]] = defaultdict(list)
    for each in logged:
        for type_ in each.types:
            kinds[type_].append(each)
    found = (_newest(type_, each) for type_, each in kinds.items())
    news = [each for each in found if each and each.last >= today - NEWS]
    return sorted(news, key=lambda each: (each.last, each.type), reverse=True)


def _newest(type_: str, logged: list[Logged]) -> Cluster | None:
    """The newest group of one kind that stands out, if any does.

    A date told as a month may lie on any day of it: what can lie close together counts.
    """
    for end in sorted({each.last for each in logged}, reverse=True):
        start = end - timedelta(days=DAYS)
        near = [each for each in logged if each.first <= end and each.last >= start]
        cluster = Cluster(type_, tuple(near))
        if len(near) >= SEVERAL or len(cluster.people) >= PEOPLE:
            return cluster
    return None
