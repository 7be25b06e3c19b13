"""Settling: where sources contradict each other, saying which is relied on, and taking it back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from panoh.casebook.index.reading import root_of
from panoh.casebook.settling import Contradiction, contradictions, rely, reopen
from panoh.casebook.view import View
from panoh.casebook.wording import Wording, title_of
from panoh.model.kinds import KINDS
from panoh.model.messages import mark as _
from panoh.web.page import Page, Redirect, Reply
from panoh.web.people.facts import Fact, facts
from panoh.web.people.person import NobodyHere
from panoh.web.routes import get, post
from panoh.web.visit import Visit


@dataclass(frozen=True, slots=True)
class Question:
    """One contradiction: on which record, which field, what each source says."""

    entity: str
    of: str
    fact: Fact
    open: bool


@dataclass(frozen=True, kw_only=True)
class SettlePage(Page):
    """Everything about a person on which sources differ, open or settled."""

    template: ClassVar[str] = "people/settle.html"
    title: ClassVar[str] = _("Where sources differ")
    area: ClassVar[str] = "people"
    root: str
    name: str
    questions: Sequence[Question]
    nothing_chosen: bool = False


def _settle(visit: Visit) -> Reply:
    return _page(visit)


def _page(visit: Visit, *, nothing_chosen: bool = False) -> SettlePage:
    db, words = visit.db, Wording(visit.language)
    root = root_of(db, visit.path["root"])
    found = contradictions(db, root)
    name = title_of(db, root)
    if not name and not found:
        raise NobodyHere
    return SettlePage(
        root=root,
        name=name,
        questions=[_question(db, each, words) for each in found],
        nothing_chosen=nothing_chosen,
        status=422 if nothing_chosen else 200,
    )


def _question(db: Any, found: Contradiction, words: Wording) -> Question:
    fact = next(each for each in facts(db, found.view, words) if each.field == found.field)
    return Question(entity=found.view.root, of=_of(found.view, words), fact=fact, open=found.open)


def _of(view: View, words: Wording) -> str:
    """Which record: an act by what it is, anything else by its kind."""
    if view.kind == "act":
        return words.kind(view)
    return words.say(KIND_WORDS.get(view.kind, "")) if view.kind in KINDS else view.kind


def _rely(visit: Visit) -> Reply:
    chosen = visit.form.get("statement", ())
    if not chosen:
        return _page(visit, nothing_chosen=True)
    rely(visit.case, visit.one("entity"), visit.one("field"), set(chosen), visit.one("why"))
    return Redirect(f"/people/{visit.path['root']}/settle")


def _reopen(visit: Visit) -> Reply:
    reopen(visit.case, visit.one("entity"), visit.one("field"), visit.one("why"))
    return Redirect(f"/people/{visit.path['root']}/settle")


KIND_WORDS = {
    "person": _("This person"),
    "status": _("An observation"),
    "link": _("A link"),
    "event": _("An event"),
}
ways = (
    get("/people/{root}/settle", _settle),
    post("/people/{root}/settle", _rely),
    post("/people/{root}/reopen", _reopen),
)
