"""Places of our table in a story, with where they stand."""

import re
from collections.abc import Sequence

from panoh.intake.story.found import Words
from panoh.model.places import Place, find_place
from panoh.model.places.find import KIND_WORDS, PlaceMatch

_TOKEN = re.compile(r"[^\W_]+(?:[-'’ʼ`][^\W_]+)*")
_LONGEST = 4
_ARABIC = re.compile("[\u0620-\u06d3]")
#: A place in Persian, which has no capitals, stands after one of these: some are days or names too.
_BEFORE = re.compile(
    "(?<![\u0620-\u06d3])(?:در|از|به|تا|نزدیک|شهر|ناحیه|ولایت|ولسوالی|دادگاه|زندان|پلیس"
    "|دانشگاه|سفارت"
    "|کنسولگری|فرودگاه|مسجد|بازار|بیمارستان|تیمارستان|پرورشگاه|کمیته امنیت|امنیت|مرز"
    "|روستای|کمیته|دادستانی) $"
)


def places_in(story: str) -> list[tuple[Place, Words]]:
    """Each place that a run of words names and nothing else; a narrower one keeps its region out.

    A word in small letters is no place, but may belong to one: Варзоб district.
    """
    tokens = list(_TOKEN.finditer(story))
    found: list[tuple[Place, Words]] = []
    place = 0
    while place < len(tokens):
        length, spot = _longest(story, tokens, place)
        if spot is not None:
            found.append(spot)
        place += max(1, length)
    return found


def _longest(
    story: str, tokens: list[re.Match[str]], place: int
) -> tuple[int, tuple[Place, Words] | None]:
    for length in range(min(_LONGEST, len(tokens) - place), 0, -1):
        start, end = tokens[place].start(), tokens[place + length - 1].end()
        text = story[start:end]
        if "\n" in text or ". " in text or "," in text or not _is_proper(tokens, place, length):
            continue
        matches = find_place(text)
        if _ARABIC.match(text) and not _is_place(story, start, matches):
            continue
        if matches and all(match.whole for match in matches):
            id_ = matches[0].id if len(matches) == 1 else ""
            return length, (Place(text, id_), Words(start, end, text))
    return 0, None


def _is_place(story: str, start: int, matches: Sequence[PlaceMatch]) -> bool:
    """Whether a word without a capital is the place and no day or name."""
    return bool(_BEFORE.search(story[max(0, start - 30) : start])) or all(
        match.entry.level == "country" for match in matches
    )


def _is_proper(tokens: list[re.Match[str]], place: int, length: int) -> bool:
    """A capital first, or a word of kind before it: шаҳри Кӯлоб."""
    first = tokens[place].group()
    if first[0].isupper() or _ARABIC.match(first):
        return True
    return length > 1 and first in KIND_WORDS and tokens[place + 1].group()[0].isupper()
