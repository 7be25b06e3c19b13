"""Choosing the acts that a public page tells of, with what each person allowed to stand there."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from panoh.advocacy.incidents import Chosen, chosen
from panoh.advocacy.page import NUMBERED
from panoh.advocacy.publications import PublicationFile, write
from panoh.casebook.consent.watched import decides
from panoh.casebook.index.reading import root_of, view_of
from panoh.casebook.pairs import acts_of
from panoh.casebook.view import View
from panoh.casebook.wording import Wording, title_of
from panoh.model.ids import ENTITY_PATTERN
from panoh.model.messages import mark as _
from panoh.web.page import Redirect, Reply
from panoh.web.people.person import today
from panoh.web.publish.meant import page_in
from panoh.web.routes import post
from panoh.web.visit import Visit

#: So many acts one page tells of at most, and so many of one person are offered.
MOST, SHOWN = 500, 50
PLACED, NAMED = _("name, day and place"), _("name and day, no place")
COUNTED = _("a number and the month, no name")


@dataclass(frozen=True, slots=True)
class Act:
    """One chosen act as members know it, and beside it what will stand on the page.

    `allows` is a msgid, empty where nothing will stand there: `why` then says why. `ask` is whose
    consent counts.
    """

    root: str
    name: str
    person: str
    what: str
    stands: str
    allows: str
    why: str
    ask: str


@dataclass(frozen=True, slots=True)
class Teller:
    """Somebody found by name, and the acts of theirs that can be chosen; `True` if one was."""

    root: str
    name: str
    acts: Sequence[tuple[str, str, bool]]


def acts_of_page(db: Any, found: PublicationFile, words: Wording) -> list[Act]:
    """The chosen acts in their order."""
    return [_act(db, each, words) for each in chosen(db, found, words, found.way(today()))]


def _act(db: Any, each: Chosen, words: Wording) -> Act:
    told = each.told
    stands = [told.name or words.say(NUMBERED).format(number=told.number)] if told else []
    stands += filter(None, [told.what, told.when, told.where]) if told else []
    allows = ""
    if told:
        allows = COUNTED if not told.name else PLACED if told.where else NAMED
    return Act(
        root=each.act.root,
        name=title_of(db, each.who) if each.who else "",
        person=each.who,
        what=_told(each.act, words),
        stands=" · ".join(stands),
        allows=allows,
        why="" if told else each.why,
        ask=decides(db, each.who) if each.who else "",
    )


def _told(act: View, words: Wording) -> str:
    return " · ".join(filter(None, [words.kind(act), words.when(act), words.where(act)]))


def teller(db: Any, found: PublicationFile, root: str, words: Wording) -> Teller:
    """Somebody with what was done to them, to choose from."""
    taken = {root_of(db, each) for each in found.statements}
    acts = [(act.root, _told(act, words), act.root in taken) for act in acts_of(db, root)[:SHOWN]]
    return Teller(root, title_of(db, root), acts)


def _choose(visit: Visit) -> Reply:
    """Tell of these acts as well."""
    found = page_in(visit)
    acts = [root_of(visit.db, each) for each in visit.form.get("act", ()) if _is_act(visit, each)]
    told = tuple(dict.fromkeys([*found.statements, *acts]))[:MOST]
    write(visit.case, found.root, {"statements": told})
    return Redirect(f"/publish/{found.root}")


def _is_act(visit: Visit, typed: str) -> bool:
    return bool(ENTITY_PATTERN.fullmatch(typed)) and view_of(visit.db, typed).kind == "act"


def _leave(visit: Visit) -> Reply:
    """Tell of this act no longer."""
    found, left = page_in(visit), visit.one("act")
    told = tuple(each for each in found.statements if root_of(visit.db, each) != left)
    write(visit.case, found.root, {"statements": told})
    return Redirect(f"/publish/{found.root}")


ways = (post("/publish/{entity}/tell", _choose), post("/publish/{entity}/leave", _leave))
