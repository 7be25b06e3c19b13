"""The parts of a full name in any script: given name, father's name, surname."""

import re
from collections.abc import Sequence

import msgspec

from panoh.model.names.endings import FATHERS, SURNAMES, enough
from panoh.model.names.letters import is_arabic, normalise
from panoh.model.names.phones import readings


class NameParts(msgspec.Struct, frozen=True):
    """The words of a name by role, as written; `unsure` if the order alone decided."""

    given: tuple[str, ...] = ()
    father: tuple[str, ...] = ()
    surname: tuple[str, ...] = ()
    unsure: bool = False


#: As they sound; the last ones are Persian.
_TITLES = frozenset((
    "mulo", "domulo", "hoJi", "haJi", "eSon", "iSon", "ustod", "ostad", "kori", "kozi", "mavlavi",
    "Sayh", "doktor", "gospodin", "mr", "mrs", "ms", "her", "frau", "sayid", "mlA", "hAJI", "QstAd",
))  # fmt: skip
_SON_OF = frozenset(("ugli", "ogli", "oglu", "uglu", "kizi", "kizy", "ugl"))
_CHILD_OF = frozenset(("bin", "ibn", "bint", "binti", "valad", "valadi", "farzandi"))
_AFTER = frozenset(("Jon", "Jan", "hon", "han", "bek", "bik", "Soh", "Sah", "bibi"))
_BEFORE = re.compile("^(?:[aQ]bd(?:u?l?|ur|us|uS)|al|el)$")
_PIECES = re.compile(r"[^\W_]+(?:[ʼ\u200c\u0300-\u036f\u064b-\u065f-]+[^\W_]+)*[ʼ]?")


def words_of(text: str) -> list[str]:
    """The words of a name: no punctuation; hyphens and apostrophes inside words stay."""
    return _PIECES.findall(normalise(text))


def is_initial(word: str) -> bool:
    """Whether a word stands for a name by its first letter: J, Ҷ, Дж."""
    return len(word) == 1 or word.casefold() in ("дж", "dzh", "sh", "ch", "kh", "gh", "zh", "dj")


def parse(text: str) -> NameParts:
    """The parts of a full name: by endings where they tell, by order else, and then `unsure`."""
    before_comma, comma, after = text.partition(",")
    if comma and before_comma.strip() and after.strip():
        rest = _sorted_out(_joined(words_of(after)), surname=False)
        return NameParts(rest.given, rest.father, tuple(words_of(before_comma)), rest.unsure)
    return _sorted_out(_without_titles(_joined(words_of(text))), surname=True)


def _joined(words: Sequence[str]) -> list[str]:
    """Words with what belongs to them: Abdu + Rahim, Olim + jon, Karim + oʻgʻli."""
    joined: list[str] = []
    lead = ""
    for word in words:
        sound = readings(word)[0]
        if _BEFORE.match(sound):
            lead += word
        elif sound in _CHILD_OF and joined:
            lead = "\0"
        elif sound in _SON_OF and joined:
            joined[-1] += "\0"
        elif sound in _AFTER and joined and not lead and _takes_particle(joined[-1]):
            joined[-1] += word
        else:
            joined.append(word + "\0" if lead == "\0" else lead + word)
            lead = ""
    return [*joined, lead] if lead.strip("\0") else joined


def _takes_particle(word: str) -> bool:
    return not (is_initial(word) or _is_father(word) or _is_surname(word))


def _without_titles(words: list[str]) -> list[str]:
    kept = [word for word in words if readings(word)[0] not in _TITLES]
    return kept if kept and (len(kept) > 1 or len(words) == 2) else words


def _is_father(word: str) -> bool:
    return word.endswith("\0") or any(_ends(FATHERS, sound) for sound in readings(word))


def _is_surname(word: str) -> bool:
    sounds = readings(word)[0]
    if is_arabic(word) and sounds.endswith(("If", "Wf", "fr", "IfE")):
        return len(sounds) > 5 and not _GIVEN.search(sounds)
    return _ends(SURNAMES, sounds) and not _GIVEN.search(sounds)


