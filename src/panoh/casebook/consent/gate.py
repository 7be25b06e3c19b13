"""The gate itself: reads what is finished and lets it out, or says where it must not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from panoh.casebook.consent.answers import Use
from panoh.casebook.consent.finding import Finder, Found
from panoh.casebook.consent.reading import read
from panoh.model.errors import PanohError
from panoh.model.messages import mark as _

UNREAD = _("this part of the file cannot be read")
BEARS = _("the same words are somebody's name who gave no consent")
WORD = _("this may be an everyday word or somebody's name who gave no consent")


class GateClosed(PanohError):
    """Something in the finished bytes has no consent, or could not be read."""

    code: ClassVar[str] = "gate-closed"
    message: ClassVar[str] = "Nothing was given out: {count} passages need consent or a human look."
    hint: ClassVar[str] = (
        "The list shows where. Record a consent, take the passage out, or look at what is unclear."
    )
    exit_status: ClassVar[int] = 50


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A finished file that is about to leave: its name and all of its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Stop:
    """Why a file may not go out yet: where in it, the words, whose they are, the reason.

    `root` is empty for a part that could not be read. `human` marks what a person may clear by
    looking: such a part, a name that someone with consent bears as well, or an everyday word.
    """

    file: str
    where: str
    words: str
    root: str
    why: str
    human: bool = False


def inspect(db: Any, files: Sequence[Outgoing], use: Use) -> list[Stop]:
    """Everything that keeps these files from going out by this way; empty means they may."""
    finder = Finder(db, use)
    return list(dict.fromkeys(stop for file in files for stop in _stops(finder, file)))


def release(db: Any, files: Sequence[Outgoing], use: Use, *, looked: bool = False) -> None:
    """Let the files go or raise `GateClosed`; `looked` clears what a human may clear."""
    stops = [stop for stop in inspect(db, files, use) if not (looked and stop.human)]
    if stops:
        raise GateClosed(count=len(stops))


def _stops(finder: Finder, file: Outgoing) -> Iterator[Stop]:
    pieces = read(file.name, file.data)
    for piece in pieces:
        if not piece.read:
            yield Stop(file.name, piece.where, "", "", UNREAD, human=True)
    for found in finder.find(pieces):
        yield Stop(file.name, found.where, found.words, found.root, *_reason(found))


def _reason(found: Found) -> tuple[str, bool]:
    if found.shared:
        return BEARS, True
    return (WORD, True) if found.everyday else (found.why, False)
