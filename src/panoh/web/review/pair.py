"""One pair at a time: both beside each other, why they may be one, and one key for each answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from panoh.analysis.same import propose_people
from panoh.casebook.counts import Counts, count
from panoh.casebook.index.reading import root_of
from panoh.casebook.judge import judge, undo_judgement, written_since
from panoh.casebook.pairs import Pair, act_pairs
from panoh.casebook.record import Case
from panoh.casebook.reviewing import LEVELS, open_at
from panoh.casebook.sides import Beside, beside
from panoh.casebook.wording import Wording
from panoh.model.ids import ENTITY_PATTERN
from panoh.model.kinds.judging import DIFFERENT, SAME, UNSURE
from panoh.model.messages import mark as _
from panoh.web.job import Step
from panoh.web.page import Page, Redirect, Reply
from panoh.web.review.held import done, tell, told
from panoh.web.routes import get, post
from panoh.web.visit import Visit

_LONGEST = 500
UNDONE = _("Undone.")
LOOK = _("Undone. {count} statements were written while they were one; look at both.")


@dataclass(frozen=True, kw_only=True)
class PairPage(Page):
    """The open pair at a place of the list; none where the list has ended."""

    template: ClassVar[str] = "review/pair.html"
    title: ClassVar[str] = _("Who is the same?")
    area: ClassVar[str] = "people"
    pair: Pair | None
    level: str
    beside: Sequence[Beside]
    place: int
    waiting: int
    done: int
    counts: Counts
    said: str
    said_count: int


def _pair(visit: Visit) -> Reply:
    db, place = visit.db, visit.number("after")
    found, waiting = open_at(db, place)
    if found is None and place and waiting:
        found, place = open_at(db, 0)[0], 0
        tell(visit, _("That was the last one. Here are those you passed over."))
    said, said_count = told(visit)
    words = Wording(visit.language)
    return PairPage(
        pair=found,
        level=LEVELS.get(found.proposal.level, "") if found else "",
        beside=beside(db, found.proposal.a, found.proposal.b, words) if found else (),
        place=place,
        waiting=waiting,
        done=len(done(visit)),
        counts=count(db),
        said=said,
        said_count=said_count,
    )


def _answer(visit: Visit) -> Reply:
    """Keep one answer; after "same" the acts that may be told twice are asked in the same step."""
    a, b, verdict = visit.one("a"), visit.one("b"), visit.one("verdict")
    place = _place(visit)
    if not (ENTITY_PATTERN.fullmatch(a) and ENTITY_PATTERN.fullmatch(b)) or verdict not in _NEXT:
        return Redirect(f"/review?after={place}")
    db = visit.db
    if root_of(db, a) == root_of(db, b):
        tell(visit, _("They are one person already."))
        return Redirect(f"/review?after={place}")
    done(visit).append(judge(visit.case, a, b, verdict, visit.one("why")[:_LONGEST]))
    if verdict == SAME and act_pairs(db, [root_of(db, a)]):
        return Redirect(f"/review/acts?person={root_of(db, a)}&after={place}")
    return Redirect(f"/review?after={place + _NEXT[verdict]}")


#: A pair that is left unsure stays in the list; what is answered leaves it.
_NEXT: Mapping[str, int] = {SAME: 0, DIFFERENT: 0, UNSURE: 1}


def _place(visit: Visit) -> int:
    text = visit.one("after")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0


def _undo(visit: Visit) -> Reply:
    """Take back the last answer of this sitting, and show that pair again."""
    if done(visit):
        undo(visit, done(visit)[-1])
    return Redirect(f"/review?after={_place(visit)}")


def undo(visit: Visit, judgement: str) -> None:
    """Take one judgement back, and say how much was written while two were one."""
    since = written_since(visit.case, judgement)
    undo_judgement(visit.case, judgement, visit.say(_("undone in review")))
    if judgement in done(visit):
        done(visit).remove(judgement)
    tell(visit, LOOK if since else UNDONE, len(since))


def _compare(visit: Visit) -> Reply:
    """Compare everybody anew: people may have been recorded since."""

    def work(case: Case, step: Step) -> str:
        propose_people(case, step)
        return "/review"

    visit.desk.start_with_case(_("Comparing everybody with everybody"), work)
    return Redirect("/wait")


ways = (
    get("/review", _pair),
    post("/review", _answer),
    post("/review/undo", _undo),
    post("/review/compare", _compare),
)
