"""Beginning a plan: for which situation, for whom. Everything else comes step by step."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from panoh.casebook.record import save, tell
from panoh.casebook.search import find_people
from panoh.emergency.plan.blocks import EXILE
from panoh.emergency.telling import make_plan
from panoh.model.ids import new_entity
from panoh.model.kinds import Person
from panoh.model.messages import mark as _
from panoh.model.names import Name
from panoh.model.thesauri import SCENARIOS, SIDES
from panoh.network import wording
from panoh.web.page import Page, Redirect, Reply
from panoh.web.persons import people_in
from panoh.web.routes import get, post
from panoh.web.visit import Visit

_LONGEST, _SHOWN = 200, 8
NEW, NOBODY = "new", "nobody"


@dataclass(frozen=True, kw_only=True)
class BeginPage(Page):
    """The questions; `found` are people of the name that was typed, to choose from."""

    template: ClassVar[str] = "emergency/begin.html"
    title: ClassVar[str] = _("Make a plan")
    area: ClassVar[str] = "emergency"
    scenarios: Mapping[str, str]
    sides: Mapping[str, str]
    countries: Mapping[str, str]
    form: Mapping[str, Sequence[str]]
    found: Sequence[tuple[str, str]] | None = None
    no_scenario: bool = False


def _new(visit: Visit) -> Reply:
    return _page(visit)


def _page(
    visit: Visit,
    found: Sequence[tuple[str, str]] | None = None,
    *,
    no_scenario: bool = False,
) -> BeginPage:
    return BeginPage(
        scenarios={code: visit.say(term.label) for code, term in SCENARIOS.terms.items()},
        sides={code: visit.say(term.label) for code, term in SIDES.terms.items()},
        countries=wording.countries(visit.language),
        form=visit.form,
        found=found,
        no_scenario=no_scenario,
        status=422 if no_scenario else 200,
    )


def _begin(visit: Visit) -> Reply:
    """Make the plan once it is said for whom; a name alone is never taken for somebody."""
    scenario, side = visit.one("scenario"), visit.one("side")
    if scenario not in SCENARIOS.terms:
        return _page(visit, no_scenario=True)
    name, who = visit.one("name")[:_LONGEST], visit.one("who")
    if name and not who:
        hits = find_people(visit.db, name, _SHOWN)
        return _page(visit, [(hit.root, hit.title) for hit in hits if hit.kind == "person"])
    fields: dict[str, Any] = {
        "scenario": scenario,
        "side": side if side in SIDES.terms else EXILE,
        "person": _whom(visit, name, who),
    }
    country = visit.one("country")
    if fields["side"] == EXILE and country in wording.countries(visit.language):
        fields["country"] = country
    about = make_plan(visit.case, **{key: value for key, value in fields.items() if value})
    return Redirect(f"/emergency/plans/{about}/fill")


def _whom(visit: Visit, name: str, who: str) -> str:
    """The person chosen; a new entry if that was chosen; nobody otherwise."""
    if who == NEW and name:
        about = new_entity()
        save(visit.case, [tell(visit.case, Person(names=(Name.of(name),)), about)])
        return about
    return next(iter(people_in(visit.db, who)), "")


ways = (get("/emergency/new", _new), post("/emergency/new", _begin))
