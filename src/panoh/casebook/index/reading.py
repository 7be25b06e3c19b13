"""Reading the tables: the statements about entities, clusters, and the views of some.

Whoever asks knows entities by their identifiers; the numbers of the tables stay in the queries.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

import msgspec

from panoh.casebook.index.schema import FEW
from panoh.casebook.live import Recorded
from panoh.casebook.view import View, fold
from panoh.model.statement import decode_again

#: Every statement about the entities `e`; erased words are gone though the row may still stand.
SAID = """JOIN said s ON s.about = e.n
 JOIN leaves l ON l.n = s.leaf AND l.body IS NOT NULL"""


def statements_of(db: Any, entities: Iterable[str]) -> list[Recorded]:
    """Every statement about these entities, retracted ones too."""
    return [
        Recorded(id_.hex(), decode_again(body))
        for entity in entities
        for id_, body in db.execute(
            f"SELECT l.id, l.body FROM known e {SAID} WHERE e.id = ?",  # noqa: S608 - our own text
            (entity,),
        )
    ]


def members(db: Any, root: str) -> list[str]:
    """The entities of a cluster; the entity itself if it is joined with none."""
    rows = db.execute(
        "SELECT m.id FROM known r JOIN known m ON m.root = r.n WHERE r.id = ?", (root,)
    )
    return [row[0] for row in rows] or [root]


def number_of(db: Any, entity: str) -> int:
    """The number of an entity in this index; -1, which no row has, if it was never named."""
    row = db.execute("SELECT n FROM known WHERE id = ?", (entity,)).fetchone()
    return row[0] if row else -1


def root_of(db: Any, entity: str) -> str:
    """The root of the cluster that an entity belongs to."""
    row = db.execute(
        "SELECT r.id FROM known e JOIN known r ON r.n = e.root WHERE e.id = ?", (entity,)
    ).fetchone()
    return row[0] if row else entity


def roots_of(db: Any, entities: Collection[str]) -> dict[str, str]:
    """The root of each entity of which something is told."""
    rows = db.execute(
        "SELECT e.id, r.id FROM json_each(?) j JOIN known e ON e.id = j.value"
        " JOIN known r ON r.n = e.root WHERE e.kind <> ''",
        (as_json(entities),),
    )
    return dict(rows)


def roots_numbered(db: Any, entities: Collection[int]) -> set[int]:
    """The roots of entities, all known by their numbers."""
    rows = db.execute(
        "SELECT e.root FROM json_each(?) j JOIN known e ON e.n = j.value", (as_json(entities),)
    )
    return {row[0] for row in rows}


def view_of(db: Any, entity: str) -> View:
    """The view of the cluster that an entity belongs to."""
    root = root_of(db, entity)
    return fold(root, told_of(db, [root])[root])


def all_of(db: Any, kind: str) -> list[View]:
    """Every view of a kind of which there are few (`FEW`), in the order of their roots."""
    query = f"SELECT root FROM shown INDEXED BY shown_few WHERE {FEW} AND kind = ?"  # noqa: S608
    return views_numbered(db, [row[0] for row in db.execute(query, (kind,))])


def how_many(db: Any, kind: str) -> int:
    """How many there are of a kind of which there are few."""
    query = f"SELECT count(*) FROM shown INDEXED BY shown_few WHERE {FEW} AND kind = ?"  # noqa: S608
    return int(db.execute(query, (kind,)).get)


def listed(db: Any, kind: str) -> list[str]:
    """The roots of a kind of which there are few, by what they are called."""
    query = (
        "SELECT e.id FROM (SELECT root, sort FROM shown INDEXED BY shown_few"  # noqa: S608
        f" WHERE {FEW} AND kind = ?) v JOIN known e ON e.n = v.root ORDER BY v.sort, e.id"
    )
    return [row[0] for row in db.execute(query, (kind,))]


def newest_of(db: Any, kind: str, limit: int = -1) -> list[View]:
    """So many views of a kind of which there are few, the newest first."""
    query = (
        f"SELECT root FROM shown INDEXED BY shown_few WHERE {FEW} AND kind = ?"  # noqa: S608
        " ORDER BY root DESC LIMIT ?"
    )
    rows = db.execute(query, (kind, limit)).fetchall()
    return views_of(db, [db.execute("SELECT id FROM known WHERE n = ?", row).get for row in rows])


def views_of(db: Any, roots: Collection[str]) -> list[View]:
    """The views of many roots, in the order given; all their statements are read at once."""
    return [fold(root, told) for root, told in told_of(db, roots).items()]


def told_of(db: Any, roots: Collection[str]) -> dict[str, list[Recorded]]:
    """The statements about each of these clusters."""
    found: dict[str, list[Recorded]] = {root: [] for root in roots}
    for root, id_, body in db.execute(f"{_TOLD} r.id = j.value {_OF_ALL}", (as_json(found),)):
        found[root].append(Recorded(id_.hex(), decode_again(body)))
    return found


def views_numbered(db: Any, roots: Collection[int]) -> list[View]:
    """The views of roots known by their numbers, in the order of their identifiers."""
    found: dict[str, list[Recorded]] = defaultdict(list)
    for root, id_, body in db.execute(f"{_TOLD} r.n = j.value {_OF_ALL}", (as_json(roots),)):
        found[root].append(Recorded(id_.hex(), decode_again(body)))
    return [fold(root, found[root]) for root in sorted(found)]


def naming(db: Any, entities: Iterable[str], kind: str, field: str) -> list[View]:
    """The views of a kind that name one of these entities in a field."""
    rows = db.execute(
        "SELECT DISTINCT a.root FROM json_each(?) j JOIN known t ON t.id = j.value"
        " JOIN refers r ON r.target = t.n AND r.kind = ? AND r.field = ?"
        " JOIN known a ON a.n = r.about",
        (as_json(entities), kind, field),
    )
    return [view for view in views_numbered(db, [row[0] for row in rows]) if view.fields]


_TOLD = "SELECT r.id, l.id, l.body FROM json_each(?) j JOIN known r ON"
_OF_ALL = f"JOIN known e ON e.root = r.n {SAID}"


def as_json(values: Iterable[str | int]) -> str:
    """Identifiers or numbers as one value that SQL can take apart with `json_each`."""
    return msgspec.json.encode(list(values)).decode()
