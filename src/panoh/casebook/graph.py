"""Who is linked with a person, and who of these with one another: what a drawing needs."""

from dataclasses import dataclass
from typing import Any

from panoh.casebook.index.reading import as_json, number_of, root_of

#: So many people can still be drawn; who knows more is shown with those told of most.
MOST = 1_000


@dataclass(frozen=True, slots=True)
class Node:
    """A person or group in the drawing: how it is called and how many acts were done to it."""

    root: str
    kind: str
    title: str
    acts: int


@dataclass(frozen=True, slots=True)
class Edge:
    """A link from one to another: its record, its terms as sources tell them."""

    root: str
    start: str
    end: str
    relations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Graph:
    """A person and those around; `left_out` were too many to draw."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: int


def graph(db: Any, entity: str, most: int = MOST) -> Graph:
    """The person an entity belongs to, those linked with them, and the links among all of these."""
    centre = number_of(db, root_of(db, entity))
    rows = db.execute(_BESIDE, (centre,)).fetchall()
    shown = [centre, *(root for root, _ in rows[:most])]
    among = as_json(shown)
    return Graph(
        nodes=tuple(Node(*row) for row in db.execute(_NODES, (among,))),
        edges=tuple(
            Edge(root, start, end, tuple(terms.split()))
            for root, start, end, terms in db.execute(_EDGES, (among,))
        ),
        left_out=len(rows[most:]),
    )


#: Links told `l` by their two ends; each end of a link is a reference from it.
_ENDS = """JOIN refers o ON o.about = r.about AND o.kind = 'link' AND o.field"""
_BESIDE = f"""SELECT w.root, count(*) FROM known m JOIN refers r ON r.target = m.n
 AND r.kind = 'link' AND r.field IN ('start', 'end') {_ENDS} IN ('start', 'end')
 AND o.field <> r.field JOIN known w ON w.n = o.target
 WHERE m.root = ?1 AND w.root <> ?1 GROUP BY w.root ORDER BY count(*) DESC, w.root"""  # noqa: S608
_NODES = """SELECT e.id, v.kind, v.title, v.acts FROM json_each(?1) j
 JOIN shown v ON v.root = j.value JOIN known e ON e.n = v.root ORDER BY j.key"""
_EDGES = f"""SELECT DISTINCT l.id, s.id, t.id, v.term
 FROM json_each(?1) j JOIN known m ON m.root = j.value
 JOIN refers r ON r.target = m.n AND r.kind = 'link' AND r.field = 'start' {_ENDS} = 'end'
 JOIN known w ON w.n = o.target AND w.root IN (SELECT value FROM json_each(?1))
 JOIN known k ON k.n = r.about JOIN shown v ON v.root = k.root
 JOIN known l ON l.n = k.root JOIN known s ON s.n = m.root JOIN known t ON t.n = w.root
 ORDER BY l.id, s.id, t.id"""  # noqa: S608
