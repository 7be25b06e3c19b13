"""Who is told when, and that an alarm ends only by a named contact with a reason."""

import itertools

import pytest
from msgspec.structs import replace
from tests.checkin.support import DAY, HOUR, MINUTE, Watcher, at, missed, plan

from panoh.checkin import Reason
from panoh.checkin.events import Answer, Blind, Cannot, CheckIn, Close, Kind, Take


@pytest.fixture
def watcher() -> Watcher:
    return missed()


def test_one_after_the_other_then_everybody_every_hour_without_end(watcher: Watcher) -> None:
    start = watcher.now
    watcher.wait(10 * DAY)
    first = [(when - start, each.to) for when, each in watcher.told if each.kind is Kind.ALARM]
    assert first == [
        (0, "anna"),
        (30 * MINUTE, "bek"),
        (30 * MINUTE, "cyrus"),
        (60 * MINUTE, "dina"),
    ]
    loud = watcher.times(Kind.EXHAUSTED)
    assert set(watcher.said(Kind.EXHAUSTED)) == {"anna", "bek", "cyrus", "dina"}
    hours = sorted(set(loud))
    assert {later - sooner for sooner, later in itertools.pairwise(hours)} == {HOUR}
    assert hours[-1] > watcher.now - 2 * HOUR


def test_no_two_messages_have_one_key(watcher: Watcher) -> None:
    watcher.meet(Take("anna"))
    watcher.meet(CheckIn())
    watcher.wait(3 * DAY)
    watcher.meet(Close("bek", Reason.REACHED))
    keys = [each.key for _, each in watcher.told]
    assert len(keys) == len(set(keys))


def test_a_take_holds_the_ladder_and_the_others_hear_of_it(watcher: Watcher) -> None:
    watcher.wait(31 * MINUTE)
    assert watcher.meet(Take("bek")) is Answer.DONE
    assert watcher.name == "acknowledged"
    assert watcher.said(Kind.TAKEN) == ["anna", "cyrus"]
    watcher.wait(4 * HOUR - 1)
    assert watcher.said(Kind.ALARM) == ["anna", "bek", "cyrus"]
    watcher.wait(1)
    assert watcher.said(Kind.ALARM)[-1] == "dina", "whoever took it has not closed it"


def test_a_contact_under_pressure_can_delay_once_and_not_for_ever(watcher: Watcher) -> None:
    start = watcher.now
    watcher.meet(Take("anna"))
    for _ in range(200):
        watcher.wait(10 * MINUTE)
        watcher.meet(Take("anna"))
    assert min(watcher.times(Kind.EXHAUSTED)) <= start + 4 * HOUR + 3 * HOUR


def test_cannot_brings_the_next_at_once(watcher: Watcher) -> None:
    watcher.meet(Cannot("anna"))
    assert watcher.said(Kind.ALARM) == ["anna", "bek", "cyrus"]
    watcher.meet(Cannot("bek"))
    assert watcher.said(Kind.ALARM)[-1] == "cyrus"
    watcher.meet(Cannot("cyrus"))
    assert watcher.said(Kind.ALARM)[-1] == "dina"
    watcher.meet(Cannot("dina"))
    assert len(watcher.said(Kind.EXHAUSTED)) == 4, "everybody cannot: everybody is told"


def test_taking_and_then_not_being_able_to_goes_on_at_once(watcher: Watcher) -> None:
    watcher.meet(Take("anna"))
    watcher.meet(Cannot("anna"))
    assert watcher.said(Kind.ALARM) == ["anna", "bek", "cyrus"]


@pytest.mark.parametrize("event", [Take("dina"), Cannot("dina"), Close("dina", Reason.REACHED)])
def test_somebody_who_was_not_told_has_nothing_to_answer(
    watcher: Watcher, event: Take | Cannot | Close
) -> None:
    before = watcher.state
    assert watcher.meet(event) is Answer.NO_ALARM
    assert watcher.state == before


@pytest.mark.parametrize("event", [Take("owner"), Cannot("own"), Close("owner", Reason.MISTAKE)])
def test_the_owner_cannot_answer_their_own_alarm(
    watcher: Watcher, event: Take | Cannot | Close
) -> None:
    assert watcher.meet(event) is Answer.NO_ALARM
    assert watcher.name == "alarm"


