"""The acts done to persons, and which of them may be one act told twice."""

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

import msgspec

from panoh.casebook.alike import ActTold, act_told, alike
from panoh.casebook.index.reading import as_json
from panoh.model.kinds.judging import DIFFERENT

#: What was done to the persons `p`: the acts `a` that name them as those they were done to.
DONE_TO = """JOIN refers r ON r.target = p.n
 AND r.kind = 'act' AND r.field = 'victim' JOIN known a ON a.n = r.about"""


class Done(NamedTuple):
    """One act (each cluster of acts once): its number, its identifier, what is compared of it."""

    n: int
    id: str
    told: ActTold


def open_pairs_of_acts(db: Any, groups: Sequence[Collection[int]]) -> list[list[tuple[Done, Done]]]:
    """For each group of persons (roots) the acts that may be one; two groups are not compared.

    Pairs that were judged different are left out; what was judged the same is one act already.
    """
    found = acts_of_groups(db, groups)
    several = [act.n for acts in found for act in acts if len(acts) > 1]
    apart = _apart(db, several) if several else set()
    return [
        [
            (acts[one], acts[other])
            for one, other in alike([act.told for act in acts])
            if frozenset((acts[one].n, acts[other].n)) not in apart
        ]
        for acts in found
    ]


def acts_of_groups(db: Any, groups: Sequence[Collection[int]]) -> list[list[Done]]:
    """The acts done to each group of persons, in the order of the persons."""
    rows = db.execute(
        "SELECT g.key, v.root, t.id, v.told FROM json_each(?) g JOIN json_each(g.value) j"  # noqa: S608
        f" JOIN known p ON p.root = j.value {DONE_TO} JOIN shown v ON v.root = a.root"
        " JOIN known t ON t.n = v.root"
        " GROUP BY g.key, v.root ORDER BY g.key, min(j.key), t.id",
        (msgspec.json.encode([list(group) for group in groups]).decode(),),
    )
    found: list[list[Done]] = [[] for _ in groups]
    for group, root, id_, told in rows:
        found[group].append(Done(root, id_, act_told(told)))
    return found


def _apart(db: Any, acts: Collection[int]) -> set[frozenset[int]]:
    """Those of these acts (roots) that somebody judged to be different from one another."""
    rows = db.execute(
        "SELECT x.root, y.root FROM json_each(?) j JOIN known x ON x.root = j.value"
        " JOIN judged v ON v.a = x.n AND v.verdict = ? JOIN known y ON y.n = v.b",
        (as_json(acts), DIFFERENT),
    )
    return {frozenset(ends) for ends in rows}
