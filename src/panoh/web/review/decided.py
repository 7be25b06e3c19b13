"""What was decided, newest first, with its reasons; each can be taken back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from panoh.casebook.index.reading import root_of, statements_of, view_of
from panoh.casebook.naming import title
from panoh.casebook.reviewing import Decided, decided, how_many_decided
from panoh.casebook.view import fold
from panoh.casebook.wording import Wording, title_of
from panoh.model.dates import PartialDate
from panoh.model.ids import ENTITY_PATTERN
from panoh.model.kinds.judging import DIFFERENT, SAME, UNSURE
from panoh.model.messages import mark as _
from panoh.web.page import Page, Redirect, Reply
from panoh.web.review.held import told
from panoh.web.review.pair import undo
from panoh.web.routes import get, post
from panoh.web.visit import Visit

ROWS = 50
VERDICTS = {SAME: _("the same"), DIFFERENT: _("different"), UNSURE: _("unsure")}


@dataclass(frozen=True, slots=True)
class Line:
    """One judgement in words: both ends with where they are shown, the verdict, why, when."""

    id: str
    a: str
    b: str
    a_root: str
    b_root: str
    verdict: str
    why: str
    when: str


@dataclass(frozen=True, kw_only=True)
class DecidedPage(Page):
    """So many judgements after `first` others, of `whole`."""

    template: ClassVar[str] = "review/decided.html"
    title: ClassVar[str] = _("What was decided")
    area: ClassVar[str] = "people"
    lines: Sequence[Line]
    first: int
    whole: int
    said: str
    said_count: int

    @property
    def back(self) -> str:
        """The page before this one, if there is one."""
        return f"/review/decided?after={max(0, self.first - ROWS)}" if self.first else ""

    @property
    def next(self) -> str:
        """The page after this one, if there is one."""
        last = self.first + len(self.lines)
        return f"/review/decided?after={last}" if last < self.whole else ""


def _decided(visit: Visit) -> Reply:
    first, words = visit.number("after"), Wording(visit.language)
    said, said_count = told(visit)
    return DecidedPage(
        lines=[line(visit.db, each, words) for each in decided(visit.db, ROWS, first)],
        first=first,
        whole=how_many_decided(visit.db),
        said=said,
        said_count=said_count,
    )


def line(db: Any, found: Decided, words: Wording) -> Line:
    """A judgement in the words of a reader."""
    return Line(
        id=found.id,
        a=called(db, found.a, found.kind, words),
        b=called(db, found.b, found.kind, words),
        a_root=root_of(db, found.a) if found.kind == "person" else "",
        b_root=root_of(db, found.b) if found.kind == "person" else "",
        verdict=VERDICTS.get(found.verdict, found.verdict),
        why=found.why,
        when=words.day(PartialDate(found.recorded[:10])) if found.recorded else "",
    )


def called(db: Any, entity: str, kind: str, words: Wording) -> str:
    """What one end was called by itself, before it was joined: an act by what was done to whom."""
    own = fold(entity, statements_of(db, [entity]))
    if kind != "act":
        return title(own)
    whom = dict.fromkeys(title_of(db, root_of(db, told.value)) for told in own.told("victim"))
    return ", ".join(filter(None, (words.sentence(own), *whom)))


def _undo(visit: Visit) -> Reply:
    judgement = visit.one("judgement")
    if ENTITY_PATTERN.fullmatch(judgement) and view_of(visit.db, judgement).told("verdict"):
        undo(visit, judgement)
    back = visit.one("back")
    return Redirect(back if back == "/review/apart" else "/review/decided")


ways = (get("/review/decided", _decided), post("/review/decided", _undo))
