"""A publication before it is given out: what it says, its pictures, the gate; then the files."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from panoh.advocacy.errors import AdvocacyError
from panoh.advocacy.giving import Made, hand_publication, made, stops
from panoh.advocacy.publications import PublicationFile
from panoh.advocacy.signing import signed
from panoh.model.messages import mark as _
from panoh.model.thesauri import RECIPIENTS
from panoh.web.page import Download, Page, Redirect, Reply
from panoh.web.passages import Stopped, stopped
from panoh.web.people.person import today
from panoh.web.publish.looking import Picture, look, pictures_of
from panoh.web.publish.meant import KINDS, Kind, meant
from panoh.web.publish.one import page as publication_page
from panoh.web.publish.saying import Said, lines_of, said_by
from panoh.web.routes import get, post
from panoh.web.visit import Visit

GIVEN = "publication given"
#: How the gate names a page of a PDF.
_PAGE = re.compile(r", page (\d{1,4}):")
#: What each file is called for the browser, and for people.
TYPES = {
    "pdf": "application/pdf",
    "txt": "text/plain; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
}
FOR = {
    "pdf": _("to read and to print"),
    "txt": _("to copy and to send"),
    "html": _("for a web server"),
    "svg": _("picture, in any size"),
    "png": _("picture, for social media"),
}


@dataclass(frozen=True, kw_only=True)
class ReadyPage(Page):
    """Everything a person has to see before the files are given out.

    `shown` gives for each place without words the addresses of the pictures that show it.
    """

    template: ClassVar[str] = "publish/ready.html"
    title: ClassVar[str] = _("Before it is given out")
    area: ClassVar[str] = "publish"
    root: str
    name: str
    kind: Kind
    to: str
    asking: str
    printed: Sequence[str]
    says: Sequence[Said]
    lines: Sequence[tuple[str, Sequence[str]]]
    pictures: Sequence[Picture]
    shown: Mapping[str, Sequence[str]]
    files: Sequence[tuple[str, str]]
    refused: Sequence[Stopped]
    to_look: Sequence[Stopped]
    unlooked: bool = False


@dataclass(frozen=True, kw_only=True)
class FilesPage(Page):
    """The files to take, each with what it is for."""

    template: ClassVar[str] = "publish/files.html"
    title: ClassVar[str] = _("The files")
    area: ClassVar[str] = "publish"
    root: str
    files: Sequence[tuple[str, str]]


def _ready(visit: Visit) -> Reply:
    found = meant(visit)
    try:
        what = made(visit.case, found)
    except AdvocacyError as error:
        return publication_page(visit, found, refused=error)
    return _page(visit, found, what, stops(visit.case, what))


def _page(
    visit: Visit,
    found: PublicationFile,
    what: Made,
    held: Any,
    looked: Collection[str] | None = None,
) -> ReadyPage:
    groups = stopped(visit.db, held, looked or ())
    kind, pictures = KINDS[found.type], pictures_of(visit.desk, what)
    return ReadyPage(
        root=found.root,
        name=found.name,
        kind=kind,
        to=RECIPIENTS.label(found.recipient, visit.say),
        asking=f"?to={what.use.recipient}&use={what.use.use}&publication={found.root}",
        printed=[each.shown for each in signed(visit.db, found, today())],
        says=said_by(visit.db, found, today()),
        lines=lines_of(what.files),
        pictures=pictures,
        shown=_shown(found.root, pictures, groups),
        files=_named(what),
        refused=[each for each in groups if not each.human],
        to_look=[each for each in groups if each.human],
        unlooked=looked is not None,
        status=200 if looked is None else 422,
    )


def _shown(
    root: str, pictures: Sequence[Picture], groups: Sequence[Stopped]
) -> dict[str, list[str]]:
    """The pictures of every place that has no words to read: of the page it names, or of all."""
    shown = {}
    for passage in (each for group in groups for each in group.passages if not each.words):
        named = _PAGE.search(passage.places[0])
        shown[passage.places[0]] = [
            f"/publish/{root}/pictures/{each.number}"
            for each in pictures
            if each.file == passage.file and (not named or each.page in (0, int(named[1])))
        ]
    return shown


def _named(what: Made) -> list[tuple[str, str]]:
    return [(file.name, FOR[_ending(file.name)]) for file in what.files]


def _ending(name: str) -> str:
    return name.rpartition(".")[2]


def _give(visit: Visit) -> Reply:
    """Give the files to the person at the computer, if nothing stops them; note it first.

    They are made anew: what the gate reads is what is given, whatever was answered meanwhile.
    """
    found = meant(visit)
    try:
        what = made(visit.case, found)
    except AdvocacyError as error:
        return publication_page(visit, found, refused=error)
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
        return Redirect(f"/publish/{meant(visit).root}")
    return FilesPage(root=held.root, files=_named(held))


def _file(visit: Visit) -> Reply:
    held, name = _given(visit), visit.path["name"]
    for file in held.files if held else ():
        if file.name == name:
            return Download(file.name, file.data, TYPES[_ending(name)])
    return Redirect(f"/publish/{meant(visit).root}")


def _picture(visit: Visit) -> Reply:
    """One of the pictures last shown, for a page of ours."""
    found = look(visit.desk, visit.path["entity"], visit.path["number"])
    if found is None:
        return Redirect(f"/publish/{meant(visit).root}")
    return Download(found.name, found.data, TYPES[_ending(found.name)], inline=True)


ways = (
    get("/publish/{entity}/ready", _ready),
    get("/publish/{entity}/pictures/{number}", _picture),
    post("/publish/{entity}/give", _give),
    get("/publish/{entity}/files", _files),
    get("/publish/{entity}/files/{name}", _file),
)
