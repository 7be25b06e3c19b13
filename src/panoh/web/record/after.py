"""After saving: what was saved in words, taking it back, who was asked, what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from panoh.casebook.index.reading import root_of, view_of
from panoh.casebook.live import Recorded
from panoh.casebook.wording import Wording, title_of
from panoh.intake.story import is_taken_back, saved, take_back
from panoh.model.errors import PanohError
from panoh.model.ids import check_entity
from panoh.model.messages import mark as _
from panoh.web.page import Page, Redirect, Reply
from panoh.web.record.asking import Question, questions
from panoh.web.routes import get, post
from panoh.web.visit import Visit


class NothingSaved(PanohError):
    """No story was saved under this address."""

    code: ClassVar[str] = "no-story-saved"
    message: ClassVar[str] = "No story was saved under this address."
    hint: ClassVar[str] = "If it was empty, nothing was kept. Begin again in Record."


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was saved: a person and where they are shown, and what was done to them."""

    text: str
    path: str = ""
    what: str = ""
    when: str = ""


@dataclass(frozen=True, kw_only=True)
class SavedPage(Page):
    """What was saved. `asked` are the people for whom somebody may have said yes or no."""

    template: ClassVar[str] = "record/saved.html"
    title: ClassVar[str] = _("Saved")
    area: ClassVar[str] = "record"
    event: str
    source: str
    way: str
    acts: Sequence[Line]
    people: Sequence[Line]
    taken_back: bool
    asked: Sequence[Question]


def _saved(visit: Visit) -> Reply:
    """The page for the event in the address; raises NothingSaved."""
    db, wording = visit.db, Wording(visit.language)
    event = check_entity(visit.path["event"])
    told = saved(db, event)
    if not told:
        raise NothingSaved
    source = view_of(db, next(each.statement.source for each in told if each.statement.source))
    return SavedPage(
        event=event,
        source=title_of(db, source.root),
        way=wording.say(_way(source)),
        acts=_acts(db, told, wording),
        people=_people(db, told),
        taken_back=is_taken_back(db, event),
        asked=questions(db, told),
    )


def _way(source: Any) -> str:
    from panoh.web.record.ways import PLAIN

    return next((PLAIN.get(told.value, "") for told in source.told("connection")), "")


def _of(told: Sequence[Recorded], kind: str) -> list[str]:
    found = (each.statement.about for each in told if each.statement.kind == kind)
    return list(dict.fromkeys(found))


def _acts(db: Any, told: Sequence[Recorded], wording: Wording) -> list[Line]:
    lines = []
    for entity in _of(told, "act"):
        view = view_of(db, entity)
        victims = [title_of(db, root_of(db, each.value)) for each in view.told("victim")]
        when = " · ".join(filter(None, [wording.when(view), wording.where(view)]))
        lines.append(Line(", ".join(filter(None, victims)), "", wording.kind(view), when))
    return lines


def _people(db: Any, told: Sequence[Recorded]) -> list[Line]:
    return [
        Line(title_of(db, root_of(db, entity)), f"/people/{root_of(db, entity)}")
        for entity in _of(told, "person")
    ]


def _undo(visit: Visit) -> Reply:
    event = check_entity(visit.path["event"])
    take_back(visit.case, event)
    return Redirect(f"/record/saved/{event}")


ways = (
    get("/record/saved/{event}", _saved),
    post("/record/saved/{event}/undo", _undo),
)
