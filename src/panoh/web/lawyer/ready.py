"""A lawyer's file before it is sealed: everything it holds, the gate, and who can open it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from panoh.legal.lawyer.giving import hand_lawyer
from panoh.legal.lawyer.sealing import recipient_of
from panoh.model.errors import PanohError
from panoh.model.languages import LANGUAGES
from panoh.model.messages import mark as _
from panoh.web.lawyer.choosing import ASKING
from panoh.web.lawyer.held import READY, SEALED, Ready, Sealed, ready
from panoh.web.page import Page, Redirect, Reply
from panoh.web.passages import Stopped, stopped
from panoh.web.routes import get, post
from panoh.web.visit import Visit


@dataclass(frozen=True, slots=True)
class Inside:
    """A file that will be in the archive: its name there, the name it came with, its bytes."""

    name: str
    came_as: str
    size: int


@dataclass(frozen=True, kw_only=True)
class ReadyPage(Page):
    """Everything to see before the file is sealed. `refused_seal` says why it was not."""

    template: ClassVar[str] = "lawyer/ready.html"
    title: ClassVar[str] = _("Before it is given out")
    area: ClassVar[str] = "legal"
    persons: str
    asking: str
    sheet: Mapping[str, Any]
    tongue: str
    direction: str
    mixed: bool
    inside: Sequence[Inside]
    refused: Sequence[Stopped]
    to_look: Sequence[Stopped]
    key: str = ""
    unlooked: bool = False
    refused_seal: PanohError | None = None


def _ready(visit: Visit) -> Reply:
    held = ready(visit.desk)
    return _page(visit, held) if held else Redirect("/lawyer")


def _page(
    visit: Visit,
    held: Ready,
    looked: Collection[str] | None = None,
    error: PanohError | None = None,
) -> ReadyPage:
    found = stopped(visit.db, held.stops, looked or ())
    sheet, *stored = held.files
    tongue = LANGUAGES[held.sheet.language]
    return ReadyPage(
        persons=",".join(held.sheet.persons),
        asking="?for=" + ",".join(held.sheet.persons) + ASKING,
        sheet=held.content,
        tongue=tongue.code,
        direction=tongue.direction,
        mixed=not tongue.whole,
        inside=[
            Inside(sheet.name, "", len(sheet.data)),
            *(
                Inside(file.name, name, len(file.data))
                for file, name in zip(stored, held.items.values(), strict=True)
            ),
        ],
        refused=[each for each in found if not each.human],
        to_look=[each for each in found if each.human],
        key=visit.one("key")[:5000],
        unlooked=looked is not None and error is None,
        refused_seal=error,
        status=200 if looked is None else 422,
    )


def _seal(visit: Visit) -> Reply:
    """Seal everything as one file, if nothing stops it; note it first. The passphrase goes."""
    held = ready(visit.desk)
    if held is None:
        return Redirect("/lawyer")
    looked = [number for each in visit.form.get("looked", ()) for number in each.split()]
    key, phrase = visit.one("key"), _typed(visit, "passphrase")
    try:
        recipient = recipient_of(key, phrase, _typed(visit, "again"))
    except PanohError as error:
        return _page(visit, held, looked, error)
    outcome = hand_lawyer(visit.case, held.sheet, held.files, [recipient], looked)
    if outcome.stops:
        # The gate has read anew: an answer may have changed since the page was shown.
        now = replace(held, stops=(*outcome.stops, *outcome.looked))
        visit.desk.tray[READY] = now
        return _page(visit, now, looked)
    visit.desk.tray.pop(READY)
    visit.desk.tray[SEALED] = Sealed(held.sheet.persons, outcome.sealed[0], not key, outcome.action)
    return Redirect("/lawyer/sealed")


def _typed(visit: Visit, name: str) -> str:
    """A passphrase as it was typed: it may begin with a blank."""
    return next(iter(visit.form.get(name, ())), "")


ways = (get("/lawyer/ready", _ready), post("/lawyer/seal", _seal))
