"""The 1024 words of SLIP-39, recognised by their first four letters.

The list is part of the standard and lies beside this file unchanged, with its licence.
"""

from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache
from importlib.resources import files

from panoh.shares.errors import WordUnknown

#: No two words of the list share as many first letters.
ENOUGH = 4


@cache
def wordlist() -> tuple[str, ...]:
    """All words in the order of the standard; a word's place is its value."""
    text = (files("panoh.shares") / "wordlist.txt").read_text(encoding="ascii")
    return tuple(text.split())


@cache
def _values() -> dict[str, int]:
    return {word[:ENOUGH]: value for value, word in enumerate(wordlist())}


def value_of(word: str, number: int) -> int:
    """The value, 0 to 1023, of the `number`th word of a share; raises WordUnknown.

    The word may be cut short after its fourth letter; capital letters count as small ones.
    """
    typed = word.strip().lower()
    value = _values().get(typed[:ENOUGH])
    if value is None or not wordlist()[value].startswith(typed):
        raise WordUnknown(number=number, suggestion=_meant(typed, value))
    return value


def values_of(mnemonic: str) -> list[int]:
    """The values of all words of a share; raises WordUnknown."""
    return [value_of(word, number) for number, word in enumerate(mnemonic.split(), 1)]


def spell(values: Iterable[int]) -> str:
    """The words of these values, one space between them."""
    return " ".join(wordlist()[value] for value in values)


def _meant(typed: str, same_beginning: int | None) -> str:
    if same_beginning is not None:
        return wordlist()[same_beginning]
    return next(iter(get_close_matches(typed, wordlist(), 1, 0.7)), "")
