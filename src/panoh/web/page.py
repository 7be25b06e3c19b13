"""What a handler answers: a page, a piece of a page, another address, a file, or plain words."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar


@dataclass(frozen=True, kw_only=True)
class Page:
    """A page with its typed context: the fields of a subclass are what its template may use.

    `title` is a msgid and stands in the browser's history on the disk, so it names a kind of page
    and never a person. A `piece` is shown inside a page that is open already.
    """

    template: ClassVar[str]
    title: ClassVar[str] = "Panoh"
    area: ClassVar[str] = ""
    piece: ClassVar[bool] = False
    status: int = 200


@dataclass(frozen=True, slots=True)
class Redirect:
    """Go to another page of ours. Addresses are remembered by browsers: they hold ids, no words."""

    path: str


@dataclass(frozen=True, slots=True)
class Download:
    """A file for the person at the computer, or a picture of ours inside a page."""

    name: str
    data: bytes
    type: str = "application/octet-stream"
    inline: bool = False


@dataclass(frozen=True, slots=True)
class Handover:
    """A sealed file in the device folder; it goes when the vault is locked."""

    name: str
    path: Path


@dataclass(frozen=True, slots=True)
class Words:
    """A few words of plain text, for scripts of ours; headers are for scripts too."""

    text: str
    status: int = 200
    headers: Mapping[str, str] | None = None


Reply = Page | Redirect | Download | Handover | Words
