"""What is done all day in a full vault: saving, searching, lists, and a person with 1,000 links.

`python bench/lists.py [--quick]`. One vault of a million unkind statements (about 100,000 people
and 300,000 links), encrypted, on the disk of this folder's temporary files. There is no peer in
this run: the bars are times on the clock.
"""

import sys
import tempfile
from functools import partial
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parent))
from measuring import PASSPHRASE, full_vault, latency, quickly, timed
from unkind import Words, hub

from panoh.casebook.counts import count
from panoh.casebook.index import CasebookIndex
from panoh.casebook.index.reading import root_of
from panoh.casebook.pairs import POSSIBLE, Proposal, keep_proposals
from panoh.casebook.people import how_many_people, people, person_file
from panoh.casebook.record import Case, save, tell
from panoh.casebook.search import find_people, find_records
from panoh.casebook.timeline import how_many_moments, timeline
from panoh.model.dates import PartialDate
from panoh.model.kinds import Act, Link, Person, Status
from panoh.model.names import Name
from panoh.vault import Vault

PAGE = 50
SAVE, SEARCH, LIST, OPEN = 25, 50, 100, 100


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
    """Words of every frequency, two together, beginnings, and names of people."""
    known = [Words(Random(1), script) for script in ("Cyrl", "Latn", "Arab")]  # noqa: S311
    texts = [
        random.choice(known).text(random, 1 + random.random().__lt__(0.3)) for _ in range(times)
    ]
    texts = [text if random.random() < 0.7 else text[:3] for text in texts]
    listed = people(case.vault.db, times, 10)
    names = [random.choice((row.title, row.title.split()[0], row.title[:5])) for row in listed]
    db = case.vault.db
    return [
        latency("search-words", timed(partial(find_records, db, text) for text in texts), SEARCH),
        latency("search-people", timed(partial(find_people, db, name) for name in names), SEARCH),
    ]


def lists(case: Case, random: Random, times: int) -> list[str]:
    """Pages anywhere in the lists, and the counts while thousands of pairs are open."""
    db = case.vault.db
    long, longer = how_many_people(db), how_many_moments(db)
    roots = [row.root for row in people(db, long)]
    random.shuffle(roots)
    open_ = [
        Proposal(*sorted(pair), "person", POSSIBLE, random.random(), (("Same name", ("a", "b")),))
        for pair in zip(roots[: long // 10], roots[long // 10 : long // 5], strict=False)
    ]
    keep_proposals(db, "person", open_)
    print(f"{len(open_)} pairs are open")
    return [
        latency(
            "people-page",
            timed(partial(people, db, PAGE, random.randrange(long)) for _ in range(times)),
            LIST,
        ),
        latency(
            "timeline-page",
            timed(partial(timeline, db, "", PAGE, random.randrange(longer)) for _ in range(times)),
            LIST,
        ),
        latency("counts", timed(partial(count, db) for _ in range(max(20, times // 10))), LIST),
    ]


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
