"""Repairing letters: one code point per letter, no invisible characters, one script per word."""

import re
import unicodedata
from functools import lru_cache

#: Characters that print nothing but split words: soft hyphen, joiners, marks of direction, BOM.
INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
)
#: Everything that typists use as an apostrophe, also for the Uzbek letters oʻ and gʻ.
APOSTROPHES = "'`´ʹʻʼʽʾʿˈˊˋ‘’‛′＇"

_HIDDEN = re.compile(f"[{INVISIBLE}]")
#: The zero-width non-joiner stays where Persian needs it: between two Arabic letters.
_NON_JOINER = re.compile("(?<=[\u0620-\u06ff])\u200c+(?=[\u0620-\u06ff])")
_KEPT = "\ue000"
_SPACE = re.compile(r"\s+")

_REPAIRED = {
    "ў": "ӯ", "Ў": "Ӯ",  # the Belarusian letter stands on keyboards that lack the Tajik one
    "ҥ": "ң", "ӷ": "ғ", "Ӷ": "Ғ", "ӽ": "х", "ӌ": "ҷ", "Ӌ": "Ҷ", "ҡ": "қ", "ҝ": "қ",
    "ҹ": "ҷ", "Ҹ": "Ҷ", "һ": "ҳ", "Һ": "Ҳ",
    "ي": "ی", "ى": "ی", "ې": "ی", "ێ": "ی", "ك": "ک", "ڪ": "ک",
    "أ": "ا", "إ": "ا", "ٱ": "ا", "ؤ": "و", "ۆ": "و", "ۇ": "و", "ۀ": "ه", "ة": "ه", "ہ": "ه",
    "ھ": "ه", "ە": "ه",
    "ـ": "",
    **dict.fromkeys(APOSTROPHES, "ʼ"),
}  # fmt: skip
_REPAIR = str.maketrans(_REPAIRED)
#: Letters with a stroke below or above that typists make from the plain letter and a mark.
_COMPOSED = {
    "и\u0304": "ӣ",
    "И\u0304": "Ӣ",
    "у\u0304": "ӯ",
    "У\u0304": "Ӯ",
    "у\u0306": "ӯ",
    "У\u0306": "Ӯ",
}
_COMPOSE = re.compile("|".join(_COMPOSED))

#: Latin letters that look like Cyrillic ones, for words in which the two are mixed.
_TO_CYRILLIC = str.maketrans("aceopxyikmtbhABCEHKMOPTXYIj", "асеорхуікмтвһАВСЕНКМОРТХУІј")
_TO_LATIN = str.maketrans("асеорхуікмтвһАВСЕНКМОРТХУІјѕԛԝ", "aceopxyikmtbhABCEHKMOPTXYIjsqw")
_ALIKE = (frozenset("aceopxyABCEHKMOPTXY"), frozenset("асеорхуАВСЕНКМОРТХУ"))
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefe]")

_SCRIPTS = {
    "LATIN": "Latn", "CYRILLIC": "Cyrl", "ARABIC": "Arab", "GREEK": "Grek", "HEBREW": "Hebr",
    "ARMENIAN": "Armn", "GEORGIAN": "Geor", "CJK": "Hani", "HANGUL": "Hang", "DEVANAGARI": "Deva",
    "HIRAGANA": "Hira", "KATAKANA": "Kana", "THAI": "Thai", "ETHIOPIC": "Ethi",
}  # fmt: skip


def script_of(text: str) -> str:
    """The ISO 15924 code of the script most letters belong to; empty without letters."""
    counts: dict[str, int] = {}
    for letter in text:
        if letter.isalpha():
            code = _script(letter)
            counts[code] = counts.get(code, 0) + 1
    return max(counts, key=lambda code: counts[code]) if counts else ""


@lru_cache(maxsize=1 << 10)
def _script(letter: str) -> str:
    word = unicodedata.name(letter, "").partition(" ")[0].removesuffix("-COMPATIBILITY")
    return _SCRIPTS.get(word, "Zyyy")


def normalise(text: str) -> str:
    """The text in NFC with repaired code points, one apostrophe, one space, nothing invisible."""
    text = _NON_JOINER.sub(_KEPT, unicodedata.normalize("NFC", text))
    text = _HIDDEN.sub("", text).replace(_KEPT, "\u200c")
    text = _COMPOSE.sub(lambda match: _COMPOSED[match.group()], text).translate(_REPAIR)
    return _SPACE.sub(" ", text).strip()


#: Letters that stay as they are and join with no other: most words need no repair.
_PLAIN = frozenset(
    letter
    for letter in map(chr, (*range(0x41, 0x180), *range(0x410, 0x530), *range(0x620, 0x6D4)))
    if letter.isalpha() and normalise(unicodedata.normalize("NFKC", letter)) == letter
)
_ONLY_ARABIC = frozenset(filter(_ARABIC.match, _PLAIN))


def spellings_meant(word: str) -> tuple[str, ...]:
    """The word in lower case and one script; both, if all its letters look alike in two scripts."""
    if word.isascii():
        plain = word.casefold().replace("'", "ʼ").replace("`", "ʼ")
    elif _ONLY_ARABIC.issuperset(word):
        return (word,)
    elif _PLAIN.issuperset(word):
        plain = word.casefold()
    else:
        plain = normalise(unicodedata.normalize("NFKC", word)).casefold()
    latin, cyrillic = len(_LATIN.findall(plain)), len(_CYRILLIC.findall(plain))
    if latin and cyrillic:
        meant = (_as(word, _TO_CYRILLIC), _as(word, _TO_LATIN))
        return meant if cyrillic > latin else meant[::-1]
    letters = set(word)
    if latin and letters <= _ALIKE[0]:
        return (plain, _as(word, _TO_CYRILLIC))
    if cyrillic and letters <= _ALIKE[1]:
        return (plain, _as(word, _TO_LATIN))
    return (plain,)


def _as(word: str, script: dict[int, int]) -> str:
    # Before the case is folded: В looks like B, but в does not look like b.
    plain = normalise(unicodedata.normalize("NFKC", word)).translate(script)
    return plain.casefold()


def is_arabic(word: str) -> bool:
    """Whether a word has letters of the Arabic script, in which short vowels are not written."""
    return _ARABIC.search(word) is not None


def is_cyrillic(word: str) -> bool:
    """Whether a word has Cyrillic letters."""
    return _CYRILLIC.search(word) is not None
