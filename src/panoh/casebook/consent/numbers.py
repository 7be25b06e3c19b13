"""Numbers by which a person is found: telephones, documents, however they are written."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)

#: Fewer digits than this are dates, ages and counts.
LEAST = 6
#: So many last digits are a telephone number without what is dialled before it: +992, 00992, 8.
NATIONAL = 9
_BETWEEN = r"[\s\-./()_,'*\u00ad\u200b-\u200f\u2010-\u2015\u202a-\u202e\u2060-\u2069\ufeff]{0,4}"
_RUN = re.compile(rf"\d(?:{_BETWEEN}\d){{{LEAST - 1},}}")
_GROUP = re.compile(r"\d+")


def key_of(number: str) -> str:
    """The digits by which a number is known again; empty if they are too few to find anybody."""
    digits = _plain("".join(_GROUP.findall(number)))
    return digits[-NATIONAL:] if len(digits) >= LEAST else ""


def keys_in(text: str) -> Iterator[str]:
    """The keys of the numbers that stand in free words."""
    return (key_of(run.group()) for run in _RUN.finditer(text))


def keys_sought(text: str) -> Iterator[str]:
    """Every key of a number that may stand in a text, also in the midst of a longer one."""
    for run in _RUN.finditer(text):
        digits = _plain("".join(_GROUP.findall(run.group())))
        for size in range(LEAST, NATIONAL + 1):
            yield from (digits[at : at + size] for at in range(len(digits) - size + 1))


class Numbers(Generic[Key]):
    """Finds the numbers of many people at once, in time that does not grow with them."""

    def __init__(self, numbers: Iterable[tuple[Key, str]]) -> None:
        self._owners: defaultdict[str, list[Key]] = defaultdict(list)
        for owner, key in numbers:
            if key:
                self._owners[key].append(owner)
        self._sizes = sorted({len(key) for key in self._owners})

    def find(self, text: str) -> Iterator[tuple[Key, str]]:
        """Whose numbers stand in the text, and as what."""
        for run in _RUN.finditer(text) if self._sizes else ():
            groups = [_plain(group) for group in _GROUP.findall(run.group())]
            for key in dict.fromkeys(self._parts("".join(groups), _edges(groups))):
                for owner in self._owners[key]:
                    yield owner, run.group()

    def _parts(self, digits: str, edges: frozenset[int]) -> Iterator[str]:
        """Known numbers in a run. A short one counts only where groups of digits begin and end."""
        for size in self._sizes:
            for start in range(len(digits) - size + 1):
                key = digits[start : start + size]
                whole = start in edges and start + size in edges
                if key in self._owners and (size >= NATIONAL or whole):
                    yield key


def _edges(groups: Iterable[str]) -> frozenset[int]:
    edges = [0]
    for group in groups:
        edges.append(edges[-1] + len(group))
    return frozenset(edges)


def _plain(digits: str) -> str:
    """Digits of any script as European ones."""
    return "".join(str(unicodedata.decimal(digit)) for digit in digits)
