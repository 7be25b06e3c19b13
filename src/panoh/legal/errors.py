"""What keeps a sheet for a lawyer from being made."""

from typing import ClassVar

from panoh.model.errors import PanohError


class LawyerError(PanohError):
    """Anything that keeps a sheet for a lawyer from being made."""

    code: ClassVar[str] = "lawyer"
    exit_status: ClassVar[int] = 62


class NobodyForLawyer(LawyerError):
    """Nobody of those chosen allows a lawyer to learn their name."""

    code = "nobody-for-lawyer"
    message = "Nobody of these allowed that a lawyer learns of them."
    hint = "Ask them: panoh consent WHO yes --to lawyer --for advice. Nothing was written."
    exit_status = 62
