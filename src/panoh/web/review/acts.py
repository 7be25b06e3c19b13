"""Acts that may be told twice, asked when two people were found to be one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from panoh.casebook.index.reading import root_of, view_of
from panoh.casebook.judge import judge_all
from panoh.casebook.pairs import act_pairs
from panoh.casebook.wording import Wording, title_of
from panoh.model.ids import ENTITY_PATTERN
from panoh.model.kinds.judging import DIFFERENT, SAME
from panoh.model.messages import mark as _
from panoh.web.page import Page, Redirect, Reply
from panoh.web.review.held import tell
from panoh.web.routes import get, post
from panoh.web.visit import Visit


@dataclass(frozen=True, slots=True)
class Told:
    """One act as it is told: what and when, where, and by which source."""

    what: str
    where: str
    sources: str


@dataclass(frozen=True, slots=True)
class Twice:
    """Two acts that may be one told twice; `key` names both."""

    key: str
    a: Told
    b: Told


@dataclass(frozen=True, kw_only=True)
class ActsPage(Page):
    """The acts of one person that may be told twice."""

    template: ClassVar[str] = "review/acts.html"
    title: ClassVar[str] = _("The same act, told twice?")
    area: ClassVar[str] = "people"
    root: str
    name: str
    place: int
    twice: Sequence[Twice]


def _ask(visit: Visit) -> Reply:
    root = root_of(visit.db, visit.query.get("person", ""))
    found = act_pairs(visit.db, [root]) if ENTITY_PATTERN.fullmatch(root) else []
    if not found:
        return Redirect(f"/review?after={visit.number('after')}")
    words = Wording(visit.language)
    return ActsPage(
        root=root,
        name=title_of(visit.db, root),
        place=visit.number("after"),
        twice=[
            Twice(f"{a},{b}", _told(visit.db, a, words), _told(visit.db, b, words))
            for a, b in found
        ],
    )


def _told(db: Any, entity: str, words: Wording) -> Told:
    act = view_of(db, entity)
    told = [each for values in act.fields.values() for each in values]
    sources = dict.fromkeys(words.source(db, each) for each in told)
    return Told(words.sentence(act), words.where(act), "; ".join(sources))


def _answer(visit: Visit) -> Reply:
    """Same for those that are ticked, different for all, or nothing yet."""
    open_now = {f"{a},{b}": (a, b) for a, b in act_pairs(visit.db, [root_of(visit.db, _of(visit))])}
    do, ticked = visit.one("do"), visit.form.get("twice", ())
    if do == SAME:
        chosen = [open_now[key] for key in dict.fromkeys(ticked) if key in open_now]
        if chosen:
            judge_all(visit.case, chosen, SAME, visit.say(_("told twice")))
    elif do == DIFFERENT and open_now:
        judge_all(visit.case, list(open_now.values()), DIFFERENT, visit.say(_("two acts")))
    if do in (SAME, DIFFERENT):
        tell(visit, _("Saved. It can be undone."))
    place = visit.one("after")
    return Redirect(f"/review?after={place if place.isascii() and place.isdigit() else 0}")


def _of(visit: Visit) -> str:
    return visit.one("person") if ENTITY_PATTERN.fullmatch(visit.one("person")) else ""


ways = (get("/review/acts", _ask), post("/review/acts", _answer))
