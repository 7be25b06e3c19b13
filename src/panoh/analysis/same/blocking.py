"""Which persons are compared at all: those who share two folded name keys, or one and a birth."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product

from panoh.analysis.same.features import ROLES, Features
from panoh.model.names import search_keys

#: A block larger than this is left to its narrower sisters: comparing all of it would be squared.
LARGEST = 400


def candidates(people: Sequence[Features]) -> set[tuple[int, int]]:
    """Pairs of positions worth comparing, each once, the lower first."""
    blocks: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for position, person in enumerate(people):
        for key in _keys(person):
            blocks[key].add(position)
    return {
        pair
        for block in blocks.values()
        if 1 < len(block) <= LARGEST
        for pair in combinations(sorted(block), 2)
    }


def _keys(person: Features) -> Iterator[tuple[str, ...]]:
    for name in person.names:
        tokens = [
            {key for token in getattr(name, role) for key in search_keys(token)} for role in ROLES
        ]
        for one, other in combinations(tokens, 2):
            yield from (tuple(sorted(pair)) for pair in product(one, other))
        for key in set().union(*tokens):
            yield from (("born", key, str(year)) for year in _years(person))
            yield from (("kin", key, other) for other in _kin_keys(person))
            yield from (("place", key, place) for place in person.places)


def _years(person: Features) -> Iterable[int]:
    """The years of birth, and the next, so that neighbours meet."""
    return {
        year + step
        for start, end in person.born
        if end.year - start.year <= 2
        for year in range(start.year, end.year + 1)
        for step in (0, 1)
    }


def _kin_keys(person: Features) -> set[str]:
    return {
        key
        for name in person.kin
        for token in (*name.given[:1], *name.surname[:1])
        for key in search_keys(token)
    }
