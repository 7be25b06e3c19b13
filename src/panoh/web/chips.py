"""Filters of a list: words to press, and addresses that hold codes and identifiers alone."""

from dataclasses import dataclass
from urllib.parse import urlencode


@dataclass(frozen=True, slots=True)
class Chip:
    """One filter: its words, where it leads, and whether it is the one that holds."""

    label: str
    path: str
    on: bool


def address(path: str, **asked: str | int) -> str:
    """The address of a list with what is asked of it; what is empty is left out."""
    given = urlencode({name: value for name, value in asked.items() if value})
    return f"{path}?{given}" if given else path
