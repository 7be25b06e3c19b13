"""Spellings of a Tajik name by the habits of those who write it down, drawn at random.

Written apart from `panoh.model.names`: letter by letter from the romanisation systems, so that the
two can be checked against each other. Other tests (linking, gate) draw their spellings here too.
"""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tests.model.names.people import FAMILIES, MEN, WOMEN

PERSIAN = {**dict(MEN), **dict(WOMEN), **dict(FAMILIES)}

TAJIK = "абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя"


def _letters(text: str) -> dict[str, str]:
    return dict(zip(TAJIK, (to.replace("-", "") for to in text.split()), strict=True))


_TYPED = _letters("а б в г г д е ё ж з и и й к к л м н о п р с т у у ф х х ч ч ш ъ э ю я")
_RUSSIAN = _letters("а б в г г д е ё ж з и и й к к л м н о п р с т у у ф х х ч дж ш ъ э ю я")
_BGN = _letters("a b v g gh d e yo zh z i í y k q l m n o p r s t u ŭ f kh h ch j sh ’ ė yu ya")
_ISO = _letters("a b v g ġ d e ë ž z i ī j k ķ l m n o p r s t u ū f h ḩ č ç š - è û â")
_PRESS = _letters("a b v g gh d e yo zh z i i y k q l m n o p r s t u u f kh h ch j sh - e yu ya")
_PLAIN = _letters("a b v g g d e yo zh z i i y k k l m n o p r s t u u f kh kh ch dzh sh - e yu ya")
_GERMAN = _letters(
    "a b w g g d e jo sch s i i j k k l m n o p r s t u u f ch ch tsch dsch sch - e ju ja"
)
_UZBEK = _letters("a b v g gʻ d e yo j z i iy y k q l m n o p r s t u oʻ f x h ch j sh ʼ e yu ya")


def _by(table: dict[str, str]) -> Callable[[str], str]:
    return lambda word: "".join(table.get(letter, letter) for letter in word)


def _tajik(word: str) -> str:
    return word


def _repaired_badly(word: str) -> str:
    return word.replace("ӯ", "ў").replace("ӣ", "и\u0304")


#: How each habit writes letters; Persian is looked up, not spelled.
WRITERS: dict[str, Callable[[str], str]] = {
    "tajik": _tajik,
    "codes": _repaired_badly,
    "typist": _by(_TYPED),
    "russian": _by(_RUSSIAN),
    "bgn": _by(_BGN),
    "iso": _by(_ISO),
    "press": _by(_PRESS),
    "plain": _by(_PLAIN),
    "german": _by(_GERMAN),
    "uzbek": _by(_UZBEK),
}
HABITS = (*WRITERS, "persian")

_FATHER_OLD = {"m": ("ович", "евич"), "f": ("овна", "евна")}
_SURNAME_OLD = {"m": ("ов", "ев"), "f": ("ова", "ева")}
_NEW = ("зода", "", "зод")
_SURNAME_NEW = ("зода", "зод", "ӣ", "ён", "", "пур", "фар")
_VOWELS = "аеёиӣоуӯэюя"


def dice(seed: int) -> Random:
    """The numbers of a test, the same for the same seed."""
    return Random(seed)  # noqa: S311 no secret hangs on it


@dataclass(frozen=True)
class Person:
    """A made-up person: given name, father's given name, family stem (all Tajik), sex m or f."""

    given: str
    father: str
    family: str
    sex: str


def person(rng: Random) -> Person:
    """Somebody drawn from the lists; father and family differ from the given name."""
    sex = rng.choice("mf")
    given = rng.choice(MEN if sex == "m" else WOMEN)[0]
    father = rng.choice([name for name, _ in MEN if name != given])
    family = rng.choice([name for name, _ in FAMILIES if name not in (given, father)])
    return Person(given, father, family, sex)


def _old(stem: str, endings: tuple[str, str]) -> str:
    """The Russian ending: after и and ӣ -ев, a last vowel falls or takes -ев."""
    last = stem[-1]
    if last in "иӣ":
        return stem[:-1] + "и" + endings[1]
    if last in "ая":
        return stem[:-1] + endings[0]
    return stem + endings[1 if last in _VOWELS else 0]


def _new(stem: str, ending: str) -> str:
    if ending == "ӣ":
        return stem if stem[-1] in _VOWELS else stem + "ӣ"
    if ending == "ён":
        if stem[-1] in "иӣ":
            return stem[:-1] + "иён"
        return stem + ("ён" if stem[-1] in _VOWELS else "иён")
    return stem + ending


