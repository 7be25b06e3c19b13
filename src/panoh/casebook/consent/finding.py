"""Finding what has no consent in the pieces of a file: names, numbers, addresses, accounts."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from panoh.casebook.consent.addresses import Address, numbers_near
from panoh.casebook.consent.answers import NEVER_ASKED, Answer, Asked, Use, asked
from panoh.casebook.consent.leads import learn, led_to
from panoh.casebook.consent.numbers import Numbers
from panoh.casebook.consent.reading import FILE_NAME, Piece
from panoh.casebook.consent.responsible import why_not
from panoh.casebook.consent.sibilants import hisses_otherwise
from panoh.casebook.consent.watched import SOURCE, handles_in, watched
from panoh.model.messages import mark as _
from panoh.model.names import Hit, NameFinder

NAME, CONTACT = "name", "contact"
WITHHELD = Answer(allowed=False, why=_("this source did not allow to be named"))
FULL, WORD = "full", "word"
#: Names within so many characters belong to one mention of one person.
MENTION = 60
_WORDS = re.compile(r"[^\W\d_]+")
#: A word of prose, no part of a link, an account or a compound.
_FREE = re.compile(r"(?<![\w@/.:?=&#-])[^\W\d_]+(?![\w@/=-]|\.\w)")


@dataclass(frozen=True, slots=True)
class Found:
    """Words that have no consent. `shared`: somebody with consent bears them as well.

    `everyday`: written like an everyday word, standing between the codes of a file format, or in
    Arabic letters with a z where the name has an s.
    `lead`: no name, but an address, number or account.
    """

    where: str
    words: str
    root: str
    why: str
    shared: bool = False
    everyday: bool = False
    lead: bool = False


#: Whose name it is; for a street, whose address.
Key = tuple[str, Address | None]


class Finder:
    """Everybody in the vault whom texts may name, and what they allow by one way out."""

    def __init__(self, db: Any, use: Use) -> None:
        self._db, self._use = db, use
        self._asked: dict[str, Asked] = {}
        self._said: dict[tuple[str, str], Answer] = {}
        self._responsible: dict[str, bool] = {}
        self._persons: set[int] = set()
        learn(db)
        self._know(self._persons)

    def _know(self, persons: set[int]) -> None:
        """Look for these persons (roots), for sources and contacts."""
        self._persons = persons
        self._people = {each.root: each for each in watched(self._db, persons)}
        names: dict[Key, Sequence[str]] = {}
        for each in self._people.values():
            names[each.root, None] = each.names
            names |= {(each.root, address): address.words for address in each.addresses}
        self._names = NameFinder(names)
        self._numbers = Numbers((p.root, key) for p in self._people.values() for key in p.numbers)
        self._handles = {h: p.root for p in self._people.values() for h in p.handles}

    def find(self, pieces: Sequence[Piece]) -> Iterator[Found]:
        """Everything without consent in the pieces of one file."""
        led = led_to(self._db, pieces)
        if not led <= self._persons:
            self._know(self._persons | led)
        small = _Small(pieces)
        for piece in pieces:
            hits = self._names.find(piece.text)
            yield from self._named(piece, [hit for hit in hits if hit.key[1] is None], small)
            yield from self._lived(piece, [hit for hit in hits if hit.key[1] is not None])
            leads = [*self._numbers.find(piece.text), *self._accounts(piece.text)]
            for root, words in leads:
                if not self._says(root, CONTACT).allowed:
                    yield Found(piece.where, words, root, self._says(root, CONTACT).why, lead=True)

    def responsible(self, found: Found) -> bool:
        """Whether words that nobody allowed name somebody who is recorded only as who did it.

        The name of a file is given to more people than the file, so there it never counts.
        """
        if found.lead or found.where == FILE_NAME or found.why != NEVER_ASKED.why:
            return False
        if found.root not in self._responsible:
            self._responsible[found.root] = not why_not(self._db, found.root, self._use.day)
        return self._responsible[found.root]

    def _says(self, root: str, what: str) -> Answer:
        if self._people[root].kind == SOURCE:
            return WITHHELD
        if (root, what) not in self._said:
            who = self._asked[root] = self._asked.get(root) or asked(self._db, root)
            self._said[root, what] = who.may(what, self._use)
        return self._said[root, what]

    def _named(self, piece: Piece, hits: list[Hit[Key]], small: "_Small") -> Iterator[Found]:
        """An everyday word in small letters is a name only in the name of a file."""
        hits = [hit for hit in hits if hit.strength != WORD or piece.where == FILE_NAME]
        mentions = _Mentions(hit for hit in hits if self._says(hit.key[0], NAME).allowed)
        own = _Mentions(hits)
        for hit in hits:
            root = hit.key[0]
            said = self._says(root, NAME)
            if said.allowed:
                continue
            shared = _shared(own.near(hit)[hit.key], hit, mentions.near(hit).values())
            if shared is None:
                continue
            everyday = hit.strength != FULL and (
                piece.markup
                or self._people[root].body
                or (piece.where != FILE_NAME and small.writes(hit.surface))
                or hisses_otherwise(hit.surface, self._people[root].names)
            )
            yield Found(piece.where, hit.surface, root, said.why, shared, everyday)

    def _lived(self, piece: Piece, hits: list[Hit[Key]]) -> Iterator[Found]:
        """A street is an address where the number of the house stands beside it."""
        for hit in hits:
            root, address = hit.key
            near = numbers_near(piece.text, hit.start, hit.end)
            if address and address.number in near and not self._says(root, CONTACT).allowed:
                yield Found(
                    piece.where, address.text, root, self._says(root, CONTACT).why, lead=True
                )

    def _accounts(self, text: str) -> Iterator[tuple[str, str]]:
        known = sorted(handles_in(text) & self._handles.keys()) if self._handles else ()
        return ((self._handles[handle], handle) for handle in known)


Span = tuple[int, int]


def _shared(own: set[Span], hit: Hit[Key], others: Any) -> bool | None:
    """Whether somebody with consent is named by these words as well; `None` if surely only they.

    It is surely they if the words around name them more fully than the one without consent:
    in "Jamshed Saidov" the surname is that of Jamshed, not of his brother Farid.
    """
    shared = False
    for spans in others:
        if not any(start <= hit.start and hit.end <= end for start, end in spans):
            continue
        covered = all(any(s <= start and end <= e for s, e in spans) for start, end in own)
        more = any(all(e <= start or end <= s for start, end in own) for s, e in spans)
        if covered and more:
            return None
        shared = shared or covered
    return shared


class _Mentions:
    """Where names stand in one piece, to look up what is said near a place and of whom."""

    def __init__(self, hits: Any) -> None:
        self._hits: list[Hit[Key]] = sorted(hits, key=lambda hit: hit.start)
        self._starts = [hit.start for hit in self._hits]

    def near(self, hit: Hit[Key]) -> dict[Key, set[Span]]:
        """By person, the places of their names around a hit."""
        found: defaultdict[Key, set[Span]] = defaultdict(set)
        low = bisect_left(self._starts, hit.start - MENTION)
        high = bisect_left(self._starts, hit.end + MENTION)
        for each in self._hits[low:high]:
            found[each.key].add((each.start, each.end))
        return found


class _Small:
    """The words that a file writes in small letters somewhere: no names in cased scripts."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = pieces

    @cached_property
    def _words(self) -> frozenset[str]:
        texts = (piece.text for piece in self._pieces if piece.where != FILE_NAME)
        return frozenset(word for text in texts for word in _FREE.findall(text) if word.islower())

    def writes(self, surface: str) -> bool:
        """Whether every word of it also stands in small letters; never where there are none."""
        words = _WORDS.findall(surface)
        cased = surface.lower() != surface.upper()
        return cased and all(word.lower() in self._words for word in words)
