"""Which entities are one: what live `same` judgements connect, unless a `different` stands inside.

The program joins nobody. A cluster is a function of the set of live judgements, so undoing one is
taking it out of the set.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from panoh.model.kinds.judging import DIFFERENT, SAME

T = TypeVar("T", str, int)


@dataclass(frozen=True, slots=True)
class Verdict:
    """One live judgement on the pair (a, b); `id` is the entity of the judgement."""

    id: str
    a: str
    b: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Clusters:
    """`root` maps each joined entity to the least of its cluster; `suspended` are shown apart."""

    root: Mapping[str, str]
    suspended: frozenset[str]


def components(edges: Iterable[tuple[T, T]]) -> list[frozenset[T]]:
    """The sets of entities that the edges connect."""
    beside: dict[T, set[T]] = defaultdict(set)
    for a, b in edges:
        beside[a].add(b)
        beside[b].add(a)
    found, seen = [], set[T]()
    for start in beside:
        if start in seen:
            continue
        reached, border = {start}, [start]
        while border:
            fresh = beside[border.pop()] - reached
            reached |= fresh
            border.extend(fresh)
        seen |= reached
        found.append(frozenset(reached))
    return found


def cluster(verdicts: Collection[Verdict]) -> Clusters:
    """The clusters that a set of live judgements makes."""
    root: dict[str, str] = {}
    suspended: set[str] = set()
    apart = [{each.a, each.b} for each in verdicts if each.verdict == DIFFERENT]
    for members in components((each.a, each.b) for each in verdicts if each.verdict == SAME):
        if any(pair <= members for pair in apart):
            suspended |= members
        else:
            root.update(dict.fromkeys(members, min(members)))
    return Clusters(root, frozenset(suspended))
