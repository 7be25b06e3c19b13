"""The gate itself: reads what is finished and lets it out, or says where it must not.

What only a person can clear has a number, made from the very bytes of the file and what was found
in them. Confirming it clears nothing else; when a byte of the file changes, it clears nothing.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, ClassVar

from panoh.casebook.consent.answers import Use
from panoh.casebook.consent.finding import Finder, Found
from panoh.casebook.consent.reading import read
from panoh.model.errors import PanohError
from panoh.model.messages import mark as _

UNREAD = _("this part of the file cannot be read")
BEARS = _("the same words are somebody's name who gave no consent")
RESPONSIBLE = _("named as responsible; nobody asked them")
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
    looking: such a part, a name that someone with consent bears as well, an everyday word, or
    somebody named as responsible (`responsible`). `number` is what they confirm: one for each part
    and each wording of a file; empty where nobody can.
    """

    file: str
    where: str
    words: str
    root: str
    why: str
    human: bool = False
    responsible: bool = False
    number: str = ""


def inspect(db: Any, files: Sequence[Outgoing], use: Use) -> list[Stop]:
    """Everything that keeps these files from going out by this way; empty means they may."""
    finder = Finder(db, use)
    return list(dict.fromkeys(stop for file in files for stop in _stops(finder, file)))


def release(db: Any, files: Sequence[Outgoing], use: Use, *, looked: Collection[str] = ()) -> None:
    """Let the files go or raise `GateClosed`; `looked` are the numbers that a person confirmed."""
    stops = [stop for stop in inspect(db, files, use) if not cleared(stop, looked)]
    if stops:
        raise GateClosed(count=len(stops))


def cleared(stop: Stop, looked: Collection[str]) -> bool:
    """Whether a person confirmed this very stop."""
    return stop.human and stop.number in looked


def _stops(finder: Finder, file: Outgoing) -> Iterator[Stop]:
    pieces = read(file.name, file.data)
    digest = sha256(file.data).hexdigest()
    for piece in pieces:
        if not piece.read:
            number = _number(digest, file.name, piece.where)
            yield Stop(file.name, piece.where, "", "", UNREAD, human=True, number=number)
    for found in finder.find(pieces):
        why, human, responsible = _reason(finder, found)
        number = _number(digest, file.name, found.words, found.root, why) if human else ""
        place = file.name, found.where, found.words, found.root
        yield Stop(*place, why, human, responsible, number)


def _number(*parts: str) -> str:
    """Eight digits that no other part or wording of any file has, but by a rare chance."""
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _reason(finder: Finder, found: Found) -> tuple[str, bool, bool]:
    """Why it stops, whether a person may clear it, and whether as somebody responsible."""
    if found.shared:
        return BEARS, True, False
    if found.everyday:
        return WORD, True, False
    return (RESPONSIBLE, True, True) if finder.responsible(found) else (found.why, False, False)
