"""A piece of what a file says, and where in it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """Text and the place it stands in; `read` is false for a part only a human can judge."""

    where: str
    text: str
    read: bool = True
