"""Addresses: where somebody lives is found by the street and the number of the house together."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from panoh.model.names import fold

_WORDS = """
    кӯча кӯчаи куча кучаи хиёбон хиёбони гузар гузари маҳалла маҳаллаи деҳа деҳаи ноҳия ноҳияи
    шаҳр шаҳри вилоят вилояти хона хонаи бино бинои ошёна ҷамоат ҷамоати
    улица ул проспект пр переулок пер дом д квартира кв город г район р-н село с
    кишлак область
    микрорайон мкр махалла корпус к
    street st str road rd avenue ave lane house flat apt apartment building floor city town
    district village region near
    straße strasse str weg platz allee haus wohnung stadt
    خیابان کوچه کوچهٔ خانه شهر ناحیه ده دهه ولایت منزل پلاک
"""
#: Words that stand in every address, in Tajik, Persian, Russian, English and German.
COMMON = frozenset(map(fold, _WORDS.split()))
#: A house number has no more digits; what has more is a postal code.
MOST_DIGITS = 4
LEAST_LETTERS = 3
#: How far the number may stand from the street, in characters.
NEAR = 24
_WORD = re.compile(r"[^\W\d_]+(?:[-'’ʼ][^\W\d_]+)*")
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Address:
    """The words of a street and the number of a house in it; `text` as it was told."""

    text: str
    words: tuple[str, ...]
    number: int


def address_of(text: str) -> Address | None:
    """The part of an address that leads to a door; `None` if it has no number of a house."""
    before: list[str] = []
    for part in re.split(r"[,;\n]", text):
        words = [word for word in _WORD.findall(part) if _tells(word)]
        numbers = [number for number in _NUMBER.findall(part) if len(number) <= MOST_DIGITS]
        street = words or before
        if numbers and street:
            return Address(text, tuple(street), _value(numbers[0]))
        before = words or before
    return None


def numbers_near(text: str, start: int, end: int) -> Iterator[int]:
    """The numbers of houses that stand close to a word of the text."""
    for found in _NUMBER.finditer(text, max(0, start - NEAR), end + NEAR):
        beside = text[found.start() - 1 : found.start()] + text[found.end() : found.end() + 1]
        cut = any(letter.isdecimal() for letter in beside)
        if not cut and found.end() - found.start() <= MOST_DIGITS:
            yield _value(found.group())


def _tells(word: str) -> bool:
    return len(word) >= LEAST_LETTERS and fold(word) not in COMMON


def _value(number: str) -> int:
    return int("".join(str(unicodedata.decimal(digit)) for digit in number))
