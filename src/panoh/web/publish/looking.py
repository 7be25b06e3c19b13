"""Pictures of what waits to be given out, so that a person can look: in memory, until locking."""

from collections.abc import Iterator
from dataclasses import dataclass

from panoh.advocacy.giving import Made
from panoh.casebook.consent.gate import Outgoing
from panoh.emergency.paper.draw import pictures
from panoh.web.desk import Desk

SHOWN = "publication shown"
ENDINGS = (".png", ".svg")


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture by its number: which file it shows, and which page of it; 0 where it has none."""

    number: int
    file: str
    page: int
    language: str


@dataclass(frozen=True, slots=True)
class _Held:
    root: str
    pictures: tuple[Outgoing, ...]


def pictures_of(desk: Desk, what: Made) -> list[Picture]:
    """Lay the pictures of a publication on the tray, in place of those that lay there.

    A PDF is drawn page by page from what it was set from; a picture is shown as it would leave.
    """
    found = list(_drawn(what))
    desk.tray[SHOWN] = _Held(what.root, tuple(picture for picture, _shown in found))
    return [
        Picture(number, file, page, language)
        for number, (_picture, (file, page, language)) in enumerate(found, 1)
    ]


def _drawn(what: Made) -> Iterator[tuple[Outgoing, tuple[str, int, str]]]:
    for file, sheet in what.papers:
        if sheet is not None:
            for page, drawn in enumerate(pictures(*sheet), 1):
                yield Outgoing(f"{page}.png", drawn), (file.name, page, sheet.language)
        elif file.name.endswith(ENDINGS):
            yield file, (file.name, 0, file.name.rpartition(".")[0].rpartition("-")[2])


def look(desk: Desk, root: str, number: str) -> Outgoing | None:
    """The picture of this number, if it is of this publication and lies on the tray."""
    held: _Held | None = desk.tray.get(SHOWN)
    at = int(number) if number.isascii() and number.isdigit() and len(number) < 5 else 0
    if held is None or held.root != root or not 1 <= at <= len(held.pictures):
        return None
    return held.pictures[at - 1]
