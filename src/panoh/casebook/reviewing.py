"""What was judged, newest first, and the clusters in which judgements contradict each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from panoh.casebook.clusters import components
from panoh.casebook.index.reading import as_json, view_of
from panoh.casebook.pairs import LIKELY, POSSIBLE, Pair, how_many_open, open_pairs
from panoh.model.kinds.judging import SAME
from panoh.model.messages import mark as _

LEVELS = {LIKELY: _("likely the same"), POSSIBLE: _("possibly the same")}


@dataclass(frozen=True, slots=True)
class Decided:
    """One live judgement: its entity, the two it is between, their kind, the verdict, why, when."""

    id: str
    a: str
    b: str
    kind: str
    verdict: str
    why: str
    recorded: str


@dataclass(frozen=True, slots=True)
class Apart:
    """A cluster that `same` connects and a `different` splits: shown apart until one is undone."""

    members: Sequence[str]
    judgements: Sequence[Decided]


def open_at(db: Any, place: int) -> tuple[Pair | None, int]:
    """The open pair of persons at a place of the list (counted from 0), and how many are open."""
    found = open_pairs(db, limit=1, offset=place)
    return (found[0] if found else None), how_many_open(db)


def decided(db: Any, limit: int, offset: int = 0) -> list[Decided]:
    """So many judgements, the newest first, after so many others."""
    rows = db.execute(
        "SELECT j.id, x.id, y.id, x.kind, v.verdict FROM judged v JOIN known j ON j.n = v.id"
        " JOIN known x ON x.n = v.a JOIN known y ON y.n = v.b"
        " ORDER BY (SELECT max(s.n) FROM said s WHERE s.about = v.id) DESC LIMIT ? OFFSET ?",
        (limit, offset),
    )
    return [_decided(db, *row) for row in list(rows)]


def how_many_decided(db: Any) -> int:
    """How many judgements are live."""
    return int(db.execute("SELECT count(*) FROM judged").fetchone()[0])


def apart(db: Any, limit: int) -> list[Apart]:
    """The suspended clusters, with every judgement inside each."""
    rows = db.execute("SELECT id FROM known WHERE suspended = 1 ORDER BY n")
    split = [row[0] for row in rows]
    judged = list(
        db.execute(
            "SELECT v.id, v.a, v.b, e.kind, v.verdict FROM json_each(?) j"
            " JOIN verdict v ON v.a = j.value JOIN entity e ON e.id = v.a ORDER BY v.id",
            (as_json(split),),
        )
    )
    clusters = components((a, b) for _id, a, b, _kind, verdict in judged if verdict == SAME)
    return [
        Apart(
            sorted(members),
            [_decided(db, *row) for row in judged if row[1] in members and row[2] in members],
        )
        for members in clusters[:limit]
    ]


def _decided(db: Any, id_: str, a: str, b: str, kind: str, verdict: str) -> Decided:
    told = view_of(db, id_)
    why = next((str(each.value) for each in told.told("why") if each.value), "")
    recorded = max((each.statement.recorded for each in told.told("verdict")), default="")
    return Decided(id_, a, b, kind, verdict, why, recorded)
