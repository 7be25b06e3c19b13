"""Merging is the union of two sets: in whatever order and batches statements arrive, the tables
end up the same.
"""

import hashlib
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import apsw
import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from panoh.casebook.index import CasebookIndex
from panoh.model.dates import PartialDate
from panoh.model.kinds import (
    Act,
    Assessment,
    Judgement,
    Person,
    Retraction,
    Source,
    Status,
    kind_of,
)
from panoh.model.names import Name
from panoh.model.statement import Statement, encode, raw_fields

PEOPLE = ["a" * 32, "b" * 32, "c" * 32, "d" * 32]
ACTS = ["1" * 32, "2" * 32]
SEEN = ["3" * 32, "4" * 32]
SOURCES = ["e" * 32, "f" * 32, ""]
DAYS = ["2023-09-30", "2023-10-01", "2023-10", ""]
#: Entities by their identifiers: their numbers do depend on what arrived first.
TABLES = {
    "statement": "SELECT id, about, kind, source, recorded, item, row FROM statement",
    "reference": "SELECT target, about, kind, field FROM reference",
    "entity": "SELECT id, kind, root, suspended FROM entity",
    "verdict": "SELECT id, a, b, verdict FROM verdict",
    "view": "SELECT root, kind, subject, term, title, sort, earliest, latest, disputes, sources,"
    " told, acts, differing, state, contested, watched, heard, news, until FROM view",
    "in_contact": "SELECT id FROM in_contact JOIN known ON n = source",
    "question": "SELECT x.id, y.id, q.kind, level, verdict FROM question q"
    " JOIN known x ON x.n = q.a JOIN known y ON y.n = q.b",
    "tally": "SELECT sum(open_people), sum(merged_people), sum(open_acts), sum(merged_acts)"
    " FROM tally",
    "began": "SELECT day, acts FROM began WHERE acts <> 0",
    "patience": "SELECT id, days FROM patience p JOIN known ON n = p.root",
    "unread": "SELECT id FROM unread JOIN known ON n = unread.root",
    "teller": "SELECT s.id, t.sort, r.id FROM teller t JOIN known s ON s.n = t.source"
    " JOIN known r ON r.n = t.root",
    "name_key": "SELECT key, r.id FROM name_key k JOIN known r ON r.n = k.root",
}


@dataclass(frozen=True)
class Arrived:
    """A leaf as it comes from another device."""

    id: str
    tag: str
    body: bytes | None
    n: int = 0


def leaf(statement: Statement, salt: int) -> Arrived:
    body = encode(statement)
    return Arrived(hashlib.sha256(body + salt.to_bytes(4, "big")).hexdigest(), "s", body)


def told(record: msgspec.Struct, about: str, source: str, by: str = "us", **more: Any) -> Statement:
    spec = kind_of(record)
    return Statement(
        about=about,
        kind=spec.name,
        by=by,
        recorded="2023-10-07T12:00:00Z",
        source=source,
        fields=raw_fields(msgspec.to_builtins(record)),
        **more,
    )


#: What a history is made of, most often judgements.
EVERYTHING = (
    *("person", "act", "status", "source", "judge", "judge"),
    *("retract", "assess", "correct", "patience"),
)


@st.composite
def histories(draw: st.DrawFn, of: Sequence[str] = EVERYTHING) -> list[Arrived]:
    """Up to fourteen statements, each of which may speak about those before it."""
    made: list[tuple[Arrived, Statement]] = []
    for salt in range(draw(st.integers(1, 14))):
        statement = draw(_statements(made, of))
        made.append((leaf(statement, salt), statement))
    return [arrived for arrived, _ in made]


