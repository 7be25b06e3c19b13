"""Finding people's names in a text, in any script, spelling and inflection.

Every word of the text is turned into keys; the stem of a name is found where its key begins the
word's key, the vowels agree, and what follows is an ending that names take. This is linear in the
text, however many names there are. It is the heart of the consent gate: a false alarm costs a
look, a name missed may cost a life.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from panoh.model.names.endings import Role, stems
from panoh.model.names.keys import keyed
from panoh.model.names.letters import is_arabic, is_cyrillic
from panoh.model.names.literal import Literals, is_literal, literals_sought
from panoh.model.names.parse import NameParts, is_initial, parse
from panoh.model.names.phones import is_sparse, readings
from panoh.model.names.pieces import LEAST, Piece, pieces
from panoh.model.names.similarity import likeness
from panoh.model.names.tails import has_ending, is_tail
from panoh.model.names.words import is_common

Key = TypeVar("Key", bound=Hashable)

#: How far apart two parts of one name may stand to be taken together, in words.
NEAR = 6
#: How alike the stem of a name and the beginning of a word must be, by whether the word is in
#: small letters (names more rarely are) and whether its key is longer than `SHORT`.
_LEAST_ALIKE = {
    (False, True): 0.78, (False, False): 0.85, (True, True): 0.9, (True, False): 0.95,
}  # fmt: skip
SHORT, WITHOUT_VOWELS = 2, 4
#: How alike the other part of a name must be in a word that runs them together.
ALIKE_GLUED = 0.8

FULL: Final = "full"
PART: Final = "part"
WORD: Final = "word"


@dataclass(frozen=True, slots=True)
class Hit(Generic[Key]):
    """Where whose name stands in a text: `text[start:end] == surface`.

    `strength`: "full" if another part of the same person's name stands near, or a code name was
    found as it is written; "part" for a given name or surname alone; "word" for one that is an
    everyday word as well and is not written with a capital letter.
    """

    key: Key
    start: int
    end: int
    surface: str
    strength: str


@dataclass(frozen=True, slots=True)
class _Stem(Generic[Key]):
    """The stem of a word in somebody's name: its sounds up to the last consonant, and the rest."""

    person: Key
    head: str
    rest: str
    father: bool

    def fits(self, head: str, tail: str, size: int, *, strictly: bool) -> bool:
        """Whether a word that begins with these sounds may be a form of the name."""
        if self.rest and not tail:
            return False
        if strictly and size < WITHOUT_VOWELS and is_sparse(self.head):
            return False
        # A last -a changes with the case; other last vowels stay, and tell short names apart.
        kept = "" if size > SHORT or self.rest[:1] in ("a", "E") else self.rest[:1]
        least = _LEAST_ALIKE[strictly, size > SHORT]
        return likeness(self.head + kept, head + tail[: len(kept)]) >= least


@dataclass(frozen=True, slots=True)
class _Match(Generic[Key]):
    """A stem found in a word: by which key, and whether an ending makes it more than a name."""

    stem: _Stem[Key]
    by: str
    ended: bool
    glued: bool

    @property
    def rank(self) -> tuple[bool, int]:
        """What is not only a bare father's name first, then the shorter key."""
        return self.stem.father and not self.ended, len(self.by)


