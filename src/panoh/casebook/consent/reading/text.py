"""Plain text and markup: UTF-8, UTF-16 or UTF-32 by their marks, so that nothing is misread."""

import codecs
import re
from collections.abc import Iterator

from panoh.casebook.consent.reading.markup import attributes, is_markup, words
from panoh.casebook.consent.reading.piece import Piece, unread

#: Longer marks first: that of UTF-32 begins like that of UTF-16.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: Formats made of letters in which words can be written so that only their program shows them.
PROGRAMS = (r"{\rtf", "%!PS", "MIME-Version:")
_BINARY = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_OTHER_ENCODING = re.compile(r"encoding\s*=\s*[\"'](?!utf-?8|utf-?16|us-ascii)", re.IGNORECASE)
#: Drawn letters, pictures, programs, and words that a document type puts in.
_DRAWN = re.compile(
    r"<(?:[\w.-]+:)?(?:path|polygon|polyline|image|img|script|object|embed|canvas|video|iframe)\b"
    r"|<!ENTITY|<!DOCTYPE[^>]*\[",
    re.IGNORECASE,
)


def read_text(where: str, data: bytes) -> Iterator[Piece]:
    """The text, and if it is markup its words as a reader sees them; raises for what is no text."""
    text = decoded(data)
    yield Piece(where, text)
    if is_markup(text):
        yield Piece(where, words(text))
        if _DRAWN.search(text):
            yield unread(f"{where}: drawing, picture or program")
    if text.lstrip().startswith(PROGRAMS):
        yield unread(where)


def read_office_part(where: str, data: bytes) -> Iterator[Piece]:
    """The words of an XML part of an office file, then the values of its attributes."""
    text = decoded(data)
    yield Piece(where, words(text))
    yield Piece(where, attributes(text), markup=True)
    if "<!DOCTYPE" in text:
        yield unread(where)


def decoded(data: bytes) -> str:
    """The letters of a text; raises `UnicodeError` where they cannot be known for sure."""
    encoding = next((name for mark, name in MARKS if data.startswith(mark)), "utf-8")
    text = data.decode(encoding)
    if _BINARY.search(text) or _OTHER_ENCODING.search(text[:200]):
        raise UnicodeError
    return text
