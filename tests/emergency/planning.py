"""Plans as tests tell them: Madina is abroad, her mother Zulfiya at home. All are invented."""

from datetime import UTC, datetime
from typing import Any

from tests.casebook.building import person
from tests.network.knowing import saodat

from panoh.casebook.record import Case
from panoh.emergency.plan.reading import PlanFile, plan
from panoh.emergency.telling import fill_plan, give_part, make_plan, note_drill
from panoh.network.contacts import ContactFile, contact
from panoh.network.telling import Way, add_contact

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
TODAY = NOON.date()


def at(case: Case, moment: datetime = NOON) -> Case:
    """The same vault at another moment."""
    return Case(case.vault, lambda: moment)


def niso(case: Case) -> ContactFile:
    """Given Niso, a friend in Berlin who coordinates."""
    about = add_contact(
        case, ["Нисо Қодирова"], [Way("signal", "+49 151 555 66 77")], type="trusted",
        helps=("listening",), zone="Europe/Berlin", listed="yes",
    )  # fmt: skip
    return contact(case.vault.db, about)


def madina(case: Case, scenario: str = "arrest_travel", **fields: Any) -> PlanFile:
    """Given a plan for Madina that nobody has filled."""
    who = person(case, "Мадина Ашӯрова")
    return plan(
        case.vault.db, make_plan(case, person=who, scenario=scenario, side="exile", **fields)
    )


def whole(case: Case, **more: Any) -> PlanFile:
    """Given a plan for Madina that lacks nothing."""
    found, friend, lawyer = madina(case, country="PL"), niso(case), saodat(case)
    fill_plan(
        case,
        found,
        {
            "signs": "No word for six hours after landing.",
            "declare": [{"entity": friend.root}, {"text": "Farhod"}],
            "call_off": [{"text": "Niso"}, {"text": "Farhod"}],
            "medical": "none",
            "publicity": "ask",
            "pace": [
                {"step": "primary", "entity": friend.channels[0].root, "minutes": 30},
                {"step": "alternate", "text": "the café, at six", "offline": "yes"},
            ],
            "accounts": [{"what": "mail", "who": "Farhod", "evidence": True}],
            "bag": ["passport", "medicines for 30 days"],
            "status": "refugee in Poland",
            "care": [{"text": "Farhod looks after Niso"}],
        }
        | more,
    )
    give_part(case, found, "coordinator", friend.root, lawyer.root, confirmed=True)
    give_part(case, found, "lawyer", lawyer.root, friend.root, confirmed=True)
    note_drill(case, found, TODAY, "calling the lawyer at night", "worked")
    return plan(case.vault.db, found.root)
