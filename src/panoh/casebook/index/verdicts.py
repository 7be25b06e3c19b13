"""Keeps the live judgements and the clusters they make in the tables."""

from collections.abc import Iterable
from typing import Any

from panoh.casebook.clusters import Verdict, cluster
from panoh.casebook.index.reading import statements_of
from panoh.casebook.view import View, fold
from panoh.model.kinds.judging import DIFFERENT, UNSURE


def recluster(db: Any, touched: Iterable[str]) -> set[str]:
    """Settle the judgements among `touched`; returns the entities whose cluster may change."""
    ends: set[str] = set()
    for entity in touched:
        if _is_judgement(db, entity):
            ends |= _settle_verdict(db, entity)
        elif _is_judged(db, entity):
            ends.add(entity)
    if not ends:
        return set()
    reach = _reach(db, ends)
    verdicts = [
        Verdict(*row)
        for entity in reach
        for row in db.execute("SELECT id, a, b, verdict FROM verdict WHERE a = ?", (entity,))
    ]
    clusters = cluster(verdicts)
    for entity in reach:
        db.execute(
            "UPDATE entity SET root = ?, suspended = ? WHERE id = ?",
            (clusters.root.get(entity, entity), entity in clusters.suspended, entity),
        )
    return reach | _leaning_on(db, reach)


def _is_judgement(db: Any, entity: str) -> bool:
    row = db.execute("SELECT kind FROM entity WHERE id = ?", (entity,)).fetchone()
    return row is not None and row[0] == "judgement"


def _is_judged(db: Any, entity: str) -> bool:
    """Whether a judgement speaks of it; one may have arrived before the entity itself."""
    found = db.execute("SELECT 1 FROM verdict WHERE a = ?1 OR b = ?1 LIMIT 1", (entity,))
    return found.fetchone() is not None


def _leaning_on(db: Any, reach: Iterable[str]) -> set[str]:
    """What is told of more than once and names one of these: whether it agrees may change."""
    return {
        row[0]
        for entity in reach
        for row in db.execute(
            "SELECT DISTINCT r.about FROM reference r JOIN entity e ON e.id = r.about"
            " WHERE r.target = ? AND (SELECT count(*) FROM entity o JOIN statement s"
            " ON s.about = o.id WHERE o.root = e.root) > 1",
            (entity,),
        )
    }


def _settle_verdict(db: Any, entity: str) -> set[str]:
    """Write what the judgement says now; returns the ends it had and has."""
    before = list(db.execute("DELETE FROM verdict WHERE id = ? RETURNING a, b", (entity,)))
    ends = {end for row in before for end in row}
    view = fold(entity, statements_of(db, [entity]))
    a, b = (_one(view, name) for name in ("a", "b"))
    verdict = _cautious({str(told.value) for told in view.told("verdict")})
    if a and b and verdict:
        low, high = sorted((a, b))
        db.execute("INSERT INTO verdict VALUES(?,?,?,?)", (entity, low, high, verdict))
        ends |= {a, b}
    return ends


def _one(view: View, field: str) -> str:
    told = view.told(field)
    return str(told[0].value) if len(told) == 1 else ""


def _cautious(verdicts: set[str]) -> str:
    """One verdict of several that stand at once: only agreement joins."""
    if len(verdicts) < 2:
        return next(iter(verdicts), "")
    return DIFFERENT if DIFFERENT in verdicts else UNSURE


def _reach(db: Any, ends: Iterable[str]) -> set[str]:
    """The ends and all that `same` judgements connect to them, now or before."""
    reached, border = set(ends), list(ends)
    while border:
        entity = border.pop()
        found = db.execute(
            "SELECT b FROM verdict WHERE a = ?1 AND verdict = 'same'"
            " UNION SELECT a FROM verdict WHERE b = ?1 AND verdict = 'same'"
            " UNION SELECT id FROM entity WHERE root ="
            " (SELECT root FROM entity WHERE id = ?1)",
            (entity,),
        )
        fresh = {row[0] for row in found} - reached
        reached |= fresh
        border.extend(fresh)
    return reached
