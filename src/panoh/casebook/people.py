"""Lists of people, and everything that is told about one person."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from panoh.casebook.hiding import hidden_naming
from panoh.casebook.index.reading import (
    members,
    number_of,
    root_of,
    statements_of,
    view_of,
    views_numbered,
    views_of,
)
from panoh.casebook.index.schema import DIFFERING, HELD, WATCHED
from panoh.casebook.live import Recorded, live_fields, standing
from panoh.casebook.pairs import acts_of
from panoh.casebook.states import Silence, silent_since
from panoh.casebook.view import View


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person in a list: how often something was done to them and by how many sources told.

    Sources differ on `disputes` and on as many acts and observations as `differing` says. `state`
    is how they are now (empty where nobody tells), `contested` whether sources differ on
    it, `watched` whether silence counts; `heard` is the last day told by a source in contact,
    `until` the last day on which a silence since then is not too long.
    """

    root: str
    title: str
    earliest_birth: str
    latest_birth: str
    acts: int
    sources: int
    disputes: tuple[str, ...]
    suspended: bool
    differing: int
    state: str
    contested: bool
    watched: bool
    heard: str
    until: str

    def silence(self, today: date) -> Silence | None:
        """How long nobody in contact has told anything; `None` where nobody waits for word."""
        if not self.watched:
            return None
        if not self.heard:
            return silent_since("", today)
        since, until = map(date.fromisoformat, (self.heard, self.until))
        return silent_since(self.heard, today, (until - since).days)


@dataclass(frozen=True, slots=True)
class PersonFile:
    """All that is told about a person: who they are, acts, observations, kin, whom it pressed.

    `kin_left` are linked with them and `because_left` were done because of them, and not read.
    """

    person: View
    acts: tuple[View, ...]
    statuses: tuple[View, ...]
    links: tuple[View, ...]
    because_of: tuple[View, ...]
    kin_left: int = 0
    because_left: int = 0


#: Which persons are listed: those something was done to, all, those sources differ about, those in
#: the hands of officials, those of whom nobody in contact has told for too long.
HARMED, EVERYBODY, DISPUTED, STILL_HELD, SILENT = (
    "harmed",
    "everybody",
    "disputed",
    "held",
    "silent",
)
_AMONG = {
    HARMED: "v.acts > 0",
    EVERYBODY: "TRUE",
    DISPUTED: DIFFERING,
    STILL_HELD: HELD,
    SILENT: f"{WATCHED} AND v.until < :today",
}
#: Where each list is read from: an index that holds all that is asked of it.
_INDEX = {
    HARMED: "shown_people",
    EVERYBODY: "shown_people",
    DISPUTED: "shown_disputed",
    STILL_HELD: "shown_held",
    SILENT: "shown_watched",
}
AMONG = tuple(_AMONG)


def people(
    db: Any,
    limit: int = -1,
    offset: int = 0,
    *,
    among: str = HARMED,
    source: str = "",
    today: date = date.max,
) -> list[PersonRow]:
    """Persons by name: so many of them, after so many others; all, or those one source tells of.

    Who is silent depends on what day `today` is.
    """
    rows = db.execute(
        "SELECT n.id, v.title, v.earliest, v.latest, v.acts, v.sources, v.disputes,"  # noqa: S608
        " (SELECT max(suspended) FROM known e WHERE e.root = v.root),"
        " v.differing, v.state, v.contested, v.watched, v.heard, v.until"
        f" FROM (SELECT v.root {_listed(among, source)} LIMIT :limit OFFSET :offset) p"
        " JOIN shown v ON v.root = p.root JOIN known n ON n.n = v.root ORDER BY v.sort, v.root",
        {**_asked(db, source, today), "limit": limit, "offset": offset},
    )
    return [
        PersonRow(
            *(root, title, earliest, latest, acts, sources, tuple(disputed.split()), bool(apart)),
            differing=differing,
            state=state,
            contested=bool(contested),
            watched=watched > 0,
            heard=heard,
            until=until,
        )
        for root, title, earliest, latest, acts, sources, disputed, apart, *now in rows
        for differing, state, contested, watched, heard, until in (now,)
    ]


def how_many_people(
    db: Any, *, among: str = HARMED, source: str = "", today: date = date.max
) -> int:
    """How long the list of `people` is."""
    query = f"SELECT count(*) FROM (SELECT v.root {_listed(among, source)})"  # noqa: S608
    return int(db.execute(query, _asked(db, source, today)).fetchone()[0])


