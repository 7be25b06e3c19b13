"""Messages in the reader's language: msgids are English, catalogues are compiled when built."""

import gettext
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from panoh.model.languages import LANGUAGES, chain

DOMAIN = "panoh"
FOLDER = Path(__file__).resolve().parent.parent / "locale"

#: What the header `Language-Team` of a catalogue says until somebody who speaks it has read it.
#: It is a header that Babel keeps; one of our own would be lost when the catalogue is compiled.
AWAITS_REVIEW = "native review pending"


def mark(text: str) -> str:
    """The text itself; marks it for the catalogues (`from … import mark as _`)."""
    return text


@cache
def translator(language: str) -> Callable[[str], str]:
    """What turns a msgid into the language; nothing stays nothing.

    A missing message is said in the language that stands in, and in English at last.
    """
    catalogue = gettext.translation(DOMAIN, FOLDER, chain(language), fallback=True)
    return lambda text: catalogue.gettext(text) if text else ""


def fill(language: str, text: str, values: Mapping[str, object]) -> str:
    """The message in the language with its values; raises KeyError where one is missing.

    Where lines begin at the right each value keeps its own direction (Unicode's isolates): a name
    or a range of numbers would turn the words around it.
    """
    if not values:
        return translator(language)(text)
    if LANGUAGES[language].direction == "rtl":
        values = {name: f"\u2068{value}\u2069" for name, value in values.items()}
    return translator(language)(text).format(**values)


@cache
def awaits_review(language: str) -> bool:
    """Whether no native speaker has read this language's translation yet; pages then say so."""
    catalogue = gettext.translation(DOMAIN, FOLDER, [language], fallback=True)
    return AWAITS_REVIEW in catalogue.info().get("language-team", "")
