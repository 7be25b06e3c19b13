"""How many fewer persons and acts there are if all that is open were one; kept as rows.

A circle is what open questions and shared acts connect: nothing outside it changes how many it
counts for. Each circle is counted when something in it changes, so that counting all is a sum.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from panoh.casebook.clusters import components
from panoh.casebook.index.acts import DONE_TO, Done, open_pairs_of_acts
from panoh.casebook.index.reading import as_json

_Edge = tuple[int, int]
_PairsOfActs = list[tuple[Done, Done]]

_AMONG = "IN (SELECT value FROM json_each(?1))"
#: Persons (roots) whose acts are compared, being asked about or joined of several, or once were.
_CONCERNED = """SELECT j.value FROM json_each(?1) j
 WHERE EXISTS (SELECT 1 FROM question WHERE x = j.value AND kind = 'person')
 OR EXISTS (SELECT 1 FROM question WHERE y = j.value AND kind = 'person')
 OR EXISTS (SELECT 1 FROM known WHERE root = j.value AND n <> j.value AND kind = 'person')
 OR EXISTS (SELECT 1 FROM tally WHERE root = j.value)"""
#: Who is asked about beside these, was in one circle with them, or has an act with them.
_BESIDE = f"""SELECT y FROM question WHERE x {_AMONG} AND kind = 'person'
 UNION SELECT x FROM question WHERE y {_AMONG} AND kind = 'person'
 UNION SELECT o.root FROM tally t JOIN tally o ON o.circle = t.circle WHERE t.root {_AMONG}
 UNION SELECT w.root FROM json_each(?1) j JOIN known p ON p.root = j.value {DONE_TO}
  JOIN known s ON s.root = a.root JOIN refers o ON o.about = s.n AND o.field = 'victim'
  JOIN known w ON w.n = o.target WHERE o.kind = 'act' AND w.root <> j.value"""  # noqa: S608
#: Two persons who may be one count as such only if something was done to both.
_EDGES = f"""SELECT q.x, q.y FROM question q
 JOIN shown v ON v.root = q.x JOIN shown w ON w.root = q.y
 WHERE q.x {_AMONG} AND q.kind = 'person' AND v.acts > 0 AND w.acts > 0"""  # noqa: S608

_IN_CIRCLES = f"""SELECT root FROM tally
 WHERE circle IN (SELECT circle FROM tally WHERE root {_AMONG})"""  # noqa: S608


def retally(db: Any, persons: Collection[int]) -> None:
    """Count every circle anew in which one of these persons is or was."""
    circle = _all_beside(db, persons)
    if not circle:
        return
    among = as_json(circle)
    db.execute(f"DELETE FROM tally WHERE root {_AMONG}", (among,))  # noqa: S608 - our own words
    asked: list[_Edge] = list(db.execute(_EDGES, (among,)))
    groups = [sorted(group) for group in components(asked)]
    groups += [[root] for root in circle.difference(*asked)]
    db.executemany("INSERT INTO tally VALUES(?,?,?,?,?,?)", _rows(db, groups, asked))


def merged(pairs: Iterable[_Edge], among: Collection[int] | None = None) -> int:
    """How many fewer there are if every pair is one; or how many fewer of those `among` them."""
    groups = components(pairs)
    if among is None:
        return sum(len(group) - 1 for group in groups)
    return sum(max(0, len(group.intersection(among)) - 1) for group in groups)


def merged_among(db: Any, persons: Collection[int], acts: Collection[int]) -> tuple[int, int]:
    """How many fewer of these persons and acts there are if all that is open were one.

    Two of them may be one through somebody who is not among them, so whole circles are read.
    """
    around = {row[0] for row in db.execute(_IN_CIRCLES, (as_json(persons),))}
    asked: list[_Edge] = list(db.execute(_EDGES, (as_json(around),)))
    groups = [sorted(group) for group in components(asked)]
    groups += [[root] for root in sorted(around.difference(*asked))]
    pairs = [(one.n, other.n) for found in open_pairs_of_acts(db, groups) for one, other in found]
    return merged(asked, persons), merged(pairs, acts)


def _all_beside(db: Any, persons: Collection[int]) -> set[int]:
    """These and all in one circle with them, as far as anything of them is compared."""
    reached: set[int] = set()
    border = _concerned(db, persons)
    while border:
        reached |= border
        found = {row[0] for row in db.execute(_BESIDE, (as_json(border),))}
        border = _concerned(db, found - reached)
    return reached


def _concerned(db: Any, persons: Collection[int]) -> set[int]:
    return {row[0] for row in db.execute(_CONCERNED, (as_json(persons),))} if persons else set()


def _rows(db: Any, groups: list[list[int]], asked: Iterable[_Edge]) -> Iterator[tuple[int, ...]]:
    """A row for each person in a circle that counts for something; the numbers stand in one."""
    acts = open_pairs_of_acts(db, groups)
    place = {root: at for at, group in enumerate(groups) for root in group}
    edges: dict[int, list[_Edge]] = defaultdict(list)
    for x, y in asked:
        edges[place[x]].append((x, y))
    for circle in _circles(acts):
        people = [edge for at in circle for edge in edges[at]]
        pairs = [(one.n, other.n) for at in circle for one, other in acts[at]]
        first, *others = sorted(root for at in circle for root in groups[at])
        if people or pairs:
            yield first, first, len(people), merged(people), len(pairs), merged(pairs)
            yield from ((root, first, 0, 0, 0, 0) for root in others)


def _circles(acts: list[_PairsOfActs]) -> list[set[int]]:
    """The groups, by their places, with those together in which one act may be another."""
    within: dict[int, set[int]] = defaultdict(set)
    for at, pairs in enumerate(acts):
        for one, other in pairs:
            within[one.n].add(at)
            within[other.n].add(at)
    shared = [(min(places), other) for places in within.values() for other in places]
    joined = [set(group) for group in components(shared)]
    alone = set(range(len(acts))).difference(*joined)
    return [*joined, *({at} for at in alone)]
