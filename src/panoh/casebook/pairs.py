"""Pairs that may be the same: kept as proposals, open until a person answers.

Proposals are made by the analysis; here they are only kept, and counted while they are open.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

import msgspec

from panoh.casebook.index.acts import DONE_TO, open_pairs_of_acts
from panoh.casebook.index.questions import LEFT_UNSURE, all_asked, ask
from panoh.casebook.index.reading import number_of, views_numbered
from panoh.casebook.index.tally import retally
from panoh.casebook.view import View
from panoh.model.kinds.judging import UNSURE

LIKELY, POSSIBLE = "likely", LEFT_UNSURE

_reasons = msgspec.json.Decoder(tuple[tuple[str, tuple[str, ...]], ...])


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
        gone = db.execute(
            "DELETE FROM pair WHERE kind = ? AND NOT EXISTS"
            " (SELECT 1 FROM judged v WHERE v.a = pair.a AND v.b = pair.b) RETURNING a, b",
            (kind,),
        )
        ends = {end for row in gone for end in row}
        for each in proposals:
            reasons = msgspec.json.encode(each.reasons)
            row = (*sorted((each.a, each.b)), each.kind, each.level, each.score, reasons)
            ends |= {end for kept in db.execute(_KEEP, row) for end in kept}
        retally(db, ask(db, ends))


_KEEP = """INSERT OR REPLACE INTO pair SELECT a.n, b.n, ?3, ?4, ?5, ?6
 FROM known a, known b WHERE a.id = ?1 AND b.id = ?2 RETURNING a, b"""


def pairs(db: Any, kind: str = "person") -> list[Pair]:
    """Every proposed pair of a kind with its verdict, the likeliest first.

    A pair that somebody judged is here even if the comparison never proposed it (its level is then
    empty), and open if it was left unsure. Two proposals between the same two joined persons are
    one question: the likelier one is kept.
    """
    asked = [each for each in all_asked(db) if each.kind == kind]
    return _pairs(db, [(each.a, each.b, each.level, each.score, each.verdict) for each in asked])


def open_pairs(db: Any, kind: str = "person", limit: int = -1, offset: int = 0) -> list[Pair]:
    """The pairs that wait for an answer, the likeliest first: so many, after so many others."""
    rows = db.execute(
        "SELECT a, b, level, score, verdict FROM question WHERE kind = ?"
        " ORDER BY level, score DESC, a, b LIMIT ? OFFSET ?",
        (kind, limit, offset),
    )
    return _pairs(db, list(rows))


def how_many_open(db: Any, kind: str = "person") -> int:
    """How many pairs wait for an answer."""
    query = "SELECT count(*) FROM question WHERE kind = ?"
    return int(db.execute(query, (kind,)).fetchone()[0])


def is_asked_about(db: Any, root: str) -> bool:
    """Whether a pair that this one is part of waits for an answer."""
    query = "SELECT 1 FROM question WHERE x = ?1 UNION SELECT 1 FROM question WHERE y = ?1"
    return db.execute(query, (number_of(db, root),)).fetchone() is not None


def _pairs(db: Any, asked: list[tuple[int, int, str, float, str]]) -> list[Pair]:
    """The pairs of these numbers with their identifiers and reasons, in the same order."""
    rows = db.execute(
        "SELECT x.id, y.id, x.kind, coalesce(p.reasons, CAST('[]' AS BLOB)) FROM json_each(?) j"
        " JOIN known x ON x.n = j.value ->> 0 JOIN known y ON y.n = j.value ->> 1"
        " LEFT JOIN pair p ON p.a = x.n AND p.b = y.n ORDER BY j.key",
        (msgspec.json.encode([each[:2] for each in asked]).decode(),),
    )
    return [
        Pair(Proposal(a, b, kind, level, score, _reasons.decode(reasons)), verdict)
        for (a, b, kind, reasons), (_, _, level, score, verdict) in zip(rows, asked, strict=True)
    ]


def act_pairs(db: Any, roots: Collection[str]) -> list[tuple[str, str]]:
    """Acts of these persons (each the root of a cluster) that may be one act told twice.

    Type and date must be compatible; two acts told by one source about one entity are two acts.
    Pairs that were judged same or different are left out.
    """
    (found,) = open_pairs_of_acts(db, [[number_of(db, root) for root in roots]])
    return [(one.id, other.id) for one, other in found]


def acts_of(db: Any, root: str) -> list[View]:
    """The acts done to a person, each cluster of acts once, in the order of their roots."""
    rows = db.execute(
        f"SELECT DISTINCT a.root FROM known p {DONE_TO} WHERE p.root = ?",  # noqa: S608
        (number_of(db, root),),
    )
    return views_numbered(db, [act for (act,) in rows])
