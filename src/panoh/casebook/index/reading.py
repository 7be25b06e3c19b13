"""Reading the tables: the statements about entities, clusters, and the view of one."""

from collections.abc import Iterable
from typing import Any

from panoh.casebook.live import Recorded
from panoh.casebook.view import View, fold
from panoh.model.statement import decode


def statements_of(db: Any, entities: Iterable[str]) -> list[Recorded]:
    """Every statement about these entities, retracted ones too."""
    return [
        Recorded(id_.hex(), decode(body))
        for entity in entities
        for id_, body in db.execute(
            "SELECT l.id, l.body FROM statement s JOIN leaves l ON l.id = s.id WHERE s.about = ?",
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


def view_of(db: Any, entity: str) -> View:
    """The view of the cluster that an entity belongs to."""
    root = root_of(db, entity)
    return fold(root, statements_of(db, members(db, root)))
