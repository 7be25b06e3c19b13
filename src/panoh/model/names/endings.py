"""Endings and particles: what is added to a name, so that what stays is the same in every form.

The rules work on sounds, so one rule serves Cyrillic, Latin and Persian letters.
"""

import re
from functools import lru_cache
from typing import Literal

from panoh.model.names.letters import is_arabic
from panoh.model.names.phones import readings, shown

Role = Literal["given", "father", "surname"]

#: -ovich, -evna and their Persian spellings; the Uzbek oʻgʻli and qizi written together.
FATHERS = re.compile(
    "(?:(?:y?[oe]|y)?v[iI][CJShk]|[AWI]+[WI][CJ]|y?[oe]vn[aoe]|[AWI]+[Wv]n[aAE]|[uo]gl[iu]|k[iu]zi)$"
)
#: -ov, -zoda, -iyon, -pur, -far, -dukht: by these a word is known as a surname.
SURNAMES = re.compile(
    "(?:y?[oe][vf]a?|(?:(?<=[IA])I)?[AWI]f[aAE]?"
    "|[zs][oaA]d(?:[aoeAE]h?|i)?|[iI]?[yI][oaA]n|[iI][aoA]n|p[uW]r|f[aA]?r|d[uW]?ht)$"
)
#: In Persian letters these are as often the end of a given name: Шариф, Маъруф.
_UNSURE = re.compile("[WI]f$|fr$")
#: The plain Persian f after a consonant: رحمانف beside رحمانوف.
_PERSIAN_F = re.compile("(?<=[AWI].)f$")
NISBA = re.compile("(?:[iI]y|[iI]|a|E)$")
#: Particles of kindness and standing, after the name or before it.
_AFTER = re.compile(
    "(?:[JC][oaA]n|(?<=...[^rl])h[oaA]n|b[eiI]?k|S(?:oh?|ah|A[Eh]?)|b[iI]b[iI]|(?<=[^aoieuAWI])oy)$"
)
_BEFORE = re.compile("^(?:mul[oA]|mlA|h[oA]J[iI]|m[iI]?r[zs][oA])(?=.{3})")
_CONSONANT = re.compile("[^aoieuyAWIEQ]")


def enough(sounds: str) -> bool:
    """Whether what is left can still be a name: two consonants, or one after a vowel."""
    return len(_CONSONANT.findall(sounds)) + (sounds[:1] in "aoieuAWIEQ") >= 2


def _cut(rule: re.Pattern[str], sounds: str) -> str:
    left = rule.sub("", sounds, count=1)
    return left if left != sounds and enough(left) else sounds


@lru_cache(maxsize=1 << 15)
def bare(sounds: str, role: Role) -> tuple[str, ...]:
    """Sounds of a name without the endings of its role and without particles, in each way."""
    if role == "given":
        return (_without_particles(sounds),)
    if sounds.endswith(("ifar", "ufar")):  # Зариффар, but Нилуфар
        return (_nisba(_without_endings(sounds[:-2])), _nisba(_without_endings(sounds)))
    if _UNSURE.search(sounds):
        once = _cut(SURNAMES, sounds)
        ways = (_without_endings(sounds), _without_particles(once), _without_particles(sounds))
        return tuple(_nisba(way) for way in ways)
    if _PERSIAN_F.search(sounds):
        return (_nisba(sounds), _nisba(_without_endings(_cut(_PERSIAN_F, sounds))))
    return (_nisba(_without_endings(sounds)),)


def _without_endings(sounds: str) -> str:
    before = ""
    while before != sounds:
        before = sounds
        for rule in (FATHERS, SURNAMES):
            sounds = _cut(rule, sounds)
    return _without_particles(_nisba(sounds))


def _without_particles(sounds: str) -> str:
    return _cut(_BEFORE, _cut(_AFTER, sounds))


def _nisba(sounds: str) -> str:
    """Without a last -i, and without a last -a, which falls before -ov: Одина, Одинов."""
    left = NISBA.sub("", sounds, count=1)
    return left if len(_CONSONANT.findall(left)) > 1 else sounds


@lru_cache(maxsize=1 << 15)
def stems(word: str, role: Role) -> tuple[str, ...]:
    """The sounds of a word's stem in each way to read it, the likeliest first."""
    found = [stem for sounds in readings(word) for stem in bare(sounds, role)]
    if role != "given" and is_arabic(word):  # a final he that an ending has moved inside the word
        found += [stem[:-1] + "E" for stem in found if stem.endswith("h") and len(stem) > 2]
    return tuple(dict.fromkeys(found))


def stem(word: str, role: Role) -> str:
    """The folded stem of a name's word: Саидов, Саидзода, Саидӣ and Said have the same."""
    return shown(stems(word, role)[0])
