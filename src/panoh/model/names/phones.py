"""Sounds: how a word in Cyrillic, Latin or Persian letters may be read, one letter per sound.

Consonants b p t d k g h s z m n l r f v y, S (sh) Z (zh) C (ch) J (j); vowels a o i e u.
х/ҳ, к/қ and г/ғ are one sound each, because no two names differ in them alone. Persian writes
letters for sounds it leaves open: A (long a, Tajik o), W (v, u or o), I (i, e or y), E (a final
he), Q (an initial alef or ayn: any vowel).
"""

import re
import unicodedata
from functools import lru_cache

from panoh.model.names.letters import APOSTROPHES, is_arabic, is_cyrillic, spellings_meant

VOWELS = "aoieu"
OPEN = "AWIEQ"

_CYRILLIC = str.maketrans({
    "а": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "ґ": "g", "д": "d", "е": "e", "ё": "yo", "ж": "Z",
    "з": "z", "и": "i", "ӣ": "i", "й": "y", "к": "k", "қ": "k", "л": "l", "м": "m", "н": "n", "ң": "n",
    "о": "o", "ө": "u", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ӯ": "u", "ү": "u", "ф": "f",
    "х": "h", "ҳ": "h", "ц": "ts", "ч": "C", "ҷ": "J", "ш": "S", "щ": "S", "ы": "i", "э": "e", "ә": "a",
    "ю": "yu", "я": "ya", "і": "i", "ї": "i", "є": "e", "ј": "y", "ѕ": "z", "ъ": "", "ь": "", "ʼ": "",
    "\u0301": "",
})  # fmt: skip
_AFTER_VOWEL_E = re.compile("(^|(?<=[аеёиӣоӯуыэюяъь]))е")

_ARABIC = str.maketrans({
    "ا": "A", "آ": "A", "ب": "b", "پ": "p", "ت": "t", "ط": "t", "ث": "s", "س": "s", "ص": "s", "ج": "J",
    "چ": "C", "ح": "h", "خ": "h", "ه": "h", "د": "d", "ذ": "z", "ز": "z", "ض": "z", "ظ": "z", "ژ": "Z",
    "ر": "r", "ش": "S", "ع": "", "غ": "g", "گ": "g", "ف": "f", "ق": "k", "ک": "k", "ل": "l", "م": "m",
    "ن": "n", "و": "W", "ی": "I", "ء": "", "ʼ": "", "ٲ": "A", "ڤ": "v", "ټ": "t", "ډ": "d", "ړ": "r",
    "ښ": "S", "ږ": "Z", "ڼ": "n", "ځ": "z", "څ": "ts",
    **{chr(mark): "" for mark in (*range(0x064B, 0x0660), 0x0670, *range(0x0610, 0x061B))},
})  # fmt: skip
_SUN = "تثدذرزسشصضطظلن"
_ARABIC_RULES = (
    (re.compile("خوا"), "خا"),
    (re.compile("(?<=.)ا?لله$"), "Wlا"),
    (re.compile("(?<=..)ا?ل?دین$"), "Wdin"),
    (re.compile("^عبد"), "Qbdu"),
    (re.compile("(?<=bdu)ال(?=[^اعآ])"), ""),
    (re.compile("(?<=bdu)ال"), "l"),
    (re.compile("^محمد"), "muhamad"),
    (re.compile("محمد$"), "muhamad"),
    (re.compile(f"(?<=..)ال(?=[{_SUN}])"), "W"),
    (re.compile("(?<=.)ه$"), "E"),
    (re.compile("^[اع](?=[^اآوی])"), "Q"),
    (re.compile("^[اع](?=[اآوی])"), ""),
    (re.compile("^و"), "v"),
    (re.compile("^ی(?=[اآوع])"), "y"),
)  # fmt: skip

#: Frequent names whose unwritten vowels tell them from others with the same consonants.
_VOWELLED = {
    "محمد": "muhamad", "محمود": "mahmud", "احمد": "ahmad", "حسن": "hasan", "حسین": "husayn",
    "یوسف": "yusuf", "سعید": "said", "عمر": "umar", "علی": "ali", "انور": "anvar", "اکبر": "akbar",
    "اکرم": "akram", "اصغر": "asgar", "اسلم": "aslam", "مریم": "maryam", "زینب": "zaynab", "حمزه": "hamza",
    "عثمان": "usmon", "بهرام": "bahrom", "رستم": "rustam", "صدف": "sadaf", "حیدر": "haydar", "شعیب": "Suayb",
    "حمید": "hamid", "حامد": "homid", "قاسم": "kosim", "هاشم": "hoSim", "خالد": "holid", "صالح": "solih",
    "ناصر": "nosir", "طاهر": "tohir", "صابر": "sobir", "شاکر": "Sokir", "ذاکر": "zokir", "عابد": "obid",
    "عارف": "orif", "عادل": "odil", "عالم": "olim", "کامل": "komil", "نادر": "nodir", "قادر": "kodir",
    "باقر": "bokir", "صادق": "sodik", "طالب": "tolib", "حافظ": "hofiz", "حاتم": "hotam", "اعظم": "azam",
    "عزیز": "aziz", "مظفر": "muzafar", "جعفر": "Jafar", "ظفر": "zafar", "سفر": "safar", "رجب": "raJab",
    "شعبان": "Sabon", "صفر": "safar", "خسرو": "husrav", "سهراب": "suhrob", "فرخ": "faruh", "شمس": "Sams",
}  # fmt: skip

