"""What stands on a card: lines with a label, and numbers that can be dialled."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from panoh.emergency.cards import wording
from panoh.emergency.paper.draw import Sheet, pdf
from panoh.model.messages import translator
from panoh.network.contacts import ContactFile
from panoh.network.keys import CHANGED

#: Channels whose address is a number that can be dialled; which program it is, a card never says.
DIALLED = ("phone", "signal", "whatsapp")


class Fact(msgspec.Struct, frozen=True, omit_defaults=True):
    """One line: a msgid as label, and words or a number; `big` for what is read first."""

    label: str
    text: str = ""
    number: str = ""
    big: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """A card of two sides in one language. `code` is the number that a QR code dials, or empty."""

    language: str
    front: tuple[Fact, ...]
    back: tuple[Fact, ...]
    code: str = ""


def draw(card: Card, day: date, mark: str = "") -> bytes:
    """The card as PDF on one sheet; raises what `paper.draw.pdf` raises."""
    return pdf(*sheet_of(card, day, mark))


def sheet_of(card: Card, day: date, mark: str = "") -> Sheet:
    """The sheet that the card stands on.

    `mark` stands on both sides and the sheet: that it is an example with invented people.
    """
    say = translator(card.language)
    data: dict[str, Any] = {
        "title": say(wording.CARD),
        "mark": mark,
        "help": say(wording.HELP),
        "front": _said(card.front, say),
        "back": _said(card.back, say),
        "code": _svg(card.code) if card.code else "",
        "code-alt": say(wording.CODE),
    }
    return Sheet("card.typ", data, card.language, day)


def number_of(who: ContactFile) -> str:
    """The first number of somebody that any telephone can dial; empty if there is none.

    A number whose key has changed is none: nobody knows who would answer.
    """
    numbers = [
        each.address
        for each in who.open_channels
        if each.type in DIALLED and each.key.state != CHANGED
    ]
    return next((each.strip() for each in numbers if any(map(str.isdigit, each))), "")


def call(label: str, who: ContactFile, *, named: bool, big: bool = False) -> Fact:
    """A line that says whom to call, with the name only where that is wanted."""
    return Fact(label, who.name if named else "", number_of(who), big)


def _said(facts: Sequence[Fact], say: Any) -> list[Any]:
    return [
        msgspec.to_builtins(msgspec.structs.replace(fact, label=say(fact.label))) for fact in facts
    ]


def _svg(number: str) -> str:
    """A QR code that a telephone offers to dial; plain, so that it names no program.

    Each dark square is a filled shape, so that the gate sees a drawing and asks for a look: lines
    as QR programs draw them would pass for the rules of a table.
    """
    import segno

    digits = "".join(each for each in number if each.isdecimal() or each == "+")
    rows = list(segno.make(f"tel:{digits}", error="m", micro=False).matrix_iter(border=4))
    dark = "".join(
        f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, module in enumerate(row) if module
    )
    size = len(rows)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}">'
        f'<path fill="#000" d="{dark}"/></svg>'
    )
