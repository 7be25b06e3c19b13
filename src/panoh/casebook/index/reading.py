"""Reading the tables: the statements about entities, clusters, and the views of some."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

import msgspec

from panoh.casebook.index.schema import FEW
from panoh.casebook.live import Recorded
from panoh.casebook.view import View, fold
from panoh.model.statement import decode

#: One body for each statement: a line copied into a second save stands in `leaves` twice.
_BODY = "(SELECT body FROM leaves WHERE id = s.id AND body IS NOT NULL LIMIT 1)"


def statements_of(db: Any, entities: Iterable[str]) -> list[Recorded]:
    """Every statement about these entities, retracted ones too."""
    return [
        Recorded(id_.hex(), decode(body))
        for entity in entities
        for id_, body in db.execute(
            f"SELECT s.id, {_BODY} FROM statement s WHERE s.about = ?",  # noqa: S608 - our own text
            (entity,),
        )
    ]


def members(db: Any, root: str) -> list[str]:
    """The entities of a cluster; the entity itself if it is joined with none."""
    return [row[0] for row in db.execute("SELECT id FROM entity WHERE root = ?", (root,))] or [root]


def root_of(db: Any, entity: str) -> str:
    """The root of the cluster that an entity belongs to."""
    row = db.execute("SELECT root FROM entity WHERE id = ?", (entity,)).fetchone()
    return row[0] if row else entity


def roots_of(db: Any, entities: Collection[str]) -> dict[str, str]:
    """The root of each entity that has one."""
    rows = db.execute(
        "SELECT e.id, e.root FROM json_each(?) j JOIN entity e ON e.id = j.value",
        (as_json(entities),),
    )
    return dict(rows)


def view_of(db: Any, entity: str) -> View:
    """The view of the cluster that an entity belongs to."""
    root = root_of(db, entity)
    return fold(root, statements_of(db, members(db, root)))


def views_of(db: Any, roots: Collection[str]) -> list[View]:
    """The views of many roots, in the order given; all their statements are read at once."""
    return [fold(root, told) for root, told in told_of(db, roots).items()]


def all_of(db: Any, kind: str) -> list[View]:
    """Every view of a kind of which there are few (`FEW`), in the order of their roots."""
    query = f"SELECT root FROM view INDEXED BY view_few WHERE {FEW} AND kind = ? ORDER BY root"  # noqa: S608
    return views_of(db, [row[0] for row in list(db.execute(query, (kind,)))])


def told_of(db: Any, roots: Collection[str]) -> dict[str, list[Recorded]]:
    """The statements about each of these clusters."""
    found: dict[str, list[Recorded]] = defaultdict(list, {root: [] for root in roots})
    rows = db.execute(
        f"SELECT e.root, s.id, {_BODY} FROM json_each(?) j JOIN entity e ON e.root = j.value"  # noqa: S608
        " JOIN statement s ON s.about = e.id",
        (as_json(found),),
    )
    for root, id_, body in rows:
        found[root].append(Recorded(id_.hex(), decode(body)))
    return found


def naming(db: Any, entities: Iterable[str], kind: str, field: str) -> list[View]:
    """The views of a kind that name one of these entities in a field."""
    roots = {
        row[0]
        for entity in entities
        for row in db.execute(
            "SELECT e.root FROM reference r JOIN entity e ON e.id = r.about"
            " WHERE r.target = ? AND r.kind = ? AND r.field = ?",
            (entity, kind, field),
        )
    }
    return [view for view in views_of(db, sorted(roots)) if view.fields]


def as_json(texts: Iterable[str]) -> str:
    """Texts as one value that SQL can take apart with `json_each`."""
    return msgspec.json.encode(list(texts)).decode()
