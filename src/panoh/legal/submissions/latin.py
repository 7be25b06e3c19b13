"""Cyrillic names in Latin letters, for readers who know no Cyrillic.

One letter gives always the same letters, as Tajik names are commonly written in English. A
passport may spell the name otherwise, so the original always stands beside it.
"""

from panoh.model.names.letters import is_cyrillic

_LETTERS = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ғ": "gh", "д": "d", "е": "e", "ё": "yo", "ж": "zh",
    "з": "z", "и": "i", "ӣ": "i", "й": "y", "к": "k", "қ": "q", "л": "l", "м": "m", "н": "n",
    "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ӯ": "u", "ў": "u", "ф": "f",
    "х": "kh", "ҳ": "h", "ц": "ts", "ч": "ch", "ҷ": "j", "ш": "sh", "щ": "shch", "ъ": "’",
    "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "і": "i", "ї": "yi",
}  # fmt: skip


def in_latin(text: str) -> str:
    """The text with its Cyrillic letters replaced; other letters stay."""
    return "".join(
        _letter(letter, text[place + 1 : place + 2]) for place, letter in enumerate(text)
    )


def _letter(letter: str, following: str) -> str:
    replaced = _LETTERS.get(letter.lower())
    if replaced is None:
        return letter
    if letter.islower():
        return replaced
    return replaced.upper() if following.isupper() else replaced.capitalize()


def with_original(text: str) -> str:
    """A Cyrillic text in Latin letters with the original in brackets; other texts as they are."""
    return f"{in_latin(text)} ({text})" if is_cyrillic(text) else text
