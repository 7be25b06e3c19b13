"""Pairs that may be the same: kept as proposals, open until a person answers.

Proposals are made by the analysis; here they are only kept, and counted while they are open.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations
from typing import Any

import msgspec

from panoh.casebook.index.reading import views_of
from panoh.casebook.index.rows import ActTold, act_told
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
    """Put these proposals in the place of those nobody has answered, all or none.

    What was answered stays: with it stand the reasons that were seen at the time.
    """
    with db:
        db.execute(
            "DELETE FROM pair WHERE kind = ? AND NOT EXISTS"
            " (SELECT 1 FROM verdict v WHERE v.a = pair.a AND v.b = pair.b)",
            (kind,),
        )
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

    A pair that somebody judged is here even if the comparison never proposed it (its level is then
    empty), and open if it was left unsure. Two proposals between the same two joined persons are
    one question: the likelier one is kept.
    """
    return [
        Pair(Proposal(a, b, kind, level, score, _reasons.decode(reasons)), verdict)
        for a, b, level, score, reasons, _, verdict in _asked(db, kind)
    ]


def open_pairs(db: Any, kind: str = "person") -> list[tuple[str, str]]:
    """The roots of the pairs that nobody has answered yet, or only with "unsure"."""
    return [ends for *_, ends, verdict in _asked(db, kind) if verdict in ("", UNSURE)]


_Asked = tuple[str, str, str, float, bytes, tuple[str, str], str]


def _asked(db: Any, kind: str) -> Iterator[_Asked]:
    """Each question once: ends, level, score and reasons; the roots of the ends; the verdict."""
    verdicts = dict.fromkeys(_verdicts(db, UNSURE), UNSURE)
    verdicts |= dict.fromkeys(_verdicts(db, DIFFERENT), DIFFERENT)
    asked: set[frozenset[str]] = set()
    for a, b, level, score, reasons, one, other in _proposals(db, kind):
        ends = frozenset((one, other))
        if len(ends) == 1:
            yield a, b, level, score, reasons, (one, other), SAME
        elif ends not in asked:
            asked.add(ends)
            yield a, b, level, score, reasons, (one, other), verdicts.get(ends, "")


_PROPOSED = f"""
SELECT p.a, p.b, level, score, reasons, coalesce(x.root, p.a), coalesce(y.root, p.b)
 FROM (SELECT a, b, level, score, reasons FROM pair WHERE kind = ?1
  UNION ALL SELECT v.a, v.b, iif(v.verdict = '{UNSURE}', '{POSSIBLE}', ''), 0.0,
    CAST('[]' AS BLOB)
   FROM verdict v JOIN entity e ON e.id = v.a WHERE e.kind = ?1
    AND NOT EXISTS (SELECT 1 FROM pair q WHERE q.a = v.a AND q.b = v.b)) p
 LEFT JOIN entity x ON x.id = p.a LEFT JOIN entity y ON y.id = p.b
 ORDER BY level, score DESC, p.a, p.b"""  # noqa: S608 - our own words


def _proposals(db: Any, kind: str) -> list[tuple[str, str, str, float, bytes, str, str]]:
    """What the comparison proposed and what was judged, with the roots, the likeliest first."""
    return list(db.execute(_PROPOSED, (kind,)))


def _verdicts(db: Any, verdict: str) -> set[frozenset[str]]:
    rows = db.execute(
        "SELECT coalesce(x.root, v.a), coalesce(y.root, v.b) FROM verdict v"
        " LEFT JOIN entity x ON x.id = v.a LEFT JOIN entity y ON y.id = v.b WHERE v.verdict = ?",
        (verdict,),
    )
    return {frozenset(ends) for ends in rows}


def act_pairs(db: Any, roots: Collection[str]) -> list[tuple[str, str]]:
    """Acts of these persons (each the root of a cluster) that may be one act told twice.

    Type and date must be compatible; two acts told by one source about one entity are two acts.
    Pairs that were judged same or different are left out.
    """
    return act_pairs_within(db, [roots])


def act_pairs_within(db: Any, groups: Collection[Collection[str]]) -> list[tuple[str, str]]:
    """The same for several groups of persons; acts of two groups are not compared."""
    apart = _verdicts(db, DIFFERENT)
    return [
        (one, other)
        for acts in _acts_told(db, groups)
        for (one, a), (other, b) in combinations(acts, 2)
        if _may_be_one(a, b) and frozenset((one, other)) not in apart
    ]


def _acts_told(db: Any, groups: Collection[Collection[str]]) -> Iterable[list[tuple[str, ActTold]]]:
    """For each group of persons the acts done to them, with what is compared of them."""
    rows = db.execute(
        f"SELECT g.key, v.root, v.told FROM json_each(?) g JOIN json_each(g.value) j {_ACTS}"  # noqa: S608
        " JOIN view v ON v.root = a.root GROUP BY g.key, v.root ORDER BY g.key, min(j.key), v.root",
        (msgspec.json.encode([list(group) for group in groups]).decode(),),
    )
    found: dict[int, list[tuple[str, ActTold]]] = defaultdict(list)
    for group, root, told in rows:
        found[group].append((root, act_told(told)))
    return found.values()


_ACTS = """JOIN entity p ON p.root = j.value JOIN reference r ON r.target = p.id
 AND r.kind = 'act' AND r.field = 'victim' JOIN entity a ON a.id = r.about"""


def acts_of(db: Any, root: str) -> list[View]:
    """The acts done to a person, each cluster of acts once, in the order of their roots."""
    rows = db.execute(
        f"SELECT DISTINCT a.root FROM (SELECT ? AS value) j {_ACTS} ORDER BY a.root",  # noqa: S608
        (root,),
    )
    return views_of(db, [act for (act,) in rows])


def _may_be_one(a: ActTold, b: ActTold) -> bool:
    if not set(a.victims).isdisjoint(b.victims):
        return False
    return _same_type(a, b) and _same_time(a, b)


def _same_type(a: ActTold, b: ActTold) -> bool:
    if not set(a.types).isdisjoint(b.types):
        return True
    return any(
        ACTS.is_under(one, other) or ACTS.is_under(other, one)
        for one in a.types
        for other in b.types
    )


def _same_time(a: ActTold, b: ActTold) -> bool:
    """Compatible, or no more than some days apart: sources often differ by a day."""
    if not a.days or not b.days:
        return True
    return any(_near(one, other) for one in a.days for other in b.days)


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
