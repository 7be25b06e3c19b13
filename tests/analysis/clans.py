"""The people behind the lists: families that share surname, district, exile and day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from random import Random

from tests.model.names.people import FAMILIES, MEN, WOMEN
from tests.model.names.spellings import Person

#: Names that two habits write with the same letters: German Safar is Зафар, Uzbek Safar is Сафар.
#: Nobody could tell two brothers of these names apart, so no family gives both.
SAME_LETTERS = (frozenset(("Зафар", "Сафар")), frozenset(("Озода", "Осуда")))


@dataclass(frozen=True, slots=True)
class Someone:
    """A person as they truly are; `parent` is the father's number, shared by siblings."""

    id: int
    parent: int | None
    name: Person
    born: date
    district: str
    exile: Person
    relation: str
    taken: date


@dataclass(frozen=True, slots=True)
class _Clan:
    """What the kin of one exile share, and the numbers they are given."""

    rng: Random
    ids: Iterator[int]
    exile: Person
    district: str
    taken: date

    def someone(self, name: Person, parent: int | None, born: date, relation: str) -> Someone:
        """Another relative of the exile."""
        return Someone(
            next(self.ids), parent, name, born, self.district, self.exile, relation, self.taken
        )

    def named(self, given: str, father: str, sex: str = "m") -> Person:
        """A name with the surname of the exile."""
        return Person(given, father, self.exile.family, sex)

    def born(self, about: int) -> date:
        """A day within two years of this one."""
        return date(about, 1, 1) + timedelta(days=self.rng.randrange(-700, 700))


def world(rng: Random, districts: Sequence[str]) -> Iterator[Someone]:
    """The kin of five to seven exiles, and namesakes of some of them among other families."""
    ids = count()
    clans = [_clan(rng, ids, rng.choice(districts)) for _ in range(rng.randint(5, 7))]
    people = [each for clan in clans for each in _kin(clan)]
    yield from people
    for like in rng.sample(people, 3):
        yield _namesake(like, rng.choice([clan for clan in clans if clan.exile != like.exile]))


def _clan(rng: Random, ids: Iterator[int], district: str) -> _Clan:
    father = _other(rng, [])
    family = rng.choice([name for name, _ in FAMILIES if name != father])
    exile = Person(_other(rng, [father, family]), father, family, "m")
    return _Clan(rng, ids, exile, district, date(2023, 9, 28) + timedelta(days=rng.randrange(30)))


def _kin(clan: _Clan) -> Iterator[Someone]:
    rng, family = clan.rng, clan.exile.family
    old = clan.someone(
        clan.named(_other(rng, []), _other(rng, [])), None, clan.born(1930), "grandparent"
    )
    if rng.random() < 0.3:
        yield old
    grandfather = old.name.given
    father = clan.someone(
        clan.named(clan.exile.father, grandfather), old.id, clan.born(1950), "father"
    )
    uncle = clan.someone(
        clan.named(_other(rng, [father.name.given]), grandfather),
        old.id, clan.born(1955), "uncle_aunt",
    )  # fmt: skip
    yield from (father, uncle)
    children = list(_children(clan, father, 1985, "sibling", rng.randint(2, 4)))
    yield from children
    again = [each.name for each in children if rng.random() < 0.25]
    yield from _children(clan, uncle, rng.randint(1980, 1992), "cousin", rng.randint(1, 2), again)
    mother = Person(_other(rng, [], "f"), _other(rng, []), rng.choice((family, _family(rng))), "f")
    yield clan.someone(mother, None, clan.born(1957), "mother")
    sons = [each for each in children if each.name.sex == "m"]
    if sons and rng.random() < 0.6:
        yield from _children(clan, rng.choice(sons), 2012, "nephew_niece", rng.randint(1, 2))


def _children(
    clan: _Clan, father: Someone, about: int, relation: str, number: int,
    again: Sequence[Person] = (),
) -> Iterator[Someone]:  # fmt: skip
    """Brothers and sisters, sometimes twins; `again` are names of cousins, borne once more."""
    rng, taken, born = clan.rng, [clan.exile.given, father.name.given], clan.born(about)
    for place in range(number):
        sex = rng.choice("mmf")
        given = _other(rng, taken, sex)
        if place < len(again):
            given, sex = again[place].given, again[place].sex
        taken.append(given)
        if rng.random() > 0.08:  # else a twin of the one before
            born = clan.born(born.year + 2)
        yield clan.someone(clan.named(given, father.name.given, sex), father.id, born, relation)


def _namesake(like: Someone, clan: _Clan) -> Someone:
    """Somebody of the same full name, of another family, district and age."""
    years = clan.rng.choice((-1, 1)) * clan.rng.randint(3, 20)
    born = date(max(1930, min(2020, like.born.year + years)), 6, clan.rng.randint(1, 30))
    return clan.someone(like.name, None, born, "in_law")


def _other(rng: Random, taken: Sequence[str], sex: str = "m") -> str:
    """A given name that is none of these, nor written with the same letters as one of them."""
    names = [name for name, _ in (MEN if sex == "m" else WOMEN)]
    again = {other for pair in SAME_LETTERS if pair & set(taken) for other in pair}
    return rng.choice([name for name in names if name not in taken and name not in again])


def _family(rng: Random) -> str:
    return rng.choice(FAMILIES)[0]
