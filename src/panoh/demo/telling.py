"""What the example tells beside its lists: public events, sources, consents, the matter."""

from collections.abc import Mapping, Sequence
from typing import Any

from panoh.casebook.record import OWN, Case, Context, save, tell
from panoh.demo.files import read
from panoh.demo.rows import Taken
from panoh.model.dates import PartialDate
from panoh.model.ids import new_entity
from panoh.model.kinds import Consent, Event, Matter, Source
from panoh.model.places import Place
from panoh.model.statement import Statement


def tell_groups(case: Case) -> dict[str, str]:
    """The two fictional groups as sources; returns the entity of each by the letter of its list."""
    about, statements = {}, []
    for group in read("sources.json")["sources"]:
        about[group["list"]] = new_entity()
        record = Source(
            **{key: group[key] for key in _SOURCE if key in group},
            received=PartialDate(group["received"]),
        )
        statements.append(tell(case, record, about[group["list"]]))
    save(case, statements)
    return about


_SOURCE = (
    "code_name", "name", "connection", "reliability", "channel", "language", "citation",
    "described_as", "note",
)  # fmt: skip


def tell_events(case: Case) -> None:
    """The public events, each told by the publications that report it."""
    told = read("events.json")
    publications = {each["id"]: (new_entity(), each) for each in told["publications"]}
    events = {each["id"]: new_entity() for each in told["events"]}
    statements = [tell(case, _publication(each), entity) for entity, each in publications.values()]
    for event in told["events"]:
        for said in event["sources"]:
            context = Context(publications[said["publication"]][0], "en")
            record = _event(event, events, said["says"])
            statements.append(tell(case, record, events[event["id"]], context))
    save(case, statements)


def _publication(each: Mapping[str, Any]) -> Source:
    return Source(
        name=each["publisher"],
        code_name=each["publisher"],
        connection="media",
        channel="web",
        citation="name",
        received=PartialDate(each["verified_on"]),
        note=f"{each['title']}, {each['url']} ({each['verified_how']})",
    )


def _event(event: Mapping[str, Any], events: Mapping[str, str], says: str) -> Event:
    return Event(
        title=event["title"],
        type=event["type"],
        when=PartialDate(event["when"]),
        places=tuple(Place(text=text) for text in event["places"]),
        follows=events.get(event["follows"], ""),
        note=says,
    )


def tell_consents(case: Case, taken: Taken, exiles: Mapping[str, str]) -> None:
    """The consents of the example; whoever is not named there has given none."""
    save(case, [_consent(case, taken, exiles, each) for each in read("consents.json")["consents"]])


def _consent(
    case: Case, taken: Taken, exiles: Mapping[str, str], each: Mapping[str, Any]
) -> Statement:
    who = each["person"]
    person = exiles[who["exile"]] if "exile" in who else taken.harmed(case.vault.db, who)
    days: dict[str, Any] = {
        key: PartialDate(each[key]) for key in ("when", "withdrawn") if each.get(key)
    }
    record = Consent(
        person=person,
        what=tuple(each["what"]),
        uses=tuple(each["uses"]),
        **{key: each[key] for key in _CONSENT if key in each},
        **days,
    )
    return tell(case, record)


_CONSENT = (
    "given_by", "answer", "recipient", "how", "guardian", "child_asked", "note",
)  # fmt: skip


def tell_matter(case: Case, persons: Sequence[str]) -> str:
    """The matter of the example for these persons; returns its entity."""
    told = dict(read("case.json")["matter"])
    if "categories" in told:
        told["categories"] = tuple(told["categories"])
    about = new_entity()
    save(case, [tell(case, Matter(persons=tuple(persons), **told), about, OWN)])
    return about
