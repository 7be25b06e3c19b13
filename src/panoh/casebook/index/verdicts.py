"""Keeps the live judgements and the clusters they make in the tables."""

from collections.abc import Collection, Iterable
from typing import Any

from panoh.casebook.clusters import Verdict, cluster
from panoh.casebook.index.arrived import Arrived
from panoh.casebook.index.numbers import numbered
from panoh.casebook.index.questions import ask
from panoh.casebook.index.reading import as_json, number_of
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
    clusters = cluster(_verdicts(db, reach.values()))
    roots = {entity: clusters.root.get(entity, entity) for entity in reach}
    db.executemany(
        "UPDATE known SET root = ?1, suspended = ?2"
        " WHERE n = ?3 AND kind <> '' AND (root <> ?1 OR suspended <> ?2)",
        [
            (reach[root], entity in clusters.suspended, reach[entity])
            for entity, root in roots.items()
        ],
    )
    ask(db, reach.values())
    return roots, _leaning_on(db, reach.values())


def _verdicts(db: Any, reach: Collection[int]) -> list[Verdict]:
    rows = db.execute(
        "SELECT e.id, x.id, y.id, v.verdict FROM json_each(?) j JOIN judged v ON v.a = j.value"
        " JOIN known e ON e.n = v.id JOIN known x ON x.n = v.a JOIN known y ON y.n = v.b",
        (as_json(reach),),
    )
    return [Verdict(*row) for row in rows]


def _judgements(db: Any, arrived: Arrived) -> set[str]:
    """The judgements that were told of, corrected, retracted or erased."""
    known = arrived.touched - arrived.new
    rows = db.execute(
        "SELECT e.id FROM json_each(?) j JOIN known e ON e.id = j.value WHERE e.kind = ?",
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
        "SELECT e.id FROM json_each(?) j JOIN known e ON e.id = j.value"
        " WHERE EXISTS(SELECT 1 FROM judged WHERE a = e.n)"
        " OR EXISTS(SELECT 1 FROM judged WHERE b = e.n)",
        (as_json(entities),),
    )
    return {row[0] for row in rows}


def _leaning_on(db: Any, reach: Collection[int]) -> set[str]:
    """What is told of more than once and names one of these: whether it agrees may change."""
    rows = db.execute(
        "SELECT DISTINCT e.id FROM json_each(?) j JOIN refers r ON r.target = j.value"
        " JOIN known e ON e.n = r.about"
        " WHERE EXISTS(SELECT 1 FROM known o JOIN said s ON s.about = o.n"
        " WHERE o.root = e.root LIMIT 1 OFFSET 1)",
        (as_json(reach),),
    )
    return {row[0] for row in rows}


def _settle_verdict(db: Any, arrived: Arrived, entity: str) -> set[str]:
    """Write what the judgement says now; returns the ends it had and has."""
    number = number_of(db, entity)
    gone = list(db.execute("DELETE FROM judged WHERE id = ? RETURNING a, b", (number,)))
    ends = {_entity(db, end) for row in gone for end in row}
    view = fold(entity, arrived.about(db, [entity]))
    a, b = (_one(view, name) for name in ("a", "b"))
    verdict = _cautious({str(told.value) for told in view.told("verdict")})
    if a and b and verdict:
        low, high = sorted((a, b))
        of = numbered(db, (a, b), {}).of
        db.execute("INSERT INTO judged VALUES(?,?,?,?)", (number, of[low], of[high], verdict))
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


def _entity(db: Any, number: int) -> str:
    return str(db.execute("SELECT id FROM known WHERE n = ?", (number,)).fetchone()[0])


def _reach(db: Any, ends: Iterable[str]) -> dict[str, int]:
    """The ends and all that `same` judgements connect to them, now or before."""
    reached = set(numbered(db, ends, {}).of.values())
    border = list(reached)
    while border:
        found = db.execute(
            "SELECT b FROM judged WHERE a = ?1 AND verdict = 'same'"
            " UNION ALL SELECT a FROM judged WHERE b = ?1 AND verdict = 'same'"
            " UNION ALL SELECT n FROM known WHERE root = (SELECT root FROM known WHERE n = ?1)",
            (border.pop(),),
        )
        fresh = {row[0] for row in found} - reached
        reached |= fresh
        border.extend(fresh)
    rows = db.execute(
        "SELECT e.id, e.n FROM json_each(?) j JOIN known e ON e.n = j.value", (as_json(reached),)
    )
    return dict(rows)
