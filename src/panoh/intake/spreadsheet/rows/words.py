"""Words of a cell become terms; what no term fits is said, never guessed."""

import re
import unicodedata
from functools import lru_cache

from panoh.model.dates import DateError, PartialDate, parse_date
from panoh.model.messages import mark as _
from panoh.model.places import Place, find_place
from panoh.model.thesauri import ACTS, PERPETRATORS, RELATIONS, SEX, STATUSES, Thesaurus

NOT_RECOGNISED = _("No word was recognised; the words are kept.")
PARTLY_RECOGNISED = _("Only some of the words were recognised; all are kept.")
DENIED = _("It says that something did not happen, or may say so; read it yourself.")

_EMPTY = frozenset(
    ("", "-", "--", "—", "–", "_", ".", "?", "/", "null", "none", "nil", "n/a", "na", "н/д", "nan")
)
_UNKNOWN = frozenset(
    ("unknown", "not known", "no data", "неизвестно", "не известно", "нет данных",
     "маълум нест", "номаълум", "маълумот нест", "نامعلوم")
)  # fmt: skip
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_PIECES = re.compile(r"[,;\n/+]|\s[–—-]\s")
_NOT_NEXT = re.compile(r"\b(не|not|never|без)\s+(\w+)", re.IGNORECASE)
_NOT_BEFORE = re.compile(r"(\w+)\s+(на(?:шуд|шудааст|шуда|кард|карданд|кардаанд))\b", re.IGNORECASE)


def clean(cell: str) -> str:
    """The text of a cell without what cannot be seen and without outer white space."""
    if not cell.isprintable():
        cell = _CONTROL.sub("", cell).replace("\xa0", " ")
    return unicodedata.normalize("NFC", cell).strip()


def is_blank(text: str) -> bool:
    """Whether a cell is empty or holds a sign for nothing; unknown is not nothing."""
    return text.casefold() in _EMPTY


def is_unknown(text: str) -> bool:
    """Whether a cell says that the source does not know."""
    return text.casefold().strip(" .!?") in _UNKNOWN


def pieces(text: str) -> list[str]:
    """The parts of a list in one cell."""
    return [piece.strip() for piece in _PIECES.split(text) if piece and piece.strip()]


def numbers(text: str) -> list[str]:
    """The telephone numbers in one cell."""
    return [piece.strip() for piece in re.split(r"[,;\n/]", text) if piece.strip()]


@lru_cache(maxsize=20_000)
def acts_in(text: str) -> tuple[tuple[str, ...], str]:
    """The types of act told in a cell, each once, and why some of its words were not read."""
    found: dict[str, None] = {}
    why = ""
    for piece in pieces(text):
        told, denied = _acts_in_piece(piece)
        found.update(dict.fromkeys(told))
        if denied:
            why = DENIED
        elif not told:
            why = why or PARTLY_RECOGNISED
    if not found and not why:
        why = NOT_RECOGNISED
    return tuple(found), NOT_RECOGNISED if why == PARTLY_RECOGNISED and not found else why


@lru_cache(maxsize=20_000)
def _acts_in_piece(piece: str) -> tuple[tuple[str, ...], bool]:
    told = [term.code for term in ACTS.recognise(piece)]
    denied = _denied(piece) & set(told)
    return tuple(code for code in told if code not in denied), bool(denied)


def _denied(piece: str) -> set[str]:
    """Acts that stand right beside a "not" which is no part of the phrase that names them."""
    without_not = _NOT_BEFORE.sub(r"\1", _NOT_NEXT.sub(r"\2", piece))
    without_both = _NOT_BEFORE.sub(" ", _NOT_NEXT.sub(" ", piece))
    if without_not == piece:
        return set()
    return {term.code for term in ACTS.recognise(without_not)} - {
        term.code for term in ACTS.recognise(without_both)
    }


@lru_cache(maxsize=20_000)
def only_term(thesaurus: str, text: str) -> str:
    """The code of the one term in the text; empty where there is none or more than one."""
    terms = _THESAURI[thesaurus].recognise(text)
    return terms[0].code if len(terms) == 1 else ""


_THESAURI: dict[str, Thesaurus] = {
    each.name: each for each in (PERPETRATORS, RELATIONS, SEX, STATUSES)
}


@lru_cache(maxsize=20_000)
def date_of(text: str, language: str, order: str) -> PartialDate | str:
    """The date a cell tells, or why it cannot be read (a msgid)."""
    try:
        return parse_date(text, language or None, order)
    except DateError as error:
        return error.message


@lru_cache(maxsize=20_000)
def place_of(text: str, role: str = "") -> Place:
    """A place in the words of the source, with its id in our table if it names just one."""
    found = find_place(text)
    return Place(text, found[0].id if len(found) == 1 and found[0].whole else "", role)


def forget() -> None:
    """Drop the words remembered to read a list faster; they are people's words."""
    for remembered in (acts_in, _acts_in_piece, only_term, date_of, place_of):
        remembered.cache_clear()
