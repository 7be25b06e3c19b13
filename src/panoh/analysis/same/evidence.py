"""What speaks for and against two entries being one person, part by part."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from itertools import product

from panoh.analysis.same.features import Features, Span
from panoh.model.names import NameParts, compare

AGREES, DIFFERS = 0.85, 0.7
NEAR = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The parts of the names in 0..1 (`None`: not known on one side) and what else was compared.

    `born` is the least number of years between the two, 0 if they can be one day; `exact` says
    that both give one and the same day. `place`, `kin`, `days` and `sex` are yes, no or not known.
    """

    given: float | None
    father: float | None
    surname: float | None
    born: int | None
    exact: bool
    place: bool | None
    kin: bool | None
    days: bool | None
    sex: bool | None
    one_list: bool

    @property
    def agreeing(self) -> int:
        """How many of father's name and surname agree."""
        return sum(part is not None and part >= AGREES for part in (self.father, self.surname))

    @property
    def differing(self) -> int:
        """How many of father's name and surname differ."""
        return sum(part is not None and part < DIFFERS for part in (self.father, self.surname))

    @property
    def support(self) -> int:
        """How much beside the names speaks for one person: birth counts most."""
        points = {0: 1, 1: 0}.get(self.born, -1) if self.born is not None else 0
        points += 1 if self.exact else 0
        return points + sum(each is True for each in (self.place, self.kin, self.days))


def weigh(a: Features, b: Features) -> Evidence:
    """Compare two persons; of several spellings the pair that fits best counts."""
    best = max(
        (_names(one, other) for one, other in product(a.names, b.names)),
        key=_fit,
        default=(None, None, None),
    )
    born = _years_apart(a.born, b.born)
    return Evidence(
        *best,
        born=born,
        exact=any(one == other and one[0] == one[1] for one, other in product(a.born, b.born)),
        place=bool(a.places & b.places) if a.places and b.places else None,
        kin=_same_kin(a.kin, b.kin),
        days=_near(a.acted, b.acted),
        sex=bool(a.sex & b.sex) if a.sex and b.sex else None,
        one_list=bool(a.lists & b.lists),
    )


Triple = tuple[float | None, float | None, float | None]


def _names(one: NameParts, other: NameParts) -> Triple:
    compared = compare(one, other)
    return compared.given, compared.father, compared.surname


def _fit(parts: Triple) -> float:
    return sum((part if part is not None else 0.5) for part in parts)


def _years_apart(a: Iterable[Span], b: Iterable[Span]) -> int | None:
    gaps = [
        max(0, max(x[0], y[0]).year - min(x[1], y[1]).year, int(min(x[1], y[1]) < max(x[0], y[0])))
        for x, y in product(a, b)
    ]
    return min(gaps, default=None)


def _near(a: Iterable[Span], b: Iterable[Span]) -> bool | None:
    near = [max(x[0], y[0]) - min(x[1], y[1]) <= NEAR for x, y in product(a, b)]
    return any(near) if near else None


def _same_kin(a: Iterable[NameParts], b: Iterable[NameParts]) -> bool | None:
    found = []
    for one, other in product(a, b):
        parts = _names(one, other)
        known = [part for part in parts if part is not None]
        found.append(bool(known) and min(known) >= AGREES)
    return any(found) if found else None