def test_a_check_in_with_an_open_alarm_asks_for_a_confirmation(watcher: Watcher) -> None:
    watcher.wait(31 * MINUTE)
    watcher.meet(CheckIn())
    assert watcher.name == "alarm"
    assert watcher.said(Kind.SAYS_SAFE) == ["anna", "bek", "cyrus"]
    watcher.wait(3 * HOUR)
    assert "dina" not in watcher.said(Kind.ALARM)
    watcher.meet(Close("cyrus", Reason.REACHED))
    assert watcher.name == "resolved"
    watcher.until(watcher.state.due)
    assert watcher.name == "reminding", "watched again from the next time on"


def test_a_check_in_that_nobody_confirms_ends_nothing(watcher: Watcher) -> None:
    watcher.meet(CheckIn())
    watcher.wait(5 * HOUR)
    watcher.meet(CheckIn())
    watcher.wait(2 * DAY)
    assert watcher.said(Kind.EXHAUSTED)


def test_the_stand_down_goes_to_exactly_those_who_were_told(watcher: Watcher) -> None:
    watcher.wait(31 * MINUTE)
    watcher.meet(Close("bek", Reason.REACHED))
    assert sorted(watcher.said(Kind.STAND_DOWN)) == ["anna", "bek", "cyrus", "owner"]
    assert watcher.state.closed is not None
    assert (watcher.state.closed.by, watcher.state.closed.reason) == (("bek",), Reason.REACHED)
    assert watcher.meet(Close("bek", Reason.REACHED)) is Answer.NO_ALARM


def test_two_must_agree_where_the_plan_says_so() -> None:
    watcher = Watcher(plan(closers=2), at("2026-11-25 12:00")).arm()
    watcher.until(at("2026-11-26 08:00") + 1)
    assert watcher.meet(Close("anna", Reason.MISTAKE)) is Answer.SECOND_NEEDED
    watcher.wait(1)
    assert watcher.said(Kind.ALARM) == ["anna", "bek", "cyrus"], "so the next are told"
    assert watcher.meet(Close("anna", Reason.MISTAKE)) is Answer.AGAIN
    assert watcher.name == "alarm"
    watcher.meet(Close("bek", Reason.REACHED))
    assert watcher.name == "resolved"


def test_with_the_owners_proof_one_contact_is_enough() -> None:
    watcher = Watcher(plan(closers=2), at("2026-11-25 12:00")).arm()
    watcher.until(at("2026-11-26 08:00") + 1)
    watcher.meet(CheckIn())
    assert watcher.meet(Close("anna", Reason.REACHED)) is Answer.DONE


def test_time_in_which_nobody_could_answer_is_given_back(watcher: Watcher) -> None:
    watcher.wait(10 * MINUTE)
    watcher.meet(Blind(watcher.now, watcher.now + HOUR))
    watcher.now += HOUR
    assert watcher.said(Kind.FAULT) == ["anna"]
    watcher.wait(20 * MINUTE - 1)
    assert watcher.said(Kind.ALARM) == ["anna"]
    watcher.wait(1)
    assert watcher.said(Kind.ALARM) == ["anna", "bek", "cyrus"]


def test_an_open_alarm_survives_a_restored_copy_and_is_no_new_alarm(watcher: Watcher) -> None:
    watcher.meet(Blind(watcher.now, watcher.now + 9 * DAY, restored=True))
    watcher.now += 9 * DAY
    watcher.until(watcher.now)
    assert watcher.said(Kind.ALARM) == ["anna"]
    assert watcher.said(Kind.RESTORED) == ["owner", "anna"]
    assert watcher.state.alarm is not None


def test_no_message_names_a_cause(watcher: Watcher) -> None:
    """What the machine hands on has no field in which one could stand."""
    _, tell = watcher.told[-1]
    assert {*tell.__slots__} == {"to", "kind", "key", "expires", "alarm", "until", "by", "way"}


def test_an_alarm_with_one_contact_is_loud_as_well() -> None:
    made = plan()
    alone = replace(made, contacts=made.contacts[:1], ladder=made.ladder[:1])
    watcher = Watcher(alone, at("2026-11-25 12:00")).arm()
    watcher.until(at("2026-11-27 08:00"))
    assert watcher.said(Kind.EXHAUSTED).count("anna") > 20
