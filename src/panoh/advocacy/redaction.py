"""Names in a text: found before it goes out, and taken out of what becomes a public page."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from panoh.advocacy.publications import PARTS
from panoh.casebook.consent.answers import Use
from panoh.casebook.consent.finding import Finder
from panoh.casebook.consent.reading.piece import Piece
from panoh.model.kinds import Text
from panoh.model.messages import mark as _

WITHHELD = _("[name withheld]")
#: A text in which names are still found after so many rounds is left to the gate.
ROUNDS = 8
#: What may stand between two words of one name.
_BETWEEN = r"[\s,.-]+"


@dataclass(frozen=True, slots=True)
class Named:
    """Words in a text that name somebody who did not allow it: in which part, and whose name.

    `unclear` marks what only a person can decide: somebody with consent bears the same name, or it
    may be an everyday word.
    """

    part: str
    words: str
    root: str
    unclear: bool


class Redactor:
    """Everybody who may not be named by one way out."""

    def __init__(self, db: Any, way: Use) -> None:
        self._finder = Finder(db, way)

    def redact(self, text: str, instead: str) -> tuple[str, tuple[str, ...]]:
        """The text without words that have no consent, and the passages that were taken out.

        What somebody with consent bears as well, and everyday words, stay: the gate asks.
        """
        whole, taken = text, dict[str, None]()
        for _round in range(ROUNDS):
            found = self._finder.find([Piece("", text)])
            words = {each.words for each in found if not each.shared and not each.everyday}
            present = sorted((each for each in words if each in text), key=len, reverse=True)
            if not present:
                break
            taken |= dict.fromkeys(present)
            for each in present:
                text = text.replace(each, instead)
        twice = f"{re.escape(instead)}(?:{_BETWEEN}{re.escape(instead)})+"
        return re.sub(twice, lambda _found: instead, text), passages(whole, taken)

    def named(self, text: Text) -> list[Named]:
        """Every passage of a text that has no consent, once for each part it stands in."""
        told = {"title": text.title, "body": text.body, "points": "\n".join(text.points)}
        pieces = [Piece(PARTS[part], words) for part, words in told.items()]
        groups: dict[tuple[str, str, bool], dict[str, None]] = {}
        for each in self._finder.find(pieces):
            unclear = each.shared or each.everyday
            same = groups.setdefault((each.where, each.root, unclear), {})
            same[each.words] = None
        texts = {piece.where: piece.text for piece in pieces}
        return [
            Named(part, words, root, unclear)
            for (part, root, unclear), found in groups.items()
            for words in passages(texts[part], found)
        ]


def passages(text: str, words: Iterable[str]) -> tuple[str, ...]:
    """The places of a text where these words stand, those beside each other as one, each once."""
    longest = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    if not longest:
        return ()
    found = re.finditer(f"(?:{longest})(?:{_BETWEEN}(?:{longest}))*", text)
    return tuple(dict.fromkeys(each.group() for each in found))
