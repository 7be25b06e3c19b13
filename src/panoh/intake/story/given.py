"""Given names that people are called by, and a name without the endings a sentence gives it."""

import re
from collections import defaultdict
from functools import cache, lru_cache
from pathlib import Path

from panoh.intake.story.vocabulary import word_set
from panoh.model.names import search_keys, similarity
from panoh.model.names.phones import readings

#: From here on two words are spellings of one name; nearer than for people, whole texts are asked.
_ALIKE = 0.94
#: The endings of cases, and what stands in their place in the name itself.
_ENDINGS = tuple(
    (re.compile(ending + "$"), base)
    for ending, base in (
        ("['’ʼ]s", ""), ("s['’ʼ]", "s"), ("ро", ""), ("аи", "а"), ("и", ""), ("ии", "ия"),
        ("ию", "ия"), ("ией", "ия"), ("иёй", "ия"), ("а", ""), ("у", ""), ("у", "а"),
        ("ы", "а"), ("е", "а"), ("е", ""), ("ой", "а"), ("ом", ""), ("ем", ""), ("ем", "й"),
        ("ю", "й"), ("я", "й"), ("ю", "я"), ("и", "я"), ("ей", "я"), ("е", "я"),
    )
)  # fmt: skip
#: The cases of a Russian name that matter here: that of an object, and that of whom to.
OBLIQUE, DATIVE, HERS = "oblique", "dative", "hers"
_PATRONYMIC = (
    (re.compile("(ович|евич)(?:а|у|ем|е)$"), r"\1"),
    (re.compile("(овн|евн|ичн)(?:ы|е|у|ой)$"), r"\1а"),
)
_HIS = re.compile("(ов|ев|ёв|ин)(?:а|у|ым|е|ы)$")
_HERS = re.compile("(ов|ев|ёв|ин)(?:ой|у|ую|ы)$")
_ZODA = re.compile("(зод|зад)[уыеой]+$")
_CYRILLIC = re.compile("^[а-яё]+$")
_RO = re.compile("ро$")
_OF = re.compile("['’ʼ]s$")


@cache
def _listed() -> dict[str, list[str]]:
    names = Path(__file__).with_name("given.txt").read_text(encoding="utf-8").split()
    index: dict[str, list[str]] = defaultdict(list)
    for name in names:
        for key in search_keys(name):
            index[key].append(name)
    return index


@lru_cache(maxsize=4096)
def given_name(word: str, case: str = "") -> str:
    """The given name that a word is a form of, without its ending; empty if it is none we know.

    In an oblique case "Хакима" is Хаким; else it is a woman's name.
    """
    forms = _stripped(word)
    if case == HERS:
        forms = [form for form in forms if form[-1] in "ая"]
    for form in [*forms, word] if case and _CYRILLIC.match(word.casefold()) else [word, *forms]:
        if len(form) > 2 and (_is_listed(form) or _is_compound(form)):
            return form
    return ""


def is_given(word: str) -> bool:
    """Whether a word is a given name as it stands in our list."""
    return len(word) > 2 and _is_listed(word)


def _stripped(word: str) -> list[str]:
    forms = [ending.sub(base, word) for ending, base in _ENDINGS if ending.search(word)]
    return list(dict.fromkeys(forms))


#: What only names of two parts begin or end with, by their sounds; and what other words do too.
_COMPOUND = re.compile(
    r"^(?:abdu?[lrsfhkmz]|muham?mad|mahmad|bibi[aomnS]|mirzo).{3,}"
    r"|.{3,}(?:ulo|[iu]ddin|[iu]din|Jon|murod|nazar|niso|bonu)$"
)
_AFTER_A_NAME = re.compile(r"(.{3,})(?:ali|bek|yor|dod|kul|gul|moh|Soh?)$")
_FIRST = word_set("nur Ser Sir Sayh haydar gul dil davlat hol pir mir mah muhamad said boy ne'mat")
_PERSIAN = re.compile(r".{2,}(?:\u200c?الله|الدین|علی|جان|مراد|نظر)$|^عبدال.{3,}")


def _is_compound(form: str) -> bool:
    """Whether a word is built like a name of two parts: Хайриддин, Гулмурод, Абдураҳим."""
    if _PERSIAN.match(form):
        return True
    if len(form) < 6 or not form[0].isupper():
        return False
    heard = _sounds(form)
    two = _AFTER_A_NAME.match(heard)
    return bool(_COMPOUND.match(heard)) or (
        two is not None and (two[1] in _FIRST or two[1] in _heard())
    )


@cache
def _heard() -> frozenset[str]:
    return frozenset(_sounds(name) for names in _listed().values() for name in names)


@lru_cache(maxsize=4096)
def _sounds(form: str) -> str:
    return next(iter(readings(form)), "")


def _is_listed(form: str) -> bool:
    near = {name for key in search_keys(form) for name in _listed().get(key, ())}
    return any(
        similarity(form, name, "given") >= _ALIKE and _ends_alike(form, name) for name in near
    )


def _ends_alike(form: str, name: str) -> bool:
    """A last vowel tells Зарина from Зарину, and Карима from Карим."""
    vowels = "аяоуюиӣеёэыaoiueyāīهاوی"
    return (form[-1].casefold() in vowels) == (name[-1].casefold() in vowels)


def whole_name(words: list[str], case: str = "") -> str:
    """A name of several words without the endings that its case gives it, as far as it shows."""
    words = [_without_ro(_OF.sub("", word)) for word in words]
    if case == OBLIQUE and words[-1].casefold().endswith(("ову", "еву")):
        case = HERS
    given = [given_name(word, case) for word in words]
    told = next((place for place, name in enumerate(given) if name), -1)
    first, last = words[max(told, 0)].casefold(), words[-1].casefold()
    hers = _is_hers(given[told] if told >= 0 else "", first, last, case)
    moved = bool(case) or (told >= 0 and given[told] != words[told])
    return " ".join(
        name if name and place == told and (moved or name != word) else _other(word, moved, hers)
        for place, (word, name) in enumerate(zip(words, given, strict=True))
    )


def _is_hers(given: str, first: str, last: str, case: str) -> bool:
    """Whether a woman is named: by the name if it is known, else by how both words end."""
    if given:
        listed = given[-1] in "ая"
        return listed or (
            last.endswith(("ову", "еву", "овой", "евой")) and first == given.casefold()
        )
    if last.endswith(("ову", "еву")):
        return case != DATIVE
    return last.endswith(("овой", "евой"))


def _without_ro(word: str) -> str:
    bare = _RO.sub("", word)
    return bare if bare != word and len(bare) > 3 else word


def _other(word: str, moved: bool, hers: bool) -> str:
    if not moved or not _CYRILLIC.match(word.casefold()):
        return word
    for ending, base in _PATRONYMIC:
        if ending.search(word):
            return ending.sub(base, word)
    if _ZODA.search(word):
        return _ZODA.sub(r"\1а", word)
    if word.endswith(("зода", "заде")):
        return word
    for ending, base in ((_HERS, r"\1а"),) if hers else ((_HIS, r"\1"),):
        if ending.search(word):
            return ending.sub(base, word)
    return (
        word if word.endswith(("ов", "ев", "ова", "ева")) or len(word) < 4 else _guessed(word, hers)
    )


def _guessed(word: str, hers: bool) -> str:
    """A given name that is not in our list, in an oblique case."""
    if hers:
        return re.sub("[уые]$", "а", word)
    return re.sub("(?<=[бвгджзклмнпрстфхцчшщ])(?:а|у|ом|е)$", "", word)