@st.composite
def _statements(
    draw: st.DrawFn, made: list[tuple[Arrived, Statement]], of: Sequence[str]
) -> Statement:
    source = draw(st.sampled_from(SOURCES))
    about = draw(st.sampled_from(PEOPLE))
    choice = draw(st.sampled_from(of))
    earlier = draw(st.sampled_from(made)) if made else None
    if choice == "judge":
        alike = draw(st.sampled_from([PEOPLE, PEOPLE, ACTS, SOURCES[:2]]))
        one, other = draw(st.permutations(alike))[:2]
        record = Judgement(a=one, b=other, verdict=draw(st.sampled_from(["same", "different"])))
        return told(record, draw(st.uuids()).hex, "")
    if choice in ("act", "status", "source", "patience"):
        return draw(_happening(choice, about, source))
    if choice == "retract" and earlier:
        return told(Retraction(statement=earlier[0].id), earlier[1].about, "")
    if choice == "assess" and earlier:
        return told(
            Assessment(field="born", set_aside=(earlier[0].id,), outcome="accepted"),
            earlier[1].about,
            "",
        )
    born = PartialDate(draw(st.sampled_from(["1968", "1969", "1969-05"])))
    name = Name.of(draw(st.sampled_from(["Зарина Саломова", "Salomova Zarina", "Фаррух"])))
    if choice == "correct" and earlier and earlier[1].kind == "person":
        return told(
            Person(born=born),
            earlier[1].about,
            earlier[1].source,
            replaces=((earlier[0].id, "born"),),
        )
    return told(Person(names=(name,), born=born), about, source)


@st.composite
def _happening(draw: st.DrawFn, kind: str, who: str, source: str) -> Statement:
    """What was done to somebody, how they were seen, how a source knows, how patient one is."""
    if kind == "patience":
        days = draw(st.sampled_from([1, 3, 7, 14, 30, 400, -2]))
        return told(Person(silence_after=days), who, "", by=draw(st.sampled_from(["us", "them"])))
    if kind == "source":
        connection = draw(st.sampled_from(["relative", "media"]))
        return told(Source(connection=connection), draw(st.sampled_from(SOURCES[:2])), "")
    day = draw(st.sampled_from(DAYS))
    when = PartialDate(day) if day else None
    if kind == "act":
        done = Act(victim=who, type=draw(st.sampled_from(["detention", "threat"])), when=when)
        return told(done, draw(st.sampled_from(ACTS)), source)
    seen = Status(person=who, state=draw(st.sampled_from(["held", "released"])), when=when)
    return told(seen, draw(st.sampled_from(SEEN)), source)


def empty() -> apsw.Connection:
    """An index in memory, with the log's own table beside it."""
    db = apsw.Connection(":memory:")
    db.execute("CREATE TABLE leaves(n INTEGER PRIMARY KEY, id BLOB UNIQUE, tag TEXT, body BLOB)")
    CasebookIndex().create(db)
    return db


def arrive(db: apsw.Connection, batch: Sequence[Arrived]) -> None:
    """Put leaves into the log's table and hand them to the projection."""
    insert = "INSERT INTO leaves(id, tag, body) VALUES(?,?,?) RETURNING n"
    rows = [
        replace(each, n=db.execute(insert, (bytes.fromhex(each.id), each.tag, each.body)).get)
        for each in batch
    ]
    CasebookIndex().apply(db, rows)


def tables(batches: Sequence[Sequence[Arrived]]) -> dict[str, list[tuple[object, ...]]]:
    """What the tables hold after these batches, in an index of its own."""
    db = empty()
    for batch in batches:
        arrive(db, batch)
    return {name: sorted(db.execute(query)) for name, query in TABLES.items()}


@settings(max_examples=100, deadline=None)
@given(histories(), st.randoms(use_true_random=False), st.integers(1, 5))
def test_order_and_batches_of_arrival_never_matter(
    history: list[Arrived], order: random.Random, size: int
) -> None:
    unique = list({each.id: each for each in history}.values())
    shuffled = list(unique)
    order.shuffle(shuffled)
    batches = [shuffled[start : start + size] for start in range(0, len(shuffled), size)]
    assert tables([unique]) == tables(batches)


def test_the_comparison_would_see_a_difference() -> None:
    zarina = leaf(told(Person(names=(Name.of("Зарина"),)), PEOPLE[0], "niso"), 0)
    farrukh = leaf(told(Person(names=(Name.of("Фаррух"),)), PEOPLE[0], "niso"), 1)
    assert tables([[zarina]]) != tables([[farrukh]])
