"""What can go wrong with an age file, a key or a passphrase: one class per case."""

from typing import ClassVar

from panoh.model.errors import PanohError


class AgeError(PanohError):
    """Anything that is wrong with a sealed file, its keys or its recipients."""

    code: ClassVar[str] = "age-error"
    message: ClassVar[str] = "The sealed file could not be handled."
    exit_status: ClassVar[int] = 10


class HeaderMalformed(AgeError):
    """The header breaks the grammar, or a stanza breaks the rules of its type."""

    code = "age-header-malformed"
    message = "This is not a valid age file: its header cannot be read."
    hint = "Fetch the file again from where it came; if it stays unreadable, use another copy."


class VersionUnknown(HeaderMalformed):
    """The first line names a version other than v1."""

    code = "age-version-unknown"
    message = "This age file was written in a version of the format that is not known here."
    hint = "Open it with a newer version of this program or of age."


class HeaderTampered(AgeError):
    """The header's MAC does not fit: it was changed after it was written."""

    code = "age-header-tampered"
    message = "The header of this sealed file was changed after it was written."
    hint = "Do not trust this copy. Compare it with another one and ask who handled it."


class NoIdentityMatches(AgeError):
    """None of the keys or passphrases given opens the file."""

    code = "age-no-identity-matches"
    message = "None of the keys at hand opens this file."
    hint = "Check the passphrase, or find the key of one of those it was sealed to."


class PayloadTampered(AgeError):
    """The content is cut short, extended or changed."""

    code = "age-payload-tampered"
    message = "The content of this sealed file was cut short or changed."
    hint = "Do not rely on this copy: fetch the file again or use another one."


class WorkFactorTooHigh(AgeError):
    """Opening the passphrase would need more memory and time than is safe to give."""

    code = "age-work-factor-too-high"
    message = "This passphrase stanza asks for work factor {factor}; at most {limit} is accepted."
    hint = "A hostile file can ask for any amount of memory. If you trust it, open it with age."


class ArmorMalformed(AgeError):
    """The text form (PEM) is not in its one strict shape."""

    code = "age-armor-malformed"
    message = "The text form of this sealed file is damaged."
    hint = "Copy it again, from the BEGIN line to the END line, without changing a character."


class RecipientMalformed(AgeError):
    """A recipient string does not decode."""

    code = "age-recipient-malformed"
    message = "This is not an age recipient of a kind known here."
    hint = "A recipient begins with age1 or age1pq1 and must be copied whole."


class IdentityMalformed(AgeError):
    """An identity string does not decode. The string itself is never repeated."""

    code = "age-identity-malformed"
    message = "This is not an age identity of a kind known here."
    hint = "An identity begins with AGE-SECRET-KEY- and must be copied whole."


class IdentityLineMalformed(IdentityMalformed):
    """A line of an identities file does not decode."""

    code = "age-identity-line-malformed"
    message = "Line {line} of the identities file is not an age identity of a kind known here."


class RecipientsUnfit(AgeError):
    """The recipients given cannot share one header: none, too many, or kinds that do not mix."""

    code = "age-recipients-unfit"
    message = "These recipients cannot be put together in one file."
    hint = (
        "Give at least one; only one passphrase alone; post-quantum keys apart from classic ones."
    )
