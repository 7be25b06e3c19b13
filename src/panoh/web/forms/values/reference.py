"""An entity that a field names; the page shows who it is, the form holds its identifier."""

from typing import ClassVar

from panoh.model.errors import PanohError
from panoh.model.ids import ENTITY_PATTERN
from panoh.web.forms.values.codec import Codec, Texts


class NobodyChosen(PanohError):
    """What was sent is no identifier."""

    code: ClassVar[str] = "nobody-chosen"
    message: ClassVar[str] = "It cannot be seen who is meant."
    hint: ClassVar[str] = (
        "Search for the name and choose somebody from the list, or leave it empty."
    )


def entity_of(text: str) -> str:
    """The identifier in a text, or nothing; raises NobodyChosen."""
    text = text.strip()
    if text and not ENTITY_PATTERN.fullmatch(text):
        raise NobodyChosen
    return text


def _show(value: str, language: str) -> Texts:
    del language
    return {"": value}


def _read(texts: Texts, language: str) -> str | None:
    del language
    return entity_of(texts.get("", "")) or None


CODEC = Codec("reference", ("",), _show, _read)
