"""Names in Persian, which has no capitals: given names of our list, and the words that follow."""

import re
from collections.abc import Iterator, Sequence

from panoh.intake.story.found import Words
from panoh.intake.story.given import is_given
from panoh.intake.story.vocabulary import word_set
from panoh.model.names.phones import fold as sounds
from panoh.model.names.words import COMMON

_WORD = re.compile("[\u0620-\u06d3\u064b-\u0655\u200c]+")
_SURNAME = re.compile("(?:وف|ف|وا|اوا|زاده|زاد|پور|یان|نژاد|دخت|ی)$")
_SURE = re.compile("(?:وف|وا|زاده|پور|نژاد)$")
#: A name follows these, or stands before these.
_BEFORE = re.compile(
    "(?:برادر|خواهر|پدر|مادر|پسر|دختر|عمو|عمه|خاله|دایی|همسر|شوهر|زن|داماد|دوست|همکار|وکیل|آقا|خانم"
    "|استاد|جوان|نام|برادرزاده|خواهرزاده|کاکا|مرد)(?:\u200c?(?:ا)?(?:م|ش|مان|شان)|ی)? $"
)
_AFTER = re.compile(" (?:را|رو)(?![\u0620-\u06d3])| (?:آمدند|در زندان|ناپدید|درگذشت|را)")
#: Words that begin a surname by themselves and are none.
_NONE = word_set(
    "را به از در که و با تا بر هم هر این آن روز سال شب ماه برای بعد قبل پیش چهار سه دو یک شد است"
    " شبانه شنبه یکشنبه دوشنبه سهشنبه چهارشنبه پنجشنبه جمعه امروز دیروز فردا دیشب امشب"
)


def persian_names(story: str, places: Sequence[Words]) -> Iterator[tuple[str, Words]]:
    """Each name, and where it stands; an everyday word only where a name must stand."""
    matches = list(_WORD.finditer(story))
    place = 0
    while place < len(matches):
        length = _length(story, matches, place, places)
        if length:
            start, end = matches[place].start(), matches[place + length - 1].end()
            yield story[start:end], Words(start, end, story[start:end])
        place += max(1, length)


def _length(story: str, matches: list[re.Match[str]], place: int, places: Sequence[Words]) -> int:
    """How many words the name at this place takes; 0 if there is none."""
    word, match = matches[place].group(), matches[place]
    spot = Words(match.start(), match.end(), word)
    if word in _NONE or len(word) < 3 or any(spot.meets(other) for other in places):
        return 0
    more = _surname(story, matches, place, places)
    known = is_given(word)
    if more and known:
        return 1 + more
    called = bool(_BEFORE.search(story[max(0, spot.start - 30) : spot.start]))
    object_ = bool(_AFTER.match(story, matches[place + more].end()))
    if known and (called or object_) and not (sounds(word) in COMMON and not called):
        return 1 + more
    if known and sounds(word) not in COMMON and len(word) > 3:
        return 1 + more
    return (
        1 + more
        if more and (called or object_) and _SURE.search(matches[place + more].group())
        else 0
    )


def _surname(story: str, matches: list[re.Match[str]], place: int, places: Sequence[Words]) -> int:
    """How many words of a surname follow: one or none; a second given name before it as well."""
    for more in (1, 2):
        if place + more >= len(matches):
            return 0
        before, match = matches[place + more - 1], matches[place + more]
        spot = Words(match.start(), match.end(), match.group())
        if story[before.end() : match.start()] != " " or any(spot.meets(p) for p in places):
            return 0
        if match.group() in _NONE:
            return 0
        if _SURNAME.search(match.group()) and len(match.group()) > 3:
            return more
        if not is_given(match.group()):
            return 0
    return 0
