"""Header words: which meaning the words over a column have, in English, Russian or Tajik."""

import json
import re
import unicodedata
from functools import cache
from importlib.resources import files

_FOLD = str.maketrans("ёӣӯғқҳҷ", "еиугкхч")
_WORD = re.compile(r"[^\W_]+|[№#]")

Words = tuple[str, ...]


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
                stars = tuple(word.endswith("*") for word in text.split())
                words = (
                    tuple(
                        word + "*" * star
                        for word, star in zip(fold_words(text), stars, strict=False)
                    )
                    if any(stars)
                    else fold_words(text)
                )
                if found.setdefault(words, meaning) != meaning:
                    raise ValueError(text)
    return found


def meaning_of(header: str) -> tuple[str, float]:
    """The meaning of a header and how sure that is (0 to 1); ("", 0) where no word is known."""
    words = fold_words(header)
    for phrase, meaning in phrases().items():
        if _same(words, phrase):
            return meaning, 0.95
    inside = [
        (len(phrase), -at, meaning)
        for phrase, meaning in phrases().items()
        for at in range(len(words) - len(phrase) + 1)
        if _same(words[at : at + len(phrase)], phrase)
    ]
    return (max(inside)[2], 0.75) if inside else ("", 0.0)


def _same(words: Words, phrase: Words) -> bool:
    return len(words) == len(phrase) and all(
        word.startswith(stem[:-1]) if stem.endswith("*") else word == stem
        for word, stem in zip(words, phrase, strict=True)
    )
