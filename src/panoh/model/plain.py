"""Text as a document can carry it: composed, without what a page could not show as it is."""

import re
import unicodedata
from functools import cache

#: Marks that nobody sees: they turn the direction of what follows or split a word, and so could
#: make a page say another thing than its data.
_UNSEEN = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def plain(text: str) -> str:
    """Text as both writers can carry it: composed, without control characters or unseen marks."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(map(_carried, _UNSEEN.sub("", text)))


@cache
def _carried(letter: str) -> str:
    """The letter, or a space where an Office file or JSON could not hold it."""
    if letter == "\n":
        return letter
    if unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp") or ord(letter) & 0xFFFE == 0xFFFE:
        return " "
    return letter
