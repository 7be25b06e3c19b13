"""What looking at a vault brings up: how bad, where, what it means and what to do."""

from dataclasses import dataclass
from enum import StrEnum

from panoh.vault.errors import VaultError


class Severity(StrEnum):
    """How much a finding matters."""

    NOTE = "note"
    WARNING = "warning"
    DAMAGE = "damage"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found; `object` is a file name in the vault folder, or what it is about."""

    severity: Severity
    object: str
    error: VaultError

    @property
    def code(self) -> str:
        """The stable slug of what was found."""
        return self.error.code

    @property
    def meaning(self) -> str:
        """One sentence for people."""
        return str(self.error)

    @property
    def hint(self) -> str:
        """What to do next, and what is safe."""
        return self.error.hint
