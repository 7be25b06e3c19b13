"""The kinds of record: each a struct whose fields are described once, with its version."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from panoh.model.kinds.act import Act
from panoh.model.kinds.alarm import Alarm, Done, Drill
from panoh.model.kinds.consent import Consent
from panoh.model.kinds.contact import Channel, Contact, Reach
from panoh.model.kinds.event import Event
from panoh.model.kinds.field import Field, FieldSpec, describe
from panoh.model.kinds.group import Group
from panoh.model.kinds.incident import Incident
from panoh.model.kinds.item import Item, Part
from panoh.model.kinds.judging import Assessment, Judgement, Retraction
from panoh.model.kinds.link import Link
from panoh.model.kinds.matter import Action, Matter
from panoh.model.kinds.order import Order, Sent
from panoh.model.kinds.person import Person
from panoh.model.kinds.plan import Account, CodeWord, HardDate, Plan, Role, Rung, Task
from panoh.model.kinds.row import Layout, Row
from panoh.model.kinds.safety import Device, Evidence, Finding, Measure, Profile
from panoh.model.kinds.source import Source
from panoh.model.kinds.status import Status
from panoh.model.kinds.threat import Capacity, Impact, Threat
from panoh.model.kinds.values import Cell, IdentityDocument, Mention, Perpetrator
from panoh.model.kinds.voice import Occasion, Publication, Response, SignOn, Text

__all__ = [
    "KINDS",
    "Account",
    "Act",
    "Action",
    "Alarm",
    "Assessment",
    "Capacity",
    "Cell",
    "Channel",
    "CodeWord",
    "Consent",
    "Contact",
    "Device",
    "Done",
    "Drill",
    "Event",
    "Evidence",
    "Field",
    "FieldSpec",
    "Finding",
    "Group",
    "HardDate",
    "IdentityDocument",
    "Impact",
    "Incident",
    "Item",
    "Judgement",
    "KindSpec",
    "Layout",
    "Link",
    "Matter",
    "Measure",
    "Mention",
    "Occasion",
    "Order",
    "Part",
    "Perpetrator",
    "Person",
    "Plan",
    "Profile",
    "Publication",
    "Reach",
    "Response",
    "Retraction",
    "Role",
    "Row",
    "Rung",
    "Sent",
    "SignOn",
    "Source",
    "Status",
    "Task",
    "Text",
    "Threat",
    "kind_of",
    "references",
    "upcast",
]

Fields = dict[str, msgspec.Raw]


@dataclass(frozen=True, slots=True)
class KindSpec:
    """A kind: its name on the wire, its version, its struct and its fields.

    `upcasts[n]` turns the fields of version n into those of version n + 1.
    """

    name: str
    version: int
    struct: type[msgspec.Struct]
    fields: Mapping[str, FieldSpec]
    upcasts: Mapping[int, Callable[[Fields], Fields]]


def _spec(name: str, struct: type[msgspec.Struct]) -> KindSpec:
    return KindSpec(name, 1, struct, describe(struct), {})


#: Every kind this version knows, by its name on the wire. A name is never given a new meaning.
KINDS: Mapping[str, KindSpec] = {
    spec.name: spec
    for spec in (
        _spec("person", Person),
        _spec("group", Group),
        _spec("link", Link),
        _spec("event", Event),
        _spec("act", Act),
        _spec("status", Status),
        _spec("source", Source),
        _spec("item", Item),
        _spec("consent", Consent),
        _spec("judgement", Judgement),
        _spec("assessment", Assessment),
        _spec("retraction", Retraction),
        _spec("row", Row),
        _spec("layout", Layout),
        _spec("matter", Matter),
        _spec("action", Action),
        _spec("threat", Threat),
        _spec("incident", Incident),
        _spec("profile", Profile),
        _spec("measure", Measure),
        _spec("finding", Finding),
        _spec("contact", Contact),
        _spec("channel", Channel),
        _spec("reach", Reach),
        _spec("plan", Plan),
        _spec("role", Role),
        _spec("task", Task),
        _spec("alarm", Alarm),
        _spec("done", Done),
        _spec("drill", Drill),
        _spec("order", Order),
        _spec("sent", Sent),
        _spec("publication", Publication),
        _spec("sign_on", SignOn),
        _spec("response", Response),
        _spec("occasion", Occasion),
    )
}

_NAMES = {spec.struct: spec.name for spec in KINDS.values()}


def kind_of(record: msgspec.Struct) -> KindSpec:
    """The kind that a struct belongs to."""
    return KINDS[_NAMES[type(record)]]


def upcast(kind: str, version: int, fields: Fields) -> Fields:
    """The fields as the newest version of the kind has them; unknown kinds pass untouched."""
    spec = KINDS.get(kind)
    while spec is not None and version < spec.version:
        fields = spec.upcasts[version](fields)
        version += 1
    return fields


def references(spec: FieldSpec, value: Any) -> tuple[str, ...]:
    """The entities that a decoded value names."""
    if spec.note.ref:
        return tuple(value) if spec.many else (value,) if value else ()
    if hasattr(spec.value_type, "entity"):
        return tuple(each.entity for each in value if each.entity)
    return ()
