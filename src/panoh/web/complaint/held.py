"""What lies on the tray while a complaint is read before it is given out."""

from dataclasses import dataclass

from panoh.casebook.consent.gate import Outgoing
from panoh.legal.complaining import Finished
from panoh.web.desk import Desk

READY, GIVEN = "complaint ready", "complaint given"


@dataclass(frozen=True, slots=True)
class Ready:
    """A finished complaint, for whom, and its pages as pictures."""

    persons: tuple[str, ...]
    reviewer: str
    made: Finished
    pages: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """The files that were given out, and the action by which that was noted."""

    persons: tuple[str, ...]
    files: tuple[Outgoing, ...]
    state: str
    action: str


def ready(desk: Desk) -> Ready | None:
    """The complaint that is being read; none after locking."""
    found: Ready | None = desk.tray.get(READY)
    return found


def given(desk: Desk) -> Given | None:
    """The files given out last; none after locking."""
    found: Given | None = desk.tray.get(GIVEN)
    return found
