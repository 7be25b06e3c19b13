"""What speaks for and against two entries being one person, part by part."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from itertools import product
from math import cos, hypot, radians

from rapidfuzz.distance import OSA

from panoh.analysis.same.features import Features, Kin, Span
from panoh.model.names import Comparison, NameParts, Role, compare, stem
from panoh.model.places import TABLE, Entry
from panoh.model.thesauri import RELATIONS

#: From these on: spellings of one name; as far as an initial tells; not surely different; and
#: hardly two names of one person, unless all else agrees.
SAME, AGREES, DIFFERS, UNLIKE = 0.9, 0.85, 0.7, 0.5
#: Two names that are one slip of the finger apart are no less alike than this.
SLIP, LONG_ENOUGH = 0.8, 5
NEAR = timedelta(days=3)
#: Kilometres within which one source names one district and another the next.
NEIGHBOURS = 80


@dataclass(frozen=True, slots=True)
class Evidence:
    """The parts of the names in 0..1 (`None`: not known on one side) and what else was compared.

    `born` is the least number of years between the two, 0 if they can be one day; `exact` says
    that both give one and the same day. `relation` is what they are to the relative both name.
    The others are yes, no or not known. `guessed`: parts had to change their places to fit.
    """

    given: float | None
    father: float | None
    surname: float | None
    born: int | None
    exact: bool
    place: bool | None
    kin: bool | None
    relation: bool | None
    days: bool | None
    sex: bool | None
    one_list: bool
    guessed: bool


def weigh(a: Features, b: Features) -> Evidence:
    """Compare two persons; of several spellings the pair that fits best counts."""
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
        exact=any(one == other and one[0] == one[1] for one, other in product(a.born, b.born)),
        place=_same_place(a.places, b.places),
        kin=_same_kin(a.kin, b.kin),
        relation=_same_relation(a.kin, b.kin),
        days=_near(a.acted, b.acted),
        sex=bool(a.sex & b.sex) if a.sex and b.sex else None,
        one_list=bool(a.lists & b.lists),
        guessed=bool(best.note),
    )


@lru_cache(maxsize=1 << 16)
def names_alike(one: NameParts, other: NameParts) -> Comparison:
    """How alike given name, father's name and surname are; a slip of the finger is forgiven."""
    compared = compare(one, other)
    if compared.note:
        return compared
    return Comparison(
        _forgiven(compared.given, one.given, other.given, "given"),
        _forgiven(compared.father, one.father, other.father, "father"),
        _forgiven(compared.surname, one.surname, other.surname, "surname"),
    )


def _forgiven(
    found: float | None, one: Sequence[str], other: Sequence[str], role: Role
) -> float | None:
    """Letters exchanged, left out or struck twice make a stem no stranger than `SLIP`."""
    if found is None or found >= SLIP:
        return found
    a, b = stem("".join(one), role), stem("".join(other), role)
    slipped = min(len(a), len(b)) >= LONG_ENOUGH and OSA.distance(a, b, score_cutoff=1) == 1
    return SLIP if slipped else found


def _fit(found: Comparison) -> float:
    parts = (found.given, found.father, found.surname)
    return sum(0.5 if part is None else part for part in parts)


def _years_apart(a: Iterable[Span], b: Iterable[Span]) -> int | None:
    gaps = [
        max(0, max(x[0], y[0]).year - min(x[1], y[1]).year, int(min(x[1], y[1]) < max(x[0], y[0])))
        for x, y in product(a, b)
    ]
    return min(gaps, default=None)


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


def _same_kin(a: Iterable[Kin], b: Iterable[Kin]) -> bool | None:
    """Whether both name the same relative; not known if their names are neither one nor another."""
    found = [_kin(one, other) for one, other in product(a, b)]
    if True in found:
        return True
    return None if None in found or not found else False


def _kin(one: Kin, other: Kin) -> bool | None:
    if one.start != other.start:
        return None
    found = names_alike(one.name, other.name)
    if found.given is None:
        return None
    if found.given < DIFFERS:
        return False
    differing = any(part is not None and part < DIFFERS for part in (found.father, found.surname))
    return None if differing or found.given < SLIP else True


def _same_relation(a: Iterable[Kin], b: Iterable[Kin]) -> bool | None:
    """Whether both are told to be the same to the relative both name."""
    found = [
        one.relation == other.relation
        or RELATIONS.is_under(one.relation, other.relation)
        or RELATIONS.is_under(other.relation, one.relation)
        for one, other in product(a, b)
        if one.relation and other.relation and _kin(one, other)
    ]
    return any(found) if found else None
