"""A name as a source writes it: its text, what part of a name it is, its script."""

import unicodedata
from typing import ClassVar, Final, Self

import msgspec

from panoh.model.errors import PanohError
from panoh.model.names.letters import script_of

MAX_LENGTH = 300


class NameKind:
    """What part of a name a text is; `FULL` where the parts are not known."""

    FULL: Final = "full"
    GIVEN: Final = "given"
    FATHER: Final = "father"
    SURNAME: Final = "surname"
    LEGAL: Final = "legal"
    ALIAS: Final = "alias"
    CODE: Final = "code"


class NameEmpty(PanohError):
    """A name without a letter or figure."""

    code: ClassVar[str] = "name-empty"
    message: ClassVar[str] = "The name is empty."
    hint: ClassVar[str] = "Write the name as the source gives it, or leave it out."


class NameTooLong(PanohError):
    """A text so long that it is no name."""

    code: ClassVar[str] = "name-too-long"
    message: ClassVar[str] = "The name is longer than {limit} characters."
    hint: ClassVar[str] = "Put one name into this field and the rest into the note."


class Name(msgspec.Struct, frozen=True, omit_defaults=True):
    """A name: `text` exactly as written, its `kind`, and its script as an ISO 15924 code."""

    text: str
    kind: str = NameKind.FULL
    script: str = ""

    @classmethod
    def of(cls, text: str, kind: str = NameKind.FULL) -> Self:
        """The name in NFC without outer white space; raises `NameEmpty` or `NameTooLong`."""
        text = unicodedata.normalize("NFC", text).strip()
        if not any(letter.isalnum() for letter in text):
            raise NameEmpty
        if len(text) > MAX_LENGTH:
            raise NameTooLong(limit=MAX_LENGTH)
        return cls(text, kind, script_of(text))