#: What every habit reads alike, longest first.
_LATIN = {
    "shch": "S", "schtsch": "S", "tsch": "C", "dsch": "J", "dzh": "J", "tch": "C", "sch": "S", "dj": "J",
    "dž": "J", "dż": "J", "sh": "S", "zh": "Z", "kh": "h", "gh": "g", "ph": "f", "th": "t", "ck": "k",
    "qu": "ku", "oʼ": "u", "gʼ": "g", "ee": "i", "oo": "u", "ou": "u", "ff": "f",
    "č": "C", "ç": "C", "ć": "C", "š": "S", "ş": "S", "ś": "S", "ŝ": "S", "ș": "S", "ž": "Z", "ż": "Z",
    "ź": "Z", "ǰ": "J", "ĵ": "J", "ǧ": "g", "ğ": "g", "ġ": "g", "ģ": "g", "ķ": "k", "ḳ": "k", "ḩ": "h",
    "ḥ": "h", "ħ": "h", "ẖ": "h", "ḫ": "h", "â": "ya", "û": "yu", "ë": "yo", "ı": "i", "ə": "a", "ø": "o",
    "æ": "a", "œ": "o", "ß": "s", "ł": "l", "đ": "d", "ð": "d", "þ": "t", "x": "h", "q": "k", "w": "v",
    "ʼ": "", "·": "", "c": "k", "j": "J", "ch": "C",
}  # fmt: skip
#: Habits that read some letters otherwise: English, German, German with s for z, French, Turkish.
_HABITS: tuple[dict[str, str], ...] = (
    {},
    {"ch": "h", "j": "y"},
    {"ch": "h", "j": "y", "s": "z"},
    {"ch": "S", "j": "Z", "x": "ks"},
    {"c": "J", "x": "h"},
)
_OTHERWISE = re.compile("[cjx]|(?<=[aeiouy])s")
_S_AFTER_VOWEL = re.compile("(?<=[aeiouyäöü])s(?![chkptbdgfvwlmnr])")


def _compiled(habit: dict[str, str]) -> tuple[re.Pattern[str], dict[str, str]]:
    table = {**_LATIN, **{sound: to for sound, to in habit.items() if sound != "s"}}
    longest = sorted(table, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest))), table


_READERS = tuple(_compiled(habit) for habit in _HABITS)
_Y_ALONE = re.compile("(?<![aeiou])y(?![aeiouâû])")

#: Forms of one name that differ by more than letters, and articles inside compounds.
_SAME = (
    (re.compile("[uoai]ll[oa]h?$"), "ulo"),
    (re.compile("(?<=..)[iue]d+[ie]n(?=$|o[vf]|z[oa]d|Ci|i[vk])"), "udin"),
    (re.compile("^abd[uoaei]?l?-?(?=[bptdkghszSZCJmnrfv])"), "abdu"),
    (re.compile("^abd[aoei]l"), "abdul"),
    (re.compile("^m[ao]gom[ea][dt]"), "muhamad"),
    (re.compile("^ibragim"), "ibrohim"),
)
_DOUBLE = re.compile(r"(.)\1+")
_S_H = re.compile("s[h](?=.)")


@lru_cache(maxsize=1 << 15)
def readings(word: str) -> tuple[str, ...]:
    """The ways a word may sound, the likeliest first; never empty. White space is ignored."""
    found: dict[str, None] = {}
    for meant in spellings_meant("".join(word.split())):
        for sounds in _sounds(meant):
            found[_tidy(sounds)] = None
    return tuple(found)


def _sounds(word: str) -> tuple[str, ...]:
    if is_arabic(word):
        return (_persian(word),)
    if is_cyrillic(word):
        return _cyrillic(word)
    return _latin(word)


def _cyrillic(word: str) -> tuple[str, ...]:
    sounds = _AFTER_VOWEL_E.sub("\\1йэ", word).replace("дж", "ҷ").translate(_CYRILLIC)
    if _S_H.search(sounds):  # Исҳоқ is Ishoq in Latin letters, where sh is one sound
        return (sounds, _S_H.sub("S", sounds))
    return (sounds,)


def _persian(word: str) -> str:
    if word in _VOWELLED:
        return _VOWELLED[word]
    for rule, to in _ARABIC_RULES:
        word = rule.sub(to, word)
    return word.translate(_ARABIC)


def _latin(word: str) -> tuple[str, ...]:
    word = _Y_ALONE.sub("i", word)
    habits = range(len(_HABITS)) if _OTHERWISE.search(word) else range(1)
    return tuple(dict.fromkeys(_read(word, habit) for habit in habits))


def _read(word: str, habit: int) -> str:
    if "s" in _HABITS[habit]:
        word = _S_AFTER_VOWEL.sub("z", word)
    pattern, table = _READERS[habit]
    sounds = pattern.sub(lambda match: table[match.group()], word)
    if sounds.isascii():
        return sounds
    apart = unicodedata.normalize("NFKD", sounds)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _tidy(sounds: str) -> str:
    for rule, to in _SAME:
        sounds = rule.sub(to, sounds)
    return _DOUBLE.sub(r"\1", sounds) if not sounds.isdigit() else sounds


_SHOWN = str.maketrans(
    {"S": "sh", "Z": "zh", "C": "ch", "J": "j", "A": "o", "W": "u", "I": "i", "E": "a", "Q": "a"}
)
_DROPPED = re.compile(f"[{APOSTROPHES}]")


@lru_cache(maxsize=1 << 15)
def fold(text: str) -> str:
    """A word's comparison form in plain Latin letters, the same for every script and keyboard.

    Words are kept apart by one space; a word in Persian letters folds to what it writes, so
    its short vowels are missing.
    """
    return " ".join(shown(readings(word)[0]) for word in text.split())


def shown(sounds: str) -> str:
    """Sounds as plain Latin letters."""
    return sounds.translate(_SHOWN)