def _asked(db: Any, source: str, today: date) -> dict[str, Any]:
    return {"source": number_of(db, source), "today": today.isoformat()}


def _listed(among: str, source: str) -> str:
    """The roots of these persons, in the order of their names."""
    whom = f"v.kind = 'person' AND {_AMONG[among]}"
    if source:
        return (
            "FROM teller t CROSS JOIN shown v ON v.root = t.root"
            f" WHERE t.source = :source AND {whom} ORDER BY t.sort, t.root"
        )
    return f"FROM shown v INDEXED BY {_INDEX[among]} WHERE {whom} ORDER BY v.sort, v.root"


def person_file(db: Any, entity: str) -> PersonFile:
    """Everything told about the person that this entity belongs to."""
    root = root_of(db, entity)
    return PersonFile(
        person=view_of(db, root),
        acts=tuple(acts_of(db, root)),
        statuses=tuple(_naming(db, root, "status", ("person",))),
        links=tuple(_naming(db, root, "link", ("start", "end"))),
        because_of=tuple(_naming(db, root, "act", ("pressured",))),
    )


def first_of_file(db: Any, entity: str, most: int) -> PersonFile:
    """The same, but of kin and of acts done because of this person only so many, by identifiers.

    A thousand links are told of a few people, and a page shows the first of them.
    """
    root = root_of(db, entity)
    linked = db.execute(_KIN, (number_of(db, root),)).fetchall()
    kin = list(dict.fromkeys(other for _, other in linked))
    near = set(kin[:most])
    because = [row[0] for row in db.execute(_BECAUSE, (number_of(db, root),))]
    return PersonFile(
        person=view_of(db, root),
        acts=tuple(acts_of(db, root)),
        statuses=tuple(_naming(db, root, "status", ("person",))),
        links=tuple(views_of(db, list(dict.fromkeys(a for a, other in linked if other in near)))),
        because_of=tuple(views_of(db, because[:most])),
        kin_left=len(kin[most:]),
        because_left=len(because[most:]),
    )


#: The links of a person with the other end of each, and the acts meant to pressure them.
_KIN = """SELECT DISTINCT k.id, w.root FROM known m JOIN refers r ON r.target = m.n
 AND r.kind = 'link' AND r.field IN ('start', 'end') JOIN known a ON a.n = r.about
 JOIN known k ON k.n = a.root JOIN known s ON s.root = a.root
 JOIN refers o ON o.about = s.n AND o.kind = 'link' AND o.field IN ('start', 'end')
 JOIN known w ON w.n = o.target WHERE m.root = ?1 AND w.root <> ?1 ORDER BY k.id"""
_BECAUSE = """SELECT DISTINCT k.id FROM known m JOIN refers r ON r.target = m.n
 AND r.kind = 'act' AND r.field = 'pressured' JOIN known a ON a.n = r.about
 JOIN known k ON k.n = a.root WHERE m.root = ?1 ORDER BY k.id"""


def _naming(db: Any, root: str, kind: str, fields: Sequence[str]) -> list[View]:
    """The views of a kind that name this person in one of the fields."""
    roots = {
        row[0]
        for field in fields
        for row in db.execute(
            "SELECT a.root FROM known p JOIN refers r ON r.target = p.n AND r.kind = ?"
            " AND r.field = ? JOIN known a ON a.n = r.about WHERE p.root = ?",
            (kind, field, number_of(db, root)),
        )
    }
    return [view for view in views_numbered(db, roots) if view.fields]


@dataclass(frozen=True, slots=True)
class Past:
    """One statement as it was recorded; `hidden`, and which of its fields nothing replaced."""

    recorded: Recorded
    hidden: bool
    live: frozenset[str]


def history(db: Any, entity: str) -> list[Past]:
    """Every statement about a person, what was done to them, how they were, and their links.

    In the order recorded; what is hidden is among them.
    """
    file = person_file(db, entity)
    own = members(db, file.person.root)
    views = [*file.acts, *file.statuses, *file.links]
    about = {*own, *(each for view in views for each in view.entities), *hidden_naming(db, own)}
    return past_of(db, about)


def past_of(db: Any, about: Iterable[str]) -> list[Past]:
    """Every statement about these entities, in the order recorded, those hidden among them."""
    told = statements_of(db, sorted(about))
    stands, live = standing(told), live_fields(told)
    past = [Past(each, each.id not in stands, live.get(each.id, frozenset())) for each in told]
    return sorted(past, key=lambda each: (each.recorded.statement.recorded, each.recorded.id))
