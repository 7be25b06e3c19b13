"""Folds the touched clusters anew and writes their views, references and keys."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from itertools import chain
from typing import Any, NamedTuple

from panoh.casebook.index.arrived import Arrived
from panoh.casebook.index.numbers import all_numbered, numbered
from panoh.casebook.index.reading import as_json, root_of, roots_numbered, roots_of, told_of
from panoh.casebook.index.rows import LISTED, ViewRow, name_keys, references_of, row_of
from panoh.casebook.index.tally import retally
from panoh.casebook.live import Recorded
from panoh.casebook.view import fold

PERSON, VICTIM, ROW = "person", "victim", "row"


def refold(db: Any, arrived: Arrived, moved: Mapping[str, str], leaning: Set[str]) -> None:
    """Fold what arrived, what `moved` to another root and what leans on it."""
    plain = arrived.new - moved.keys()
    known = (arrived.touched | leaning) - plain - moved.keys()
    roots = {**{entity: entity for entity in known}, **roots_of(db, known), **moved}
    victims = _clear(db, roots)
    told = {entity: arrived.told[entity] for entity in plain} | _gather(db, arrived, moved, roots)
    listed = _listed(db, told)
    of = all_numbered(db, chain(told, listed.named()), arrived.numbers)
    victims |= _write(db, listed, of, victims)
    retally(db, roots_numbered(db, victims) | set(numbered(db, moved, {}).of.values()))


def _clear(db: Any, roots: Mapping[str, str]) -> set[int]:
    """Remove what was written of these clusters; returns to whom their acts were done."""
    if not roots:
        return set()
    stale = as_json(numbered(db, roots.keys() | set(roots.values()), {}).of.values())
    db.execute("DELETE FROM shown WHERE root IN (SELECT value FROM json_each(?))", (stale,))
    db.execute("DELETE FROM name_key WHERE root IN (SELECT value FROM json_each(?))", (stale,))
    db.execute("DELETE FROM teller WHERE root IN (SELECT value FROM json_each(?))", (stale,))
    gone = db.execute(
        "DELETE FROM refers WHERE about IN (SELECT value FROM json_each(?1) UNION"
        " SELECT e.n FROM json_each(?1) JOIN known e ON e.root = value) RETURNING target, field",
        (stale,),
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


class _Listed(NamedTuple):
    """What is written of views: rows, references, keys and who tells; entities by identifiers."""

    rows: list[ViewRow]
    references: list[tuple[str, str, str, str]]
    keys: list[tuple[str, str]]
    tellers: list[tuple[str, str, str]]

    def named(self) -> Iterator[str]:
        """Everybody who is named in it."""
        for target, about, _, _ in self.references:
            yield target
            yield about
        for row in self.rows:
            yield row.subject
        for source, _, _ in self.tellers:
            yield source


def _listed(db: Any, told: Mapping[str, Collection[Recorded]]) -> _Listed:
    listed = _Listed([], [], [], [])
    for root, statements in told.items():
        if all(each.statement.kind == ROW for each in statements):
            continue  # found by its file and number; nobody asks whom it names
        view = fold(root, statements, LISTED)
        if not view.fields:
            continue
        listed.references.extend(references_of(view))
        sources = {each.statement.source for each in statements} - {""}
        row = row_of(view, lambda entity: root_of(db, entity), len(sources))
        if row is not None:
            listed.rows.append(row)
            listed.keys.extend((key, root) for key in name_keys(view))
            if row.kind == PERSON:
                listed.tellers.extend((source, row.sort, root) for source in sources)
    return listed


def _write(db: Any, listed: _Listed, of: Mapping[str, int], before: Collection[int]) -> set[int]:
    """Write the views, what they refer to and the keys they are found by.

    The rows go in by the order of their keys: neighbours lie on one page of the table. Returns
    to whom the acts among them were done; `before` are those to whom they were done until now.
    """
    _refer(db, listed.references, of)
    victims = {of[target] for target, _, _, field in listed.references if field == VICTIM}
    persons = {of[row.root] for row in listed.rows if row.kind == PERSON}
    acts = _counted(db, roots_numbered(db, victims.union(before)) | persons)
    rows = [
        (of[row.root], row.kind, of[row.subject], *row[3:], acts.pop(of[row.root], 0))
        for row in listed.rows
    ]
    keys = [(key, of[root]) for key, root in listed.keys]
    tellers = [(of[source], sort, of[root]) for source, sort, root in listed.tellers]
    db.executemany("INSERT INTO shown VALUES(?,?,?,?,?,?,?,?,?,?,?,?)", sorted(rows))
    db.executemany("INSERT INTO name_key VALUES(?,?)", sorted(keys))
    db.executemany("INSERT INTO teller VALUES(?,?,?)", sorted(tellers))
    db.executemany(
        "UPDATE shown SET acts = ?2 WHERE root = ?1 AND kind = 'person' AND acts <> ?2",
        list(acts.items()),
    )
    return victims


def _refer(db: Any, references: Iterable[tuple[str, str, str, str]], of: Mapping[str, int]) -> None:
    db.executemany(
        "INSERT INTO refers VALUES(?,?,?,?)",
        sorted((of[target], of[about], kind, field) for target, about, kind, field in references),
    )


def _counted(db: Any, persons: Collection[int]) -> dict[int, int]:
    """How many acts were done to each of these persons (roots)."""
    rows = db.execute(
        "SELECT p.value, count(DISTINCT a.root) FROM json_each(?) p"
        " LEFT JOIN known e ON e.root = p.value LEFT JOIN refers r ON r.target = e.n"
        " AND r.kind = 'act' AND r.field = 'victim' LEFT JOIN known a ON a.n = r.about"
        " GROUP BY p.value",
        (as_json(persons),),
    )
    return dict(rows)
