"""Values of records in words, for a reader who does not know the person or the place."""

from collections.abc import Callable, Mapping
from typing import Any

from panoh.casebook.naming import title, whole_names
from panoh.casebook.view import View
from panoh.legal.submissions.latin import in_latin, with_original
from panoh.model.dates import PartialDate, age_on, bounds, format_date
from panoh.model.kinds import FieldSpec, IdentityDocument, Mention, Perpetrator
from panoh.model.messages import translator
from panoh.model.names import Name
from panoh.model.places import Place, name_of
from panoh.model.thesauri import PERPETRATORS, RELATIONS, Thesaurus

LANGUAGE = "en"
UNKNOWN = "unknown"
ADULT = 18
TAJIK = frozenset("ғӣқӯҳҷ")
#: Tells what another entity may be called here; empty where nothing may be said.
Called = Callable[[Mention | Perpetrator], str]


def label(thesaurus: Thesaurus, code: str) -> str:
    """A term in the words of its thesaurus."""
    return thesaurus.label(code, translator(LANGUAGE))


def spoken(spec: FieldSpec, value: Any, called: Called) -> str:
    """One value in words; empty for what is said to be unknown."""
    if value is None or value in ("", UNKNOWN):
        return ""
    if spec.note.term is not None:
        return label(spec.note.term, value)
    if isinstance(value, Perpetrator):
        return _perpetrator(value, called)
    if isinstance(value, Mention):
        return called(value)
    return _IN_WORDS.get(type(value), str)(value)


def _date(value: PartialDate) -> str:
    return format_date(value, LANGUAGE) if value.edtf else ""


def _place(value: Place) -> str:
    """The English name of a place in our table beside the words of the source."""
    name = name_of(value, LANGUAGE)
    return with_original(value.text) if name == value.text else f"{name} ({value.text})"


def _name(value: Name) -> str:
    return with_original(value.text)


def _document(value: IdentityDocument) -> str:
    return ", ".join(filter(None, (value.type, value.number, value.issuer)))


_IN_WORDS: Mapping[type, Callable[[Any], str]] = {
    PartialDate: _date, Place: _place, Name: _name, IdentityDocument: _document,
}  # fmt: skip


def _perpetrator(value: Perpetrator, called: Called) -> str:
    """Who is said to have done it; that it is only said stands in the word "allegedly"."""
    kind = "" if value.type in ("", UNKNOWN) else label(PERPETRATORS, value.type)
    if value.entity:
        said = ", ".join(filter(None, (called(value), kind)))
    elif kind and value.text:
        said = f"{kind}, called “{value.text}”"
    else:
        said = kind or with_original(value.text)
    return f"allegedly {said}" if said else ""


def relation(code: str) -> str:
    """A relation between two persons in a word."""
    return label(RELATIONS, code)


def name_shown(view: View) -> str:
    """The name in Latin letters: as a source writes it, else computed from the fullest one."""
    names = whole_names(view)
    latin = [name for name in names if Name.of(name).script == "Latn"]
    # A Russian spelling has already lost letters that the Tajik one keeps: Джахонгир, Ҷаҳонгир.
    original = sorted(names, key=lambda name: TAJIK.isdisjoint(name.casefold())) or [title(view)]
    return latin[0] if latin else in_latin(original[0])


def age(born: list[PartialDate], arrested: list[PartialDate]) -> tuple[str, bool]:
    """The age on the day of arrest as wide as the sources leave it; whether it may be under 18."""
    days = [day for each in arrested for day in bounds(each) if day is not None]
    if not born or not days or not all(None not in bounds(each) for each in arrested):
        return "", False
    ages = [age_on(each, day) for each in born for day in (min(days), max(days))]
    youngest = [low for low, _high in ages if low is not None]
    oldest = [high for _low, high in ages if high is not None]
    if not youngest or len(oldest) < len(ages):
        return "", bool(youngest) and min(youngest) < ADULT
    return _age_words(min(youngest), max(oldest)), min(youngest) < ADULT


def _age_words(low: int, high: int) -> str:
    words = f"{low}" if low == high else f"between {low} and {high}"
    return f"{words} (a child)" if high < ADULT else words
