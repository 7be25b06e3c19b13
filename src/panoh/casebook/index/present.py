"""How each person is now, as rows: kept so that lists and Today need not read every ledger.

What acts and observations tell stands beside them in short, sources by their numbers. From that
the row of a person is computed whenever something changes of which it is made: what was done to
them, how they were seen, whom they are joined with, or whether a source is in contact.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

import msgspec

from panoh.casebook.index.reading import as_json
from panoh.casebook.states import THRESHOLD, bearable_until, contested, entries, state_now, watched
from panoh.casebook.states import UNKNOWN as NOBODY_KNOWS
from panoh.casebook.view import View

#: The records that tell how somebody is, and the field in which they name this person.
TELLING = (("act", "victim"), ("status", "person"))
#: Whether silence counts: no; as nobody knows how they are; because of how they are.
NO, UNSURE, YES = 0, 1, 2


class Stated(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One state that a record tells: the last day it may mean (ISO, or empty), and who tells it."""

    state: str
    last_day: str
    sources: tuple[int, ...]


class Now(NamedTuple):
    """What the row of a person says of acts and of how they are; days are ISO, or empty.

    Sources differ on as many acts and observations as `differing` says. `heard` is the last day
    told by a source in contact, `news` the last day told by anybody, `until` the last day on which
    a silence is not too long.
    """

    acts: int = 0
    differing: int = 0
    state: str = ""
    contested: bool = False
    watched: int = NO
    heard: str = ""
    news: str = ""
    until: str = ""


NOTHING = Now()
_stated = msgspec.json.Decoder(tuple[Stated, ...])


def told_states(view: View) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """The states that an act or an observation tells; sources by their identifiers."""
    return tuple(
        (each.state, each.last_day.isoformat() if each.last_day else "", each.sources)
        for each in entries(view)
    )


def encoded(
    states: Iterable[tuple[str, str, tuple[str, ...]]], of: Mapping[str, int]
) -> bytes | None:
    """The same as it is kept."""
    told = [
        Stated(state, day, tuple(of[each] for each in sources)) for state, day, sources in states
    ]
    return msgspec.json.encode(told) if told else None


def now_of(db: Any, persons: Collection[int]) -> dict[int, Now]:
    """How each of these persons (roots) is now, and how many acts were done to them."""
    told: dict[int, dict[int, bytes | None]] = defaultdict(dict)
    acts: dict[int, int] = {}
    differing: dict[int, set[int]] = defaultdict(set)
    among = as_json(persons)
    for kind, field in TELLING:
        for person, record, states, differs in db.execute(_TOLD, (among, kind, field)):
            told[person][record] = states
            if differs:
                differing[person].add(record)
        if kind == "act":
            acts = {person: len(records) for person, records in told.items()}
    read = {
        person: [each for states in records.values() if states for each in _stated.decode(states)]
        for person, records in told.items()
    }
    near = _in_contact(db, {by for all_ in read.values() for each in all_ for by in each.sources})
    chosen = dict(db.execute(_CHOSEN, (among,)))
    return {
        person: _now(
            acts.get(person, 0),
            len(differing.get(person, ())),
            read.get(person, ()),
            near,
            chosen.get(person, THRESHOLD),
        )
        for person in persons
    }


_TOLD = """SELECT p.value, a.root, v.states, v.disputes <> '' FROM json_each(?1) p
 JOIN known e ON e.root = p.value JOIN refers r ON r.target = e.n AND r.kind = ?2 AND r.field = ?3
 JOIN known a ON a.n = r.about LEFT JOIN shown v ON v.root = a.root"""


_CHOSEN = "SELECT p.root, p.days FROM json_each(?) j JOIN patience p ON p.root = j.value"


def _now(acts: int, differing: int, told: Collection[Stated], near: set[int], patience: int) -> Now:
    if not told:
        return Now(acts, differing)
    state = state_now(told)
    days = [each.last_day for each in told if not near.isdisjoint(each.sources)]
    heard = max(days, default="")
    return Now(
        acts=acts,
        differing=differing,
        state=state,
        contested=contested(told, state),
        watched=NO if not watched(state) else UNSURE if state == NOBODY_KNOWS else YES,
        heard=heard,
        news=max(each.last_day for each in told),
        until=bearable_until(heard, patience),
    )


def _in_contact(db: Any, sources: Collection[int]) -> set[int]:
    rows = db.execute(
        "SELECT c.source FROM json_each(?) j JOIN in_contact c ON c.source = j.value",
        (as_json(sources),),
    )
    return {row[0] for row in rows}


def told_of_by(db: Any, sources: Collection[int]) -> set[int]:
    """The persons (roots) of whom these sources tell how they are."""
    found: set[int] = set()
    for kind, field in TELLING:
        found.update(row[0] for row in db.execute(_TOLD_BY, (as_json(sources), kind, field)))
    return found


_TOLD_BY = """SELECT DISTINCT w.root FROM json_each(?1) j
 JOIN said s ON s.source = j.value AND s.kind = ?2 JOIN known a ON a.n = s.about
 JOIN known m ON m.root = a.root JOIN refers r ON r.about = m.n AND r.kind = ?2 AND r.field = ?3
 JOIN known w ON w.n = r.target"""
