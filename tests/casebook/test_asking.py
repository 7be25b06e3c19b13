"""What was sent or asked comes up when a reply is due, and is gone once it came or is done."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace as anew
from tests.casebook.building import noon, person, source, status

from panoh.advocacy.answers import note_answer
from panoh.casebook.asking import (
    NoDayNamed,
    NoSuchAction,
    ask,
    ask_again,
    awaited,
    close,
    how_many_awaited,
)
from panoh.casebook.record import Case, Context, save, tell
from panoh.casebook.todos import NAMED, todos
from panoh.model.dates import PartialDate
from panoh.model.kinds import Action, Person, Response

TODAY = noon().date()


def asked(case: Case, due: str = "2023-10-05", **told: object) -> str:
    """Jamshed's lawyer was asked for news."""
    return ask(case, Action(recipient="the lawyer", reply_due=PartialDate(due), **told))  # type: ignore[arg-type]


def due(case: Case, by: date = TODAY) -> list[str]:
    return [each.root for each in awaited(case.vault.db, by)]


def test_it_is_told_on_its_day_and_not_before(case: Case) -> None:
    jamshed = person(case, "Ҷамшед")
    letter = asked(case, "2023-10-07", persons=(jamshed,))
    assert due(case, TODAY - timedelta(days=1)) == []
    (todo,) = todos(case.vault, noon())
    assert todo.values == {"name": "Ҷамшед", "to": "the lawyer"}
    assert (todo.target.area, todo.target.entity, todo.due) == ("sent", letter, TODAY)
    assert not todo.is_late(TODAY)
    assert todo.is_late(TODAY + timedelta(days=1))


def test_a_month_is_over_on_its_last_day(case: Case) -> None:
    letter = asked(case, "2023-10")
    assert due(case, date(2023, 10, 30)) == []
    assert due(case, date(2023, 10, 31)) == [letter]


def test_asked_again_later_it_waits_and_done_it_is_gone(case: Case) -> None:
    letter = asked(case)
    ask_again(case, letter, PartialDate("2023-10-20"))
    assert due(case) == []
    assert due(case, date(2023, 10, 20)) == [letter]
    close(case, letter)
    assert due(case, date.max) == []
    ask_again(case, letter, PartialDate("2023-10-21"))
    assert due(case, date.max) == [letter], "opened again"


@pytest.mark.parametrize(
    ("kind", "left"), [("reply", 0), ("refused", 0), ("received", 1), ("silent", 1)]
)
def test_a_reply_ends_the_waiting_unless_it_only_arrived(case: Case, kind: str, left: int) -> None:
    letter = asked(case)
    note_answer(case, Response(action=letter, who="Office", type=kind))
    assert len(due(case)) == left


def test_a_reply_and_a_new_day_await_the_next_one(case: Case) -> None:
    letter = asked(case)
    note_answer(case, Response(action=letter, type="reply"), PartialDate("2023-11-01"))
    assert due(case) == []
    assert due(case, date(2023, 11, 1)) == [letter]


def test_what_was_given_out_is_awaited_once_somebody_says_when(case: Case) -> None:
    given_out = tell(case, Action(type="complaint", recipient="wgad", state="final"))
    save(case, [given_out])
    assert due(case, date.max) == []
    ask_again(case, given_out.about, PartialDate("2023-10-07"))
    (todo,) = todos(case.vault, noon())
    assert todo.values == {"to": "UN Working Group on Arbitrary Detention"}


def test_members_who_differ_neither_lose_a_day_nor_wait_for_ever(case: Case) -> None:
    letter = asked(case, "2023-10-05")
    other = anew(tell(case, Action(closed="yes"), letter), by="f" * 32)
    save(case, [other])
    assert due(case) == [], "the other member says that it is done"
    ask_again(case, letter, PartialDate("2023-10-06"))
    assert due(case) == [letter]
    close(case, letter)
    assert due(case, date.max) == []


def test_of_two_members_the_earlier_day_counts(case: Case) -> None:
    letter = asked(case, "2023-10-20")
    other = anew(tell(case, Action(reply_due=PartialDate("2023-10-06")), letter), by="f" * 32)
    save(case, [other])
    assert due(case) == [letter]
    ask_again(case, letter, PartialDate("2023-10-21"))
    assert due(case) == [], "who sets a day having seen the other relies on it"


def test_no_day_is_no_reminder_and_is_said(case: Case) -> None:
    for day in ("", "2023-10/.."):
        with pytest.raises(NoDayNamed):
            ask_again(case, asked(case), PartialDate(day))
    with pytest.raises(NoDayNamed):
        asked(case, "2023-10/..")
    with pytest.raises(NoSuchAction):
        ask_again(case, person(case, "Ҷамшед"), PartialDate("2023-10-06"))


def test_many_are_counted_and_not_all_named(case: Case) -> None:
    for number in range(NAMED + 3):
        asked(case, f"2023-09-{1 + number:02}")
    found = todos(case.vault, noon())
    assert [todo.due for todo in found[:3]] == [date(2023, 9, day) for day in (1, 2, 3)]
    assert len(found) == NAMED + 1
    assert found[-1].values == {"count": 3}
    assert how_many_awaited(case.vault.db, TODAY) == NAMED + 3


def test_silence_is_offered_first_then_replies_then_what_sources_differ_on(case: Case) -> None:
    mother, paper = source(case, "Mother", connection="relative"), source(case, "Paper")
    farrukh = person(case, "Фаррух", mother, "1968")
    status(case, farrukh, "held", "2023-09-01", mother)
    save(case, [tell(case, Person(born=PartialDate("1970")), farrukh, Context(paper))])
    asked(case, persons=(farrukh,))
    assert [todo.target.area for todo in todos(case.vault, noon())] == ["people", "sent", "settle"]


STEPS = st.lists(
    st.one_of(
        st.just("close"),
        st.dates(date(2023, 9, 1), date(2023, 12, 1)),
        st.sampled_from(["reply", "received"]),
    ),
    max_size=6,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(STEPS, st.dates(date(2023, 9, 1), date(2023, 12, 1)))
def test_the_last_word_counts(case: Case, steps: list[str | date], today: date) -> None:
    letter, waits = asked(case, "2023-10-05"), date(2023, 10, 5)
    expected: date | None = waits
    for step in steps:
        if isinstance(step, date):
            ask_again(case, letter, PartialDate(step.isoformat()))
            expected = step
        elif step == "close":
            close(case, letter)
            expected = None
        else:
            note_answer(case, Response(action=letter, type=step))
            expected = expected if step == "received" else None
    assert (letter in due(case, today)) == (expected is not None and expected <= today)


def test_a_later_clock_changes_nothing(case: Case) -> None:
    """Which words replace which is said in them; no clock chooses."""
    letter = asked(case)
    late = replace(case, clock=lambda: datetime(2030, 1, 1, tzinfo=UTC))
    close(late, letter)
    ask_again(case, letter, PartialDate("2023-10-06"))
    assert due(case) == [letter]
