"""What is done all day in a full vault: saving, searching, lists, and a person with 1,000 links.

`python bench/lists.py [--quick]`. One vault of a million unkind statements (about 100,000 people
and 300,000 links) and 5,000 events, encrypted, on the disk of this folder's temporary files. There
is no peer in this run: the bars are times on the clock. Pages are asked for anywhere in a list, and
words as they are typed, from the first letter on.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parent))
from measuring import PASSPHRASE, full_vault, latency, quickly, timed
from unkind import Words, hub

from panoh.casebook.counts import count
from panoh.casebook.events import events, how_many_events
from panoh.casebook.graph import graph
from panoh.casebook.index import CasebookIndex
from panoh.casebook.index.reading import root_of
from panoh.casebook.pairs import POSSIBLE, Proposal, how_many_open, keep_proposals, open_pairs
from panoh.casebook.people import DISPUTED, EVERYBODY, how_many_people, people, person_file
from panoh.casebook.record import Case, save, tell
from panoh.casebook.search import find_people, find_records
from panoh.casebook.timeline import how_many_before, how_many_moments, timeline
from panoh.model.dates import PartialDate
from panoh.model.kinds import Act, Event, Link, Person, Status
from panoh.model.names import Name
from panoh.vault import Vault

PAGE = 50
EVENTS, PAIRS = 5_000, 10_000
SAVE, SEARCH, LIST, OPEN, GRAPH = 25, 50, 100, 100, 300


def main() -> None:
    """Measure and print one line per figure."""
    quick = quickly("saving, searching and lists in a full vault")
    statements, times = (40_000, 60) if quick else (1_000_000, 400)
    with tempfile.TemporaryDirectory() as name:
        full_vault(Path(name), statements).close()
        folders = Path(name) / "vault", Path(name) / "device"
        with Vault.unlock(*folders, PASSPHRASE, CasebookIndex()) as vault:
            case, random = Case(vault), Random(7)  # noqa: S311 - the same questions every time
            print(f"{how_many_people(vault.db)} people, {how_many_moments(vault.db)} moments")
            figures = [
                *searches(case, random, times),
                *lists(case, random, times),
                *one_person(case, times),
                *saves(case, random, times),
            ]
    print("\n".join(figures))


def searches(case: Case, random: Random, times: int) -> list[str]:
    """Words of every frequency, two together, beginnings, and names of people as they are typed."""
    known = [Words(Random(1), script) for script in ("Cyrl", "Latn", "Arab")]  # noqa: S311
    texts = [
        random.choice(known).text(random, 1 + random.random().__lt__(0.3)) for _ in range(times)
    ]
    texts = [text if random.random() < 0.7 else text[:3] for text in texts]
    listed = people(case.vault.db, times, 10)
    names = [random.choice((row.title, row.title.split()[0])) for row in listed]
    typed = [name[: random.randint(1, len(name))] for name in names]
    db = case.vault.db
    return [
        latency("search-words", timed(partial(find_records, db, text) for text in texts), SEARCH),
        latency("search-people", timed(partial(find_people, db, name) for name in names), SEARCH),
        latency("search-typed", timed(partial(find_people, db, text, 8) for text in typed), SEARCH),
    ]


def lists(case: Case, random: Random, times: int) -> list[str]:
    """Pages anywhere in the lists, and the counts while thousands of pairs are open."""
    db = case.vault.db
    _ask_about_pairs(case, random)
    told = [tell(case, _event(random)) for _ in range(min(EVENTS, times * 50))]
    save(case, told)
    source = db.execute("SELECT id FROM entity WHERE kind = 'source'").fetchone()[0]
    listed: list[tuple[str, Callable[..., object], int]] = [
        ("people-page", people, how_many_people(db)),
        ("everybody-page", partial(people, among=EVERYBODY), how_many_people(db, among=EVERYBODY)),
        ("disputed-page", partial(people, among=DISPUTED), how_many_people(db, among=DISPUTED)),
        ("source-page", partial(people, source=source), how_many_people(db, source=source)),
        ("events-page", events, how_many_events(db)),
        ("timeline-page", lambda db, *at: timeline(db, "", *at), how_many_moments(db)),
        ("pairs-page", lambda db, *at: open_pairs(db, "person", *at), how_many_open(db)),
    ]
    days = [date(random.randint(2012, 2026), 6, 1) for _ in range(times)]
    return [
        *(
            latency(
                name,
                timed(partial(page, db, PAGE, random.randrange(long)) for _ in range(times)),
                LIST,
            )
            for name, page, long in listed
        ),
        latency("timeline-turn", timed(partial(how_many_before, db, day) for day in days), LIST),
        latency("counts", timed(partial(count, db) for _ in range(max(20, times // 10))), LIST),
    ]


def _ask_about_pairs(case: Case, random: Random) -> None:
    """Keep thousands of open pairs, as a comparison of everybody would."""
    db = case.vault.db
    roots = [row.root for row in people(db)]
    random.shuffle(roots)
    many = min(PAIRS, len(roots) // 10)
    open_ = [
        Proposal(*sorted(pair), "person", POSSIBLE, random.random(), (("Same name", ("a", "b")),))
        for pair in zip(roots[:many], roots[many : 2 * many], strict=True)
    ]
    before = time.perf_counter()
    keep_proposals(db, "person", open_)
    print(f"{len(open_)} pairs are open, kept in {time.perf_counter() - before:.1f} s")


def _event(random: Random) -> Event:
    day = f"{random.randint(2012, 2026)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
    return Event(title="Protest " + day, type="protest", when=PartialDate(day))


def one_person(case: Case, times: int) -> list[str]:
    """Open and save the person with a thousand links, who is thirty entities joined."""
    db, person = case.vault.db, hub()
    root = root_of(db, person)
    file = person_file(db, root)
    print(f"the person: {len(file.person.entities)} entities, {len(file.links)} links", end="; ")
    print(f"{len(file.acts)} acts, {len(timeline(db, root))} moments")
    saved = [
        tell(case, Person(occupation=f"teacher {number}", note="a correction"), person)
        for number in range(times)
    ]
    return [
        latency(
            "person-open", timed(partial(person_file, db, root) for _ in range(times // 4)), OPEN
        ),
        latency(
            "person-timeline", timed(partial(timeline, db, root) for _ in range(times // 4)), LIST
        ),
        latency("person-graph", timed(partial(graph, db, root) for _ in range(times // 4)), GRAPH),
        latency("person-save", timed(partial(save, case, [each]) for each in saved), SAVE),
    ]


def saves(case: Case, random: Random, times: int) -> list[str]:
    """One record after another, each durable before the next: one segment, one transaction."""
    words, known = Words(random, "Cyrl"), hub()
    roots = [row.root for row in people(case.vault.db, times, 100)]
    records = [
        random.choice(
            (
                Person(names=(Name.of(words.text(random, 2)),), born=PartialDate("1970")),
                Act(victim=who, type="threat", when=PartialDate("2026-01"), note="words " * 30),
                Status(person=who, state="held", when=PartialDate("2026-01-05")),
                Link(start=who, end=known, relation="brother"),
            )
        )
        for who in random.choices(roots, k=times)
    ]
    told = [tell(case, record) for record in records]
    return [latency("save", timed(partial(save, case, [each]) for each in told), SAVE)]


if __name__ == "__main__":
    main()
