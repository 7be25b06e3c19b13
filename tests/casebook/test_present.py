"""How a person is now stands in a row; a ledger computed afresh must say the same of everybody.

Statements come in any order and in batches, are corrected, retracted and erased; persons, acts and
sources are joined and parted; a source turns out to be in contact, or not to be; members choose
after how many days of silence they want to be told.
"""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import apsw
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.casebook.building import act, person, source, status
from tests.casebook.test_order import Arrived, arrive, empty, histories

from panoh.casebook.index import CasebookIndex
from panoh.casebook.judge import judge, undo_judgement
from panoh.casebook.ledger import ledger, silence
from panoh.casebook.people import EVERYBODY, SILENT, PersonRow, people, person_file
from panoh.casebook.record import Case, save, tell
from panoh.model.kinds import Source

TODAY = date(2023, 10, 20)
#: What speaks of how somebody is; two persons and two sources are enough to be joined.
HOW = (
    "person",
    "act",
    "status",
    "status",
    "source",
    "source",
    "judge",
    "retract",
    "assess",
    "patience",
)
Row = tuple[str, bool, bool, str, bool]


def rows(db: apsw.Connection) -> dict[str, Row]:
    """What rows say: the state, whether contested, whether silence counts, since when, too long."""
    found = db.execute(
        "SELECT root, state, contested, watched, heard, until FROM view WHERE kind = 'person'"
    )
    return {
        root: (
            *(state, bool(contested), watched > 0, heard if watched else ""),
            watched > 0 and until < TODAY.isoformat(),
        )
        for root, state, contested, watched, heard, until in found
    }


def afresh(db: apsw.Connection, root: str) -> Row:
    """The same from the statements."""
    book = ledger(person_file(db, root))
    quiet = silence(db, book, TODAY)
    since = quiet.since.isoformat() if quiet and quiet.since else ""
    alarming = quiet is not None and quiet.alarming
    return (book.now if book.all else "", book.contested, quiet is not None, since, alarming)


def erase(db: apsw.Connection, leaf: Arrived) -> None:
    """Remove the bytes of a statement, as the vault does."""
    n = db.execute(
        "UPDATE leaves SET tag = 'x', body = NULL WHERE id = ? RETURNING n",
        (bytes.fromhex(leaf.id),),
    ).get
    CasebookIndex().apply(db, [replace(leaf, tag="x", body=None, n=n)])


def check(db: apsw.Connection) -> None:
    said = rows(db)
    for root, row in said.items():
        assert row == afresh(db, root)
    silent = people(db, among=SILENT, today=TODAY)
    assert {each.root for each in silent} == {root for root, row in said.items() if row[-1]}
    assert all(found.alarming for each in silent if (found := each.silence(TODAY)) is not None)


@settings(max_examples=150, deadline=None)
@given(histories(HOW), st.randoms(use_true_random=False), st.integers(1, 5))
def test_rows_say_what_ledgers_say(history: list[Arrived], order: random.Random, size: int) -> None:
    unique: Sequence[Arrived] = list({each.id: each for each in history}.values())
    shuffled, db = order.sample(unique, len(unique)), empty()
    for start in range(0, len(shuffled), size):
        arrive(db, shuffled[start : start + size])
        check(db)
    for each in order.sample(unique, min(2, len(unique))):
        erase(db, each)
        check(db)


def row(case: Case, who: str) -> PersonRow:
    (found,) = (each for each in people(case.vault.db, among=EVERYBODY) if each.root == who)
    return found


def test_a_source_that_turns_out_to_be_a_relative_ends_the_silence(case: Case) -> None:
    niso = source(case, "Niso")
    farrukh = person(case, "Фаррух", niso)
    status(case, farrukh, "held", "2023-10-18", niso)
    assert (row(case, farrukh).state, row(case, farrukh).heard) == ("held", "")
    save(case, [tell(case, Source(connection="relative"), niso)])
    assert row(case, farrukh).heard == "2023-10-18"
    save(case, [tell(case, Source(connection="media"), niso)])
    assert row(case, farrukh).heard == "", "two ways of knowing differ"


def test_joined_persons_have_one_present_and_parted_ones_their_own(case: Case) -> None:
    niso, bahor = source(case, "Niso"), source(case, "Bahor")
    one, other = person(case, "Фаррух", niso), person(case, "Farrukh", bahor)
    act(case, one, "detention", "2023-09-30", niso)
    status(case, other, "released", "2023-10-03", bahor)
    joined_by = judge(case, one, other, "same", "one passport")
    (joined,) = people(case.vault.db, among=EVERYBODY)
    assert joined.state == "released"
    undo_judgement(case, joined_by, "another passport")
    assert {row(case, one).state, row(case, other).state} == {"held", "released"}
