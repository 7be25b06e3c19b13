"""One request as a handler sees it: who asks for what, in which language, with which form."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from panoh.casebook.record import Case
from panoh.model.messages import translator
from panoh.web.desk import Desk, Locked


@dataclass(frozen=True, slots=True)
class Visit:
    """What a handler is given.

    `form` holds every value of every field sent, `body` and `file_name` an uploaded file. `onward`
    is the header in which a script of ours wants to be told where to go next.
    """

    desk: Desk
    language: str
    path: Mapping[str, str]
    query: Mapping[str, str]
    form: Mapping[str, Sequence[str]]
    piece: bool = False
    onward: str = ""
    body: bytes = b""
    file_name: str = ""
    held: Case | None = field(default=None, repr=False)

    @property
    def case(self) -> Case:
        """The open case; handlers that need none must not ask."""
        if self.held is None:
            raise Locked
        return self.held

    @property
    def db(self) -> Any:
        """The index, for queries."""
        return self.case.vault.db

    @property
    def say(self) -> Callable[[str], str]:
        """What turns a msgid into the language of this person."""
        return translator(self.language)

    def one(self, name: str) -> str:
        """The single value of a form field without the blanks around it; empty if not sent."""
        values = self.form.get(name, ())
        return values[0].strip() if values else ""

    def number(self, name: str, default: int = 0) -> int:
        """A number of the query, bounded; anything else gives the default."""
        text = self.query.get(name, "")
        return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else default
