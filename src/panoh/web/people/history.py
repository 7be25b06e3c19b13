"""The history of a person: every statement in the order recorded; hiding one and showing it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import msgspec

from panoh.casebook.hiding import HIDEABLE, hide, show_again
from panoh.casebook.index.reading import root_of
from panoh.casebook.people import Past, history
from panoh.casebook.view import Told
from panoh.casebook.wording import Wording, title_of
from panoh.model.kinds import KINDS, upcast
from panoh.model.messages import mark as _
from panoh.web.page import Page, Redirect, Reply
from panoh.web.people.person import NobodyHere
from panoh.web.routes import get, post
from panoh.web.visit import Visit

ROWS = 100


@dataclass(frozen=True, slots=True)
class Line:
    """One statement: when it was recorded, by whom it is told, what it says, whether it stands."""

    id: str
    recorded: str
    source: str
    kind: str
    says: Sequence[tuple[str, str, bool]]
    hidden: bool
    hideable: bool


@dataclass(frozen=True, kw_only=True)
class HistoryPage(Page):
    """Statements about a person, the newest first."""

    template: ClassVar[str] = "people/history.html"
    title: ClassVar[str] = _("History")
    area: ClassVar[str] = "people"
    root: str
    name: str
    lines: Sequence[Line]
    first: int
    whole: int
    rows: int = ROWS


def _history(visit: Visit) -> Reply:
    db, words = visit.db, Wording(visit.language)
    root = root_of(db, visit.path["root"])
    past = history(db, root)[::-1]
    if not past:
        raise NobodyHere
    first = visit.number("after")
    return HistoryPage(
        root=root,
        name=title_of(db, root),
        lines=[_line(db, each, words) for each in past[first : first + ROWS]],
        first=first,
        whole=len(past),
    )


def _line(db: Any, past: Past, words: Wording) -> Line:
    said = past.recorded.statement
    return Line(
        id=past.recorded.id,
        recorded=said.recorded[:16].replace("T", " "),
        source=words.source(db, Told(past.recorded.id, said, None)),
        kind=words.say(KIND_WORDS.get(said.kind, said.kind)),
        says=list(_says(past, words)),
        hidden=past.hidden,
        hideable=said.kind in HIDEABLE,
    )


def _says(past: Past, words: Wording) -> Iterator[tuple[str, str, bool]]:
    """Each field with its words, and whether nothing replaced it."""
    said = past.recorded.statement
    specs = KINDS[said.kind].fields if said.kind in KINDS else {}
    for name, raw in upcast(said.kind, said.version, said.fields).items():
        if name not in specs:
            yield name, bytes(raw).decode("utf-8", "replace"), name in past.live
            continue
        spec = specs[name]
        try:
            text = words.value(Told(past.recorded.id, said, spec.decode(raw)), spec)
        except msgspec.MsgspecError:
            text = bytes(raw).decode("utf-8", "replace")
        yield words.say(spec.note.label), text, name in past.live


def _hide(visit: Visit) -> Reply:
    hide(visit.case, visit.one("statement"), visit.one("why"))
    return Redirect(f"/people/{visit.path['root']}/history")


def _show(visit: Visit) -> Reply:
    show_again(visit.case, visit.one("statement"), visit.one("why"))
    return Redirect(f"/people/{visit.path['root']}/history")


KIND_WORDS = {
    "person": _("person"),
    "link": _("link"),
    "act": _("act"),
    "status": _("status"),
    "assessment": _("assessment"),
    "retraction": _("retraction"),
    "consent": _("consent"),
}
ways = (
    get("/people/{root}/history", _history),
    post("/people/{root}/hide", _hide),
    post("/people/{root}/show", _show),
)
