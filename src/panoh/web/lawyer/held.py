"""What lies on the tray while a lawyer's file is read, and once it is sealed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from panoh.casebook.consent.gate import Outgoing, Stop
from panoh.legal.lawyer.sheet import Sheet
from panoh.web.desk import Desk

READY, SEALED = "lawyer ready", "lawyer sealed"


@dataclass(frozen=True, slots=True)
class Ready:
    """A sheet and stored files before they are sealed: what stands in them, what the gate said.

    `items` are the stored files by entity, with the names they came with.
    """

    sheet: Sheet
    content: Mapping[str, Any]
    items: Mapping[str, str]
    files: tuple[Outgoing, ...]
    stops: tuple[Stop, ...]


@dataclass(frozen=True, slots=True)
class Sealed:
    """The one sealed file, for whom, whether a passphrase opens it or a key of the lawyer.

    `action` is how it was noted.
    """

    persons: tuple[str, ...]
    file: Outgoing
    phrase: bool
    action: str


def ready(desk: Desk) -> Ready | None:
    """What is being read; none after locking."""
    found: Ready | None = desk.tray.get(READY)
    return found


def sealed(desk: Desk) -> Sealed | None:
    """What was sealed last; none after locking."""
    found: Sealed | None = desk.tray.get(SEALED)
    return found
