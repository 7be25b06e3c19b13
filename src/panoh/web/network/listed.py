"""The own contacts: those whose key changed first, then by name; and those who want a look."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from panoh.model.messages import mark as _
from panoh.network import worries
from panoh.network.contacts import ContactFile, contacts
from panoh.network.keys import CHANGED
from panoh.network.worries import Laden, People
from panoh.web.chips import Chip, address
from panoh.web.network.finding import Choices
from panoh.web.network.row import Row, row_of
from panoh.web.page import Page, Reply
from panoh.web.routes import get
from panoh.web.visit import Visit


@dataclass(frozen=True, slots=True)
class Shared:
    """One number or address that stands with several contacts."""

    address: str
    who: Sequence[tuple[str, str]]


@dataclass(frozen=True, kw_only=True)
class NetworkPage(Page):
    """Everybody who can help, what leans on one of them, and the question who can help now."""

    template: ClassVar[str] = "network/list.html"
    title: ClassVar[str] = _("Network")
    area: ClassVar[str] = "network"
    rows: Sequence[Row]
    gone: Sequence[Row]
    chips: Sequence[Chip]
    among: str
    whole: int
    shared: Sequence[Shared]
    laden: Sequence[tuple[str, str, int]]
    choices: Choices


def _network(visit: Visit) -> Reply:
    now, known = visit.case.clock(), contacts(visit.db)
    still = [each for each in known if not each.has_left(now.date())]
    laden = worries.laden(visit.db, still)
    among = visit.query.get("among", "")
    among = among if among in CHIPS else EVERYBODY
    wanted = _among(among, still, laden, now.date())
    rows = [row_of(each, visit.language, now) for each in still if each.root in wanted]
    return NetworkPage(
        rows=sorted(rows, key=lambda row: row.key != CHANGED),
        gone=[row_of(each, visit.language, now) for each in known if each not in still],
        chips=[
            Chip(label, address("/network", among=key), key == among)
            for key, label in CHIPS.items()
        ],
        among=among,
        whole=len(still),
        shared=[
            Shared(each.address, [(who.root, who.name) for who in each.contacts])
            for each in worries.shared_addresses(still)
        ],
        laden=[(each.contact.root, each.contact.name, each.parts) for each in laden],
        choices=Choices.of(visit),
    )


def _among(among: str, still: People, laden: Sequence[Laden], today: date) -> set[str]:
    """The roots of those whom a filter shows."""
    found: dict[str, Iterable[ContactFile]] = {
        EVERYBODY: still,
        "changed": (each.contact for each in worries.changed_keys(still)),
        "silent": (each.contact for each in worries.silent(still, today)),
        "laden": (each.contact for each in laden),
        "unasked": worries.not_asked(still),
    }
    return {each.root for each in found[among]}


EVERYBODY = ""
CHIPS = {
    EVERYBODY: _("Everybody"),
    "changed": _("Key changed"),
    "silent": _("Not reached for 90 days"),
    "laden": _("More than two parts"),
    "unasked": _("Not asked to be listed"),
}
ways = (get("/network", _network),)
