"""A whole number, in the figures of any script."""

from typing import ClassVar

from panoh.model.errors import PanohError
from panoh.web.forms.values.codec import Codec, Texts

_LONGEST = 18


class NumberUnreadable(PanohError):
    """The text is no number."""

    code: ClassVar[str] = "number-unreadable"
    message: ClassVar[str] = "This cannot be read as a number."
    hint: ClassVar[str] = "Write it in figures, without anything else: 12."


def _show(value: int, language: str) -> Texts:
    del language
    return {"": str(value)}


def _read(texts: Texts, language: str) -> int | None:
    del language
    text = texts.get("", "").strip()
    if not text:
        return None
    if not text.isdecimal() or len(text) > _LONGEST:
        raise NumberUnreadable
    return int(text)


CODEC = Codec("line", ("",), _show, _read)
