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


class TooMuchForLawyer(LawyerError):
    """More stored files than are held in memory at once."""

    code = "too-much-for-lawyer"
    message = "These files are more than {most} MiB together."
    hint = "Choose fewer, and make a second file with the rest. Nothing was written."
    exit_status = 62


class SealUnclear(LawyerError):
    """For whom a file is sealed was not said in exactly one way."""

    code = "seal-unclear"
    message = "Choose one way to seal: a key of the lawyer, or a passphrase."
    hint = "Fill in one of the two. Nothing was given out."
    exit_status = 62


class SealShort(LawyerError):
    """A passphrase that could be guessed."""

    code = "seal-short"
    message = "A passphrase needs at least twelve characters."
    hint = "Five or six random words are good. Nothing was given out."
    exit_status = 62


class SealDiffers(LawyerError):
    """A passphrase that was not typed the same twice."""

    code = "seal-differs"
    message = "The two passphrases are not the same."
    hint = "Type it again, both times. Nothing was given out."
    exit_status = 62
