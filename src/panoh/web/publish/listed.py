"""All publications, what was answered to them, and the days that come."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from panoh.advocacy.answers import Answered, answered
from panoh.advocacy.gone import gone_of
from panoh.advocacy.occasions import calendar
from panoh.advocacy.publications import APPEAL, PublicationFile, begin, publications
from panoh.advocacy.signing import SIGNED, signatories
from panoh.casebook.wording import Wording
from panoh.model.kinds import KINDS as RECORDS
from panoh.model.kinds import Publication
from panoh.model.messages import mark as _
from panoh.web.page import Page, Redirect, Reply
from panoh.web.people.person import today
from panoh.web.publish.meant import KINDS, Kind
from panoh.web.routes import get, post
from panoh.web.visit import Visit

LONGEST = 200


@dataclass(frozen=True, slots=True)
class Row:
    """A publication in the list."""

    root: str
    name: str
    kind: str
    languages: Sequence[str]
    signed: int
    asked: int
    went: str


@dataclass(frozen=True, slots=True)
class Day:
    """One day of an occasion: when, what happens on it, of which occasion; whether it is over."""

    root: str
    when: str
    what: str
    title: str
    over: bool


@dataclass(frozen=True, kw_only=True)
class ListPage(Page):
    """What is published, what came of it, and what comes next. `kind` and `name` were typed."""

    template: ClassVar[str] = "publish/list.html"
    title: ClassVar[str] = _("Publish")
    area: ClassVar[str] = "publish"
    rows: Sequence[Row]
    kinds: Mapping[str, Kind]
    answers: Sequence[Answered]
    days: Sequence[Day]
    kind: str
    name: str = ""
    wrong: str = ""


def _list(visit: Visit) -> Reply:
    return _page(visit, kind=APPEAL)


def _page(visit: Visit, *, kind: str, name: str = "", wrong: str = "") -> ListPage:
    words, fields = Wording(visit.language), RECORDS["occasion"].fields
    return ListPage(
        rows=[_row(visit.db, each, words) for each in publications(visit.db) if each.type in KINDS],
        kinds=KINDS,
        answers=answered(visit.db, words),
        days=[
            Day(
                due.root,
                words.day(due.told),
                fields[due.field].note.label,
                due.title,
                over=due.day < today(),
            )
            for due in calendar(visit.db)
        ],
        kind=kind,
        name=name,
        wrong=wrong,
        status=422 if wrong else 200,
    )


def _row(db: Any, found: PublicationFile, words: Wording) -> Row:
    told = signatories(db, found, today())
    went = gone_of(db, found.root)
    return Row(
        root=found.root,
        name=found.name,
        kind=KINDS[found.type].label,
        languages=tuple(found.texts),
        signed=sum(each.state == SIGNED for each in told),
        asked=len(told),
        went=words.day(went[-1].when) if went else "",
    )


def _begin(visit: Visit) -> Reply:
    kind, name = visit.one("kind"), visit.one("name")
    known = kind if kind in KINDS else APPEAL
    if kind != known:
        return _page(visit, kind=known, name=name, wrong=_("Choose what it will be."))
    if not name or len(name) > LONGEST:
        wrong = _("Shorten the name.") if name else _("Give a name first.")
        return _page(visit, kind=known, name=name, wrong=wrong)
    return Redirect(f"/publish/{begin(visit.case, Publication(type=kind, name=name))}")


ways = (get("/publish", _list), post("/publish", _begin))
