"""Which language a story is written in, as far as its letters tell."""

import re
from collections.abc import Sequence

from panoh.intake.story.vocabulary import word_set

_TAJIK = re.compile("[ӣӯҳқғҷӢӮҲҚҒҶ]|\\b(?:ва|аз|дар|ба|маро|шуд|карданд)\\b")
_GERMAN = re.compile("[äöüßÄÖÜ]|\\b(?:und|der|die|das|wurde|nicht)\\b")


def language_of(story: str, otherwise: str = "") -> str:
    """The code of the language; `otherwise` where there are no letters to go by."""
    arabic = sum("\u0600" <= letter <= "\u06ff" for letter in story)
    cyrillic = sum("\u0400" <= letter <= "\u04ff" for letter in story)
    latin = sum(letter.isascii() and letter.isalpha() for letter in story)
    most = max(arabic, cyrillic, latin)
    if not most:
        return otherwise
    if most == arabic:
        return "fa"
    if most == cyrillic:
        return "tg" if len(_TAJIK.findall(story)) > cyrillic / 60 else "ru"
    return "de" if len(_GERMAN.findall(story)) > latin / 60 else "en"


#: Words that only one of the two languages has that share letters, folded.
_ONLY_TAJIK = word_set("аз дар ба ва бо барои маро уро аст буд ман мо шуд кард боз хам")
_ONLY_RUSSIAN = word_set(
    "в и не что на с за у он она они из к о я мне меня его от по но а как до ее их под мой"
)


def languages_of(words: Sequence[str]) -> tuple[str, ...]:
    """The languages of a sentence, by its folded words: one may be mixed of several."""
    scripts = {_script(word) for word in words}
    tajik = any(word in _ONLY_TAJIK or word.endswith(("анд", "анду")) for word in words)
    russian = any(word in _ONLY_RUSSIAN or "ы" in word for word in words)
    told = {
        "fa": "fa" in scripts,
        "en": "en" in scripts,
        "ru": "ru" in scripts and (russian or not tajik),
        "tg": "ru" in scripts and (tajik or not russian),
    }
    return tuple(language for language, here in told.items() if here)


def _script(word: str) -> str:
    first = word[:1]
    if "\u0600" <= first <= "\u06ff":
        return "fa"
    return "ru" if "\u0400" <= first <= "\u052f" else "en" if "a" <= first <= "z" else ""
