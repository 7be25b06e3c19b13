"""Days in a story: dates as people write them, and "yesterday" counted from the day of telling."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from itertools import islice

from msgspec.structs import replace

from panoh.intake.story import calendar as words
from panoh.intake.story.found import Found, Words, gathered, sentence_of
from panoh.intake.story.vocabulary import word_set
from panoh.model.dates import DateAmbiguous, DateError, PartialDate, parse_date
from panoh.model.dates.solar_hijri import from_gregorian, to_gregorian
from panoh.model.dates.words import MONTHS, SEASONS, SOLAR_MONTHS, fold

_TOKEN = re.compile(
    r"\d{1,4}(?:[./-]\d{1,2}(?:[./-]\d{2,4})?)?(?:-?[^\W\d_]+)?|[^\W\d_]+(?:-[^\W\d_]+)*"
)
_LONGEST = 6
#: More days than a story tells.
MOST = 300
#: Seasons that are told without a word before them.
_ADVERBS = word_set("весной летом осенью зимой")
_NUMERIC = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{1,2}-\d{1,2}")
_YEAR = re.compile(r"(?:19|20)\d\d|1[34]\d\d")

_Told = tuple[PartialDate, Words]


def days_in(story: str, today: date) -> tuple[Found[PartialDate], ...]:
    """The dates a story tells, in its order, each with its words; those of a birth are left out."""
    told = [_in_its_year(story, today, *pair) for pair in islice(_told(story), MOST)]
    taken = [spot for _day, spot in told]
    counted = [
        pair
        for pair in islice(_counted(story, today), MOST)
        if not any(pair[1].meets(t) for t in taken)
    ]
    pairs = [_since(story, *pair) for pair in (*told, *_longest_first(counted))]
    return gathered([pair for pair in pairs if not _of_a_life(story, *pair)])


def _longest_first(pairs: list[_Told]) -> Iterator[_Told]:
    """Without what stands inside something longer: "week" in "the day of last week"."""
    for day, spot in pairs:
        if not any(
            spot != other and other.start <= spot.start and spot.end <= other.end
            for _day, other in pairs
        ):
            yield day, spot


def _solar(story: str, today: date) -> Iterator[_Told]:
    """A day of a Solar Hijri month without a year is the last one before the day of telling."""
    for match in words.SOLAR_DAY.finditer(story):
        number = int(fold(match["day"])) if match["day"] else words.ORDINALS[match["ordinal"]]
        month = SOLAR_MONTHS[fold(match["month"])]
        year = from_gregorian(today)[0]
        try:
            days = [to_gregorian(each, month, number) for each in (year, year - 1)]
        except DateError:
            continue
        day = next((each for each in days if each <= today), days[-1])
        yield PartialDate(day.isoformat() + "?", text=match.group()), _spot(match)


def _in_its_year(story: str, today: date, day: PartialDate, spot: Words) -> _Told:
    """A month or season with "last year" or "this year" after it."""
    if not day.edtf.startswith("XXXX"):
        return day, spot
    for pattern, year in ((words.YEAR_BEFORE, today.year - 1), (words.YEAR_NOW, today.year)):
        match = pattern.match(story, spot.end)
        if match:
            spot = Words(spot.start, match.end(), story[spot.start : match.end()])
            return PartialDate(f"{year}{day.edtf[4:]}", text=spot.text), spot
    return day, spot


def _since(story: str, day: PartialDate, spot: Words) -> _Told:
    """What began then and goes on: "since October"."""
    lead = story[max(0, spot.start - 16) : spot.start]
    if "/" in day.edtf or not day.edtf or not words.SINCE.search(lead):
        return day, spot
    return replace(day, edtf=day.edtf + "/.."), spot


def _of_a_life(story: str, day: PartialDate, spot: Words) -> bool:
    """Whether a date is that of a birth, or since when somebody lives where they are."""
    lives = day.edtf.endswith("/..") and words.LIVES_SINCE.search(
        story[max(0, spot.start - 40) : spot.start]
    )
    return bool(lives or words.BORN.search(_before(story, spot)))


def _before(story: str, spot: Words) -> str:
    return story[max(0, spot.start - 16) : spot.start].casefold()


def _told(story: str) -> Iterator[_Told]:
    tokens = list(_TOKEN.finditer(story))
    place = 0
    while place < len(tokens):
        length, found = _longest(story, tokens, place)
        yield from found
        place += max(1, length)


def _longest(story: str, tokens: list[re.Match[str]], place: int) -> tuple[int, list[_Told]]:
    """How many words the longest date here takes, and every way to read it."""
    near = [_is_timely(token.group()) for token in tokens[place : place + _LONGEST]]
    last = max((at for at, timely in enumerate(near) if timely), default=-2)
    for length in range(min(last + 2, len(near)), 0, -1):
        start, end = tokens[place].start(), tokens[place + length - 1].end()
        text = story[start:end]
        lead = story[max(0, start - 12) : start]
        if re.search(r"[.!?;:\n] ", text.replace("г. ", "")) or not _may_be_date(
            _numbered(text), lead
        ):
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


@lru_cache(maxsize=1 << 14)
def _is_timely(word: str) -> bool:
    """Whether a word may make a date of those around it."""
    if any(char.isdecimal() for char in word):
        return True
    plain = fold(word).strip(".,")
    return plain in MONTHS or plain in SOLAR_MONTHS or plain in SEASONS


def _numbered(text: str) -> str:
    """With figures for the first to the twentieth, as Persian writes days."""
    return words.ORDINAL.sub(lambda match: str(words.ORDINALS[match.group()]), text)


def _readings(text: str) -> list[PartialDate]:
    try:
        return [parse_date(_numbered(text))]
    except DateAmbiguous as error:
        return [each for each in error.readings if isinstance(each, PartialDate)]
    except DateError:
        return []


def _may_be_date(text: str, lead: str) -> bool:
    """A month, a season, figures like a date, or a year with its word: a bare number is none."""
    parts = [part.strip(".,") for part in fold(text).split()]
    if _NUMERIC.search(text):
        return True
    timely = any(part in MONTHS or part in SOLAR_MONTHS or part in SEASONS for part in parts)
    figure = any(char.isdigit() for char in text)
    # "may" and "march" are words as well.
    if timely:
        alone = len(parts) == 1 and (words.MONTH_FOLLOWS.search(lead) or parts[0] in _ADVERBS)
        return bool(
            figure or alone or (len(parts) > 1 and not parts[0].isalpha()) or _capital_month(text)
        )
    plain = fold(text)
    return bool(_YEAR.search(plain)) and (len(parts) > 1 or bool(_YEAR.fullmatch(plain)))


def _capital_month(text: str) -> bool:
    return len(text.split()) == 1 and (not text.isascii() or text[0].isupper()) and len(text) > 3


def _read(text: str, lead: str) -> list[PartialDate]:
    if _YEAR.fullmatch(fold(text)) and not words.YEAR_FOLLOWS.search(lead):
        return []
    return [each for each in _readings(text) if each.edtf]


def _counted(story: str, today: date) -> Iterator[_Told]:
    for pattern, days in words.DAYS_BACK:
        for match in pattern.finditer(story):
            yield _back(today, days, match)
    for stretch, pattern in words.LAST.items():
        for match in pattern.finditer(story):
            spot = Words(match.start(), match.end(), match.group())
            yield PartialDate(_last(stretch, today), text=spot.text), spot
    yield from _ago(story, today)
    yield from _weekdays(story, today)
    yield from _solar(story, today)
    for pattern in words.DAY_ALONE:
        for match in pattern.finditer(story):
            day = _day_of_month(int(match["day"]), today)
            if day:
                yield PartialDate(day, text=match.group()), _spot(match)


def _ago(story: str, today: date) -> Iterator[_Told]:
    for pattern, unit in words.AGO:
        for match in pattern.finditer(story):
            number = words.number_of(match["number"] or "1")
            if number:
                yield PartialDate(_earlier(today, unit, number), text=match.group()), _spot(match)
    for pattern, unit in words.FOR:
        for match in pattern.finditer(story):
            number = words.number_of(match["number"])
            lasting = match.groupdict().get("lasting") is None or words.LASTS.search(
                sentence_of(story, _spot(match))
            )
            if number and lasting:
                edtf = _earlier(today, unit, number, about=True) + "/.."
                yield PartialDate(edtf, text=match.group()), _spot(match)


def _earlier(today: date, unit: str, number: int, *, about: bool = False) -> str:
    """So many days, weeks, months or years before a day, no more exactly than it is told."""
    if unit in ("day", "week"):
        day = today - timedelta(number * (7 if unit == "week" else 1))
        return day.isoformat() + "~" * about
    months = today.year * 12 + today.month - 1 - number * (12 if unit == "year" else 1)
    return f"{months // 12:04}" + (f"-{months % 12 + 1:02}" if unit == "month" else "") + "~"


def _weekdays(story: str, today: date) -> Iterator[_Told]:
    for pattern in words.LAST_WEEKDAY:
        for match in pattern.finditer(story):
            if words.NOT_ONE.search(story[max(0, match.start() - 60) : match.start()]):
                continue
            said = match["day"].casefold()
            if said == "душанбе" and not match.group().casefold().startswith(("рӯзи", "рузи")):
                continue  # the town
            weekday = words.WEEKDAYS[said]
            day, spot = _back(today, (today.weekday() - weekday - 1) % 7 + 1, match)
            since = any(group.startswith("since") and match[group] for group in match.groupdict())
            yield (replace(day, edtf=day.edtf + "/..") if since else day), spot


def _day_of_month(number: int, today: date) -> str:
    """The last day of this number before a day; empty if there is none."""
    month = today if number < today.day else today.replace(day=1) - timedelta(1)
    try:
        return month.replace(day=number).isoformat()
    except ValueError:
        return ""


def _spot(match: re.Match[str]) -> Words:
    return Words(match.start(), match.end(), match.group())


def _last(stretch: str, today: date) -> str:
    """The week, month or year before that of a day, or that of the day, as EDTF."""
    if stretch.startswith("this"):
        return today.isoformat()[: 4 if stretch == "this year" else 7]
    if stretch == "year":
        return f"{today.year - 1:04}"
    if stretch == "month":
        return (today.replace(day=1) - timedelta(1)).isoformat()[:7]
    monday = today - timedelta(today.weekday() + 7)
    return f"{monday.isoformat()}/{(monday + timedelta(6)).isoformat()}"


def _back(today: date, days: int, match: re.Match[str]) -> tuple[PartialDate, Words]:
    return PartialDate((today - timedelta(days)).isoformat(), text=match.group()), _spot(match)