class NameFinder(Generic[Key]):
    """Finds the names of many people at once; `names` maps each person to all their names."""

    def __init__(self, names: Mapping[Key, Sequence[str]]) -> None:
        told = [(person, text) for person, texts in names.items() for text in texts]
        self._literals = Literals((person, text) for person, text in told if is_literal(text))
        self._stems: defaultdict[str, dict[_Stem[Key], None]] = defaultdict(dict)
        for person, text in told:
            if not is_literal(text):
                self._learn(person, parse(text))
        self._longest = max(map(len, self._stems), default=0)
        self._begun = {key[:size] for key in self._stems for size in range(1, LEAST + 1)}

    def keys(self) -> frozenset[str]:
        """By what these names are looked up: nobody is found in a text that seeks none of them."""
        return frozenset((*self._stems, *self._literals.keys()))

    def find(self, text: str) -> list[Hit[Key]]:
        """Every place where somebody's name stands, in the order of the text."""
        seen: dict[tuple[str, int], dict[Key, _Match[Key]]] = {}
        found: defaultdict[Key, list[tuple[Piece, _Match[Key]]]] = defaultdict(list)
        for piece in pieces(text):
            known = (piece.word, piece.least)
            if known not in seen:
                seen[known] = self._matches(*known)
            for person, match in seen[known].items():
                found[person].append((piece, match))
        hits = [hit for person, places in found.items() for hit in _judged(text, person, places)]
        hits += [
            Hit(person, start, end, text[start:end], FULL)
            for person, start, end in self._literals.find(text)
        ]
        return sorted(hits, key=lambda hit: (hit.start, hit.end))

    def _learn(self, person: Key, parts: NameParts) -> None:
        roles: tuple[tuple[Role, tuple[str, ...]], ...] = (
            ("given", parts.given), ("father", parts.father), ("surname", parts.surname),
        )  # fmt: skip
        alone = sum(len(words) for _, words in roles) == 1
        for role, words in roles:
            for word in words:
                if not is_initial(word):
                    weak = role == "father" and not parts.unsure and not alone
                    self._learn_word(person, word, father=weak)

    def _learn_word(self, person: Key, word: str, *, father: bool) -> None:
        for sounds in dict.fromkeys(
            (*readings(word), *stems(word, "given"), *stems(word, "surname"))
        ):
            for key, ends in keyed(sounds):
                if key:
                    head = sounds[: ends[-1]] or sounds
                    rest = sounds[len(head) :].rstrip("h")
                    stem = _Stem(person, head.replace("z", "s"), rest, father)
                    self._stems[key][stem] = None

    def _matches(self, word: str, least: int) -> dict[Key, _Match[Key]]:
        """Whose stems begin this word; for each person the shortest, which all forms share."""
        found: dict[Key, _Match[Key]] = {}
        for match in self._looked_up(word, least):
            known = found.get(match.stem.person)
            if known is None or match.rank < known.rank:
                found[match.stem.person] = match
        return found

    def _looked_up(self, word: str, least: int) -> Iterator[_Match[Key]]:
        script = "" if is_arabic(word) else "Cyrl" if is_cyrillic(word) else "Latn"
        strictly = script if word == word.lower() else ""
        for sounds in readings(word):
            for key, ends in keyed(sounds):
                if key[:least] not in self._begun:
                    continue
                for size in range(least, min(len(key), self._longest) + 1):
                    head, tail = sounds[: ends[size - 1]] or sounds, sounds[ends[size - 1] :]
                    if script and is_sparse(head):
                        continue  # an abbreviation: these scripts write vowels
                    yield from self._stems_in(key[:size], head, tail, strictly)

    def _stems_in(self, key: str, head: str, tail: str, script: str) -> Iterator[_Match[Key]]:
        near = self._stems.get(key, ())
        ending = bool(near) and is_tail(tail, script)
        if not near or not (ending or len(tail) > 3):
            return
        head = head.replace("z", "s")  # German writes s for both
        for stem in near:
            if stem.fits(head, tail, len(key), strictly=bool(script)):
                glued = len(tail) > 3 and self._goes_on(stem, tail)
                if ending or glued:
                    yield _Match(stem, key, has_ending(tail), glued)

    def _goes_on(self, stem: _Stem[Key], tail: str) -> bool:
        """Whether another part of the same name follows in one word: jamshedsaidov."""
        tail = tail.lstrip("aoieuy")
        key, ends = keyed(tail)[0]
        return any(
            other.person == stem.person
            and other.head != stem.head
            and is_tail(tail[ends[size - 1] :])
            and likeness(other.head, tail[: ends[size - 1]]) >= ALIKE_GLUED
            for size in range(2, len(key) + 1)
            for other in self._stems.get(key[:size], ())
        )


def sought(text: str) -> set[str]:
    """Every key by which any name could be found in a text; see `NameFinder.keys`."""
    found = set(literals_sought(text))
    for word, least in {(piece.word, piece.least) for piece in pieces(text)}:
        for sounds in readings(word):
            for key, _ends in keyed(sounds):
                found.update(key[:size] for size in range(least, len(key) + 1))
    return found


def _judged(text: str, person: Key, places: list[tuple[Piece, _Match[Key]]]) -> Iterator[Hit[Key]]:
    alone = {piece.place for piece, _ in places if not piece.joined}
    keys: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for piece, match in places:
        keys[match.by].append((piece.place, piece.start))
    for at in keys.values():
        at.sort()
    for piece, match in places:
        if piece.joined and (piece.place in alone or piece.place + 1 in alone):
            continue
        strength = _strength(piece, match, keys)
        if strength:
            yield Hit(person, piece.start, piece.end, text[piece.start : piece.end], strength)


def _strength(piece: Piece, match: _Match[Key], keys: Mapping[str, list[tuple[int, int]]]) -> str:
    if match.glued or any(_near(piece, at) for by, at in keys.items() if by != match.by):
        return FULL
    if match.stem.father and not match.ended:
        return ""
    lower = piece.word == piece.word.lower()
    return WORD if lower and is_common(piece.word) else PART


def _near(piece: Piece, at: list[tuple[int, int]]) -> bool:
    """Whether one of these places and starts is near the piece and not the piece itself."""
    first = bisect_left(at, (piece.place - NEAR, -1))
    last = bisect_left(at, (piece.place + NEAR + 1, -1))
    return any(start != piece.start for _, start in at[first:last])
