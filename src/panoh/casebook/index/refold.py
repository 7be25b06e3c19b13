"""Folds the touched clusters anew and writes their views, references and keys."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Set
from typing import Any

from panoh.casebook.index.arrived import Arrived
from panoh.casebook.index.reading import as_json, root_of, roots_of, told_of
from panoh.casebook.index.rows import ViewRow, name_keys, references_of, row_of
from panoh.casebook.live import Recorded
from panoh.casebook.view import fold

PERSON, VICTIM = "person", "victim"


def refold(db: Any, arrived: Arrived, moved: Mapping[str, str], leaning: Set[str]) -> None:
    """Fold what arrived, what `moved` to another root and what leans on it."""
    plain = arrived.new - moved.keys()
    known = (arrived.touched | leaning) - plain - moved.keys()
    roots = {**{entity: entity for entity in known}, **roots_of(db, known), **moved}
    victims = _clear(db, roots)
    told = {entity: arrived.told[entity] for entity in plain} | _gather(db, arrived, moved, roots)
    _write(db, told, victims)


def _clear(db: Any, roots: Mapping[str, str]) -> set[str]:
    """Remove what was written of these clusters; returns to whom their acts were done."""
    stale = roots.keys() | set(roots.values())
    if not stale:
        return set()
    db.executemany("DELETE FROM view WHERE root = ?", [(each,) for each in stale])
    db.executemany("DELETE FROM name_key WHERE root = ?", [(each,) for each in stale])
    gone = db.execute(
        "DELETE FROM reference WHERE about IN (SELECT value FROM json_each(?1) UNION"
        " SELECT e.id FROM json_each(?1) JOIN entity e ON e.root = value) RETURNING target, field",
        (as_json(stale),),
    )
    return {target for target, field in list(gone) if field == VICTIM}


def _gather(
    db: Any, arrived: Arrived, moved: Mapping[str, str], roots: Mapping[str, str]
) -> dict[str, list[Recorded]]:
    """The statements about each root: from memory if all that it joins is new, else read."""
    joined: dict[str, list[str]] = defaultdict(list)
    for entity, root in moved.items():
        joined[root].append(entity)
    fresh = {root: all_ for root, all_ in joined.items() if arrived.new >= set(all_)}
    found = told_of(db, set(roots.values()) - fresh.keys())
    for root, entities in fresh.items():
        found[root] = arrived.about(db, entities)
    return found


def _write(db: Any, told: Mapping[str, Collection[Recorded]], victims: set[str]) -> None:
    """Write the views of these roots, what they refer to and the keys they are found by.

    The rows go in by the order of their keys: neighbours lie on one page of the table.
    """
    rows: list[ViewRow] = []
    references: list[tuple[str, str, str, str]] = []
    keys: list[tuple[str, str]] = []
    for root, statements in told.items():
        view = fold(root, statements)
        row = row_of(view, lambda entity: root_of(db, entity)) if view.fields else None
        if view.fields:
            references += references_of(view)
        if row is not None:
            rows.append(row)
            keys += [(key, root) for key in name_keys(view)]
    db.executemany("INSERT INTO reference VALUES(?,?,?,?)", sorted(references))
    victims |= {target for target, _, _, field in references if field == VICTIM}
    acts = _counted(db, victims, [row.root for row in rows if row.kind == PERSON])
    rows.sort()
    db.executemany(
        "INSERT INTO view VALUES(?,?,?,?,?,?,?,?,?,?,?)",
        [(*row, acts.pop(row.root, 0)) for row in rows],
    )
    db.executemany("INSERT INTO name_key VALUES(?,?)", sorted(keys))
    db.executemany(
        "UPDATE view SET acts = ?2 WHERE root = ?1 AND kind = 'person' AND acts <> ?2",
        list(acts.items()),
    )


def _counted(db: Any, victims: Collection[str], persons: Iterable[str]) -> dict[str, int]:
    """How many acts were done to each person, for these victims and these roots of persons."""
    rows = db.execute(
        "SELECT j.value, count(DISTINCT a.root) FROM json_each(?) j"
        " LEFT JOIN entity e ON e.root = j.value LEFT JOIN reference r ON r.target = e.id"
        " AND r.kind = 'act' AND r.field = 'victim' LEFT JOIN entity a ON a.id = r.about"
        " GROUP BY j.value",
        (as_json({*roots_of(db, victims).values(), *persons}),),
    )
    return dict(rows)
