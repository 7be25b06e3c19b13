"""What the values of a column look like, and in which order its dates are written."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from panoh.intake.spreadsheet.layout import meanings as m
from panoh.model.thesauri import ACTS, PERPETRATORS, RELATIONS, SEX, STATUSES

_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{4}-\d\d(?:-\d\d)?|\d{1,2}[./]\d{4}")
_SLASHED = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](?:\d{4}|\d{2})")
_BIRTH_YEAR = re.compile(r"(?:19[2-9]\d|20[0-2]\d)")
_AGE = re.compile(r"\d{1,3}(?:[.,]5)?(?:\s*(?:сол|год|лет|years?|y).*)?", re.IGNORECASE)
_PHONE = re.compile(r"\+?[\d\s()-]{9,20}")
_NUMBER = re.compile(r"\d{1,7}")
_NAME_WORD = re.compile(r"[^\W\d_][^\W\d_'’ʼ-]+|[^\W\d_]\.")


def most(values: Sequence[str], test: Callable[[str], object]) -> float:
    """The share of the values that pass a test; 0 where there are none."""
    return sum(1 for value in values if test(value)) / len(values) if values else 0.0


def is_date(text: str) -> bool:
    """Whether the cell is written as a day or month in figures."""
    return _DATE.fullmatch(text.strip()) is not None


def is_name(text: str) -> bool:
    """Whether the cell is two to four words with capital letters and nothing else."""
    words = text.replace(",", " ").split()
    return 2 <= len(words) <= 4 and all(
        word[:1].isupper() and _NAME_WORD.fullmatch(word) for word in words
    )


def _in_brackets(text: str) -> bool:
    return "(" in text and bool(RELATIONS.recognise(text))


#: In the order of asking: the first that most values pass is the meaning.
_LOOKS: tuple[tuple[str, Callable[[str], object], float], ...] = (
    (m.RELATIVE_OF, _in_brackets, 0.6),
    (m.SEX, lambda text: len(text.split()) == 1 and SEX.recognise(text), 0.9),
    (m.WHEN, is_date, 0.6),
    (m.BORN, _BIRTH_YEAR.fullmatch, 0.6),
    (m.PHONE, _PHONE.fullmatch, 0.8),
    (m.WHO, PERPETRATORS.recognise, 0.6),
    (m.NAME, is_name, 0.7),
    (m.WHAT, lambda text: len(text) > 3 and ACTS.recognise(text), 0.6),
    (m.RELATION, lambda text: len(text.split()) == 1 and RELATIONS.recognise(text), 0.7),
    (m.RELEASED, lambda text: len(text) > 1 and STATUSES.recognise(text), 0.7),
)


def meaning_by_values(values: Sequence[str]) -> tuple[str, float]:
    """What the filled cells of a column look like, and how many do; ("", 0) if like nothing."""
    texts = [value.strip() for value in values if value.strip()]
    if len(texts) < 2:
        return "", 0.0
    if _counts_up(texts):
        return m.ROW_KEY, 0.6
    for meaning, test, needed in _LOOKS:
        share = most(texts, test)
        if share >= needed:
            return meaning, round(0.6 * share, 2)
    return (m.AGE, 0.4) if most(texts, _is_age) > 0.9 else ("", 0.0)


def _is_age(text: str) -> bool:
    return _AGE.fullmatch(text) is not None and int(re.split(r"\D", text)[0]) < 115


def _counts_up(texts: Sequence[str]) -> bool:
    numbers = [int(text) for text in texts if _NUMBER.fullmatch(text)]
    steady = all(later - earlier == 1 for earlier, later in pairwise(numbers))
    return len(numbers) == len(texts) >= 3 and steady


def date_order(values: Sequence[str]) -> str:
    """ "dmy" or "mdy" where the values themselves leave no other reading; else ""."""
    found = [match for text in values if (match := _SLASHED.fullmatch(text.strip()))]
    day_first = any(int(match[1]) > 12 for match in found)
    month_first = any(int(match[2]) > 12 for match in found)
    if day_first == month_first:
        return ""
    return "dmy" if day_first else "mdy"
