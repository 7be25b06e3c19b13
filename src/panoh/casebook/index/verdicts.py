"""Keeps the live judgements and the clusters they make in the tables."""

from collections.abc import Collection, Iterable
from typing import Any

from panoh.casebook.clusters import Verdict, cluster
from panoh.casebook.index.arrived import Arrived
from panoh.casebook.index.reading import as_json
from panoh.casebook.view import View, fold
from panoh.model.kinds.judging import DIFFERENT, UNSURE

JUDGEMENT = "judgement"


def recluster(db: Any, arrived: Arrived) -> tuple[dict[str, str], set[str]]:
    """Settle the judgements among what arrived.

    Returns the roots of the entities whose cluster may have changed, and the entities that lean
    on these.
    """
    ends = _judged(db, arrived.entered)
    for entity in _judgements(db, arrived):
        ends |= _settle_verdict(db, arrived, entity)
    if not ends:
        return {}, set()
    reach = _reach(db, ends)
    verdicts = [
        Verdict(*row)
        for entity in reach
        for row in db.execute("SELECT id, a, b, verdict FROM verdict WHERE a = ?", (entity,))
    ]
    clusters = cluster(verdicts)
    roots = {entity: clusters.root.get(entity, entity) for entity in reach}
    db.executemany(
        "UPDATE entity SET root = ?1, suspended = ?2"
        " WHERE id = ?3 AND (root <> ?1 OR suspended <> ?2)",
        [(root, entity in clusters.suspended, entity) for entity, root in roots.items()],
    )
    return roots, _leaning_on(db, reach)


def _judgements(db: Any, arrived: Arrived) -> set[str]:
    """The judgements that were told of, corrected, retracted or erased."""
    known = arrived.touched - arrived.new
    rows = db.execute(
        "SELECT e.id FROM json_each(?) j JOIN entity e ON e.id = j.value WHERE e.kind = ?",
        (as_json(known), JUDGEMENT),
    )
    return {row[0] for row in rows} | {
        entity
        for entity in arrived.new
        if any(each.statement.kind == JUDGEMENT for each in arrived.told[entity])
    }


def _judged(db: Any, entities: Collection[str]) -> set[str]:
    """Those that a judgement speaks of; one may have arrived before the entity itself."""
    rows = db.execute(
        "SELECT value FROM json_each(?) WHERE EXISTS(SELECT 1 FROM verdict WHERE a = value)"
        " OR EXISTS(SELECT 1 FROM verdict WHERE b = value)",
        (as_json(entities),),
    )
    return {row[0] for row in rows}


def _leaning_on(db: Any, reach: Iterable[str]) -> set[str]:
    """What is told of more than once and names one of these: whether it agrees may change."""
    rows = db.execute(
        "SELECT DISTINCT r.about FROM json_each(?) j JOIN reference r ON r.target = j.value"
        " JOIN entity e ON e.id = r.about"
        " WHERE EXISTS(SELECT 1 FROM entity o JOIN statement s ON s.about = o.id"
        " WHERE o.root = e.root LIMIT 1 OFFSET 1)",
        (as_json(reach),),
    )
    return {row[0] for row in rows}


def _settle_verdict(db: Any, arrived: Arrived, entity: str) -> set[str]:
    """Write what the judgement says now; returns the ends it had and has."""
    before = list(db.execute("DELETE FROM verdict WHERE id = ? RETURNING a, b", (entity,)))
    ends = {end for row in before for end in row}
    view = fold(entity, arrived.about(db, [entity]))
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
            " UNION ALL SELECT a FROM verdict WHERE b = ?1 AND verdict = 'same'"
            " UNION ALL SELECT id FROM entity WHERE root ="
            " (SELECT root FROM entity WHERE id = ?1)",
            (entity,),
        )
        fresh = {row[0] for row in found} - reached
        reached |= fresh
        border.extend(fresh)
    return reached
