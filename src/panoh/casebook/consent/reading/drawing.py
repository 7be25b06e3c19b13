"""One page or drawing of a PDF: its text, the words hidden beside it, and what is only drawn."""

import codecs
from collections.abc import Iterator, Mapping
from typing import Any

from panoh.casebook.consent.reading.piece import Piece, unread
from panoh.model.names.letters import is_arabic

#: More steps of filled shapes or of lines on a page than these are no boxes and rules: letters as
#: outlines, a map, a QR code (the smallest has some 70 runs of dark squares). Our own pages have
#: up to 3 and 44.
MOST_FILLED, MOST_LINES = 60, 200
FILLS = frozenset((b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"))
STEPS = frozenset((b"l", b"c", b"v", b"y", b"re"))
LINES = frozenset((b"S", b"s"))
SIDE_TEXTS = frozenset((b"BDC", b"DP"))


class _Watcher:
    """Sees every step of a drawing while its text is taken out."""

    def __init__(self) -> None:
        self.beside: list[str] = []
        self.filled = 0
        self.lines = 0
        self.picture = False
        self._steps = 0

    def __call__(self, operator: bytes, operands: Any, *_matrices: Any) -> None:
        if operator in STEPS:
            self._steps += 1
        elif operator in FILLS:
            self.filled += self._steps
            self._steps = 0
        elif operator in LINES:
            self.lines += self._steps
            self._steps = 0
        elif operator == b"n":
            self._steps = 0
        elif operator in SIDE_TEXTS:
            self.beside.extend(_strings(operands))
        elif operator == b"INLINE IMAGE":
            self.picture = True


def read_drawing(where: str, page: Any) -> Iterator[Piece]:
    """The text, the words that stand for it (marked content), and whether more is drawn."""
    watcher = _Watcher()
    text = page.extract_text(visitor_operand_before=watcher)
    yield Piece(where, text)
    if is_arabic(text):  # words with endings come out in an order that hides them
        yield unread(f"{where}: words written from right to left")
    if watcher.beside:
        yield Piece(f"{where}: words beside the text", "\n".join(dict.fromkeys(watcher.beside)))
    if watcher.picture:
        yield unread(f"{where}: picture")
    if watcher.filled > MOST_FILLED or watcher.lines > MOST_LINES:
        yield unread(f"{where}: drawing")


def string_of(value: Any) -> str | None:
    """The letters of a PDF string in whichever of its encodings; `None` for all other values."""
    from pypdf.generic import ByteStringObject, TextStringObject

    if isinstance(value, TextStringObject):
        return str(value)
    if not isinstance(value, ByteStringObject):
        return None
    if value.startswith((codecs.BOM_UTF16_BE, codecs.BOM_UTF16_LE)):
        return value.decode("utf-16", "replace")
    try:
        return value.decode("utf-8-sig")
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _strings(each)
    elif (text := string_of(value)) is not None:
        yield text
