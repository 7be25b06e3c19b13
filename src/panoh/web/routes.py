"""The ways into the interface: a path, a handler, and whether the vault must be open for it."""

from collections.abc import Callable
from dataclasses import dataclass

from panoh.web.page import Reply
from panoh.web.visit import Visit

Handler = Callable[[Visit], Reply]


@dataclass(frozen=True, slots=True)
class Way:
    """One route. `most` is set where a file is taken: the bytes it may have, all held in memory.

    `open` ways hold the vault while their handler runs; the others never see it.
    """

    method: str
    path: str
    handler: Handler
    open: bool = True
    most: int = 0


def get(path: str, handler: Handler, *, open: bool = True) -> Way:  # noqa: A002 - the vault's state
    """A page."""
    return Way("GET", path, handler, open)


def post(path: str, handler: Handler, *, open: bool = True) -> Way:  # noqa: A002
    """A form."""
    return Way("POST", path, handler, open)


def upload(path: str, handler: Handler, most: int) -> Way:
    """A form with one file of at most so many bytes; its path has no parameters."""
    return Way("POST", path, handler, most=most)
