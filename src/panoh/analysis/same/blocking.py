"""Which persons are compared at all: those who share two folded name keys, or one and a birth."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product

from panoh.analysis.same.features import ROLES, Features
from panoh.model.names import NameParts, search_keys

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
    kin = [_tokens(kin.name) for kin in person.kin]
    for given, _father, surname in kin:
        yield from (("kin", *pair) for pair in product(given, surname))
    kin_keys = set[str]().union(*(key for tokens in kin for key in tokens))
    for name in person.names:
        tokens = _tokens(name)
        for one, other in combinations(tokens, 2):
            yield from (tuple(sorted(pair)) for pair in product(one, other))
        for key in set[str]().union(*tokens):
            yield from (("born", key, str(year)) for year in _years(person))
            yield from (("place", key, place) for place in person.places)
            yield from (("kin", key, other) for other in kin_keys)


def _years(person: Features) -> Iterable[int]:
    """The years of birth, and the next, so that neighbours meet."""
    return {
        year + step
        for start, end in person.born
        if end.year - start.year <= 2
        for year in range(start.year, end.year + 1)
        for step in (0, 1)
    }


def _tokens(name: NameParts) -> list[set[str]]:
    """The folded keys of each part of a name."""
    return [{key for word in getattr(name, role) for key in search_keys(word)} for role in ROLES]
