"""Finding help now: public organisations without unlocking; the own contacts beside them if open.

What is asked for travels in a form that is sent: browsers remember addresses.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import ClassVar

from panoh.model.messages import mark as _
from panoh.model.thesauri import NEEDS
from panoh.network import wording
from panoh.network.directory import help_for, organisations
from panoh.network.finding import who_can
from panoh.network.telling import adopt
from panoh.web.network.organisation import Shown, shown
from panoh.web.network.row import Row, row_of
from panoh.web.network.words import spoken
from panoh.web.page import Page, Redirect, Reply
from panoh.web.routes import get, post
from panoh.web.visit import Visit


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody looks for; only codes of our lists get here."""

    need: str = ""
    language: str = ""
    country: str = ""

    @classmethod
    def of(cls, visit: Visit) -> "Asked":
        """The question that was sent."""
        need, country = visit.one("need"), visit.one("country").upper()
        language = visit.one("tongue")
        return cls(
            need if need in NEEDS.terms else "",
            language if language in spoken(visit.language) else "",
            country if country in wording.countries(visit.language) else "",
        )


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be asked for, in the reader's words."""

    needs: Mapping[str, str]
    tongues: Mapping[str, str]
    countries: Mapping[str, str]

    @classmethod
    def of(cls, visit: Visit) -> "Choices":
        """For this reader."""
        needs = {code: visit.say(term.label) for code, term in NEEDS.terms.items()}
        return cls(needs, spoken(visit.language), wording.countries(visit.language))


@dataclass(frozen=True, kw_only=True)
class FindPage(Page):
    """The question, and once it is asked who can help. `own` is empty where the vault is closed."""

    template: ClassVar[str] = "network/find.html"
    title: ClassVar[str] = _("Find help now")
    area: ClassVar[str] = "network"
    asked: Asked
    choices: Choices
    first: str = wording.FIRST
    own: Sequence[Row] = ()
    found: Sequence[Shown] = ()
    to: str = "/help"


def _ask(visit: Visit) -> Reply:
    return FindPage(asked=Asked(), choices=Choices.of(visit))


def _find(visit: Visit) -> Reply:
    """Public organisations; nothing of the vault."""
    asked = Asked.of(visit)
    return FindPage(asked=asked, found=_public(visit, asked), choices=Choices.of(visit))


def _find_all(visit: Visit) -> Reply:
    """The own contacts who can help, and public organisations."""
    asked, now = Asked.of(visit), visit.case.clock()
    offers = (
        who_can(visit.db, asked.need, now, language=asked.language, country=asked.country)
        if asked.need
        else []
    )
    return FindPage(
        asked=asked,
        own=[row_of(offer.contact, visit.language, now) for offer in offers],
        found=_public(visit, asked),
        to="/network/find",
        choices=Choices.of(visit),
    )


def _public(visit: Visit, asked: Asked) -> list[Shown]:
    if not asked.need:
        return []
    today = datetime.now(UTC).date()
    found = help_for(asked.need, language=asked.language, country=asked.country)
    return [shown(each, visit.language, today) for each in found]


def _adopt(visit: Visit) -> Reply:
    """Take an organisation into the vault as a contact."""
    chosen = [each for each in organisations() if each.id == visit.one("organisation")]
    if not chosen:
        return Redirect("/network")
    return Redirect(f"/network/{adopt(visit.case, chosen[0])}")


ways = (
    get("/help", _ask, open=False),
    post("/help", _find, open=False),
    post("/network/find", _find_all),
    post("/network/adopt", _adopt),
)
