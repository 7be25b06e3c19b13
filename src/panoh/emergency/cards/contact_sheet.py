"""A list of contacts for a trusted person: who helps with what, when, and how to reach them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from panoh.emergency.cards import wording
from panoh.emergency.errors import NothingToShow
from panoh.emergency.paper.draw import Sheet, pdf
from panoh.emergency.plan.wording import Reader
from panoh.model.thesauri import NEEDS
from panoh.network.contacts import ContactFile
from panoh.network.keys import CHANGED
from panoh.network.wording import languages

_WIDTHS = (4, 4, 4, 6, 4)


def contact_sheet(reader: Reader, people: Sequence[ContactFile], day: date) -> bytes:
    """The list as PDF; raises NothingToShow, and what `paper.draw.pdf` raises."""
    return pdf(*sheet_of(reader, people, day))


def sheet_of(reader: Reader, people: Sequence[ContactFile], day: date) -> Sheet:
    """The list as it will be set; raises NothingToShow.

    Who has left is not on it, nor a channel whose key has changed.
    """
    listed = [who for who in people if not who.has_left(day)]
    if not listed:
        raise NothingToShow
    header = (wording.NAME, wording.HELPS, wording.TIME, wording.HOW, wording.LIMITS)
    width = len(header) if any(who.text("limits") for who in listed) else len(header) - 1
    table = {
        "type": "table",
        "widths": _WIDTHS[:width],
        "header": [reader.say(label) for label in header[:width]],
        "rows": [_row(reader, who)[:width] for who in listed],
    }
    data = {
        "title": reader.say(wording.CONTACTS),
        "day": wording.made_on(reader, day),
        "wide": True,
        "blocks": [table],
    }
    return Sheet("paper.typ", data, reader.language, day)


def _row(reader: Reader, who: ContactFile) -> list[Any]:
    helps = ", ".join(NEEDS.label(code, reader.say) for code in who.many("helps"))
    spoken = languages(who.many("languages"), reader.language, reader.say)
    when = "\n".join(filter(None, [who.text("hours"), who.text("zone")]))
    ways = "\n".join(
        each.address for each in who.open_channels if each.key.state != CHANGED and each.address
    )
    about = "\n".join(filter(None, [helps, spoken]))
    return [who.name, about, when, {"number": ways}, who.text("limits")]
