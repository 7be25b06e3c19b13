"""A piece of what a file says, and where in it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

FILE_NAME = "file name"


@dataclass(frozen=True, slots=True)
class Piece:
    """Text and the place it stands in.

    `read` is false for a part only a human can judge. `markup` says that the text is not prose
    but values of a file format, many of which are words that only look like names.
    """

    where: str
    text: str = ""
    read: bool = True
    markup: bool = False


#: Reads the bytes of a part inside a file; the first argument says where it stands.
Inner = Callable[[str, bytes], Iterator[Piece]]


def unread(where: str) -> Piece:
    """A part that a human must look at."""
    return Piece(where, read=False)
