"""Counting everything from the start, slowly: what the kept numbers must come to."""

from itertools import combinations
from typing import Any

from panoh.casebook.alike import act_told, alike
from panoh.casebook.clusters import components
from panoh.casebook.pairs import pairs

Counted = tuple[int, int, int, int]

_ROOT = "SELECT r.id FROM known e JOIN known r ON r.n = e.root WHERE e.id = ?"
_ACTS = """SELECT DISTINCT p.id, a.id, v.told FROM refers r
 JOIN known t ON t.n = r.target JOIN known p ON p.n = t.root
 JOIN known s ON s.n = r.about JOIN known a ON a.n = s.root JOIN shown v ON v.root = a.n
 WHERE r.kind = 'act' AND r.field = 'victim' ORDER BY p.id, a.id"""
_HARMED = "SELECT e.id FROM shown v JOIN known e ON e.n = v.root WHERE v.acts > 0"
_JOINED = """SELECT DISTINCT r.id FROM known e JOIN known r ON r.n = e.root
 WHERE e.n <> e.root AND e.kind = 'person'"""
_APART = """SELECT x.id, y.id FROM judged v JOIN known a ON a.n = v.a JOIN known b ON b.n = v.b
 JOIN known x ON x.n = a.root JOIN known y ON y.n = b.root WHERE v.verdict = 'different'"""


def recount(db: Any) -> Counted:
    """Open pairs of persons, how many persons that merges; open pairs of acts, and how many."""
    harmed = {row[0] for row in db.execute(_HARMED)}
    ends = [
        tuple(db.execute(_ROOT, (end,)).fetchone()[0] for end in (p.proposal.a, p.proposal.b))
        for p in pairs(db)
        if p.open
    ]
    people = [(a, b) for a, b in ends if {a, b} <= harmed]
    groups = components(people)
    asked = {root for group in groups for root in group}
    joined = {row[0] for row in db.execute(_JOINED)} - asked
    acts = _act_pairs(db, [*groups, *(frozenset([root]) for root in joined)])
    return len(people), _merged(people), len(acts), _merged(acts)


def _act_pairs(db: Any, groups: list[frozenset[str]]) -> list[tuple[str, str]]:
    apart = {frozenset(ends) for ends in db.execute(_APART)}
    done = list(db.execute(_ACTS))
    found = []
    for group in groups:
        acts = {act: act_told(told) for person, act, told in done if person in group}
        found += [
            (one, other)
            for one, other in combinations(acts, 2)
            if alike([acts[one], acts[other]]) and frozenset((one, other)) not in apart
        ]
    return found


def _merged(pairs_: list[tuple[str, str]]) -> int:
    return sum(len(group) - 1 for group in components(pairs_))
