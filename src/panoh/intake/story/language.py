"""Which language a story is written in, as far as its letters tell."""

import re

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
