"""All publications, what was answered to them, and the days that come."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from panoh.advocacy.answers import Answered, answered
from panoh.advocacy.gone import gone_of
from panoh.advocacy.occasions import calendar
from panoh.advocacy.publications import APPEAL, PublicationFile, begin, publications
from panoh.advocacy.signing import SIGNED, signatories
from panoh.casebook.wording import Wording
from panoh.model.kinds import KINDS, Publication
from panoh.model.messages import mark as _
from panoh.model.thesauri import PUBLICATIONS
from panoh.web.page import Page, Redirect, Reply
from panoh.web.people.person import today
from panoh.web.routes import get, post
from panoh.web.visit import Visit

LONGEST = 200


@dataclass(frozen=True, slots=True)
class Row:
    """A publication in the list; only appeals have a page of their own."""

    root: str
    name: str
    kind: str
    languages: Sequence[str]
    signed: int
    asked: int
    went: str
    appeal: bool


@dataclass(frozen=True, kw_only=True)
class ListPage(Page):
    """What is published, what came of it, and what comes next."""

    template: ClassVar[str] = "publish/list.html"
    title: ClassVar[str] = _("Publish")
    area: ClassVar[str] = "publish"
    rows: Sequence[Row]
    answers: Sequence[Answered]
    days: Sequence[tuple[str, str, str]]
    nameless: bool = False


def _list(visit: Visit) -> Reply:
    return _page(visit)


def _page(visit: Visit, *, nameless: bool = False) -> ListPage:
    words, fields = Wording(visit.language), KINDS["occasion"].fields
    return ListPage(
        rows=[_row(visit.db, each, words) for each in publications(visit.db)],
        answers=answered(visit.db, words),
        days=[
            (words.day(due.told), due.title, fields[due.field].note.label)
            for due in calendar(visit.db)
            if due.day >= today()
        ],
        nameless=nameless,
        status=422 if nameless else 200,
    )


def _row(db: Any, found: PublicationFile, words: Wording) -> Row:
    told = signatories(db, found, today())
    went = gone_of(db, found.root)
    return Row(
        root=found.root,
        name=found.name,
        kind=PUBLICATIONS.label(found.type, words.say),
        languages=tuple(found.texts),
        signed=sum(each.state == SIGNED for each in told),
        asked=len(told),
        went=words.day(went[-1].when) if went else "",
        appeal=found.type == APPEAL,
    )


def _begin(visit: Visit) -> Reply:
    name = visit.one("name")[:LONGEST]
    if not name:
        return _page(visit, nameless=True)
    return Redirect(f"/publish/{begin(visit.case, Publication(type=APPEAL, name=name))}")


ways = (get("/publish", _list), post("/publish", _begin))
