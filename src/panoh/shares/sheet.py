"""What stands on a holder's sheet: one share, and what to do with it. No names of anybody.

The sheet does not name this program either: a paper found in a drawer should say as little as it
can to those who were not meant to find it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from panoh.model.messages import mark as _
from panoh.shares.share import Share
from panoh.shares.verifier import grouped

IN_A_ROW = 3
_SHORT = 16

TITLE = _("Share {number} of {count}")
MEANING = _(
    "These words are one of {count} parts of a key. Any {threshold} parts together give the key."
    " Fewer give nothing, not even a piece of it."
)
TO_DO = (
    _(
        "Keep this paper dry and hidden, where only you look. An envelope that shows whether it"
        " was opened is good."
    ),
    _(
        "Once a year, see that it is still there and that you can read every word. Say so to the"
        " person who gave it to you."
    ),
    _(
        "When that person needs it: speak with them yourself, by voice or face to face, before"
        " you help. Then read the words to them, or bring the paper."
    ),
    _("If it is lost, or somebody may have seen it, say so at once. Nobody will blame you."),
    _(
        "If somebody forces you, give it to them. You come first, and this part alone opens"
        " nothing."
    ),
)
NEVER = (
    _("Never photograph it, scan it or type it into a telephone."),
    _("Never send it by mail, message or chat."),
    _("Never keep it together with another part, and tell nobody that you have it."),
    _("Never write a name on it, yours or anybody else's."),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One holder's sheet; `rows` are the words with their numbers, as they are read."""

    number: int
    count: int
    threshold: int
    rows: tuple[tuple[tuple[int, str], ...], ...] = field(repr=False)
    vault: str
    verifier: str
    day: date
    to_do: tuple[str, ...] = TO_DO
    never: tuple[str, ...] = NEVER


def sheets(mnemonics: Sequence[str], vault: str, verifier: str, day: date) -> list[Sheet]:
    """The sheets of one set, one for each holder, in the order of their numbers."""
    return [
        Sheet(
            number=number,
            count=len(mnemonics),
            threshold=Share.parse(mnemonic).head.member_threshold,
            rows=_rows(mnemonic.split()),
            vault=grouped(vault[:_SHORT]),
            verifier=grouped(verifier),
            day=day,
        )
        for number, mnemonic in enumerate(mnemonics, 1)
    ]


def _rows(words: Sequence[str]) -> tuple[tuple[tuple[int, str], ...], ...]:
    numbered = list(enumerate(words, 1))
    return tuple(tuple(numbered[at : at + IN_A_ROW]) for at in range(0, len(numbered), IN_A_ROW))
