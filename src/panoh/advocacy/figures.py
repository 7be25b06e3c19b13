"""How many, for people outside: ranges while pairs are open, small numbers hidden, with sources.

Only who allowed it is counted (`counted`); a number below five could point at one family, and is
not shown.
"""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from panoh.advocacy.counted import answers, counted
from panoh.casebook.consent.answers import Use
from panoh.casebook.consent.citation import WITHHELD, cite
from panoh.casebook.counts import Range, count_among
from panoh.casebook.index.reading import root_of, views_of
from panoh.casebook.pairs import acts_of
from panoh.casebook.view import View
from panoh.model.messages import mark as _
from panoh.model.thesauri import ACTS

#: Numbers below are not shown.
LEAST = 5
FEWER, AT_MOST, HIDDEN = _("fewer than {least}"), _("at most {most}"), _("not shown")
PEOPLE, ALL_ACTS = _("people who allowed to be counted"), _("acts against them")
OWN = _("own record")

FIGURES, WHAT, HOW_MANY, WHO = _("Figures"), _("What"), _("How many"), _("Who tells it")
RANGES = _(
    "Two numbers with a dash mean at least and at most: some entries may tell of one person or"
    " one act twice. Numbers below {least} are not shown. Only people who allowed it are counted,"
    " so there may be more."
)


@dataclass(frozen=True, slots=True)
class Figure:
    """One number with a label (a msgid), and its sources as far as each may be cited.

    `hidden` marks one that is not shown because another hidden number could be told from it.
    """

    label: str
    range: Range
    sources: tuple[str, ...]
    hidden: bool = False

    def shown(self, say: Any) -> str:
        """The number as it is printed."""
        if self.hidden:
            return str(say(HIDDEN))
        if self.range.most < LEAST:
            return str(say(FEWER)).format(least=LEAST)
        if self.range.least < LEAST:
            return str(say(AT_MOST)).format(most=self.range.most)
        return str(self.range)


def figures(db: Any, way: Use) -> list[Figure]:
    """How many people and acts, and how many acts of each kind, the most frequent first."""
    return figures_of(db, counted(answers(db, way)))


def figures_of(db: Any, allowed: AbstractSet[str]) -> list[Figure]:
    """The figures on these persons, who allowed to be counted."""
    found = {act.root: act for root in sorted(allowed) for act in acts_of(db, root)}
    acts = [act for act in found.values() if _victims(db, act) <= allowed]
    people = {root for act in acts for root in _victims(db, act)}
    how_many, how_often = count_among(db, people, [act.root for act in acts])
    sources = cited(db, acts)
    whole = [
        Figure(PEOPLE, _floored(how_many), sources),
        Figure(ALL_ACTS, _floored(how_often), sources),
    ]
    lost = how_often.most - how_often.least
    return [*whole, *guarded(_by_type(db, acts, lost))] if acts else []


def printed(each: Figure, say: Any) -> tuple[str, str, str]:
    """One figure as it is printed: what is counted, how many, who tells it."""
    label = str(say(each.label))
    return label[:1].upper() + label[1:], each.shown(say), "; ".join(map(say, each.sources))


def guarded(parts: Sequence[Figure]) -> list[Figure]:
    """Parts of one whole: where one alone is too small, the next is hidden too.

    Whoever has the whole and all parts but one has that one as well.
    """
    small = [each for each in parts if each.range.least < LEAST]
    if len(small) != 1 or len(parts) < 2:
        return list(parts)
    others = [each for each in parts if each.range.least >= LEAST]
    least = min(others, key=lambda each: each.range.most)
    return [
        Figure(each.label, each.range, each.sources, hidden=True) if each is least else each
        for each in parts
    ]


def _floored(found: Range) -> Range:
    """At least one if there are any, however many open pairs are one."""
    return Range(max(min(found.most, 1), found.least), found.most)


def _by_type(db: Any, acts: Sequence[View], merged: int) -> list[Figure]:
    """Acts on whose kind the sources agree; each may be told twice as often as all may."""
    found: dict[str, list[View]] = {}
    for act in acts:
        types = {told.value for told in act.relied("type")}
        if len(types) == 1:
            found.setdefault(types.pop(), []).append(act)
    known = [(code, same) for code, same in found.items() if code in ACTS.terms]
    told = [
        Figure(
            ACTS.terms[code].label, _floored(Range(len(same) - merged, len(same))), cited(db, same)
        )
        for code, same in known
    ]
    return sorted(told, key=lambda each: (-each.range.most, each.label))


def cited(db: Any, views: Iterable[View]) -> tuple[str, ...]:
    """Who tells this, each said no further than they allowed; those withheld stand last."""
    tellers = {
        root_of(db, told.source) if told.source else ""
        for view in views
        for values in view.fields.values()
        for told in values
    }
    said = {cite(view) for view in views_of(db, sorted(tellers - {""}))}
    said |= {OWN} if "" in tellers else set()
    return tuple(sorted(said, key=lambda each: (each == WITHHELD, each)))


def _victims(db: Any, act: View) -> set[str]:
    return {root_of(db, told.value) for told in act.told("victim") if told.value}
