"""What is compared of a person: names by their role, birth, places, kin, days, lists."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import product
from typing import Any

from panoh.casebook.index.reading import view_of
from panoh.casebook.naming import WHOLE, whole_names
from panoh.casebook.view import View
from panoh.model.dates import bounds
from panoh.model.names import Name, NameParts, Role, parse
from panoh.model.names.parse import words_of
from panoh.model.places import TABLE, Place, find_place

ROLES: tuple[Role, ...] = ("given", "father", "surname")
Span = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Kin:
    """A relative as named: what the one who speaks first is to the other, and which this is.

    `start` tells that the person compared is the `relation` of this relative, not the reverse.
    """

    name: NameParts
    relation: str = ""
    start: bool = True


@dataclass(frozen=True, slots=True)
class Features:
    """A person as the comparison sees them; each part may be empty, which means not known."""

    root: str
    names: tuple[NameParts, ...]
    written: tuple[str, ...]
    sex: frozenset[str]
    born: tuple[Span, ...]
    places: frozenset[str]
    kin: tuple[Kin, ...]
    acted: tuple[Span, ...]
    rows: frozenset[tuple[str, int]]
    harmed: bool

    @property
    def lists(self) -> frozenset[str]:
        """The files in which this person stands."""
        return frozenset(item for item, _row in self.rows)

    @property
    def mentioned(self) -> bool:
        """Whether one list names this person as somebody's kin and tells nothing else of them."""
        told = self.harmed or self.born or self.places or any(kin.start for kin in self.kin)
        return bool(self.kin) and not told and len(self.lists) == 1


def all_features(db: Any) -> list[Features]:
    """The features of every person, in the order of their roots; every view is read once."""
    root_of = dict(db.execute("SELECT id, root FROM entity"))
    people = {person.root: person for person in _views(db, "person")}
    names = {root: tuple(_parts(person)) for root, person in people.items()}
    kin = _kin(db, names, root_of)
    acts = _acts(db, root_of)
    return [
        Features(
            root=root,
            names=names[root],
            written=tuple(whole_names(person)),
            sex=frozenset(told.value for told in person.told("sex") if told.value != "unknown"),
            born=tuple(_spans(person, "born")),
            places=frozenset(filter(None, map(place_key, person.each("places")))),
            kin=tuple(kin[root]),
            acted=tuple(span for act in acts[root] for span in _spans(act, "when")),
            rows=frozenset(_rows(person)),
            harmed=bool(acts[root]),
        )
        for root, person in people.items()
    ]


def _views(db: Any, kind: str) -> Iterator[View]:
    roots = db.execute("SELECT root FROM view WHERE kind = ? ORDER BY root", (kind,)).fetchall()
    return (view_of(db, root) for (root,) in roots)


def parts_of(names: Iterable[Name]) -> Iterator[NameParts]:
    """One source's way of naming: whole names taken apart, parts told apart taken at their word."""
    by_role: dict[str, list[str]] = defaultdict(list)
    for name in names:
        if name.kind in ROLES:
            by_role[name.kind].extend(words_of(name.text))
        elif name.kind in WHOLE:
            yield parse(name.text)
    if by_role:
        given, father, surname = (tuple(by_role[role]) for role in ROLES)
        yield NameParts(given, father, surname)


@lru_cache(maxsize=1 << 12)
def place_key(place: Place) -> str:
    """A place of our table by its id, another by its words; a whole country says nothing."""
    found = find_place(place.text) if not place.id else ()
    id_ = place.id or (found[0].id if len(found) == 1 else "")
    if id_ in TABLE:
        return id_ if TABLE[id_].level != "country" else ""
    return place.text.casefold()


def _parts(person: View) -> Iterator[NameParts]:
    for told in person.told("names"):
        yield from parts_of(told.value)


def _kin(
    db: Any, names: Mapping[str, tuple[NameParts, ...]], root_of: Mapping[str, str]
) -> Mapping[str, list[Kin]]:
    """Those whose kin each person is told to be, and those told to be theirs."""
    kin: dict[str, list[Kin]] = defaultdict(list)
    for link in _views(db, "link"):
        relation = next((told.value for told in link.told("relation")), "")
        starts, ends = (_ends(link, field_, root_of) for field_ in ("start", "end"))
        for start, end in product(starts, ends):
            kin[start].extend(Kin(name, relation) for name in names.get(end, ()))
            kin[end].extend(Kin(name, relation, start=False) for name in names.get(start, ()))
    return kin


def _acts(db: Any, root_of: Mapping[str, str]) -> Mapping[str, list[View]]:
    acts: dict[str, list[View]] = defaultdict(list)
    for act in _views(db, "act"):
        for victim in _ends(act, "victim", root_of):
            acts[victim].append(act)
    return acts


def _ends(view: View, field_: str, root_of: Mapping[str, str]) -> set[str]:
    return {root_of.get(told.value, told.value) for told in view.told(field_)}


def _spans(view: View, field_: str) -> Iterator[Span]:
    for told in view.told(field_):
        start, end = bounds(told.value) if told.value else (None, None)
        if start and end:
            yield start, end


def _rows(person: View) -> Iterable[tuple[str, int]]:
    for told in person.told("names"):
        origin = told.statement.origin
        if origin:
            yield origin.item, origin.row
