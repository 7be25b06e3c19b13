"""Header words: which meaning the words over a column have, in English, Russian or Tajik."""

import json
import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

_FOLD = str.maketrans("ёӣӯғқҳҷ", "еиугкхч")
_WORD = re.compile(r"[^\W_]+|[№#]")

Words = tuple[str, ...]

_LONGEST = 6


def fold_words(text: str) -> Words:
    """The words of a header: lower case, Tajik letters as hurried typists write them."""
    text = unicodedata.normalize("NFC", text).casefold().translate(_FOLD)
    return tuple(_WORD.findall(text))


@cache
def phrases() -> dict[Words, str]:
    """Every phrase of `words.json` with its meaning; a phrase has one meaning only."""
    data = json.loads(files(__package__).joinpath("words.json").read_text("utf-8"))
    found: dict[Words, str] = {}
    for meaning, by_language in data.items():
        if meaning.startswith("_"):
            continue
        for texts in by_language.values():
            for text in texts:
                words = fold_words(text)
                if text.endswith("*"):
                    words = (*words[:-1], words[-1] + "*")
                if found.setdefault(words, meaning) != meaning:
                    raise ValueError(text)
    return found


@lru_cache(maxsize=4096)
def meaning_of(header: str) -> tuple[str, float]:
    """The meaning of a header and how sure that is (0 to 1); ("", 0) where no word is known."""
    words = fold_words(header)
    if whole := _known(words):
        return whole, 0.95
    for length in range(min(len(words) - 1, _LONGEST), 0, -1):
        for at in range(len(words) - length + 1):
            if inside := _known(words[at : at + length]):
                return inside, 0.75
    return "", 0.0


def _known(words: Words) -> str:
    """The meaning of exactly these words; a stem counts where nothing is spelled out."""
    spelled = phrases().get(words)
    if spelled or len(words) != 1:
        return spelled or ""
    return next((meaning for stem, meaning in _stems() if words[0].startswith(stem)), "")


@cache
def _stems() -> tuple[tuple[str, str], ...]:
    return tuple(
        (words[0][:-1], meaning) for words, meaning in phrases().items() if words[0].endswith("*")
    )
