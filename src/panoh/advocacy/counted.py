"""Who may be counted: only those who said yes to it, and nobody because nobody asked them.

A number without names tells of a person all the same. A yes to a wider use by the same recipient
covers it, a refusal of *statistics without names* outweighs that.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from panoh.casebook.consent.answers import FINAL, NEVER_ASKED, Answer, Use, asked
from panoh.casebook.counts import harmed
from panoh.casebook.index.reading import root_of, view_of

STATISTICS, FACTS = "statistics", "facts"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many people to whom something was done are in no figure; for members, never printed."""

    unasked: int
    others: int


def answers(db: Any, way: Use) -> dict[str, Answer]:
    """What everybody said of whom a consent speaks; whoever is not here was never asked."""
    rows = db.execute("SELECT DISTINCT target FROM reference WHERE kind = 'consent'")
    roots = sorted({root_of(db, target) for (target,) in list(rows)})
    return {root: _said(db, root, way) for root in roots if view_of(db, root).kind == "person"}


def counted(said: Mapping[str, Answer]) -> set[str]:
    """The persons (by root) who may be counted, by what `answers` gives."""
    return {root for root, each in said.items() if each.allowed}


def left_out(db: Any, said: Mapping[str, Answer]) -> LeftOut:
    """How many are not counted: nobody asked them, or what they said does not allow it."""
    people = harmed(db)
    unasked = sum(said.get(root, NEVER_ASKED) == NEVER_ASKED for root in people)
    allowed = sum(root in said and said[root].allowed for root in people)
    return LeftOut(unasked, len(people) - unasked - allowed)


def _said(db: Any, root: str, way: Use) -> Answer:
    who = asked(db, root)
    alone = who.may(FACTS, Use(way.recipient, STATISTICS, way.day, way.publication))
    if alone.allowed or alone in FINAL:
        return alone
    wider = who.may(FACTS, way)
    return alone if wider == NEVER_ASKED else wider
