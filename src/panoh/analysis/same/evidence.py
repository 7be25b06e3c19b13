"""What speaks for and against two entries being one person, part by part."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from itertools import product
from math import cos, hypot, radians

from panoh.analysis.same.alike import given_names_may_fit, names_alike
from panoh.analysis.same.features import Features, Span
from panoh.analysis.same.kinship import compare_kin
from panoh.model.names import Comparison
from panoh.model.places import TABLE, Entry

NEAR = timedelta(days=3)
#: Kilometres within which one source names one district and another the next.
NEIGHBOURS = 80


@dataclass(frozen=True, slots=True)
class Evidence:
    """The parts of the names in 0..1 (`None`: not known on one side) and what else was compared.

    `born` is the least number of years between the two, 0 if they can be one day; `exact` says
    that both give one and the same day. `relation` is what they are to the relative both name;
    `close`: both are that relative's parent, brother, sister, child or spouse. `note`: how parts of
    the names changed places to fit, as in `Comparison`. The others are yes, no or not known.
    """

    given: float | None
    father: float | None
    surname: float | None
    born: int | None
    exact: bool
    place: bool | None
    kin: bool | None
    relation: bool | None
    close: bool
    days: bool | None
    sex: bool | None
    one_list: bool
    note: str


def may_be_one(a: Features, b: Features) -> bool:
    """Whether weighing can find anything: the given names may fit, or one day of birth is told."""
    return _one_day(a.born, b.born) or any(
        given_names_may_fit(one, other) for one, other in product(a.names, b.names)
    )


def weigh(a: Features, b: Features) -> Evidence:
    """Compare two persons; of several spellings the pair that fits best counts."""
    kinship = compare_kin(a.kin, b.kin)
    best = max(
        (names_alike(one, other) for one, other in product(a.names, b.names)),
        key=_fit,
        default=Comparison(),
    )
    return Evidence(
        given=best.given,
        father=best.father,
        surname=best.surname,
        born=_years_apart(a.born, b.born),
        exact=_one_day(a.born, b.born),
        place=_same_place(a.places, b.places),
        kin=kinship.same,
        relation=kinship.relation,
        close=kinship.close,
        days=_near(a.acted, b.acted),
        sex=bool(a.sex & b.sex) if a.sex and b.sex else None,
        one_list=bool(a.lists & b.lists),
        note=best.note,
    )


def _fit(found: Comparison) -> float:
    parts = (found.given, found.father, found.surname)
    return sum(0.5 if part is None else part for part in parts)


def _years_apart(a: Iterable[Span], b: Iterable[Span]) -> int | None:
    gaps = [
        max(0, max(x[0], y[0]).year - min(x[1], y[1]).year, int(min(x[1], y[1]) < max(x[0], y[0])))
        for x, y in product(a, b)
    ]
    return min(gaps, default=None)


def _one_day(a: Iterable[Span], b: Iterable[Span]) -> bool:
    return any(one == other and one[0] == one[1] for one, other in product(a, b))


def _near(a: Iterable[Span], b: Iterable[Span]) -> bool | None:
    near = [max(x[0], y[0]) - min(x[1], y[1]) <= NEAR for x, y in product(a, b)]
    return any(near) if near else None


def _same_place(a: Iterable[str], b: Iterable[str]) -> bool | None:
    """A region and a district in it, or two neighbours, can both be right, and say nothing."""
    found = [_place(one, other) for one, other in product(a, b)]
    if True in found:
        return True
    return None if None in found or not found else False


def _place(a: str, b: str) -> bool | None:
    if a == b:
        return True
    one, other = TABLE.get(a), TABLE.get(b)
    if one is None or other is None or a in other.lineage or b in one.lineage:
        return None
    return None if _kilometres(one, other) <= NEIGHBOURS else False


def _kilometres(one: Entry, other: Entry) -> float:
    east = (one.longitude - other.longitude) * cos(radians(one.latitude))
    return 111.2 * hypot(one.latitude - other.latitude, east)
