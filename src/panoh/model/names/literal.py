"""Code names with figures or single letters: found as they are written, not by sound."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from typing import Generic, TypeVar

from panoh.model.names.parse import words_of
from panoh.model.names.phones import fold

Key = TypeVar("Key", bound=Hashable)

#: Tells keys of what is written from keys of sounds.
_MARK = "="
_RUN = re.compile(r"[^\W\d_]+|\d+")


def is_literal(text: str) -> bool:
    """Whether a name has figures, or no word of more than one letter."""
    return any(letter.isdigit() for letter in text) or all(len(word) < 2 for word in words_of(text))


class Literals(Generic[Key]):
    """Finds names run by run (letters or figures); what stands between the runs does not count."""

    def __init__(self, names: Iterable[tuple[Key, str]]) -> None:
        self._by_first: defaultdict[str, list[tuple[Key, tuple[str, ...], str]]] = defaultdict(list)
        for key, text in names:
            runs = tuple(map(_folded, _RUN.findall(text)))
            if runs:
                self._by_first[runs[0]].append((key, runs, text.strip()))

    def keys(self) -> Iterator[str]:
        """By what these names are looked up."""
        return (_MARK + first for first in self._by_first)

    def find(self, text: str) -> Iterator[tuple[Key, int, int]]:
        """Who is named, from where to where. A single letter counts only as it is written."""
        if not self._by_first:
            return
        found = [(match.start(), match.end(), match.group()) for match in _RUN.finditer(text)]
        folded = [_folded(run) for _, _, run in found]
        for place, first in enumerate(folded):
            for key, runs, written in self._by_first.get(first, ()):
                last = place + len(runs) - 1
                if (
                    tuple(folded[place : last + 1]) != runs
                    or found[last][1] - found[place][0] > len(written) + 8
                ):
                    continue
                if len(written) > 1 or found[place][2] == written:
                    yield key, found[place][0], found[last][1]


def literals_sought(text: str) -> Iterator[str]:
    """Every key by which a name that is found as it is written could be found in a text."""
    return (_MARK + _folded(run) for run in dict.fromkeys(_RUN.findall(text)))


def _folded(run: str) -> str:
    return str(int(run)) if run.isdecimal() else fold(run)
