"""Every paper that can leave, each made from one family's plans. All people are invented."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.casebook.building import person
from tests.emergency.planning import TODAY, at, whole

from panoh.casebook.record import Case
from panoh.emergency.cards.contact_sheet import contact_sheet
from panoh.emergency.cards.content import draw
from panoh.emergency.cards.family import family_card
from panoh.emergency.cards.giving import CONTACTS, FAMILY, HOME_PLAN, PLAN, WALLET
from panoh.emergency.cards.plan_paper import plan_paper
from panoh.emergency.cards.wallet import wallet_card
from panoh.emergency.plan.reading import PlanFile, plan
from panoh.emergency.plan.wording import Reader
from panoh.emergency.telling import fill_plan, make_plan
from panoh.model.messages import translator
from panoh.network.contacts import ContactFile, contact, helping
from panoh.network.telling import Way, add_contact


@dataclass(frozen=True)
class Family:
    """Madina's plan abroad, her mother Zulfiya's at home, and a doctor who lives there."""

    abroad: PlanFile
    home: PlanFile
    doctor: ContactFile


def family(case: Case, script: str = "She works in a kitchen.") -> Family:
    """Given both plans, filled; `script` is what the mother says at the door."""
    abroad = whole(at(case), medical="asthma", languages=["ru", "tg"], codes=[{"meaning": "SAFE"}])
    mother = person(case, "Зулфия Ашӯрова")
    home = make_plan(at(case), person=mother, scenario="relative_taken", side="home")
    fill_plan(
        case,
        plan(case.vault.db, home),
        {"script": script, "who_calls": "her aunt", "medical": "diabetes"},
    )
    doctor = add_contact(
        case, ["Ҳакима Табибова"], [Way("phone", "+992 44 600 11 22")], type="doctor", country="TJ"
    )
    return Family(abroad, plan(case.vault.db, home), contact(case.vault.db, doctor))


def reader(case: Case, language: str) -> Reader:
    """Whoever reads in a language."""
    return Reader(case.vault.db, language, translator(language))


def _family_card(case: Case, told: Family, language: str) -> bytes:
    card = family_card("Зулфия Ашӯрова", "TJ", [told.doctor], language, TODAY, health="diabetes")
    return draw(card, TODAY)


def _wallet(_case: Case, told: Family, language: str) -> bytes:
    return draw(wallet_card(told.abroad, language, TODAY, named=True, health=True), TODAY)


def _contacts(case: Case, _told: Family, language: str) -> bytes:
    return contact_sheet(reader(case, language), helping(case.vault.db, TODAY), TODAY)


#: How each paper is made; a test compares the names with those that can be given.
PAPERS: dict[str, Callable[[Case, Family, str], bytes]] = {
    WALLET: _wallet,
    FAMILY: _family_card,
    CONTACTS: _contacts,
    PLAN: lambda case, told, language: plan_paper(
        reader(case, language), told.abroad, TODAY, health=True
    ),
    HOME_PLAN: lambda case, told, language: plan_paper(
        reader(case, language), told.home, TODAY, health=True
    ),
}
