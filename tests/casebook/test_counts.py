"""Counts are kept as rows: whatever arrives, in whatever order, they are what counting from the
start gives, and the questions on a page are those that stand open.
"""

import random
from collections.abc import Sequence
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.casebook.recounting import recount
from tests.casebook.test_order import Arrived, arrive, empty, leaf, told

from panoh.casebook.alike import ActTold, alike
from panoh.casebook.counts import count
from panoh.casebook.pairs import Proposal, how_many_open, keep_proposals, open_pairs, pairs
from panoh.model.dates import PartialDate
from panoh.model.kinds import Act, Judgement, Person, Retraction
from panoh.model.names import Name
from panoh.model.statement import Statement

PEOPLE = [letter * 32 for letter in "abcdef"]
ACTS = [figure * 32 for figure in "1234"]
DAYS = ["2023-09-30", "2023-10-01", "2023-10", "2023-10-09", "", "XXXX-10-02"]

two_people = st.permutations(PEOPLE).map(lambda all_: sorted(all_[:2]))


def proposal(a: str, b: str, level: str = "likely", score: float = 0.9) -> Proposal:
    return Proposal(a, b, "person", level, score, (("Same name", ("Зарина",)),))


@st.composite
def statements(draw: st.DrawFn, made: Sequence[tuple[Arrived, Statement]]) -> Statement:
    """An act, a person, a judgement on persons or acts, or one of the earlier ones taken back."""
    choice = draw(st.sampled_from(["act", "act", "person", "judge", "judge", "judge-acts", "undo"]))
    if choice == "act":
        day = draw(st.sampled_from(DAYS))
        record = Act(
            victim=draw(st.sampled_from(PEOPLE)),
            type=draw(st.sampled_from(["detention", "threat"])),
            when=PartialDate(day) if day else None,
        )
        return told(record, draw(st.sampled_from(ACTS)), draw(st.sampled_from(["niso", "bahor"])))
    if choice.startswith("judge"):
        among = PEOPLE if choice == "judge" else ACTS
        a, b = sorted(draw(st.permutations(among))[:2])
        verdict = draw(st.sampled_from(["same", "same", "different", "unsure"]))
        return told(Judgement(a=a, b=b, verdict=verdict), draw(st.uuids()).hex, "")
    if choice == "undo" and made:
        earlier, said = draw(st.sampled_from(made))
        return told(Retraction(statement=earlier.id), said.about, "")
    return told(Person(names=(Name.of("Зарина"),)), draw(st.sampled_from(PEOPLE)), "niso")


@st.composite
def histories(draw: st.DrawFn) -> list[Arrived]:
    made: list[tuple[Arrived, Statement]] = []
    for salt in range(draw(st.integers(4, 24))):
        said = draw(statements(made))
        made.append((leaf(said, salt), said))
    return [arrived for arrived, _ in made]


proposals = st.lists(
    st.builds(
        lambda ends, level, score: proposal(ends[0], ends[1], level, score),
        two_people,
        st.sampled_from(["likely", "possible"]),
        st.sampled_from([0.5, 0.9]),
    ),
    max_size=5,
    unique_by=lambda each: (each.a, each.b),
)


def kept(db: Any) -> tuple[int, int, int, int]:
    counts = count(db)
    people, acts = counts.people, counts.acts
    return (
        counts.open_people,
        people.most - people.least,
        counts.open_acts,
        acts.most - acts.least,
    )


@settings(max_examples=150, deadline=None)
@given(
    histories(),
    st.randoms(use_true_random=False),
    st.integers(1, 6),
    st.lists(proposals, max_size=3),
)
def test_what_is_kept_is_what_counting_from_the_start_gives(
    history: list[Arrived], order: random.Random, size: int, compared: list[list[Proposal]]
) -> None:
    order.shuffle(history)
    db = empty()
    for start in range(0, len(history), size):
        arrive(db, history[start : start + size])
        if compared and order.random() < 0.4:
            keep_proposals(db, "person", compared.pop())
        assert kept(db) == recount(db)
        still = {(each.proposal.a, each.proposal.b) for each in pairs(db) if each.open}
        assert {(each.proposal.a, each.proposal.b) for each in open_pairs(db)} == still
        assert how_many_open(db) == len(still)


def test_the_recount_would_see_a_difference() -> None:
    db = empty()
    arrive(
        db,
        [
            leaf(told(Act(victim=who, type="threat"), act, "niso"), number)
            for number, (who, act) in enumerate(zip(PEOPLE[:2], ACTS[:2], strict=True))
        ],
    )
    arrive(db, [leaf(told(Person(names=(Name.of("Зарина"),)), who, "niso"), 9) for who in PEOPLE])
    keep_proposals(db, "person", [proposal(PEOPLE[0], PEOPLE[1])])
    assert kept(db) == recount(db) == (1, 1, 1, 1)
    db.execute("DELETE FROM tally")
    assert kept(db) != recount(db)


days = st.sampled_from(
    ["2023-09-27", "2023-09-30", "2023-10", "2022/2024", "XXXX-10-02", "2024-02?"]
)
acts = st.builds(
    lambda who, what, when: ActTold((who,), (what,), tuple(map(PartialDate, when))),
    st.sampled_from("abc"),
    st.sampled_from(["detention", "threat", "arrest"]),
    st.lists(days, max_size=2),
)


@given(st.lists(acts, max_size=9))
def test_no_two_acts_are_overlooked_because_their_times_were_not_compared(
    told_: list[ActTold],
) -> None:
    every = [
        (one, other)
        for other in range(len(told_))
        for one in range(other)
        if alike([told_[one], told_[other]])
    ]
    assert alike(told_) == sorted(every)


def test_pages_of_open_pairs_are_the_list_in_pieces_and_the_likely_come_first() -> None:
    db = empty()
    arrive(db, [leaf(told(Person(names=(Name.of("Зарина"),)), who, "niso"), 9) for who in PEOPLE])
    found = [
        proposal(PEOPLE[0], other, level, score)
        for other, level, score in (
            (PEOPLE[1], "possible", 0.4),
            (PEOPLE[2], "likely", 0.8),
            (PEOPLE[3], "likely", 0.9),
        )
    ]
    keep_proposals(db, "person", found)
    whole = open_pairs(db)
    assert [each.proposal for each in whole] == [found[2], found[1], found[0]]
    assert [each for at in range(3) for each in open_pairs(db, limit=1, offset=at)] == whole
