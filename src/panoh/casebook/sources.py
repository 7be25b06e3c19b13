"""Sources by their code names: finding one, and making one of whom nothing may be said yet."""

from typing import Any

from panoh.casebook.record import Case, save, tell
from panoh.model.ids import new_entity
from panoh.model.kinds import Source


def source_named(db: Any, code_name: str) -> str:
    """The source of this code name; empty if there is none."""
    row = db.execute(
        "SELECT root FROM view WHERE kind = 'source' AND title = ? AND title <> ''", (code_name,)
    ).fetchone()
    return str(row[0]) if row else ""


def code_names(db: Any, limit: int = 200) -> list[str]:
    """The code names of the sources, in order."""
    rows = db.execute(
        "SELECT DISTINCT title FROM view WHERE kind = 'source' AND title <> ''"
        " ORDER BY title LIMIT ?",
        (limit,),
    )
    return [row[0] for row in rows]


def tellers(db: Any, limit: int = 200) -> list[str]:
    """The sources that tell of people: so many of them."""
    rows = db.execute(
        "WITH RECURSIVE t(source) AS (SELECT min(source) FROM teller UNION ALL"
        " SELECT (SELECT min(source) FROM teller o WHERE o.source > t.source) FROM t"
        " WHERE t.source IS NOT NULL)"
        " SELECT e.id FROM t JOIN known e ON e.n = t.source LIMIT ?",
        (limit,),
    )
    return [row[0] for row in rows]


def new_source(case: Case, code_name: str, connection: str, language: str) -> str:
    """A new source, of whom nothing may be said until somebody records what may."""
    about = new_entity()
    record = Source(
        code_name=code_name, connection=connection, language=language, citation="nothing"
    )
    save(case, [tell(case, record, about)])
    return about
