"""What looking at a vault brings up: how bad, where, what it means and what to do."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from panoh.vault.errors import VaultError


class Severity(StrEnum):
    """How much a finding matters."""

    NOTE = "note"
    WARNING = "warning"
    DAMAGE = "damage"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found; `object` is a file name in the vault folder, or what it is about.

    `message` and `hint` are msgids; `values` fill the braces of the message.
    """

    severity: Severity
    object: str
    code: str
    message: str
    hint: str
    values: dict[str, str]

    @classmethod
    def of(cls, severity: Severity, name: str, error: VaultError) -> Self:
        """Tell an error as a finding."""
        values = {key: str(value) for key, value in error.values.items()}
        return cls(severity, name, error.code, error.message, error.hint, values)

    @property
    def meaning(self) -> str:
        """The message with its braces filled."""
        return self.message.format(**self.values)

    def __str__(self) -> str:
        return f"{self.severity}: {self.meaning} {self.hint}"
