"""Forms in which a name stands in running text: cases, suffixes, and what layout does to words.

From grammar tables, apart from `panoh.model.names`, so that the finder is checked by another hand.
"""

from random import Random

from tests.model.names.spellings import Person, parts_spelled

_HARD = ("", "а", "у", "ом", "е")
_SOFT = ("й", "я", "ю", "ем", "е")
_FEMININE = ("а", "ы", "е", "у", "ой", "ою")
_SURNAME_M = ("", "а", "у", "ым", "е", "ы", "ых", "ыми")
_SURNAME_F = ("а", "ой", "у", "ою")
_TAJIK = ("", "ро", "и", "у", "ам", "ат", "аш", "ҳо", "ҳоро", "он", "ем", "анд")
_TAJIK_AFTER_VOWEL = ("", "ро", "и", "ю", "ям", "ят", "яш", "ҳо", "ҳоро")
_PERSIAN = ("", "", "‌را", "‌ها", "‌ام", "م", "ش", "‌اش")
_ENGLISH = ("", "'s", "’s", "s")
_GERMAN = ("", "s", "'")
_VOWELS = "аеёиоуыэюя"

CYRILLIC = ("russian",)
LATIN = ("bgn", "iso", "press", "plain", "uzbek")


_SURNAMES = ("ов", "ев", "ёв", "ин")
_BY_ENDING = (
    (_SURNAMES, _SURNAME_M),
    (("ова", "ева", "ёва"), _SURNAME_F),
    (("й",), _SOFT),
    (("ия",), ("я", "и", "ю", "ей")),
    (("я",), ("я", "и", "е", "ю", "ей")),
    (("жа", "ша", "ча", "ха", "ка", "га"), ("а", "и", "е", "у", "ой", "ей")),
    (("а",), _FEMININE),
)


def russian_cases(word: str) -> list[str]:
    """A word in Russian letters in all its cases; names in -о, -и, -у, -е, -ё do not change."""
    for endings, cases in _BY_ENDING:
        ending = next((ending for ending in endings if word.endswith(ending)), None)
        if ending is not None:
            kept = word if endings == _SURNAMES else word[:-1]
            return [kept + case for case in cases]
    return [word] if word[-1] in _VOWELS else [word + case for case in _HARD]


def inflected(word: str, habit: str, sex: str, rng: Random) -> str:
    """A word of a name as a sentence in the habit's language changes it."""
    if habit == "russian":
        unchanged = sex == "f" and word[-1] not in "ая"
        return word if unchanged else rng.choice(russian_cases(word))
    if habit in ("tajik", "typist", "codes"):
        return word + rng.choice(_TAJIK_AFTER_VOWEL if word[-1] in "аеёиӣоуӯэюяў\u0304" else _TAJIK)
    if habit == "persian":
        return word + rng.choice(_PERSIAN if word[-1] not in "اوی" else ("", "‌را", "‌ها"))
    return word + rng.choice(_GERMAN if habit == "german" else _ENGLISH)


def in_text(who: Person, habit: str, rng: Random) -> tuple[str, ...]:
    """Given name, father's name, surname, each inflected."""
    return tuple(inflected(word, habit, who.sex, rng) for word in parts_spelled(who, habit, rng))


_ALIKE = {"а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "х": "x", "у": "y"}
_ALIKE_BACK = {to: letter for letter, to in _ALIKE.items()}


def _inside(word: str, insert: str, rng: Random) -> str:
    if len(word) < 4:
        return word
    at = rng.randrange(2, len(word) - 1)
    return word[:at] + insert + word[at:]


def soft_hyphen(word: str, rng: Random) -> str:
    return _inside(word, "\u00ad", rng)


def zero_width(word: str, rng: Random) -> str:
    return _inside(word, rng.choice("\u200b\u200d\u2060\ufeff"), rng)


def line_break(word: str, rng: Random) -> str:
    return _inside(word, rng.choice(("-\n", "-\n  ", "\u2010\r\n", "\n", "\u00ad\n", "- ")), rng)


def capitals(word: str, rng: Random) -> str:
    return word.upper()


def small(word: str, rng: Random) -> str:
    return word.lower()


def looks_alike(word: str, rng: Random) -> str:
    """One letter taken from the other keyboard."""
    for table in (_ALIKE, _ALIKE_BACK):
        places = [at for at, letter in enumerate(word) if letter in table]
        if places and any(letter not in table for letter in word):
            at = rng.choice(places)
            return word[:at] + table[word[at]] + word[at + 1 :]
    return word


def spaced(word: str, rng: Random) -> str:
    return " ".join(word)


def underscored(word: str, rng: Random) -> str:
    return f"scan_{word}_{rng.randrange(2030)}.jpg"


#: What layout, keyboards and cameras do to a word.
DISTURBANCES = (
    soft_hyphen, zero_width, line_break, capitals, small, looks_alike, spaced, underscored,
)  # fmt: skip
