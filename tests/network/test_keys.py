"""A key that changes is seen, whatever the order in which the attempts arrive."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.network.knowing import NOW, TODAY, saodat, tried

from panoh.casebook.record import Case
from panoh.model.dates import PartialDate
from panoh.network import worries
from panoh.network.contacts import helping
from panoh.network.keys import CHANGED, NONE, SEEN, VERIFIED, Attempt, key_of
from panoh.network.todos import todos

OLD, NEW = "05 8a f1 22", "99:00:12:ab"


def seen(day: int, key: str, checked: str = "", n: int = 0) -> Attempt:
    """An attempt in November 2026 at which a key was seen."""
    return Attempt(PartialDate(f"2026-11-{day:02}"), "reached", key, checked, "", (str(n), ""))


@pytest.mark.parametrize(
    ("attempts", "state"),
    [
        ([], NONE),
        ([seen(1, "")], NONE),
        ([seen(1, OLD)], SEEN),
        ([seen(1, OLD), seen(2, NEW)], CHANGED),
        ([seen(1, OLD, "video")], VERIFIED),
        ([seen(1, OLD, "video"), seen(2, "058AF122")], VERIFIED),
        ([seen(1, OLD, "video"), seen(2, NEW)], CHANGED),
        ([seen(1, OLD, "video"), seen(2, NEW, "unchecked")], CHANGED),
        ([seen(1, OLD, "video"), seen(2, NEW, "voice")], VERIFIED),
        ([seen(1, OLD, "video"), seen(2, NEW), seen(3, OLD)], CHANGED),
        ([seen(1, OLD, "video"), seen(2, NEW), seen(3, OLD, "voice")], VERIFIED),
        ([seen(2, OLD, "video", 1), seen(2, NEW, "voice", 2)], CHANGED),
        ([seen(1, NEW), seen(2, OLD, "in_person")], VERIFIED),
        ([seen(2, NEW, "", 1), seen(2, OLD, "in_person", 2)], VERIFIED),
        ([seen(2, OLD, "in_person", 1), seen(2, NEW, "", 1)], CHANGED),
    ],
)
def test_what_is_known_of_a_key(attempts: list[Attempt], state: str) -> None:
    assert key_of(attempts).state == state


attempts = st.builds(
    seen,
    st.integers(1, 28),
    st.sampled_from(["", OLD, NEW]),
    st.sampled_from(["", "unchecked", "video"]),
    st.integers(0, 99),
)


@given(st.lists(attempts, max_size=8, unique_by=lambda each: each.order), st.randoms())
def test_the_order_of_arrival_never_matters(given_: list[Attempt], rng: object) -> None:
    shuffled = list(given_)
    rng.shuffle(shuffled)  # type: ignore[attr-defined]
    assert key_of(shuffled) == key_of(given_)


def test_a_changed_key_is_the_first_thing_to_do_until_it_is_verified(case: Case) -> None:
    who = saodat(case)
    tried(case, who, TODAY - timedelta(days=9), key=OLD, checked="video")
    assert worries.changed_keys(helping(case.vault.db, TODAY)) == []
    who = tried(case, who, TODAY - timedelta(days=1), key=NEW)
    assert [said.contact.root for said in worries.changed_keys(helping(case.vault.db, TODAY))] == [
        who.root
    ]
    assert any("has changed" in each.text for each in todos(case.vault, NOW))
    assert (who.channels[0].key.verified, who.channels[0].key.seen) == (OLD, NEW)
    tried(case, who, TODAY, key=NEW, checked="in_person")
    assert worries.changed_keys(helping(case.vault.db, TODAY)) == []


def test_an_attempt_of_which_nobody_knows_the_day_is_the_oldest() -> None:
    undated = Attempt(None, "reached", NEW, "", "", ("9", ""))
    assert undated.day is None
    assert key_of([seen(1, OLD, "video"), undated]).state == VERIFIED
    assert date(2026, 11, 1) == seen(1, OLD).day
