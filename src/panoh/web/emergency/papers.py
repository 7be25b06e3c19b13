"""Cards and papers: which one, in which language, with what on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from panoh.emergency.cards.family import HARMLESS
from panoh.emergency.cards.giving import CONTACTS, FAMILY, PLAN, WALLET
from panoh.emergency.plan.blocks import EXILE, HOME
from panoh.emergency.plan.reading import plans
from panoh.model.errors import PanohError
from panoh.model.ids import ENTITY_PATTERN
from panoh.model.languages import LANGUAGES
from panoh.model.messages import mark as _
from panoh.model.thesauri import NEEDS, SCENARIOS
from panoh.network import wording
from panoh.network.contacts import contacts, helping
from panoh.web.emergency.held import READY
from panoh.web.emergency.making import Asked, make
from panoh.web.page import Page, Redirect, Reply
from panoh.web.routes import get, post
from panoh.web.visit import Visit

PAPERS = (WALLET, FAMILY, CONTACTS, PLAN)


@dataclass(frozen=True, kw_only=True)
class PapersPage(Page):
    """The papers that can be made, and of which plans. `refused` says why one was not."""

    template: ClassVar[str] = "emergency/papers.html"
    title: ClassVar[str] = _("Cards and papers")
    area: ClassVar[str] = "emergency"
    abroad: Mapping[str, str]
    home: Mapping[str, str]
    needs: Mapping[str, str]
    languages: Mapping[str, str]
    countries: Mapping[str, str]
    callable: Sequence[tuple[str, str, str]]
    anybody: bool
    chosen: Asked
    refused: PanohError | None = None


def _choose(visit: Visit) -> Reply:
    return _page(visit, Asked("", plan=visit.query.get("plan", ""), language=visit.language))


def _page(visit: Visit, chosen: Asked, refused: PanohError | None = None) -> PapersPage:
    known = helping(visit.db, visit.case.clock().date())
    return PapersPage(
        abroad=_plans(visit, EXILE),
        home=_plans(visit, HOME),
        needs={code: visit.say(term.label) for code, term in NEEDS.terms.items()},
        languages={code: each.name for code, each in LANGUAGES.items()},
        countries=wording.countries(visit.language),
        callable=[
            (each.root, each.name, wording.country(each.text("country"), visit.language))
            for each in known
            if each.text("type") in HARMLESS and each.text("country")
        ],
        anybody=bool(known),
        chosen=chosen,
        refused=refused,
        status=422 if refused else 200,
    )


def _plans(visit: Visit, side: str) -> dict[str, str]:
    """The plans of one side: for whom, and for which situation."""
    return {
        each.root: " · ".join(filter(None, [each.name, SCENARIOS.label(each.scenario, visit.say)]))
        for each in plans(visit.db)
        if each.side == side
    }


def _make(visit: Visit) -> Reply:
    """Draw it and let the gate read it; then it is shown."""
    asked = _asked(visit)
    visit.desk.tray.pop(READY, None)
    try:
        visit.desk.tray[READY] = make(visit.case, asked)
    except PanohError as error:
        return _page(visit, asked, error)
    return Redirect("/emergency/papers/ready")


def _asked(visit: Visit) -> Asked:
    paper, language, helps = visit.one("paper"), visit.one("language"), visit.one("helps")
    known = {each.root for each in contacts(visit.db)}
    root = visit.one("plan")
    return Asked(
        paper=paper if paper in PAPERS else WALLET,
        plan=root if ENTITY_PATTERN.fullmatch(root) else "",
        language=language if language in LANGUAGES else visit.language,
        names=visit.one("names") == "yes",
        code=visit.one("code") == "yes",
        helps=helps if helps in NEEDS.terms else "",
        country=visit.one("country"),
        call=tuple(each for each in visit.form.get("call", ()) if each in known),
    )


ways = (get("/emergency/papers", _choose), post("/emergency/papers", _make))
