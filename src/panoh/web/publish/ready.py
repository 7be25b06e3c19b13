"""An appeal before it is given out: who is printed, what the gate stops at; then the files."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from panoh.advocacy.giving import Made, hand_publication, made, stops
from panoh.advocacy.publications import PublicationFile
from panoh.advocacy.signing import signed
from panoh.model.messages import mark as _
from panoh.model.thesauri import RECIPIENTS
from panoh.web.page import Download, Page, Redirect, Reply
from panoh.web.passages import Stopped, stopped
from panoh.web.people.person import today
from panoh.web.publish.appeals import appeal_in
from panoh.web.routes import get, post
from panoh.web.visit import Visit

GIVEN = "publication given"
TYPES = {"pdf": "application/pdf", "txt": "text/plain; charset=utf-8"}


@dataclass(frozen=True, kw_only=True)
class ReadyPage(Page):
    """Everything a person has to see before the files are given out."""

    template: ClassVar[str] = "publish/ready.html"
    title: ClassVar[str] = _("Before it is given out")
    area: ClassVar[str] = "publish"
    root: str
    to: str
    printed: Sequence[str]
    files: Sequence[str]
    text: Sequence[str]
    refused: Sequence[Stopped]
    to_look: Sequence[Stopped]
    unlooked: bool = False


@dataclass(frozen=True, kw_only=True)
class FilesPage(Page):
    """The files to take."""

    template: ClassVar[str] = "publish/files.html"
    title: ClassVar[str] = _("The appeal")
    area: ClassVar[str] = "publish"
    root: str
    files: Sequence[str]


def _ready(visit: Visit) -> Reply:
    found = appeal_in(visit)
    if not found.texts:
        return Redirect(f"/publish/{found.root}")
    what = made(visit.case, found)
    return _page(visit, found, what, stops(visit.case, what))


def _page(
    visit: Visit,
    found: PublicationFile,
    what: Made,
    held: Any,
    looked: Collection[str] | None = None,
) -> ReadyPage:
    groups = stopped(visit.db, held, looked or ())
    return ReadyPage(
        root=found.root,
        to=RECIPIENTS.label(found.recipient, visit.say),
        printed=[each.shown for each in signed(visit.db, found, today())],
        files=[file.name for file in what.files],
        text=[
            line
            for file in what.files
            if file.name.endswith(".txt")
            for line in file.data.decode().splitlines()
            if line
        ],
        refused=[each for each in groups if not each.human],
        to_look=[each for each in groups if each.human],
        unlooked=looked is not None,
        status=200 if looked is None else 422,
    )


def _give(visit: Visit) -> Reply:
    """Give the files to the person at the computer, if nothing stops them; note it first.

    They are made anew: what the gate reads is what is given, whatever was answered meanwhile.
    """
    found = appeal_in(visit)
    what = made(visit.case, found)
    looked = [number for each in visit.form.get("looked", ()) for number in each.split()]
    outcome = hand_publication(visit.case, what, looked=looked)
    if outcome.stops:
        return _page(visit, found, what, (*outcome.stops, *outcome.looked), looked)
    visit.desk.tray[GIVEN] = what
    return Redirect(f"/publish/{found.root}/files")


def _given(visit: Visit) -> Made | None:
    held: Made | None = visit.desk.tray.get(GIVEN)
    return held if held and held.root == visit.path["entity"] else None


def _files(visit: Visit) -> Reply:
    held = _given(visit)
    if held is None:
        return Redirect(f"/publish/{appeal_in(visit).root}")
    return FilesPage(root=held.root, files=[file.name for file in held.files])


def _file(visit: Visit) -> Reply:
    held, name = _given(visit), visit.path["name"]
    for file in held.files if held else ():
        if file.name == name:
            return Download(file.name, file.data, TYPES[name.rpartition(".")[2]])
    return Redirect(f"/publish/{appeal_in(visit).root}")


ways = (
    get("/publish/{entity}/ready", _ready),
    post("/publish/{entity}/give", _give),
    get("/publish/{entity}/files", _files),
    get("/publish/{entity}/files/{name}", _file),
)
