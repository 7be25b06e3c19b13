"""Plain text: UTF-8 only, so that nothing is read as something else."""

from collections.abc import Iterator

from panoh.casebook.consent.reading.piece import Piece


def read_text(data: bytes) -> Iterator[Piece]:
    """The text as one piece; raises `UnicodeDecodeError` for anything that is not UTF-8 text."""
    text = data.decode("utf-8")
    if "\0" in text:
        raise UnicodeDecodeError("utf-8", data, 0, 1, "not a text")
    yield Piece("text", text)
