"""Finished bytes become pieces of text; what cannot be read is said to be unread.

One module per type of file. A type is known by its first bytes, never by its name.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from panoh.casebook.consent.reading.docx import read_docx
from panoh.casebook.consent.reading.pdf import read_pdf
from panoh.casebook.consent.reading.piece import Piece
from panoh.casebook.consent.reading.text import read_text

__all__ = ["FILE_NAME", "Piece", "Reading", "read"]

FILE_NAME = "file name"

READERS: tuple[tuple[bytes, Callable[[bytes], Iterator[Piece]]], ...] = (
    (b"%PDF-", read_pdf),
    (b"PK\x03\x04", read_docx),
)


@dataclass(frozen=True, slots=True)
class Reading:
    """The pieces read, and whether all of the file could be read."""

    pieces: tuple[Piece, ...]
    whole: bool


def read(name: str, data: bytes) -> Reading:
    """Read a finished file; its own name is its first piece. An error means it is not whole."""
    pieces = [Piece(FILE_NAME, name)]
    reader = next((each for magic, each in READERS if data.startswith(magic)), read_text)
    whole = True
    try:
        for piece in reader(data):
            pieces.append(piece)
            whole = whole and piece.read
    except Exception:  # noqa: BLE001 - whatever a parser raises, the file counts as unread
        whole = False
    return Reading(tuple(piece for piece in pieces if piece.read), whole)
