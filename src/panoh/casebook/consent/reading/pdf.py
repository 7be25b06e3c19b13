"""PDF: what every page draws, every string and note in its objects, every file within it."""

import io
import logging
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from panoh.casebook.consent.reading.drawing import read_drawing
from panoh.casebook.consent.reading.objects import Kept, kept_in, objects_of
from panoh.casebook.consent.reading.piece import Inner, Piece, unread

# What the library has to say about a damaged file may quote it.
logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)

#: How many lines at the end and the beginning of pages may hold the halves of one word.
NEAR_THE_EDGE = 4
HYPHENS = "-\u2010\u2011\u00ad"


def read_pdf(where: str, data: bytes, inner: Inner) -> Iterator[Piece]:
    """The pages, then the objects; raises if the file is encrypted or damaged."""
    from pypdf import PdfReader
    from pypdf.errors import FileNotDecryptedError

    document = PdfReader(io.BytesIO(data), strict=True)
    if document.is_encrypted:
        raise FileNotDecryptedError
    if data.count(b"startxref") > 1:
        yield unread(f"{where}: earlier versions within the file")
    pages: list[str] = []
    for number, page in enumerate(document.pages, 1):
        for piece in read_drawing(f"page {number}", page):
            if piece.where == f"page {number}" and piece.read:
                pages.append(piece.text)
            yield piece
    yield from _over_the_edge(pages)
    for kept in kept_in(objects_of(document)):
        yield from _kept(where, kept, document, inner)


def _kept(where: str, kept: Kept, document: Any, inner: Inner) -> Iterator[Piece]:
    place = f"{where}: {kept.what}"
    match kept.what:
        case "text":
            yield Piece(f"{where}: property, note or label", kept.text)
        case "file":
            yield from inner(place, kept.stream.get_data())
        case "drawing":
            yield from read_drawing(place, _as_page(document, kept.stream))
        case _:
            yield unread(place)


def _as_page(document: Any, stream: Any) -> Any:
    """A drawing that stands outside of the pages, such as the face of a note, as a page."""
    from pypdf import PageObject
    from pypdf.generic import DictionaryObject, NameObject

    page = PageObject(document)
    page[NameObject("/Resources")] = stream.get("/Resources", DictionaryObject())
    page[NameObject("/Contents")] = stream
    return page


def _over_the_edge(pages: Sequence[str]) -> Iterator[Piece]:
    """Words that begin on one page and end on the next, whatever stands at head and foot."""
    for number, (page, following) in enumerate(pairwise(pages), 1):
        for end in _lines(page)[-NEAR_THE_EDGE:]:
            if end.endswith(tuple(HYPHENS)):
                for start in _lines(following)[:NEAR_THE_EDGE]:
                    word = _last(end).rstrip(HYPHENS) + _first(start)
                    yield Piece(f"pages {number} and {number + 1}", word)


def _lines(page: str) -> list[str]:
    return [line.strip() for line in page.splitlines() if line.strip()]


def _last(line: str) -> str:
    return next(reversed(line.split()), "")


def _first(line: str) -> str:
    return next(iter(line.split()), "")
