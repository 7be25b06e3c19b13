"""How many, for people outside: ranges while pairs are open, small numbers hidden, with sources.

Numbers tell of people without naming them. Whoever refused that, or took a yes back, is counted in
none; a number below five could point at one family, and is not shown.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from panoh.casebook.consent.answers import FINAL, Use, asked
from panoh.casebook.consent.citation import WITHHELD, cite
from panoh.casebook.counts import Range, count, harmed
from panoh.casebook.index.reading import root_of, view_of, views_of
from panoh.casebook.view import View
from panoh.model.messages import mark as _
from panoh.model.thesauri import ACTS

STATISTICS = "statistics"
#: Numbers below are not shown.
LEAST = 5
FEWER, AT_MOST, HIDDEN = _("fewer than {least}"), _("at most {most}"), _("not shown")
PEOPLE, ALL_ACTS, OWN = _("people"), _("acts against them"), _("own record")

FIGURES, WHAT, HOW_MANY, WHO = _("Figures"), _("What"), _("How many"), _("Who tells it")
RANGES = _(
    "Two numbers with a dash mean at least and at most: some entries may tell of one person or"
    " one act twice. Numbers below {least} are not shown. Who did not want to be counted is in"
    " none."
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
    out = _refusing(db, way)
    told = count(db)
    people = [root for root in harmed(db) if root not in out]
    acts = [view for view in _acts(db) if not _victims(db, view) & out]
    lost = told.acts.most - told.acts.least
    gone = told.people.most - told.people.least
    sources = cited(db, acts)
    whole = [
        Figure(PEOPLE, _range(len(people), gone), sources),
        Figure(ALL_ACTS, _range(len(acts), lost), sources),
    ]
    return [*whole, *guarded(_by_type(db, acts, lost))] if acts else []


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


def _range(most: int, merged: int) -> Range:
    """As many at most; at least one if there are any, however many open pairs are one."""
    return Range(max(min(most, 1), most - merged), most)


def _by_type(db: Any, acts: Sequence[View], merged: int) -> list[Figure]:
    """Acts on whose kind the sources agree; each may be told twice as often as all may."""
    found: dict[str, list[View]] = {}
    for act in acts:
        types = {told.value for told in act.relied("type")}
        if len(types) == 1:
            found.setdefault(types.pop(), []).append(act)
    known = [(code, same) for code, same in found.items() if code in ACTS.terms]
    told = [
        Figure(ACTS.terms[code].label, _range(len(same), merged), cited(db, same))
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


def _acts(db: Any) -> list[View]:
    rows = db.execute("SELECT root FROM view WHERE kind = 'act' AND subject <> '' ORDER BY root")
    return views_of(db, [root for (root,) in list(rows)])


def _victims(db: Any, act: View) -> set[str]:
    return {root_of(db, told.value) for told in act.told("victim") if told.value}


def _refusing(db: Any, way: Use) -> set[str]:
    """Persons who refused to be counted for this recipient, or took that back."""
    use = Use(way.recipient, STATISTICS, way.day, way.publication)
    rows = db.execute("SELECT DISTINCT target FROM reference WHERE kind = 'consent'")
    roots = {root_of(db, target) for (target,) in list(rows)}
    people = {root for root in roots if view_of(db, root).kind == "person"}
    return {root for root in people if asked(db, root).may("facts", use) in FINAL}
