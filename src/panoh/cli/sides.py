"""One side of a pair as a person needs to see it to decide."""

from typing import Any

import msgspec

from panoh.casebook.index.reading import statements_of, view_of
from panoh.casebook.naming import title, whole_names
from panoh.casebook.people import person_file
from panoh.cli import printing
from panoh.cli.acts import sentence


class Side(msgspec.Struct, frozen=True):
    """Names as written, birth, places, kin, acts, and where it stands: source, list and row."""

    entity: str
    names: str
    born: str
    places: str
    relatives: str
    acts: str
    source: str
    list: str
    row: str


def side(db: Any, entity: str) -> Side:
    """What is told about one person, in short."""
    file = person_file(db, entity)
    person = file.person
    origins = {
        (each.statement.source, each.statement.origin)
        for each in statements_of(db, person.entities)
        if each.statement.origin
    }
    known = [(source, origin) for source, origin in origins if origin is not None]
    return Side(
        entity=person.root,
        names=" / ".join(whole_names(person)),
        born=" ≠ ".join(
            dict.fromkeys(printing.day(told.value) for told in person.told("born") if told.value)
        ),
        places=", ".join(dict.fromkeys(place.text for place in person.each("places"))),
        relatives=", ".join(
            dict.fromkeys(str(told.value) for link in file.links for told in link.told("words"))
        ),
        acts="; ".join(sentence(act) for act in file.acts),
        source=", ".join(sorted({title_of(db, source) for source, _ in known})),
        list=", ".join(sorted({title_of(db, origin.item) for _, origin in known})),
        row=", ".join(str(row) for row in sorted({origin.row for _, origin in known})),
    )


def title_of(db: Any, entity: str) -> str:
    """The title under which lists show a record."""
    row = db.execute("SELECT title FROM view WHERE root = ?", (entity,)).fetchone()
    return row[0] if row else title(view_of(db, entity))
