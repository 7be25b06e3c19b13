"""What lies on the tray while a card or paper is looked at before it is given out."""

from dataclasses import dataclass
from typing import Any

from panoh.casebook.consent.gate import Outgoing, Stop
from panoh.web.desk import Desk

READY, GIVEN = "paper ready", "paper given"


@dataclass(frozen=True, slots=True)
class Paper:
    """A finished paper: which, for whom, what the gate said, its pages as pictures.

    `without_health` says that health was left out, because nobody allowed it there; `mixed` that
    the language has not all the words. `asked` makes it again.
    """

    paper: str
    persons: tuple[str, ...]
    file: Outgoing
    pages: tuple[bytes, ...]
    stops: tuple[Stop, ...]
    without_health: bool
    mixed: bool
    asked: Any


def paper(desk: Desk, name: str = READY) -> Paper | None:
    """The paper that is being looked at, or the one given; none after locking."""
    found: Paper | None = desk.tray.get(name)
    return found
