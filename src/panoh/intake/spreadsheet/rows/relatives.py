"""Whose relative somebody is: the exile's name, and what the person of the row is to them."""

import re
from dataclasses import dataclass

from panoh.intake.spreadsheet.rows.words import only_term

_BRACKETS = re.compile(r"(?P<name>[^()]+)\((?P<words>[^()]*)\)\s*")
_TAIL = re.compile(r"(?P<name>.+?)\s*(?:,|;|:|\s[–—-])\s*(?P<words>[^,;:()]+)")
_LEAD = re.compile(r"(?P<words>\S+(?:\s+\S+)?)\s+(?P<name>\S.*)")
_FIRST = re.compile(r"(?P<words>\S+)\s+(?P<name>\S.*)")


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
        return RelativeOf(bracketed["name"].strip(), words, only_term("relations", words))
    for form in (_TAIL, _LEAD, _FIRST):
        found = form.fullmatch(text)
        relation = only_term("relations", found["words"]) if found else ""
        if found and relation and not only_term("relations", found["name"]):
            name = found["name"].strip()
            return RelativeOf(name.removeprefix("of ").strip(), found["words"].strip(), relation)
    return RelativeOf(text)
