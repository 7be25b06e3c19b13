"""Pairs that may be the same: kept as proposals, open until a person answers.

Proposals are made by the analysis; here they are only kept, and counted while they are open.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations
from typing import Any

import msgspec

from panoh.casebook.index.reading import root_of, view_of
from panoh.casebook.view import View
from panoh.model.dates import PartialDate, bounds, compatible
from panoh.model.kinds.judging import DIFFERENT, SAME, UNSURE
from panoh.model.thesauri import ACTS

LIKELY, POSSIBLE = "likely", "possible"

_reasons = msgspec.json.Decoder(tuple[tuple[str, tuple[str, ...]], ...])

#: Two sources often give one act on neighbouring days; an incident is what happens within three.
NEAR = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two entities that may be the same: how likely, a score in 0..1, and the reasons as msgids.

    A reason is (msgid, values): the values are the words compared, shown but never logged.
    """

    a: str
    b: str
    kind: str
    level: str
    score: float
    reasons: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A proposal with what was decided on it: same, different, unsure, or empty."""

    proposal: Proposal
    verdict: str

    @property
    def open(self) -> bool:
        """Whether nobody has answered yet, or the answer was "unsure"."""
        return self.verdict in ("", UNSURE)


def keep_proposals(db: Any, kind: str, proposals: Iterable[Proposal]) -> None:
    """Put these proposals in the place of the earlier ones of the kind, all or none."""
    with db:
        db.execute("DELETE FROM pair WHERE kind = ?", (kind,))
        db.executemany(
            "INSERT OR REPLACE INTO pair VALUES(?,?,?,?,?,?)",
            [
                (
                    *sorted((each.a, each.b)),
                    each.kind,
                    each.level,
                    each.score,
                    msgspec.json.encode(each.reasons),
                )
                for each in proposals
            ],
        )


def pairs(db: Any, kind: str = "person") -> list[Pair]:
    """Every proposed pair of a kind with its verdict, the likeliest first.

    A pair that somebody left unsure is open even if the comparison no longer proposes it. Two
    proposals between the same two joined persons are one question: the likelier one is kept.
    """
    apart, unsure = _verdicts(db, DIFFERENT), _verdicts(db, UNSURE)
    found: list[Pair] = []
    asked: set[frozenset[str]] = set()
    proposals = [*_proposals(db, kind), *_left_unsure(db, kind)]
    for proposal in sorted(proposals, key=_likeliest):
        ends = frozenset((root_of(db, proposal.a), root_of(db, proposal.b)))
        if len(ends) == 1:
            found.append(Pair(proposal, SAME))
        elif ends not in asked:
            asked.add(ends)
            verdict = DIFFERENT if ends in apart else UNSURE if ends in unsure else ""
            found.append(Pair(proposal, verdict))
    return found


def _likeliest(proposal: Proposal) -> tuple[str, float, str, str]:
    return (proposal.level, -proposal.score, proposal.a, proposal.b)


def _proposals(db: Any, kind: str) -> list[Proposal]:
    rows = db.execute("SELECT a, b, kind, level, score, reasons FROM pair WHERE kind = ?", (kind,))
    return [Proposal(*row, _reasons.decode(reasons)) for *row, reasons in list(rows)]


def _left_unsure(db: Any, kind: str) -> list[Proposal]:
    rows = db.execute(
        "SELECT v.a, v.b FROM verdict v JOIN entity e ON e.id = v.a"
        " WHERE v.verdict = 'unsure' AND e.kind = ?",
        (kind,),
    )
    return [Proposal(a, b, kind, POSSIBLE, 0.0, ()) for a, b in list(rows)]


def _verdicts(db: Any, verdict: str) -> set[frozenset[str]]:
    rows = list(db.execute("SELECT a, b FROM verdict WHERE verdict = ?", (verdict,)))
    return {frozenset((root_of(db, a), root_of(db, b))) for a, b in rows}


def act_pairs(db: Any, roots: Sequence[str]) -> list[tuple[str, str]]:
    """Acts of these persons (each the root of a cluster) that may be one act told twice.

    Type and date must be compatible; two acts told by one source about one entity are two acts.
    Pairs that were judged same or different are left out.
    """
    acts = [act for root in roots for act in acts_of(db, root)]
    apart = _verdicts(db, DIFFERENT)
    return [
        (a.root, b.root)
        for a, b in combinations(acts, 2)
        if frozenset((a.root, b.root)) not in apart and _may_be_one(a, b)
    ]


def acts_of(db: Any, root: str) -> list[View]:
    """The acts done to a person, each cluster of acts once, in the order of their roots."""
    rows = db.execute(
        "SELECT DISTINCT e.root FROM reference r JOIN entity p ON p.id = r.target"
        " JOIN entity e ON e.id = r.about WHERE p.root = ? AND r.kind = 'act'"
        " AND r.field = 'victim' ORDER BY e.root",
        (root,),
    )
    return [view_of(db, act) for (act,) in list(rows)]


def _may_be_one(a: View, b: View) -> bool:
    victims = [{told.value for told in view.told("victim")} for view in (a, b)]
    if victims[0] & victims[1]:
        return False
    return _same_type(a, b) and _same_time(a, b)


def _same_type(a: View, b: View) -> bool:
    return any(
        one.value == other.value
        or ACTS.is_under(one.value, other.value)
        or ACTS.is_under(other.value, one.value)
        for one in a.told("type")
        for other in b.told("type")
    )


def _same_time(a: View, b: View) -> bool:
    """Compatible, or no more than some days apart: sources often differ by a day."""
    dates = [[told.value for told in view.told("when")] for view in (a, b)]
    if not dates[0] or not dates[1]:
        return True
    return any(_near(one, other) for one in dates[0] for other in dates[1])


def _near(one: PartialDate, other: PartialDate) -> bool:
    """Within `NEAR` of each other, counted between the nearest days the two dates allow."""
    if compatible(one, other):
        return True
    (start, end), (other_start, other_end) = bounds(one), bounds(other)
    gaps = [
        later - sooner
        for later, sooner in ((other_start, end), (start, other_end))
        if later and sooner
    ]
    return any(timedelta(0) <= gap <= NEAR for gap in gaps)
