"""What is compared of a person: names by their role, birth, places, kin, days, lists."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from panoh.casebook.index.reading import members, view_of
from panoh.casebook.naming import whole_names
from panoh.casebook.pairs import acts_of
from panoh.casebook.view import View
from panoh.model.dates import bounds
from panoh.model.names import Name, NameParts, parse

ROLES = ("given", "father", "surname")
Span = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Features:
    """A person as the comparison sees them; each part may be empty, which means not known."""

    root: str
    names: tuple[NameParts, ...]
    written: tuple[str, ...]
    sex: frozenset[str]
    born: tuple[Span, ...]
    places: frozenset[str]
    kin: tuple[NameParts, ...]
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
        places=frozenset(place.id or place.text.casefold() for place in person.each("places")),
        kin=tuple(_kin(db, root)),
        acted=tuple(_spans(told.value for act in acts for told in act.told("when"))),
        rows=frozenset(_rows(person)),
        harmed=bool(acts),
    )


def _parts(person: View) -> Iterable[NameParts]:
    """One `NameParts` for each source's way of naming: parts told apart are taken at their word."""
    for told in person.told("names"):
        by_role: dict[str, list[str]] = defaultdict(list)
        for name in told.value:
            by_role[name.kind].extend(_tokens(name) if name.kind in ROLES else ())
            if name.kind in ("full", "legal"):
                yield parse(name.text)
        if any(by_role[role] for role in ROLES):
            yield NameParts(
                given=tuple(by_role["given"]),
                father=tuple(by_role["father"]),
                surname=tuple(by_role["surname"]),
            )


def _tokens(name: Name) -> list[str]:
    return name.text.split()


def _kin(db: Any, root: str) -> Iterable[NameParts]:
    """The names of those this person is told to be kin of."""
    for entity in members(db, root):
        rows = db.execute(
            "SELECT o.target FROM reference r JOIN reference o ON o.about = r.about"
            " AND o.field = 'end' WHERE r.target = ? AND r.kind = 'link' AND r.field = 'start'",
            (entity,),
        )
        for (other,) in list(rows):
            yield from _parts(view_of(db, other))


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
