"""Keys by which a name is found however it is typed: the consonants of its words and their stems.

A key merges what keyboards and romanisations mix: s and z; j, ch and zh. Vowels are left out but
for one mark where a word begins with a vowel. The key of a word's beginning is mostly the
beginning of the word's key, so a prefix search over keys works.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from panoh.model.names.endings import bare, stems
from panoh.model.names.parse import words_of
from panoh.model.names.phones import likeliest, readings

_KEY = {
    **{sound: sound for sound in "bptdkghsmnlrfv"},
    "W": "v",
    "z": "s",
    "J": "c",
    "C": "c",
    "Z": "c",
    "S": "x",
    **dict.fromkeys("aoieuyAIEQ", ""),
}
#: At most so many keys for a word; the likelier readings come first.
MOST = 6
_BEGINS = "aoieuAWIEQ"
#: First parts of compounds that are often written, or left out, as a word of their own.
_FIRST = re.compile("^(?:abdul?|Qbdul?|muhamad|mahmad|said|mir)(?=.{3})")


_LETTERS = str.maketrans(_KEY)


@lru_cache(maxsize=1 << 16)
def keyed(sounds: str) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """The keys of a reading, and for each letter of a key where in the reading it ends."""
    silent, unsure = _unsure(sounds)
    choices = [{*silent, *unsure}]
    for place in unsure:
        choices += [chosen - {place} for chosen in choices]
    return tuple(_keyed(sounds, chosen) for chosen in choices)


def _unsure(sounds: str) -> tuple[list[int], list[int]]:
    """The places of a reading that are mute, and those that may be mute or spoken.

    Persian vavs may be consonants or vowels (those beyond two are taken as vowels); a last h may
    be mute, as in Шоҳ, Насрулло(ҳ) and Fatemeh.
    """
    muted = sounds.endswith(("oh", "ah", "Ah", "eh"))
    if not muted and "W" not in sounds:
        return [], []
    vavs = [place for place, sound in enumerate(sounds) if sound == "W"]
    vavs = [place for place in vavs if not _is_consonant(sounds, place)]
    return vavs[2:], vavs[:2] + [len(sounds) - 1] * muted


def _keyed(sounds: str, silent: set[int]) -> tuple[str, tuple[int, ...]]:
    key = _mark(sounds)
    ends = [0] if key else []
    for place, sound in enumerate(sounds):
        letter = "" if place in silent else _KEY.get(sound, sound)
        if letter:
            key += letter
            ends.append(place + 1)
    return key, tuple(ends)


def _mark(sounds: str) -> str:
    """The letter that stands for a vowel at the beginning."""
    return "a" if sounds and sounds.lstrip("y")[:1] in _BEGINS else ""


def _is_consonant(sounds: str, place: int) -> bool:
    before, after = sounds[place - 1 : place], sounds[place + 1 : place + 2]
    return place == 0 or before in ("A", "E") or after in ("A", "E", "I")


def keys_of(sounds: str) -> tuple[str, ...]:
    """The keys of one reading, the likeliest first."""
    silent, unsure = _unsure(sounds)
    if not (silent or unsure):
        return (_mark(sounds) + sounds.translate(_LETTERS),)
    letters = [_KEY.get(sound, sound) for sound in sounds]
    for place in silent:
        letters[place] = ""
    keys = [letters]
    for place in reversed(unsure):
        keys = [
            [*key[:place], letter, *key[place + 1 :]] for key in keys for letter in ("", key[place])
        ]
    return tuple(dict.fromkeys([_mark(sounds) + "".join(key) for key in keys]))


def search_keys(text: str) -> frozenset[str]:
    """The keys to keep in an index for a name: of its words, their stems, and pairs joined."""
    words = _words(text)
    joined = ("".join(pair) for pair in pairwise(words))
    return frozenset().union(*map(_stored, words), *map(_first_keys, joined))


@lru_cache(maxsize=1 << 16)
def _stored(word: str) -> tuple[str, ...]:
    return tuple(_keys(word, stored=True))


@lru_cache(maxsize=1 << 14)
def _first_keys(word: str) -> tuple[str, ...]:
    return keys_of(likeliest(word))


def query_keys(text: str) -> list[frozenset[str]]:
    """For each word typed the keys to look up: a name fits if every word hits one of its keys.

    Single letters are left out as long as there is a whole word.
    """
    words = _words(text)
    whole = [word for word in words if len(word) > 1] or words
    return [frozenset(_keys(word, stored=False)) for word in whole]


def _words(text: str) -> list[str]:
    return [piece for word in words_of(text) for piece in word.split("-") if piece]


def _keys(word: str, *, stored: bool) -> Iterator[str]:
    found: dict[str, None] = {}
    for sounds in readings(word):
        for stem in (sounds, *bare(sounds, "surname")):
            found.update(dict.fromkeys(keys_of(stem)))
    yield from list(found)[:MOST]
    for stem in stems(word, "surname") if stored else ():
        first = _FIRST.match(stem)
        if first:
            yield from keys_of(first.group())
            yield from keys_of(stem[first.end() :])
