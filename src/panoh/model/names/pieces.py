"""The words of a text as names stand in it: broken at a line's end, spaced out, run together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, product

from panoh.model.names.letters import APOSTROPHES, INVISIBLE

_MARKS = "\u0300-\u036f\u0483-\u0487\u0610-\u061a\u064b-\u065f\u0670"
_LETTER = r"[^\W\d_]"
#: Letters with the marks, apostrophes and invisible characters inside a word; no figures, no `_`.
_WORD = re.compile(
    rf"{_LETTER}(?:[{_MARKS}{INVISIBLE}]|[{APOSTROPHES}](?=[{INVISIBLE}]*{_LETTER})|{_LETTER})*"
)
#: What may stand between the halves of a word or the parts of a compound: little, and no sentence.
_GAP = re.compile(rf"[{APOSTROPHES}]?[\s{INVISIBLE}]{{0,8}}[-‐‑‒–—−¬·.]?[\s{INVISIBLE}]{{0,8}}")
_BREAK = re.compile(
    rf"[{APOSTROPHES}]?(?:[\s{INVISIBLE}]*[-‐‑¬][\s{INVISIBLE}]*|[ \t]*[\r\n]\s*|[{INVISIBLE}]+)"
    rf"[{APOSTROPHES}]?"
)
#: Between letters set apart; two spaces end a word.
_APART = re.compile(rf"[{INVISIBLE}]*[ .\-]?[{APOSTROPHES}{INVISIBLE}]*[ .\-]?")
_CAMEL = re.compile(r"(?<=[a-zа-яёғӣқӯҳҷ])(?=[A-ZА-ЯЁҒӢҚӮҲҶ])")
_FORMS = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
#: How long the key of a name must be to be looked for in two words that only stand together.
LEAST = 4
#: The longest word that can be a name.
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Piece:
    """A word of a text, or several taken as one: where it stands and which in the order it is.

    `least`: how long the key of a name must be to be looked for in it.
    """

    start: int
    end: int
    word: str
    place: int
    joined: bool = False
    least: int = 1


def pieces(text: str) -> Iterator[Piece]:
    """Every word, its parts if run together, and neighbours that may be one word broken in two."""
    words = [match for match in _WORD.finditer(text) if match.end() - match.start() <= _LONGEST]
    for place, match in enumerate(words):
        yield from _alone(match, place)
        yield from _joined(text, words, place)
    yield from _spaced(text, words)


def _alone(match: re.Match[str], place: int) -> Iterator[Piece]:
    start, end, word = match.start(), match.end(), match.group()
    yield Piece(start, end, word, place)
    if _FORMS.search(word):  # pages often give these in the order of the eye
        yield Piece(start, end, word[::-1], place)
    cuts = [0, *(cut.start() for cut in _CAMEL.finditer(word)), len(word)]
    if len(cuts) > 2:
        for sooner, later in pairwise(cuts):
            yield Piece(start + sooner, start + later, word[sooner:later], place)


def _joined(text: str, words: list[re.Match[str]], place: int) -> Iterator[Piece]:
    first, word = words[place], words[place].group()
    for count, follower in enumerate(words[place + 1 : place + 3]):
        gap = text[words[place + count].end() : follower.start()]
        broken = _BREAK.fullmatch(gap)
        if not broken and (count or not _GAP.fullmatch(gap)):
            return
        word += follower.group()
        least = 2 if broken else LEAST
        yield Piece(first.start(), follower.end(), word, place, joined=True, least=least)


def _spaced(text: str, words: list[re.Match[str]]) -> Iterator[Piece]:
    """Words whose letters stand apart: S a i d o v."""
    run: list[int] = []
    for place, match in enumerate(words):
        if run and not _letter_follows(text, words[run[-1]], match):
            yield from _run(words, run)
            run = []
        if match.end() - match.start() == 1:
            run.append(place)
    yield from _run(words, run)


def _letter_follows(text: str, before: re.Match[str], match: re.Match[str]) -> bool:
    gap = text[before.end() : match.start()]
    return match.end() - match.start() == 1 and _APART.fullmatch(gap) is not None


def _run(words: list[re.Match[str]], run: list[int]) -> Iterator[Piece]:
    """The letters as one word; words of one letter may stand before or after it."""
    for before, after in product(range(3), repeat=2):
        chosen = run[before : len(run) - after]
        if len(chosen) > 2:
            yield _together(words, chosen)


def _together(words: list[re.Match[str]], run: list[int]) -> Piece:
    start, end = words[run[0]].start(), words[run[-1]].end()
    word = "".join(words[place].group() for place in run)
    return Piece(start, end, word, run[0], joined=True, least=2)
