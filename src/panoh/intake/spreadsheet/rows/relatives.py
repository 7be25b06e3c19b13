"""Whose relative somebody is: the exile's name, and what the person of the row is to them."""

import re
from dataclasses import dataclass

from panoh.intake.spreadsheet.rows.words import only_term

_BRACKETS = re.compile(r"(?P<name>[^()]+)\((?P<words>[^()]*)\)\s*")
_TAIL = re.compile(r"(?P<name>.+?)\s*(?:,|;|:|\s[–—-])\s*(?P<words>[^,;:()]+)")


@dataclass(frozen=True, slots=True)
class RelativeOf:
    """The exile's name as written, the words for the relation, and its term if one fits."""

    name: str
    words: str = ""
    relation: str = ""


def relative_of(text: str) -> RelativeOf:
    """Read `Name (father)`, `Name, father` or `brother of Name`; else the whole cell is a name."""
    bracketed = _BRACKETS.fullmatch(text)
    if bracketed:
        words = bracketed["words"].strip()
        return RelativeOf(bracketed["name"].strip(), words, _relation(words))
    tail = _TAIL.fullmatch(text)
    if tail and _relation(tail["words"]) and not _relation(tail["name"]):
        return RelativeOf(tail["name"].strip(), tail["words"].strip(), _relation(tail["words"]))
    return _leading(text)


def _leading(text: str) -> RelativeOf:
    """`brother of Name`: the words before the name end with the last that is a relation."""
    parts = text.split()
    length = 0
    while length < len(parts) - 1 and _relation(parts[length]):
        length += 1
    if not length and len(parts) > 2 and _relation(parts[1]):
        length = 2
    words = " ".join(parts[:length])
    name = " ".join(parts[length:]).removeprefix("of ")
    relation = _relation(words) if length else ""
    return RelativeOf(name, words, relation) if relation else RelativeOf(text)


def _relation(text: str) -> str:
    return only_term("relations", text)
