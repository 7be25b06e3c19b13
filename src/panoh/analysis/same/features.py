"""What is compared of a person: names by their role, birth, places, kin, days, lists."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from panoh.casebook.index.reading import members, view_of
from panoh.casebook.naming import WHOLE, whole_names
from panoh.casebook.pairs import acts_of
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
    harmed: bool = field(default=False)

    @property
    def lists(self) -> frozenset[str]:
        """The files in which this person stands."""
        return frozenset(item for item, _row in self.rows)


def all_features(db: Any) -> list[Features]:
    """The features of every person, in the order of their roots."""
    roots = [
        row[0] for row in db.execute("SELECT root FROM view WHERE kind='person' ORDER BY root")
    ]
    return [features(db, root) for root in roots]


def features(db: Any, root: str) -> Features:
    """What is told about one person, brought together for comparing."""
    person, acts = view_of(db, root), acts_of(db, root)
    return Features(
        root=root,
        names=tuple(_parts(person)),
        written=tuple(whole_names(person)),
        sex=frozenset(told.value for told in person.told("sex") if told.value != "unknown"),
        born=tuple(_spans(told.value for told in person.told("born"))),
        places=frozenset(filter(None, map(place_key, person.each("places")))),
        kin=tuple(_kin(db, root)),
        acted=tuple(_spans(told.value for act in acts for told in act.told("when"))),
        rows=frozenset(_rows(person)),
        harmed=bool(acts),
    )


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


def _kin(db: Any, root: str) -> Iterator[Kin]:
    """Those whose kin this person is told to be, and those told to be kin of this person."""
    for entity in members(db, root):
        for field_, start in (("start", True), ("end", False)):
            links = db.execute(
                "SELECT about FROM reference WHERE target = ? AND kind = 'link' AND field = ?",
                (entity, field_),
            )
            for (about,) in list(links):
                yield from _named(db, view_of(db, about), start=start)


def _named(db: Any, link: View, *, start: bool) -> Iterator[Kin]:
    relation = next((told.value for told in link.told("relation")), "")
    for told in link.told("end" if start else "start"):
        yield from (Kin(name, relation, start) for name in _parts(view_of(db, told.value)))


def _spans(dates: Iterable[Any]) -> Iterable[Span]:
    for value in dates:
        start, end = bounds(value) if value else (None, None)
        if start and end:
            yield start, end


def _rows(person: View) -> Iterable[tuple[str, int]]:
    for told in person.told("names"):
        origin = told.statement.origin
        if origin:
            yield origin.item, origin.row
