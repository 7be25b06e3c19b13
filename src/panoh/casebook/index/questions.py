"""Which pairs are open: asked, and answered by nobody or only with "unsure"; kept as rows.

A question is between two clusters. It is asked by a proposal, or by a judgement that joins nobody:
one left unsure, or a `same` inside a cluster that is suspended.
"""

from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from panoh.casebook.index.reading import as_json
from panoh.model.kinds.judging import DIFFERENT, SAME, UNSURE

#: The level of a pair that was left unsure without ever being proposed.
LEFT_UNSURE = "possible"


class Asked(NamedTuple):
    """Two entities by their numbers, how likely they are the same, their roots, and the answer."""

    a: int
    b: int
    kind: str
    level: str
    score: float
    x: int
    y: int
    verdict: str


_TOUCHING = "IN (SELECT value FROM json_each(?1))"
#: Every proposal, and every judgement on a pair that nobody proposed: it has no level.
_ASKED = f"""SELECT q.a, q.b, q.kind, level, score, x.root, y.root FROM (
 SELECT a, b, kind, level, score FROM pair WHERE a {_TOUCHING}
 UNION SELECT a, b, kind, level, score FROM pair WHERE b {_TOUCHING}
 UNION SELECT v.a, v.b, e.kind, iif(v.verdict = '{UNSURE}', '{LEFT_UNSURE}', ''), 0.0
  FROM (SELECT * FROM judged WHERE a {_TOUCHING} UNION SELECT * FROM judged WHERE b {_TOUCHING}) v
  JOIN known e ON e.n = v.a
  WHERE NOT EXISTS (SELECT 1 FROM pair p WHERE p.a = v.a AND p.b = v.b)) q
 JOIN known x ON x.n = q.a JOIN known y ON y.n = q.b
 ORDER BY level, score DESC, x.id, y.id"""  # noqa: S608 - our own words


def ask(db: Any, entities: Collection[int]) -> set[int]:
    """Settle every question about the clusters of these anew; returns the roots this concerns."""
    around = as_json(_clusters(db, entities))
    gone = [
        row
        for end in ("a", "b")
        for row in db.execute(
            f"DELETE FROM question WHERE {end} {_TOUCHING} RETURNING x, y",  # noqa: S608
            (around,),
        )
    ]
    still = [each for each in _asked(db, around) if each.verdict in ("", UNSURE)]
    db.executemany("INSERT OR REPLACE INTO question VALUES(?,?,?,?,?,?,?,?)", still)
    return {end for row in gone for end in row} | {
        end for each in still for end in (each.x, each.y)
    }


def all_asked(db: Any) -> list[Asked]:
    """Every question that was ever asked and still stands, answered or not, the likeliest first."""
    ends = [
        row[0]
        for row in db.execute(
            "SELECT a FROM pair UNION SELECT b FROM pair"
            " UNION SELECT a FROM judged UNION SELECT b FROM judged"
        )
    ]
    return list(_asked(db, as_json(ends)))


def _asked(db: Any, around: str) -> Iterator[Asked]:
    """Each question between two clusters once, as first asked; all inside one are answered."""
    verdicts = _verdicts(db, around)
    seen: set[frozenset[int]] = set()
    for a, b, kind, level, score, x, y in db.execute(_ASKED, (around,)):
        ends = frozenset((x, y))
        if len(ends) == 1:
            yield Asked(a, b, kind, level, score, x, y, SAME)
        elif ends not in seen:
            seen.add(ends)
            yield Asked(a, b, kind, level, score, x, y, verdicts.get(ends, ""))


def _clusters(db: Any, entities: Collection[int]) -> set[int]:
    rows = db.execute(
        "SELECT m.n FROM json_each(?) j JOIN known e ON e.n = j.value"
        " JOIN known m ON m.root = e.root",
        (as_json(entities),),
    )
    return {row[0] for row in rows} | set(entities)


def _verdicts(db: Any, around: str) -> dict[frozenset[int], str]:
    """What was judged between the clusters of these and joins nobody; "different" weighs more."""
    rows = db.execute(
        f"SELECT x.root, y.root, v.verdict FROM (SELECT * FROM judged WHERE a {_TOUCHING}"  # noqa: S608
        f" UNION SELECT * FROM judged WHERE b {_TOUCHING}) v"
        " JOIN known x ON x.n = v.a JOIN known y ON y.n = v.b"
        " WHERE v.verdict IN (?2, ?3) ORDER BY v.verdict DESC",
        (around, UNSURE, DIFFERENT),
    )
    return {frozenset((x, y)): verdict for x, y, verdict in rows}
