"""Sounds: how a word in Cyrillic, Latin or Persian letters may be read, one letter per sound.

Consonants b p t d k g h s z m n l r f v y, S (sh) Z (zh) C (ch) J (j); vowels a o i e u.
х/ҳ, к/қ and г/ғ are one sound each, because no two names differ in them alone. Persian writes
letters for sounds it leaves open: A (long a, Tajik o), W (v, u or o), I (i, e or y), E (a final
he), Q (an initial alef or ayn: any vowel).
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from panoh.model.names.letters import APOSTROPHES, is_arabic, is_cyrillic, spellings_meant

VOWELS = "aoieu"
OPEN = "AWIEQ"

_CYRILLIC = str.maketrans({
    "а": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "ґ": "g", "д": "d", "е": "e", "ё": "yo",
    "ж": "Z",
    "з": "z", "и": "i", "ӣ": "i", "й": "y", "к": "k", "қ": "k", "л": "l", "м": "m", "н": "n",
    "ң": "n",
    "о": "o", "ө": "u", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ӯ": "u", "ү": "u",
    "ф": "f",
    "х": "h", "ҳ": "h", "ц": "ts", "ч": "C", "ҷ": "J", "ш": "S", "щ": "S", "ы": "i", "э": "e",
    "ә": "a",
    "ю": "yu", "я": "ya", "і": "i", "ї": "i", "є": "e", "ј": "y", "ѕ": "z", "ъ": "", "ь": "",
    "ʼ": "",
    "\u0301": "",
})  # fmt: skip
_AFTER_VOWEL_E = re.compile("(^|(?<=[аеёиӣоӯуыэюяъь]))е")

_ARABIC = str.maketrans({
    "ا": "A", "آ": "A", "ب": "b", "پ": "p", "ت": "t", "ط": "t", "ث": "s", "س": "s", "ص": "s",
    "ج": "J",
    "چ": "C", "ح": "h", "خ": "h", "ه": "h", "د": "d", "ذ": "z", "ز": "z", "ض": "z", "ظ": "z",
    "ژ": "Z",
    "ر": "r", "ش": "S", "ع": "", "غ": "g", "گ": "g", "ف": "f", "ق": "k", "ک": "k", "ل": "l",
    "م": "m",
    "ن": "n", "و": "W", "ی": "I", "ئ": "I", "ء": "", "ʼ": "", "ٲ": "A", "ڤ": "v", "ټ": "t",
    "ډ": "d", "ړ": "r",
    "ښ": "S", "ږ": "Z", "ڼ": "n", "ځ": "z", "څ": "ts",
    **{chr(mark): "" for mark in (*range(0x064B, 0x0660), 0x0670, *range(0x0610, 0x061B))},
})  # fmt: skip
_ARABIC_RULES = (
    (re.compile("خوا"), "خا"),
    (re.compile("ئ(?=و)"), ""),
    (re.compile("^(عیس|موس|مصطف|مرتض|مجتب|یحی)ی"), r"\1ا"),
    (re.compile("^عبد\u200c?الله"), "Qbdulا"),
    (re.compile("(?<=.)\u200c?ا?لله"), "Qulا"),
    (re.compile("^شاه\u200c"), "شا"),
    (re.compile("^الغ"), "ulug"),
    (re.compile("(?<=[^اوی])ه\u200c"), "E"),
    (re.compile("\u200c"), ""),
    (re.compile("(?<=..)الدین"), "Wdin"),
    (re.compile("(?<=..)ا?ل?دین$"), "Wdin"),
    (re.compile("^عبد"), "Qbdu"),
    (re.compile("(?<=bdu)ال(?=[^اعآ])"), ""),
    (re.compile("(?<=bdu)ال"), "l"),
    (re.compile("^محمد"), "muhamad"),
    (re.compile("محمد$"), "muhamad"),
    (re.compile("(?<=..)ال(?=نسا|حق|رحم|زمان)"), "Q"),
    (re.compile("(?<=.)ه$"), "E"),
    (re.compile("چهار"), "چار"),
    (re.compile("^[اع](?=[^اآوی])|(?<=.)ع(?=[^اآویE])"), "Q"),
    (re.compile("^[اع](?=[اآوی])"), ""),
    (re.compile("^و"), "v"),
    (re.compile("^ی(?=[اآوع])"), "y"),
)  # fmt: skip

#: Where no rule finds anything none is tried: most words have nothing for any of them.
_ANY_ARABIC = re.compile("|".join(rule.pattern for rule, _ in _ARABIC_RULES))

#: Frequent names whose unwritten vowels tell them from others with the same consonants.
_VOWELLED = {
    "محمد": "muhamad", "محمود": "mahmud", "احمد": "ahmad", "حسن": "hasan", "حسین": "husayn",
    "یوسف": "yusuf", "یونس": "yunus", "یعقوب": "yakub", "یحیی": "yahyo", "عیسی": "iso",
    "موسی": "muso", "مرتضی": "murtazo", "مصطفی": "mustafo", "عبدالله": "abdulo", "رابعه": "robiya",
    "داوود": "dovud",
    "داود": "dovud", "سعید": "said", "عمر": "umar", "علی": "ali", "انور": "anvar", "اکبر": "akbar",
    "اکرم": "akram", "اصغر": "asgar", "اسلم": "aslam", "مریم": "maryam", "زینب": "zaynab",
    "حمزه": "hamza",
    "عثمان": "usmon", "بهرام": "bahrom", "رستم": "rustam", "صدف": "sadaf", "حیدر": "haydar",
    "شعیب": "Suayb",
    "حمید": "hamid", "حامد": "homid", "قاسم": "kosim", "هاشم": "hoSim", "خالد": "holid",
    "صالح": "solih",
    "ناصر": "nosir", "طاهر": "tohir", "صابر": "sobir", "شاکر": "Sokir", "ذاکر": "zokir",
    "عابد": "obid",
    "عارف": "orif", "عادل": "odil", "عالم": "olim", "کامل": "komil", "نادر": "nodir",
    "قادر": "kodir",
    "باقر": "bokir", "صادق": "sodik", "طالب": "tolib", "حافظ": "hofiz", "حاتم": "hotam",
    "اعظم": "azam",
    "عزیز": "aziz", "مظفر": "muzafar", "جعفر": "Jafar", "ظفر": "zafar", "سفر": "safar",
    "رجب": "raJab",
    "شعبان": "Sabon", "صفر": "safar", "خسرو": "husrav", "سهراب": "suhrob", "فرخ": "faruh",
    "شمس": "Sams",
}  # fmt: skip

#: What every habit reads alike, longest first.
_LATIN = {
    "ijev": "iyev", "ijew": "iyev",
    "shch": "S", "schtsch": "S", "tsch": "C", "dsch": "J", "dzh": "J", "tch": "C", "sch": "S",
    "dj": "J",
    "dž": "J", "dż": "J", "sh": "S", "zh": "Z", "kh": "h", "gh": "g", "ph": "f", "ck": "k",
    "qu": "ku", "oʼ": "u", "gʼ": "g", "ee": "i", "oo": "u", "ou": "u",
    "č": "C", "ç": "C", "ć": "C", "š": "S", "ş": "S", "ś": "S", "ŝ": "S", "ș": "S", "ž": "Z",
    "ż": "Z",
    "ź": "Z", "ǰ": "J", "ĵ": "J", "ǧ": "g", "ğ": "g", "ġ": "g", "ģ": "g", "ķ": "k", "ḳ": "k",
    "ḩ": "h",
    "ḥ": "h", "ħ": "h", "ẖ": "h", "ḫ": "h", "â": "ya", "û": "yu", "ë": "yo", "ı": "i", "ə": "a",
    "ø": "o",
    "æ": "a", "œ": "o", "ß": "s", "ł": "l", "đ": "d", "ð": "d", "þ": "t", "x": "h", "q": "k",
    "w": "v",
    "ʼ": "", "·": "", "c": "k", "j": "J", "ch": "C",
}  # fmt: skip
#: Habits that read some letters otherwise: English, German, German with s for z, French, Turkish.
_HABITS: tuple[dict[str, str], ...] = (
    {},
    {"ch": "h", "tch": "th", "j": "y", "dj": "dy", "ou": "ou"},
    {
        "ch": "h",
        "tch": "th",
        "j": "y",
        "dj": "dy",
        "dsch": "dS",
        "tsch": "tS",
        "sch": "Z",
        "s": "z",
    },
    {"ch": "S", "j": "Z", "x": "ks"},
    {"c": "J", "x": "h"},
)
_OTHERWISE = re.compile("[cjx]|ou|(?<=[aeiouy])s")
_S_AFTER_VOWEL = re.compile("(?<=[aeiouyäöü])s(?![chkptbdgfvwlmnr])")


def _compiled(habit: dict[str, str]) -> tuple[re.Pattern[str], dict[str, str]]:
    table = {**_LATIN, **{sound: to for sound, to in habit.items() if sound != "s"}}
    longest = sorted(table, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest))), table


_READERS = tuple(_compiled(habit) for habit in _HABITS)
_Y_ALONE = re.compile("(?<![aeiou])y(?![aeiouâû])")

#: Forms of one name that differ by more than letters, and articles inside compounds.
_SAME = (
    (re.compile("(?:[uo]|(?<=..)[ia])ll[oa]h?(?=$|[^aeiou])|[uo]ll[oa]"), "ulo"),
    (re.compile("(?<=..)[iue]d+[ie]n"), "udin"),
    (re.compile("^abd[uoaei]?l?-?(?=[bptdkghszSZCJmnrfv])"), "abdu"),
    (re.compile("^abd[aoei]l"), "abdul"),
    (re.compile("^m[ao]gom[ea][dt]"), "muhamad"),
    (re.compile("^ibragim"), "ibrohim"),
    (re.compile("^Soh(?=[^aoieuy])"), "So"),
)
_ANY_SAME = re.compile("|".join(rule.pattern for rule, _ in _SAME))
#: Doubled sounds are one, but for the two of Навруз-зода.
_DOUBLE = re.compile(r"(?![zs]{2}[oa]d)(.)\1+")
_S_H = re.compile("s[h](?=.)")


@lru_cache(maxsize=1 << 15)
def readings(word: str) -> tuple[str, ...]:
    """The ways a word may sound, the likeliest first; never empty. White space is ignored."""
    found: dict[str, None] = {}
    for meant in spellings_meant("".join(word.split())):
        for sounds in _sounds(meant):
            found[_tidy(sounds)] = None
            if _S_H.search(sounds):  # Исҳоқ is Ishoq in Latin letters, where sh is one sound
                found[_tidy(_S_H.sub("S", sounds))] = None
    return tuple(found)


def likeliest(word: str) -> str:
    """The first of the `readings` of a word, without making the others."""
    meant = spellings_meant("".join(word.split()))[0]
    if is_arabic(meant):
        return _tidy(_persian(meant))
    return _tidy(_cyrillic(meant) if is_cyrillic(meant) else _read(_prepared(meant), 0))


def _sounds(word: str) -> tuple[str, ...]:
    if is_arabic(word):
        return (_persian(word),)
    if is_cyrillic(word):
        return (_cyrillic(word),)
    return _latin(word)


def _cyrillic(word: str) -> str:
    return _AFTER_VOWEL_E.sub("\\1йэ", word).replace("дж", "ҷ").translate(_CYRILLIC)


def _persian(word: str) -> str:
    if word in _VOWELLED:
        return _VOWELLED[word]
    if _ANY_ARABIC.search(word):
        for rule, to in _ARABIC_RULES:
            word = rule.sub(to, word)
    return word.translate(_ARABIC)


def _latin(word: str) -> tuple[str, ...]:
    word = _prepared(word)
    habits: Sequence[int] = range(len(_HABITS)) if _OTHERWISE.search(word) else (0,)
    if "sch" in word:  # not French, not Turkish
        habits = (0, 1, 2)
    return tuple(dict.fromkeys(_read(word, habit) for habit in habits))


def _prepared(word: str) -> str:
    if word.endswith("oʼs"):  # English: Laylo's; elsewhere the Uzbek letter oʻ
        word = word[:-2] + "s"
    return _Y_ALONE.sub("i", word)


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
    if _ANY_SAME.search(sounds):
        for rule, to in _SAME:
            sounds = rule.sub(to, sounds)
    # Persian writes a doubled consonant once: two are two syllables, as in مدد.
    return sounds if sounds.isdigit() or is_sparse(sounds) else _DOUBLE.sub(r"\1", sounds)


def is_sparse(sounds: str) -> bool:
    """Whether a reading comes from letters that write no short vowels."""
    vowels = False
    for sound in sounds:
        if sound in OPEN:
            return True
        vowels = vowels or sound in VOWELS
    return not vowels


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
