"""People's words for a date turned into a few signs that grammar can be written about.

`30 сентября 2023 г.` becomes `30 m9 2023`. The signs: m1 to m12 Gregorian month, h1 to h12 Solar
Hijri month, s21 to s24 season, d202 decade, ~ about, ? perhaps, < not after, > not before,
A B C beginning, middle and end of.
"""

import re

from panoh.model.dates import words
from panoh.model.dates.errors import DateUnreadable

_TIME = re.compile(
    r"[t ,]+(?:в |at |соати )?\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)?$"
)
_REWRITES = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"[()]", " "),
        (r"≈", "~"),
        (r"^(\d{1,2}),(\d{1,2}),(\d{4}|\d\d)(?!\d)", r"\1.\2.\3"),
        # a day or month that the list itself marks as not known
        (r"^(?:xx|00|\?\?|--)[./-](?:xx|00|\?\?|--)[./-](\d{4})$", r"\1"),
        (r"^(?:xx|00|\?\?|--)[./-](\d{1,2})[./-](\d{4})$", r"\1.\2"),
        (r"(?:солхои |دهه ?ٔ? ?)(\d{3})0(?: ?-?(?:ум|уми))?(?!\w)", r"d\1"),
        (r"(?<!\d)(\d{3})0 ?-?(?:s|е|х|ые|ых)(?!\w)(?: ?год\w*| ?гг\.?)?", r"d\1"),
        (r"(?<!\d)(\d{3})0 ?-?er(?!\w)(?: ?jahren?)?", r"d\1"),
        (r"(?:(?<!\w)(?:соли|сол|year|سال) ?)(\d{4})(?:-?(?:ум|уми)(?!\w))?", r"\1"),
        (r"(\d{4}|\.\d\d) ?-?(?:г\. ?р|г/р|гр|года рожд\w*)(?!\w)\.?", r"\1"),
        (r"(\d{4}|\.\d\d) ?-?(?:г|год|года|году|годом|сол|соли)(?!\w)\.?", r"\1"),
        (r"(?<!\d)(\d{1,2}) ?-?(?:st|nd|rd|th|го|ого|е|ое|юми|уми|ум|юм)(?!\w)", r"\1"),
    )
)
_PHRASE = re.compile(
    r"(?<!\w)(?:" + "|".join(sorted(words.PHRASES, key=len, reverse=True)) + r")(?!\w)"
)
_WORD = re.compile(r"d\d{3}(?!\d)|[12]\dxx|[^\W\d_]+\.?")


def canonical(folded: str) -> str:
    """The signs for a folded text; raises `DateUnreadable` at the first word it does not know."""
    text = _TIME.sub("", folded)
    for pattern, replacement in _REWRITES:
        text = pattern.sub(replacement, text)
    text = _PHRASE.sub(lambda found: words.PHRASES[found[0]], text)
    text = _WORD.sub(_sign, text)
    text = re.sub(r"[ ,]*([<>~?ABC])[ ,]*", r"\1", text)
    return re.sub(r"\s+", " ", text).strip(" ,;.")


def _sign(found: re.Match[str]) -> str:
    word = found[0].rstrip(".")
    if any(letter.isdecimal() for letter in word):
        return word
    for table, letter in ((words.MONTHS, "m"), (words.SOLAR_MONTHS, "h"), (words.SEASONS, "s")):
        if word in table:
            return f"{letter}{table[word]} "
    if word in words.SIGNS:
        return words.SIGNS[word]
    if word in words.NOISE:
        return ""
    raise DateUnreadable
