"""A field as a page shows it: its inputs with what stands in them, its choices, what is wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from panoh.model.errors import PanohError
from panoh.web.forms.values.codec import Texts


@dataclass(frozen=True, slots=True)
class Fault:
    """What cannot be read: which field, and the message, hint and values of the coded error.

    `label` and `message` are msgids. `instead` are texts that would be read, to choose from.
    """

    name: str
    label: str
    code: str
    message: str
    hint: str
    values: Mapping[str, object] = field(default_factory=dict)
    instead: tuple[str, ...] = ()

    @classmethod
    def of(cls, error: PanohError, name: str, label: str, instead: Sequence[str] = ()) -> "Fault":
        """The fault that an error of ours tells."""
        return cls(name, label, error.code, error.message, error.hint, error.values, tuple(instead))

    @property
    def id(self) -> str:
        """The id of the input it is about."""
        return self.name.replace(".", "-")


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several values to choose from; label and note are msgids."""

    code: str
    label: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One field in a form. `rows` are the texts of each value, at least one row of empty ones.

    `widget` is the name of the macro that draws it; `many` lets another value be added.
    """

    name: str
    label: str
    widget: str
    rows: tuple[Texts, ...]
    choices: tuple[Choice, ...] = ()
    many: bool = False
    fault: Fault | None = None

    @property
    def id(self) -> str:
        """The id of its first input."""
        return self.name.replace(".", "-")

    @property
    def texts(self) -> tuple[str, ...]:
        """The main text of each row."""
        return tuple(row.get("", "") for row in self.rows)
