"""What can go wrong with shares: one class per case, none of which repeats a word of a share."""

from typing import ClassVar

from panoh.model.errors import PanohError


class SharesError(PanohError):
    """Anything that is wrong with a share or with a set of them."""

    code: ClassVar[str] = "shares"
    message: ClassVar[str] = "The shares could not be used."
    exit_status: ClassVar[int] = 70


class WordUnknown(SharesError):
    """A word that is not in the list.

    `suggestion` is the word probably meant, or nothing. It stands apart from the message because
    it may be a word of the share: only a dialogue with the person who types shows it.
    """

    code = "share-word-unknown"
    message = "Word {number} is not one of the words that shares are made of."
    hint = "Look at the sheet again. The first four letters of a word are enough."

    def __init__(self, *, number: int, suggestion: str = "") -> None:
        self.suggestion = suggestion
        super().__init__(number=number)


class ShareLengthWrong(SharesError):
    """A share with too few or too many words."""

    code = "share-length-wrong"
    message = "This share has {given} words; a share of a recovery key has {whole}."
    hint = "Go through the numbers on the sheet: a word is missing or was typed twice."


class ShareMisread(SharesError):
    """The checksum does not fit, and does not tell where."""

    code = "share-misread"
    message = "Somewhere in this share words are wrong or have changed places."
    hint = "Compare every word with the sheet. Nothing was changed."
    exit_status = 71


class WordMisread(ShareMisread):
    """The checksum does not fit, and one other word in one place would make it fit."""

    code = "share-word-misread"
    message = "In this share word {number} is probably wrong."
    hint = "Compare that word with the sheet first, then the others. Nothing was changed."


class ShareMalformed(SharesError):
    """The checksum fits, but what it protects breaks the standard."""

    code = "share-malformed"
    message = "This share is written in a way the standard does not allow."
    hint = "It was not made by a program that follows SLIP-39, or somebody altered it."
    exit_status = 71


class SharesMixed(SharesError):
    """Shares that were not made in one go."""

    code = "shares-mixed"
    message = "This share belongs to another set than the first one."
    hint = "Sheets of one set begin with the same words; if these do, one of them was mistyped."
    exit_status = 72


class ShareTwice(SharesError):
    """Two shares with one number."""

    code = "share-twice"
    message = "Share {number} was given twice."
    hint = "Each share counts once. Ask somebody who holds another number."
    exit_status = 72


class SharesCount(SharesError):
    """Fewer or more shares than the set asks for."""

    code = "shares-count"
    message = "This set asks for {needed} shares; {given} were given."
    hint = "Give exactly as many: ask another holder, or leave one out."
    exit_status = 73


class SharesGroups(SharesCount):
    """Fewer or more groups of shares than the set asks for."""

    code = "shares-groups"
    message = "This set asks for shares of {needed} groups; shares of {given} were given."
    hint = "Ask the holders of another group, or leave one group out."


class SharesAltered(SharesError):
    """Every share reads well, but together they do not give what was split."""

    code = "shares-altered"
    message = "Each of these shares reads well, but they do not belong together."
    hint = "One of them was forged or altered. Try with the share of another holder."
    exit_status = 74


class SharesOfAnotherKey(SharesError):
    """The shares give a key, but not the one looked for."""

    code = "shares-of-another-key"
    message = "Together these shares give a key, but not the key of this vault."
    hint = "Compare the vault and the verifier on the sheets: they may be of another vault."
    exit_status = 74


class SplitRefused(SharesError):
    """A secret or a number of shares that cannot be split safely."""

    code = "shares-split-refused"
    message = "This cannot be split so that {threshold} of {count} shares are needed."
    hint = "At most 16 shares; at least two needed, or one share alone."
    exit_status = 75