def father_forms(father: str, sex: str) -> list[str]:
    """A father's name in Tajik letters with every ending: patronymic, -zoda, bare."""
    return [_old(father, _FATHER_OLD[sex]), *(_new(father, ending) for ending in _NEW)]


def surname_forms(family: str, sex: str) -> list[str]:
    """A surname in Tajik letters with every ending, old and new."""
    return [_old(family, _SURNAME_OLD[sex]), *(_new(family, ending) for ending in _SURNAME_NEW)]


_PERSIAN_ENDINGS = {
    "": "", "зода": "‌زاده", "зод": "زاد", "ӣ": "ی", "ён": "یان", "пур": "‌پور", "фар": "فر",
}  # fmt: skip


def _persian_surname(family: str, rng: Random) -> str:
    stem = PERSIAN[family]
    if rng.random() < 0.4:
        return stem + rng.choice(("اف", "وف") if stem[-1] not in "یا" else ("‌یف", "‌یوف"))
    ending = rng.choice(_SURNAME_NEW)
    if stem.endswith("ی") and ending in ("ӣ", "ён"):
        return stem if ending == "ӣ" else stem + "ان"
    return stem + _PERSIAN_ENDINGS[ending]


def write(word: str, habit: str, rng: Random) -> str:
    """One word in Tajik letters as the habit writes it, with the slips that go with it."""
    small = word.lower()
    if habit == "russian" and rng.random() < 0.3:
        small = small.replace("раҳмон", "рахман").replace("имом", "эмом")
    if habit in ("press", "plain") and rng.random() < 0.15:
        small = small.replace("ғ", "г").replace("қ", "к")
    return WRITERS[habit](small).capitalize()


def given_spelling(given: str, habit: str, rng: Random) -> str:
    """The given name alone by a habit."""
    return PERSIAN[given] if habit == "persian" else write(given, habit, rng)


def parts_spelled(who: Person, habit: str, rng: Random) -> tuple[str, str, str]:
    """Given name, father's name and surname by one habit, each with an ending drawn at random."""
    if habit == "persian":
        father = PERSIAN[who.father] + rng.choice(("", "", "‌زاده"))
        return PERSIAN[who.given], father, _persian_surname(who.family, rng)
    old = rng.random() < 0.6
    fathers, surnames = father_forms(who.father, who.sex), surname_forms(who.family, who.sex)
    father = fathers[0] if old else rng.choice(fathers[1:])
    surname = surnames[0] if old else rng.choice(surnames[1:])
    given, father, surname = (write(word, habit, rng) for word in (who.given, father, surname))
    if habit == "german":
        father, surname = (
            word.replace("soda", "zoda") if rng.random() < 0.5 else word
            for word in (father, surname)
        )
    return given, father, surname


def typo(word: str, rng: Random) -> str:
    """One slip inside a word: a letter left out, doubled, or exchanged with its neighbour."""
    if len(word) < 5:
        return word
    at = rng.randrange(1, len(word) - 1)
    return rng.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        )
    )


def _first_letter(word: str) -> str:
    return word[0] + "."


def spell(who: Person, rng: Random, *, habit: str | None = None, typos: float = 0.0) -> str:
    """The name of a person as one source may write it: habit, endings, order, parts left out."""
    habit = habit or rng.choice(HABITS)
    given, father, surname = parts_spelled(who, habit, rng)
    if rng.random() < typos:
        given = typo(given, rng)
    if rng.random() < typos:
        surname = typo(surname, rng)
    orders = (
        f"{surname} {given} {father}", f"{surname} {given} {father}", f"{given} {surname}",
        f"{surname} {given}", f"{given} {father} {surname}", f"{surname}, {given}",
    )  # fmt: skip
    if habit != "persian" and rng.random() < 0.08:
        return f"{surname} {_first_letter(given)}{_first_letter(father)}"
    return rng.choice(orders)


def spellings(
    given: str, father: str, surname: str, rng: Random, *, sex: str = "m", typos: float = 0.0
) -> str:
    """One spelling of a person whose names are given in Tajik letters without endings.

    `given` must be in `MEN` or `WOMEN`, `father` in `MEN`, `surname` in `FAMILIES`.
    """
    return spell(Person(given, father, surname, sex), rng, typos=typos)
