"""Taking names out of a text: what the gate would stop at is put in brackets, nothing else."""

import re
from typing import Any

from panoh.casebook.consent.answers import Use
from panoh.casebook.consent.finding import Finder
from panoh.casebook.consent.reading.piece import Piece
from panoh.model.messages import mark as _

WITHHELD = _("[name withheld]")
#: A text in which names are still found after so many rounds is left to the gate.
ROUNDS = 8


class Redactor:
    """Everybody who may not be named by one way out."""

    def __init__(self, db: Any, way: Use) -> None:
        self._finder = Finder(db, way)

    def redact(self, text: str, instead: str) -> tuple[str, int]:
        """The text without words that have no consent, and how many passages were taken out.

        What somebody with consent bears as well, and everyday words, stay: the gate asks.
        """
        count = 0
        for _round in range(ROUNDS):
            found = self._finder.find([Piece("", text)])
            words = {each.words for each in found if not each.shared and not each.everyday}
            present = sorted((each for each in words if each in text), key=len, reverse=True)
            if not present:
                break
            for each in present:
                count += text.count(each)
                text = text.replace(each, instead)
        twice = f"{re.escape(instead)}(?:[\\s,.-]+{re.escape(instead)})+"
        return re.sub(twice, lambda _found: instead, text), count
