"""Adding a contact: a name is enough; the rest may wait."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from panoh.model.dates import PartialDate
from panoh.model.errors import PanohError
from panoh.model.hours import HoursUnreadable
from panoh.model.messages import mark as _
from panoh.model.thesauri import ANSWERS, CHANNELS, CONTACT_TYPES, NEEDS, TRUST
from panoh.network import wording
from panoh.network.errors import NetworkError
from panoh.network.telling import Way, add_contact
from panoh.web.network.words import spoken, zones
from panoh.web.page import Page, Redirect, Reply
from panoh.web.routes import get, post
from panoh.web.visit import Visit

#: So many ways to somebody can be given at once; more on their page.
WAYS = 3
_LINES = ("zone", "hours")
_WORDS = ("limits", "conditions", "vouched_by", "note")


@dataclass(frozen=True, kw_only=True)
class AddPage(Page):
    """The form. `form` is what was sent already, `refused` why it was not saved."""

    template: ClassVar[str] = "network/add.html"
    title: ClassVar[str] = _("Add a contact")
    area: ClassVar[str] = "network"
    form: Mapping[str, Sequence[str]]
    lists: Mapping[str, Mapping[str, str]]
    zones: Sequence[str]
    slots: int = WAYS
    refused: PanohError | None = None
    nameless: bool = False


def _new(visit: Visit) -> Reply:
    return _page(visit)


def _page(visit: Visit, *, refused: PanohError | None = None, nameless: bool = False) -> AddPage:
    kinds = {
        "type": CONTACT_TYPES,
        "helps": NEEDS,
        "way": CHANNELS,
        "trust": TRUST,
        "listed": ANSWERS,
    }
    lists: dict[str, Mapping[str, str]] = {
        name: {code: visit.say(term.label) for code, term in kind.terms.items()}
        for name, kind in kinds.items()
    }
    lists["tongue"] = spoken(visit.language)
    lists["country"] = wording.countries(visit.language)
    return AddPage(
        form=visit.form,
        lists=lists,
        zones=zones(),
        refused=refused,
        nameless=nameless,
        status=422 if refused or nameless else 200,
    )


def _add(visit: Visit) -> Reply:
    names = [each.strip() for each in visit.form.get("name", ()) if each.strip()]
    if not names:
        return _page(visit, nameless=True)
    try:
        about = add_contact(visit.case, names, list(_ways(visit)), **_fields(visit))
    except (NetworkError, HoursUnreadable) as error:
        return _page(visit, refused=error)
    return Redirect(f"/network/{about}")


def _ways(visit: Visit) -> Iterator[Way]:
    """The ways given, in their order; an address without a channel is kept as not known."""
    for number in range(1, WAYS + 1):
        type_, address = visit.one(f"way{number}"), visit.one(f"address{number}")
        if address:
            yield Way(type_ or "unknown", address)


def _fields(visit: Visit) -> dict[str, Any]:
    """The fields that were filled in."""
    told: dict[str, Any] = {name: visit.one(name) for name in (*_LINES, "type", "trust", "listed")}
    told |= {name: visit.one(name).replace("\r\n", "\n") for name in _WORDS}
    told["country"] = visit.one("country").upper()
    told["helps"] = tuple(visit.form.get("helps", ()))
    told["languages"] = tuple(
        each for each in visit.form.get("tongue", ()) if each in spoken(visit.language)
    )
    if told["listed"]:
        told["listed_on"] = PartialDate(visit.case.clock().date().isoformat())
    return {name: value for name, value in told.items() if value}


ways = (get("/network/new", _new), post("/network/new", _add))
