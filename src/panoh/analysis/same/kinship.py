"""Whose kin two persons are told to be, and what they are to that relative."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

from panoh.analysis.same.alike import DIFFERS, SLIP, relatives_alike
from panoh.analysis.same.features import Kin
from panoh.model.thesauri import RELATIONS


@dataclass(frozen=True, slots=True)
class Kinship:
    """`same`: whether both are kin of one relative; `relation`: whether they are the same to them.

    Both may be unknown. `close`: both are that relative's parent, child, spouse or sibling.
    """

    same: bool | None
    relation: bool | None
    close: bool


def compare_kin(a: Iterable[Kin], b: Iterable[Kin]) -> Kinship:
    """Compare every relative one names with every relative the other names."""
    found = [(one, other, _same(one, other)) for one, other in product(a, b)]
    answers = {same for _one, _other, same in found}
    told = [(one, other) for one, other, same in found if same and one.relation and other.relation]
    agreeing = [(one, other) for one, other in told if _agree(one.relation, other.relation)]
    return Kinship(
        same=True if True in answers else None if None in answers or not answers else False,
        relation=bool(agreeing) if told else None,
        close=any(_degree(one) == _degree(other) == 1 for one, other in agreeing),
    )


def _same(one: Kin, other: Kin) -> bool | None:
    """Not known if the names are neither one nor another."""
    if one.start != other.start:
        return None
    found = relatives_alike(one.name, other.name)
    if found.given is None:
        return None
    if found.given < DIFFERS:
        return False if one.start else None  # an exile is named by many relatives
    differing = any(part is not None and part < DIFFERS for part in (found.father, found.surname))
    return None if differing or found.given < SLIP else True


def _agree(one: str, other: str) -> bool:
    return one == other or RELATIONS.is_under(one, other) or RELATIONS.is_under(other, one)


def _degree(kin: Kin) -> int:
    term = RELATIONS.terms.get(kin.relation)
    return term.degree if term else 0
