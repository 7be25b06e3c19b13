"""The own contacts: those whose key changed first, then by name."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from panoh.model.messages import mark as _
from panoh.network import worries
from panoh.network.contacts import contacts
from panoh.network.keys import CHANGED
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
    shared: Sequence[Shared]
    laden: Sequence[tuple[str, str, int]]
    choices: Choices


def _network(visit: Visit) -> Reply:
    now, known = visit.case.clock(), contacts(visit.db)
    rows = [row_of(each, visit.language, now) for each in known]
    still = [each for each in known if not each.has_left(now.date())]
    return NetworkPage(
        rows=sorted((row for row in rows if not row.left), key=lambda row: row.key != CHANGED),
        gone=[row for row in rows if row.left],
        shared=[
            Shared(each.address, [(who.root, who.name) for who in each.contacts])
            for each in worries.shared_addresses(still)
        ],
        laden=[
            (each.contact.root, each.contact.name, each.parts)
            for each in worries.laden(visit.db, still)
        ],
        choices=Choices.of(visit),
    )


ways = (get("/network", _network),)
