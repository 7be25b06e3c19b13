"""Finished bytes become pieces of text; what cannot be read is said to be unread.

One module per type of file. A type is known by its first bytes, never by its name.
"""

from collections.abc import Iterator

from panoh.casebook.consent.reading.archive import read_archive
from panoh.casebook.consent.reading.escapes import is_encoded, lines_spelled_out
from panoh.casebook.consent.reading.pdf import read_pdf
from panoh.casebook.consent.reading.piece import FILE_NAME, Piece, unread
from panoh.casebook.consent.reading.text import read_text

__all__ = ["FILE_NAME", "Piece", "read"]

#: How many archives may stand within each other.
DEEPEST = 3
BODY = "text"


def read(name: str, data: bytes) -> list[Piece]:
    """Everything a finished file says, and a piece for every part of it that cannot be read."""
    pieces = [Piece(FILE_NAME, name), *_read(BODY, data, DEEPEST)]
    return [each for piece in pieces for each in _spelled_out(piece)]


def _read(where: str, data: bytes, deeper: int) -> Iterator[Piece]:
    """The pieces of a file or of a file within it. Whatever a parser raises: it is unread."""

    def inner(part: str, inside: bytes) -> Iterator[Piece]:
        return _read(part, inside, deeper - 1) if deeper else iter([unread(part)])

    try:
        if data.startswith(b"%PDF-"):
            yield from read_pdf(where, data, inner)
        elif data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
            yield from read_archive(where, data, inner)
        else:
            yield from read_text(where, data)
    except Exception:  # noqa: BLE001 - see the docstring
        yield unread(where)


def _spelled_out(piece: Piece) -> Iterator[Piece]:
    """The piece as it is written, and with codes of letters read where it holds any."""
    yield piece
    try:
        plain = lines_spelled_out(piece.text)
    except ValueError:  # the code of a letter with thousands of digits
        yield unread(f"{piece.where}: encoded data")
        return
    if plain:
        yield Piece(piece.where, plain, markup=piece.markup)
    if is_encoded(piece.text):
        yield unread(f"{piece.where}: encoded data")
