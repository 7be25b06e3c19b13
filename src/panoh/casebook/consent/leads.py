"""Which persons a text may name: looked up, so that the gate need not read everybody.

For each person the index holds the keys by which their names are found, their numbers and their
accounts. They are made when the gate is first asked for, and anew for whoever changed: taking in a
list need not wait for them. Whose keys a text does not seek, the gate could not find in it.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from panoh.casebook.consent.numbers import keys_sought
from panoh.casebook.consent.reading import Piece
from panoh.casebook.consent.watched import Watched, handles_in, person_watched
from panoh.casebook.index.reading import as_json, views_numbered
from panoh.model.names import NameFinder, sought

#: So many persons are read and written at once.
BATCH = 500
#: So many keys are asked for at once.
ASKED = 20_000
#: Numbers and accounts among the keys of names.
_NUMBER, _HANDLE = "#", "@"


def learn(db: Any) -> None:
    """Make the keys of whoever has none yet."""
    query = "DELETE FROM unled WHERE root IN (SELECT root FROM unled LIMIT ?) RETURNING root"
    while db.execute("SELECT 1 FROM unled LIMIT 1").fetchone():
        with db:  # writing first: two programs at once wait for each other
            _learn(db, [row[0] for row in db.execute(query, (BATCH,)).fetchall()])


def led_to(db: Any, pieces: Iterable[Piece]) -> set[int]:
    """The persons (roots) whom these texts may name, by their numbers in the index."""
    keys = sorted({key for piece in pieces for key in _sought(piece.text)})
    found: set[int] = set()
    for start in range(0, len(keys), ASKED):
        found.update(_led_to(db, keys[start : start + ASKED]))
    return found


def _led_to(db: Any, keys: Sequence[str]) -> list[int]:
    rows = db.execute(
        "SELECT DISTINCT l.root FROM json_each(?) j JOIN lead l ON l.key = j.value",
        (as_json(keys),),
    )
    return [row[0] for row in rows]


def _learn(db: Any, roots: Collection[int]) -> None:
    numbers = dict(
        db.execute(
            "SELECT k.id, k.n FROM json_each(?) j JOIN known k ON k.n = j.value", (as_json(roots),)
        )
    )
    rows = {
        (key, numbers[view.root])
        for view in views_numbered(db, roots)
        for key in leads_of(person_watched(view))
    }
    db.executemany("INSERT INTO lead VALUES(?,?)", sorted(rows))


def leads_of(who: Watched) -> frozenset[str]:
    """Everything by which somebody is found: names, streets, numbers, accounts."""
    streets = [word for address in who.addresses for word in address.words]
    return NameFinder({0: [*who.names, *streets]}).keys() | {
        *(_NUMBER + key for key in who.numbers),
        *(_HANDLE + handle for handle in who.handles),
    }


def _sought(text: str) -> set[str]:
    return sought(text) | {
        *(_NUMBER + key for key in keys_sought(text)),
        *(_HANDLE + handle for handle in handles_in(text)),
    }
