"""Days in a story: dates as people write them, and "yesterday" counted from the day of telling."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from msgspec.structs import replace

from panoh.intake.story import lexicon as words
from panoh.intake.story.found import Found, Words, gathered
from panoh.model.dates import DateAmbiguous, DateError, PartialDate, parse_date
from panoh.model.dates.words import MONTHS, SEASONS, SOLAR_MONTHS, fold

_TOKEN = re.compile(
    r"\d{1,4}(?:[./-]\d{1,2}(?:[./-]\d{2,4})?)?(?:-?[^\W\d_]+)?|[^\W\d_]+(?:-[^\W\d_]+)*"
)
_LONGEST = 6
_NUMERIC = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{1,2}-\d{1,2}")
_YEAR = re.compile(r"(?:19|20)\d\d|1[34]\d\d")


def days_in(story: str, today: date) -> tuple[Found[PartialDate], ...]:
    """The dates a story tells, in its order, each with its words; those of a birth are left out."""
    pairs = [*_told(story), *_counted(story, today)]
    return gathered([pair for pair in pairs if not words.BORN.search(_before(story, pair[1]))])


def _before(story: str, spot: Words) -> str:
    return story[max(0, spot.start - 16) : spot.start].casefold()


_Told = tuple[PartialDate, Words]


def _told(story: str) -> Iterator[_Told]:
    tokens = list(_TOKEN.finditer(story))
    place = 0
    while place < len(tokens):
        length, found = _longest(story, tokens, place)
        yield from found
        place += max(1, length)


def _longest(story: str, tokens: list[re.Match[str]], place: int) -> tuple[int, list[_Told]]:
    """How many words the longest date here takes, and every way to read it."""
    for length in range(min(_LONGEST, len(tokens) - place), 0, -1):
        start, end = tokens[place].start(), tokens[place + length - 1].end()
        text = story[start:end]
        if re.search(r"[.!?;:\n] ", text.replace("г. ", "")) or not _may_be_date(text):
            continue
        read = _read(text, story[max(0, start - 8) : start].casefold())
        if read:
            start, end = _trimmed(story, tokens[place : place + length], read)
            spot = Words(start, end, story[start:end])
            return length, [(replace(each, text=spot.text), spot) for each in read]
    return 0, []


def _trimmed(story: str, tokens: list[re.Match[str]], read: list[PartialDate]) -> tuple[int, int]:
    """Without the words at both ends that add nothing to the date."""
    first, last = 0, len(tokens)
    while last - first > 1 and _says(story, tokens[first : last - 1], read):
        last -= 1
    while last - first > 1 and _says(story, tokens[first + 1 : last], read):
        first += 1
    return tokens[first].start(), tokens[last - 1].end()


def _says(story: str, tokens: list[re.Match[str]], read: list[PartialDate]) -> bool:
    found = _readings(story[tokens[0].start() : tokens[-1].end()])
    return [each.edtf for each in found] == [each.edtf for each in read]


def _readings(text: str) -> list[PartialDate]:
    try:
        return [parse_date(text)]
    except DateAmbiguous as error:
        return [each for each in error.readings if isinstance(each, PartialDate)]
    except DateError:
        return []


def _may_be_date(text: str) -> bool:
    """A month, a season, figures like a date, or a year with its word: a bare number is none."""
    parts = [part.strip(".,") for part in fold(text).split()]
    if _NUMERIC.search(text):
        return True
    timely = any(part in MONTHS or part in SOLAR_MONTHS or part in SEASONS for part in parts)
    figure = any(char.isdigit() for char in text)
    # "may" and "march" are words as well.
    if timely:
        return figure or (len(parts) > 1 and not parts[0].isalpha()) or _capital_month(text)
    return bool(_YEAR.search(text)) and (len(parts) > 1 or bool(_YEAR.fullmatch(text)))


def _capital_month(text: str) -> bool:
    return len(text.split()) == 1 and (not text.isascii() or text[0].isupper()) and len(text) > 3


def _read(text: str, lead: str) -> list[PartialDate]:
    if _YEAR.fullmatch(text) and not words.YEAR_FOLLOWS.search(lead):
        return []
    return [each for each in _readings(text) if each.edtf]


def _counted(story: str, today: date) -> Iterator[tuple[PartialDate, Words]]:
    for pattern, days in words.DAYS_BACK:
        for match in pattern.finditer(story):
            yield _back(today, days, match)
    for pattern, length in words.AGO:
        for match in pattern.finditer(story):
            number = words.number_of(match["number"] or "1")
            if number:
                yield _back(today, number * length, match)
    for stretch, pattern in words.LAST.items():
        for match in pattern.finditer(story):
            spot = Words(match.start(), match.end(), match.group())
            yield PartialDate(_last(stretch, today), text=spot.text), spot
    for pattern in words.LAST_WEEKDAY:
        for match in pattern.finditer(story):
            weekday = words.WEEKDAYS[match["day"].casefold()]
            yield _back(today, (today.weekday() - weekday - 1) % 7 + 1, match)


def _last(stretch: str, today: date) -> str:
    """The week, month or year before that of a day, as EDTF."""
    if stretch == "year":
        return f"{today.year - 1:04}"
    if stretch == "month":
        return (today.replace(day=1) - timedelta(1)).isoformat()[:7]
    monday = today - timedelta(today.weekday() + 7)
    return f"{monday.isoformat()}/{(monday + timedelta(6)).isoformat()}"


def _back(today: date, days: int, match: re.Match[str]) -> tuple[PartialDate, Words]:
    words_ = Words(match.start(), match.end(), match.group())
    return PartialDate((today - timedelta(days)).isoformat(), text=match.group()), words_
