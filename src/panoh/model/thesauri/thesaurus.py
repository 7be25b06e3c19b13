"""A thesaurus: a short list of terms with labels, and the words by which people write them."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

Say = Callable[[str], str]

#: Letters that typists without a Tajik keyboard write in place of others.
_FOLD = str.maketrans("ёӣӯғқҳҷўі", "еиугкхчуи")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Term:
    """One term. A code is never given a new meaning.

    `huridocs` is the code of the micro-thesaurus where one exists. An act `opens` a state of the
    ledger. `inverse` and `degree` belong to relations, `watched` to states in which silence counts.
    """

    code: str
    label: str
    parent: str = ""
    note: str = ""
    huridocs: str = ""
    opens: str = ""
    inverse: str = ""
    degree: int = 0
    watched: bool = False


@dataclass(frozen=True)
class Thesaurus:
    """Terms by code, and the phrases by which each is recognised."""

    name: str
    terms: Mapping[str, Term]
    phrases: Mapping[tuple[str, ...], str] = field(default_factory=dict)

    def label(self, code: str, say: Say) -> str:
        """The label of a code in the reader's language; an unknown code is shown as it is."""
        return say(self.terms[code].label) if code in self.terms else code

    def children(self, code: str) -> list[str]:
        """The codes directly under a code."""
        return [term.code for term in self.terms.values() if term.parent == code]

    def is_under(self, code: str, other: str) -> bool:
        """Whether `code` is a narrower kind of `other`."""
        while code in self.terms and self.terms[code].parent:
            code = self.terms[code].parent
            if code == other:
                return True
        return False

    def recognise(self, text: str) -> list[Term]:
        """The terms whose words stand in the text, in their order, each once.

        A phrase is a run of stems; the longest phrase at a place wins. Nothing is guessed: a text
        without a known phrase gives nothing.
        """
        whole = unicodedata.normalize("NFC", text)
        return list(dict.fromkeys(term for term, _start, _end in self.find(whole)))

    def find(self, text: str) -> Iterator[tuple[Term, int, int]]:
        """As `recognise`, every place of each: `text[start:end]` are the words; text in NFC."""
        matches = list(_WORD.finditer(text))
        words = [_fold(match.group()) for match in matches]
        place = 0
        while place < len(words):
            length, code = self._longest(words, place)
            if code:
                last = matches[place + length - 1]
                yield self.terms[code], matches[place].start(), last.end()
            place += max(1, length)

    def _longest(self, words: list[str], place: int) -> tuple[int, str]:
        best, code = 0, ""
        for stems, each in self._by_letter.get(words[place][0], ()):
            if len(stems) > best and _begins(words[place : place + len(stems)], stems):
                best, code = len(stems), each
        return best, code

    @cached_property
    def _by_letter(self) -> dict[str, list[tuple[tuple[str, ...], str]]]:
        """The phrases by their first letter: a list of 10,000 rows asks for them often."""
        index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for stems, code in self.phrases.items():
            index.setdefault(stems[0][0], []).append((stems, code))
        return index


def _begins(words: list[str], stems: tuple[str, ...]) -> bool:
    """Each stem begins its word; a stem that ends in "=" is the whole word."""
    return len(words) == len(stems) and all(
        word == stem[:-1] if stem.endswith("=") else word.startswith(stem)
        for word, stem in zip(words, stems, strict=True)
    )


def _fold(word: str) -> str:
    return word.casefold().translate(_FOLD)


def thesaurus(
    name: str, terms: Iterable[Term], words: Mapping[str, str] | None = None
) -> Thesaurus:
    """Build a thesaurus; `words` maps a code to its phrases, separated by semicolons."""
    by_code = {term.code: term for term in terms}
    phrases: dict[tuple[str, ...], str] = {}
    for code, text in (words or {}).items():
        for phrase in text.split(";"):
            stems = tuple(_fold(stem) for stem in phrase.split())
            if stems and (phrases.setdefault(stems, code) != code or code not in by_code):
                raise ValueError(name, code)
    return Thesaurus(name, by_code, phrases)
