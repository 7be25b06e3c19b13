"""A finished file of a publication, and what a PDF was set from, to show its pages as pictures."""

from datetime import date
from typing import Any, NamedTuple

from panoh.casebook.consent.gate import Outgoing
from panoh.emergency.paper.draw import Sheet, pdf


class Paper(NamedTuple):
    """One file; `sheet` is what a PDF was set from."""

    file: Outgoing
    sheet: Sheet | None = None


def set_pdf(name: str, data: dict[str, Any], language: str, day: date) -> Paper:
    """A paper set as PDF; raises what `paper.draw.pdf` raises."""
    sheet = Sheet("paper.typ", data, language, day)
    return Paper(Outgoing(name, pdf(*sheet)), sheet)
