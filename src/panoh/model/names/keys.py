"""Keys by which a name is found however it is typed: the consonants of its words and their stems.

A key merges what keyboards and romanisations mix: s and z; j, ch and zh. Vowels are left out but
for one mark where a word begins with a vowel. The key of a word's beginning is mostly the
beginning of the word's key, so a prefix search over keys works.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from panoh.model.names.endings import stems
from panoh.model.names.parse import words_of
from panoh.model.names.phones import readings

_KEY = {
    **{sound: sound for sound in "bptdkghsmnlrfv"},
    **{"z": "s", "J": "c", "C": "c", "Z": "c", "S": "x"},
    **dict.fromkeys("aoieuyAIEQ", ""),
}
_BEGINS = "aoieuAWIEQ"
#: First parts of compounds that are often written, or left out, as a word of their own.
_FIRST = re.compile("^(?:abdul?|Qbdul?|muhamad|mahmad|said|mir)(?=.{3})")


@lru_cache(maxsize=1 << 16)
def keyed(sounds: str, vav: bool = False) -> tuple[str, tuple[int, ...]]:  # noqa: FBT001, FBT002
    """The key of a reading, and for each letter of the key where in the reading it ends.

    `vav`: take a Persian vav that may be a consonant or a vowel as a consonant.
    """
    key, ends = ("a", [0]) if sounds.lstrip("y")[:1] in _BEGINS and sounds else ("", [])
    last = len(sounds) - 1
    for place, sound in enumerate(sounds):
        if sound == "W":
            letter = "v" if vav or _is_consonant(sounds, place) else ""
        elif sound == "h" and place == last > 0 and sounds[place - 1] in _BEGINS:
            letter = ""
        else:
            letter = _KEY.get(sound, sound)
        if letter:
            key += letter
            ends.append(place + 1)
    return key, tuple(ends)


def _is_consonant(sounds: str, place: int) -> bool:
    return (
        place == 0 or sounds[place - 1] in "AE" or sounds[place + 1 : place + 2] in ("A", "E", "I")
    )


def keys_of(sounds: str) -> tuple[str, ...]:
    """The keys of one reading: two if a Persian vav may be a consonant or a vowel."""
    key = keyed(sounds)[0]
    if "W" not in sounds:
        return (key,)
    return tuple(dict.fromkeys((key, keyed(sounds, True)[0])))


def search_keys(text: str) -> frozenset[str]:
    """The keys to keep in an index for a name: of each word, its stem, and pairs of words joined."""
    words = _words(text)
    keys = {key for word in words for key in _keys(word, stored=True)}
    joined = ("".join(pair) for pair in zip(words, words[1:], strict=False))
    keys.update(key for word in joined for sounds in readings(word)[:1] for key in keys_of(sounds))
    return frozenset(keys)


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
    for sounds in dict.fromkeys((*readings(word), *stems(word, "surname"))):
        yield from keys_of(sounds)
    for sounds in stems(word, "surname") if stored else ():
        found = _FIRST.match(sounds)
        if found:
            yield from keys_of(found.group())
            yield from keys_of(sounds[found.end() :])