#: Given names that end like surnames: Беҳзод, Озода, Сафар, Нилуфар, Искандар.
_GIVEN = re.compile(
    "^(?:be?hzod|ozoda?|[sz]afar|muzafar|Jafar|Sa[he]*rzoda?|Sa[he]*zoda?|Serzod|farzod|nilufar"
    "|dilSoda?|pari[zs]od|mirzod|SIrzAd|prIzAd|bhzAd|frzAd|nIlWfr|farzona|iskandar|[a-zA-Z]*yor)$"
)


def _ends(rule: re.Pattern[str], sounds: str) -> bool:
    left = rule.sub("", sounds, count=1)
    return left != sounds and enough(left)


def _nisba(word: str) -> bool:
    return readings(word)[0].endswith(("i", "I"))


def _sorted_out(words: list[str], *, surname: bool) -> NameParts:
    father = [place for place, word in enumerate(words) if _is_father(word)]
    if father and len(words) > 1:
        return _around(words, father[-1], surname=surname)
    words = [word.rstrip("\0") for word in words]
    if not surname:
        return NameParts(tuple(words[:1]), tuple(words[1:]), unsure=False)
    if len(words) < 3:
        return _two(words)
    return _three(words)


def _around(words: list[str], father: int, *, surname: bool) -> NameParts:
    """With a patronymic: the given name stands before it, the surname first or last."""
    fathers = (words[father].rstrip("\0"),)
    before = tuple(word.rstrip("\0") for word in words[:father])
    after = tuple(word.rstrip("\0") for word in words[father + 1 :])
    if not surname or (after and before):
        return NameParts(before or after, fathers, after if before else ())
    rest = before or after
    if len(rest) == 1:
        alone = _is_surname(rest[0])
        return NameParts(() if alone else rest, fathers, rest if alone else ())
    if _is_surname(rest[-1]) and not _is_surname(rest[0]):
        return NameParts(rest[:-1], fathers, rest[-1:])
    return NameParts(rest[1:], fathers, rest[:1])


def _two(words: list[str]) -> NameParts:
    if len(words) < 2:
        if words and _is_surname(words[0]):
            return NameParts(surname=tuple(words))
        return NameParts(tuple(words), unsure=True)
    first, last = words
    told = _tells(first, last) - _tells(last, first)
    if told == 0 and _nisba(first) and not _nisba(last):
        return NameParts((last,), (), (first,), unsure=True)
    if told > 0:
        return NameParts((last,), (), (first,))
    return NameParts((first,), (), (last,), unsure=told == 0)


def _tells(surname: str, given: str) -> int:
    """How strongly a word shows that it is the surname beside the other."""
    if is_initial(given):
        return 4
    return 2 * _is_surname(surname) + (_is_shouted(surname) and not _is_shouted(given))


def _is_shouted(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _three(words: list[str]) -> NameParts:
    """Surname, given name, father's name is official; endings may tell another order."""
    sure = [_is_surname(word) or _is_shouted(word) for word in words]
    if all(_is_shouted(word) for word in words):
        sure = [_is_surname(word) for word in words]
    if is_initial(words[0]) and is_initial(words[1]):
        return NameParts((words[0],), (words[1],), tuple(words[2:]))
    if sure[0] or is_initial(words[1]):
        return NameParts(tuple(words[1:-1]), (words[-1],), (words[0],))
    if sure[-1]:
        return NameParts(
            tuple(words[:-2]), (words[-2],), (words[-1],), unsure=not is_initial(words[-2])
        )
    if sure[1] and len(words) == 3:
        return NameParts((words[0],), (words[2],), (words[1],), unsure=True)
    if any(map(is_arabic, words)):
        return NameParts(tuple(words[:-2]), (words[-2],), (words[-1],), unsure=True)
    return NameParts(tuple(words[1:-1]), (words[-1],), (words[0],), unsure=True)
