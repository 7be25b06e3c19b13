"""Making a card or paper in memory: set as PDF and as pictures, and read by the consent gate."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from panoh.casebook.consent.gate import inspect
from panoh.casebook.record import Case
from panoh.emergency.cards import contact_sheet, content, plan_paper
from panoh.emergency.cards.family import family_card
from panoh.emergency.cards.giving import (
    CONTACTS,
    FAMILY,
    HOME_PLAN,
    PLAN,
    WALLET,
    may_tell_health,
    outgoing,
    use_of,
)
from panoh.emergency.cards.wallet import wallet_card
from panoh.emergency.errors import NothingToShow
from panoh.emergency.paper.draw import Sheet, pdf, pictures
from panoh.emergency.plan.blocks import HOME
from panoh.emergency.plan.reading import PlanFile, plan
from panoh.emergency.plan.wording import Reader
from panoh.model.languages import LANGUAGES
from panoh.model.messages import translator
from panoh.network.contacts import contact, helping
from panoh.web.emergency.held import Paper


@dataclass(frozen=True, slots=True)
class Asked:
    """Which paper, of which plan, in which language, and what stands on it."""

    paper: str
    plan: str = ""
    language: str = "en"
    names: bool = False
    code: bool = False
    helps: str = ""
    country: str = ""
    call: tuple[str, ...] = ()


def make(case: Case, asked: Asked) -> Paper:
    """The paper; raises NothingToShow, NotOnFamilyCard, and what drawing raises."""
    day = case.clock().date()
    if asked.paper == CONTACTS:
        return _finished(case, asked, CONTACTS, _contacts(case, asked, day), (), without=False)
    found = plan(case.vault.db, asked.plan)
    if not found.view.fields:
        raise NothingToShow
    paper = _kind(asked, found)
    health = may_tell_health(case, paper, found.person)
    sheet = _sheet(case, asked, paper, found, day, health=health)
    persons = (found.person,) if found.person else ()
    without = bool(found.text("medical")) and not health
    return _finished(case, asked, paper, sheet, persons, without=without)


def _kind(asked: Asked, found: PlanFile) -> str:
    """A plan on paper is one of two; a card is what its plan is for."""
    if asked.paper == PLAN:
        return HOME_PLAN if found.side == HOME else PLAN
    return FAMILY if found.side == HOME else WALLET


def _sheet(
    case: Case, asked: Asked, paper: str, found: PlanFile, day: date, *, health: bool
) -> Sheet:
    if paper in (PLAN, HOME_PLAN):
        return plan_paper.sheet_of(_reader(case, asked), found, day, health=health)
    if paper == WALLET:
        card = wallet_card(
            found, asked.language, day, named=asked.names, code=asked.code, health=health
        )
        return content.sheet_of(card, day)
    known = [contact(case.vault.db, root) for root in asked.call]
    told = found.text("medical") if health else ""
    card = family_card(found.name, asked.country, known, asked.language, day, health=told)
    return content.sheet_of(card, day)


def _contacts(case: Case, asked: Asked, day: date) -> Sheet:
    known = helping(case.vault.db, day)
    people = [each for each in known if not asked.helps or asked.helps in each.many("helps")]
    return contact_sheet.sheet_of(_reader(case, asked), people, day)


def _reader(case: Case, asked: Asked) -> Reader:
    return Reader(case.vault.db, asked.language, translator(asked.language))


def _finished(
    case: Case, asked: Asked, paper: str, sheet: Sheet, persons: Sequence[str], *, without: bool
) -> Paper:
    day = case.clock().date()
    file = outgoing(paper, pdf(*sheet), day)
    return Paper(
        paper=paper,
        persons=tuple(persons),
        file=file,
        pages=pictures(*sheet),
        stops=tuple(inspect(case.vault.db, [file], use_of(paper, day))),
        without_health=without,
        mixed=paper in (PLAN, CONTACTS) and not LANGUAGES[asked.language].whole,
        asked=asked,
    )
