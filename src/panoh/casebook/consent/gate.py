"""The gate itself: reads what is finished and lets it out, or says where it must not."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar

from panoh.casebook.consent.answers import Answer, Use, answer
from panoh.casebook.consent.reading import FILE_NAME, Piece, read
from panoh.casebook.consent.watched import Watched, digits, watched
from panoh.model.errors import PanohError
from panoh.model.messages import mark as _
from panoh.model.names import NameFinder, fold

NAME, CONTACT = "name", "contact"
SOURCE = Answer(allowed=False, why=_("this source did not allow to be named"))
#: A run of digits with what people put between them.
NUMBERS = re.compile(r"[0-9۰-۹٠-٩](?:[ \t\-./()\u2010-\u2015]*[0-9۰-۹٠-٩]){5,}")


class GateClosed(PanohError):
    """Something in the finished bytes has no consent, or could not be read."""

    code: ClassVar[str] = "gate-closed"
    message: ClassVar[str] = "Nothing was given out: {count} passages need consent or a human look."
    hint: ClassVar[str] = (
        "The list shows where. Record a consent, take the passage out, or confirm the pictures."
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
    looking: a picture, or a name that someone with consent bears as well.
    """

    file: str
    where: str
    words: str
    root: str
    why: str
    human: bool = False


def inspect(db: Any, files: Sequence[Outgoing], use: Use) -> list[Stop]:
    """Everything that keeps these files from going out by this way; empty means they may."""
    people = watched(db)
    finder = NameFinder({each.root: each.names for each in people})
    asked = _asker(db, {each.root: each for each in people}, use)
    stops: list[Stop] = []
    for file in files:
        reading = read(file.name, file.data)
        if not reading.whole:
            stops.append(Stop(file.name, "", "", "", _("part of this file cannot be read"), True))
        for piece in reading.pieces:
            stops.extend(_names(file.name, piece, finder, asked))
            stops.extend(_numbers(file.name, piece, people, asked))
            stops.extend(_addresses(file.name, piece, people, asked))
    return stops


def release(db: Any, files: Sequence[Outgoing], use: Use, *, looked: bool = False) -> None:
    """Let the files go or raise `GateClosed`; `looked` clears what a human may clear."""
    stops = [stop for stop in inspect(db, files, use) if not (looked and stop.human)]
    if stops:
        raise GateClosed(count=len(stops))


Ask = Callable[[str, str], Answer]


def _asker(db: Any, people: dict[str, Watched], use: Use) -> Ask:
    @cache
    def ask(root: str, what: str) -> Answer:
        return SOURCE if people[root].kind == "source" else answer(db, root, what, use)

    return ask


def _names(file: str, piece: Piece, finder: NameFinder[str], ask: Ask) -> Iterator[Stop]:
    """Names found in a piece. Where someone with consent bears the same words, a human looks.

    An everyday word in small letters is a name only in the name of a file.
    """
    hits = [
        hit for hit in finder.find(piece.text) if hit.strength != "word" or piece.where == FILE_NAME
    ]
    cleared = [(hit.start, hit.end) for hit in hits if ask(hit.key, NAME).allowed]
    for hit in hits:
        said = ask(hit.key, NAME)
        if said.allowed:
            continue
        shared = any(start <= hit.start and hit.end <= end for start, end in cleared)
        if not shared:
            yield Stop(file, piece.where, hit.surface, hit.key, said.why)
        elif hit.strength == "full":
            yield Stop(file, piece.where, hit.surface, hit.key, said.why, human=True)


def _numbers(file: str, piece: Piece, people: Sequence[Watched], ask: Ask) -> Iterator[Stop]:
    runs = {digits(match.group()): match.group() for match in NUMBERS.finditer(piece.text)}
    for each in people:
        for number in each.numbers:
            for run, words in runs.items():
                if number in run and not ask(each.root, CONTACT).allowed:
                    yield Stop(file, piece.where, words, each.root, ask(each.root, CONTACT).why)


def _addresses(file: str, piece: Piece, people: Sequence[Watched], ask: Ask) -> Iterator[Stop]:
    text = " ".join(fold(word) for word in piece.text.split())
    for each in people:
        for address in each.addresses:
            sought = " ".join(fold(word) for word in address.split())
            if sought and sought in text and not ask(each.root, CONTACT).allowed:
                yield Stop(file, piece.where, address, each.root, ask(each.root, CONTACT).why)
