"""Folds the touched clusters anew and writes their views, references and keys."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from itertools import chain
from typing import Any, NamedTuple

from panoh.casebook.index.arrived import Arrived
from panoh.casebook.index.numbers import all_numbered, numbered
from panoh.casebook.index.present import NOTHING, TELLING, Now, encoded, now_of, told_of_by
from panoh.casebook.index.reading import as_json, root_of, roots_numbered, roots_of, told_of
from panoh.casebook.index.rows import LISTED, ViewRow, name_keys, references_of, row_of
from panoh.casebook.index.tally import retally
from panoh.casebook.live import Recorded
from panoh.casebook.states import PATIENCE, in_contact, patience
from panoh.casebook.view import fold

PERSON, SOURCE, ACT, ROW = "person", "source", "act", "row"
VICTIM = ("act", "victim")
#: What is told of a row, and taken back.
_OF_ROWS = (ROW, "retraction")


def refold(db: Any, arrived: Arrived, moved: Mapping[str, str], leaning: Set[str]) -> None:
    """Fold what arrived, what `moved` to another root and what leans on it."""
    plain = arrived.new - moved.keys()
    known = (arrived.touched | leaning) - plain - moved.keys()
    roots = {**{entity: entity for entity in known}, **roots_of(db, known), **moved}
    gone = _clear(db, roots)
    told = {entity: arrived.told[entity] for entity in plain} | _gather(db, arrived, moved, roots)
    listed = _listed(db, told)
    of = all_numbered(db, chain(told, listed.named()), arrived.numbers)
    old = {of[source] for source in listed.near if source not in arrived.unnamed}
    turned = told_of_by(db, gone.near ^ old) if gone.near ^ old else set()
    _write(db, listed, of, gone.told_of | turned)
    victims = roots_numbered(db, gone.victims | listed.victims(of))
    moved_to = numbered(db, moved, {}).of.values()
    retally(db, victims.union(moved_to, gone.persons ^ listed.persons(of)))


class _Gone(NamedTuple):
    """What the removed rows spoke of: to whom acts were done, who was told of, who is in contact.

    Numbers, not roots; but `persons` are the roots whose own rows they were. Before anybody says
    that an entity is a person, acts and questions may speak of it and it counts for nothing.
    """

    persons: set[int]
    victims: set[int]
    told_of: set[int]
    near: set[int]


def _clear(db: Any, roots: Mapping[str, str]) -> _Gone:
    """Remove what was written of these clusters."""
    if not roots:
        return _Gone(set(), set(), set(), set())
    stale = as_json(numbered(db, roots.keys() | set(roots.values()), {}).of.values())
    rows = db.execute(
        "DELETE FROM shown WHERE root IN (SELECT value FROM json_each(?))"
        " RETURNING root, kind, subject, earliest, latest",
        (stale,),
    ).fetchall()
    _begin(db, Counter(told[2] for _root, *told in rows if _on_a_day(*told)), -1)
    db.execute("DELETE FROM name_key WHERE root IN (SELECT value FROM json_each(?))", (stale,))
    db.execute("DELETE FROM teller WHERE root IN (SELECT value FROM json_each(?))", (stale,))
    db.execute("DELETE FROM unread WHERE root IN (SELECT value FROM json_each(?))", (stale,))
    db.execute("DELETE FROM lead WHERE root IN (SELECT value FROM json_each(?))", (stale,))
    db.execute("DELETE FROM unled WHERE root IN (SELECT value FROM json_each(?))", (stale,))
    db.execute("DELETE FROM patience WHERE root IN (SELECT value FROM json_each(?))", (stale,))
    near = {
        row[0]
        for row in db.execute(
            f"DELETE FROM in_contact WHERE source {_MEMBERS} RETURNING source",  # noqa: S608
            (stale,),
        )
    }
    gone = db.execute(
        f"DELETE FROM refers WHERE about {_MEMBERS} RETURNING target, kind, field",  # noqa: S608
        (stale,),
    )
    named = [(target, kind) for target, kind, field in list(gone) if (kind, field) in TELLING]
    return _Gone(
        persons={root for root, kind, *_ in rows if kind == PERSON},
        victims={target for target, kind in named if kind == ACT},
        told_of={target for target, _ in named},
        near=near,
    )


_MEMBERS = """IN (SELECT value FROM json_each(?1) UNION
 SELECT e.n FROM json_each(?1) JOIN known e ON e.root = value)"""


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
    """What is written of views: rows, references, keys and who tells; entities by identifiers.

    `near` are the entities of sources in contact, `unread` the rows of lists not read, `patience`
    after how many days of silence members want to be told.
    """

    rows: list[ViewRow]
    references: list[tuple[str, str, str, str]]
    keys: list[tuple[str, str]]
    tellers: list[tuple[str, str, str]]
    near: list[str]
    unread: list[str]
    patience: list[tuple[str, int]]

    def persons(self, of: Mapping[str, int]) -> set[int]:
        """The roots of the persons among them."""
        return {of[row.root] for row in self.rows if row.kind == PERSON}

    def victims(self, of: Mapping[str, int]) -> set[int]:
        """Those to whom the acts among them were done."""
        return {of[target] for target, _, kind, field in self.references if (kind, field) == VICTIM}

    def told_of(self, of: Mapping[str, int]) -> set[int]:
        """Those of whom it is told how they are."""
        named = self.references
        return {of[target] for target, _, kind, field in named if (kind, field) in TELLING}

    def named(self) -> Iterator[str]:
        """Everybody who is named in it."""
        for target, about, _, _ in self.references:
            yield target
            yield about
        for row in self.rows:
            yield row.subject
            for _, _, sources in row.states:
                yield from sources
        for source, _, _ in self.tellers:
            yield source
        yield from self.near


def _listed(db: Any, told: Mapping[str, Collection[Recorded]]) -> _Listed:
    listed = _Listed([], [], [], [], [], [], [])
    for root, statements in told.items():
        if all(each.statement.kind in _OF_ROWS for each in statements):
            # Found by its file and number; nobody asks whom it names.
            if any("why" in each.statement.fields for each in statements) and _unread(statements):
                listed.unread.append(root)
            continue
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
                if view.told(PATIENCE):
                    listed.patience.append((root, patience(view)))
        if view.kind == SOURCE and in_contact(view):
            listed.near.extend(view.entities)
    return listed


def _unread(statements: Collection[Recorded]) -> bool:
    """Whether it still says of the row why it could not be read."""
    return any(told.value for told in fold("", statements).told("why"))


def _write(db: Any, listed: _Listed, of: Mapping[str, int], before: Collection[int]) -> None:
    """Write the views, what they refer to and the keys they are found by.

    The rows go in by the order of their keys: neighbours lie on one page of the table. Those of
    persons come last, for they say how these are now, which the others tell. `before` are those
    of whom it was told how they are until now.
    """
    _refer(db, listed.references, of)
    told = ((row.kind, row.subject, row.earliest, row.latest) for row in listed.rows)
    _begin(db, Counter(row[2] for row in told if _on_a_day(*row)), 1)
    near = [(of[source],) for source in listed.near]
    keys = [(key, of[root]) for key, root in listed.keys]
    tellers = [(of[source], sort, of[root]) for source, sort, root in listed.tellers]
    db.executemany("INSERT INTO in_contact VALUES(?)", sorted(near))
    db.executemany("INSERT INTO unread VALUES(?)", sorted((of[root],) for root in listed.unread))
    chosen = sorted((of[root], days) for root, days in listed.patience)
    db.executemany("INSERT INTO patience VALUES(?,?)", chosen)
    db.executemany("INSERT INTO name_key VALUES(?,?)", sorted(keys))
    db.executemany("INSERT INTO teller VALUES(?,?,?)", sorted(tellers))
    persons = [row for row in listed.rows if row.kind == PERSON]
    db.executemany("INSERT INTO unled VALUES(?)", sorted((of[row.root],) for row in persons))
    _show(db, [row for row in listed.rows if row.kind != PERSON], of, {})
    told_of = roots_numbered(db, listed.told_of(of).union(before))
    now = now_of(db, told_of | {of[row.root] for row in persons})
    _show(db, persons, of, now)
    others = [(root, *told) for root, told in now.items()]
    db.executemany(_CHANGE, others)


_CHANGE = """UPDATE shown SET acts = ?2, differing = ?3, state = ?4, contested = ?5, watched = ?6,
 heard = ?7, news = ?8, until = ?9 WHERE root = ?1 AND kind = 'person'
 AND (acts, differing, state, contested, watched, heard, news, until)
 <> (?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"""


def _show(db: Any, rows: Iterable[ViewRow], of: Mapping[str, int], now: dict[int, Now]) -> None:
    """Write rows of views; what of `now` belongs to one of them is taken from there."""
    db.executemany(
        "INSERT INTO shown VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        sorted(
            (
                *(of[row.root], row.kind, of[row.subject], *row[3:-2], encoded(row.states, of)),
                *now.pop(of[row.root], NOTHING._replace(until=row.until)),
            )
            for row in rows
        ),
    )


def _on_a_day(kind: str, subject: object, earliest: str, latest: str) -> bool:
    """Whether it is an act done to somebody that all who tell of it put on one day."""
    return kind == ACT and bool(subject) and bool(earliest) and earliest == latest


def _begin(db: Any, days: Mapping[str, int], sign: int) -> None:
    """Count so many more or fewer acts on each day."""
    db.executemany(
        "INSERT INTO began VALUES(?,?) ON CONFLICT(day) DO UPDATE SET acts = acts + excluded.acts",
        [(day, sign * number) for day, number in sorted(days.items())],
    )


def _refer(db: Any, references: Iterable[tuple[str, str, str, str]], of: Mapping[str, int]) -> None:
    db.executemany(
        "INSERT INTO refers VALUES(?,?,?,?)",
        sorted((of[target], of[about], kind, field) for target, about, kind, field in references),
    )
