"""A document as plain blocks: what both writers draw, and whose digest stands on every page."""

import hashlib
from collections.abc import Iterable
from datetime import date
from typing import Any, Literal

import msgspec

from panoh.model.plain import plain


class Run(msgspec.Struct, frozen=True, omit_defaults=True):
    """Words in one style, with the numbers of the notes they rest on; a newline breaks the line."""

    text: str
    notes: tuple[int, ...] = ()
    style: Literal["", "strong", "quiet", "code"] = ""


Line = tuple[Run, ...]


class Heading(msgspec.Struct, frozen=True, tag="heading"):
    """A heading; level 1 to 3."""

    level: int
    text: str


class Paragraph(msgspec.Struct, frozen=True, tag="paragraph", omit_defaults=True):
    """A paragraph; `number` 0 stands for none."""

    line: Line
    number: int = 0


class Box(msgspec.Struct, frozen=True, tag="box"):
    """Lines in a frame, to be seen first."""

    lines: tuple[Line, ...]


class Table(msgspec.Struct, frozen=True, tag="table"):
    """A table; `widths` are shares of the page's width, one for each word of the header."""

    header: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[Line, ...], ...]


class Note(msgspec.Struct, frozen=True):
    """What a note says, and the identifier that a reader can check."""

    number: int
    line: Line


class Notes(msgspec.Struct, frozen=True, tag="notes"):
    """The table of the notes; every number used in a run has one."""

    header: tuple[str, str]
    notes: tuple[Note, ...]


class NewPage(msgspec.Struct, frozen=True, tag="page"):
    """What follows begins on a new page."""


Block = Heading | Paragraph | Box | Table | Notes | NewPage


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A whole document. `mark` stands at the head of every page, `day` dates it."""

    title: str
    subject: str
    author: str
    mark: str
    day: date
    day_text: str
    blocks: tuple[Block, ...]
    language: str = "en"


def encoded(document: Document) -> bytes:
    """The document as JSON; the same document always gives the same bytes."""
    return msgspec.json.encode(document, order="deterministic")


def digest(document: Document) -> str:
    """SHA-256 over the document's data as hex: equal in the PDF and the DOCX of one document."""
    return hashlib.sha256(encoded(document)).hexdigest()


def carried(document: Document) -> Document:
    """The document with every text as both writers can carry it."""
    return msgspec.convert(_each_text(msgspec.to_builtins(document)), Document)


def _each_text(value: Any) -> Any:
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, dict):
        return {key: _each_text(each) for key, each in value.items()}
    return [_each_text(each) for each in value] if isinstance(value, list | tuple) else value


def line(*parts: str | Run) -> Line:
    """A line of runs; a plain string is a run without notes."""
    return tuple(Run(part) if isinstance(part, str) else part for part in parts)


def prose(text: str, notes: Iterable[int] = ()) -> list[Line]:
    """Free text as one line for each of its paragraphs; the notes stand at the end of the last."""
    parts = [part.strip() for part in text.split("\n") if part.strip()]
    last = len(parts) - 1
    return [(Run(part, tuple(notes) if place == last else ()),) for place, part in enumerate(parts)]
