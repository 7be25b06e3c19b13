"""Dues, reminders, grace, pauses, blindness: what happens up to the alarm."""

import pytest
from msgspec.structs import replace
from tests.checkin.support import DAY, HOUR, MINUTE, Watcher, at, missed, plan

from panoh.checkin.events import (
    Answer,
    Arm,
    Blind,
    CheckIn,
    ClockDoubted,
    End,
    Kind,
    Pause,
    Resume,
    ZoneRules,
)
from panoh.checkin.schedule import Daily, Trip
from panoh.checkin.state import deadline

EVE = at("2026-11-25 12:00")
DUE = at("2026-11-26 07:00")  # eight in Berlin


@pytest.fixture
def watcher() -> Watcher:
    made = Watcher(plan(), EVE).arm()
    assert (made.state.due, made.name) == (DUE, "armed")
    return made


def test_a_day_without_a_word_passes_through_every_state(watcher: Watcher) -> None:
    names = []
    for moment in (DUE - 61 * MINUTE, DUE - HOUR, DUE, DUE + 45 * MINUTE, DUE + HOUR + 1):
        watcher.until(moment)
        names.append(watcher.name)
    assert names == ["armed", "due", "reminding", "grace", "alarm"]


def test_five_reminders_before_anybody_else_hears(watcher: Watcher) -> None:
    watcher.until(DUE + HOUR)
    assert [when - DUE for when in watcher.times(Kind.REMIND)] == [
        -60 * MINUTE,
        0,
        15 * MINUTE,
        30 * MINUTE,
        45 * MINUTE,
    ]
    assert {each.to for _, each in watcher.told} == {"owner"}


def test_the_last_second_of_grace_is_in_time_and_the_next_is_not(watcher: Watcher) -> None:
    watcher.until(DUE + HOUR)
    assert watcher.meet(CheckIn()) is Answer.DONE
    assert (watcher.name, watcher.state.due) == ("armed", DUE + DAY)
    late = Watcher(plan(), EVE).arm()
    late.now = DUE + HOUR + 1  # nobody has swept yet
    late.meet(CheckIn())
    assert late.name == "alarm"
    assert late.said(Kind.ALARM) == ["anna"]


def test_a_sweep_in_the_same_second_changes_nothing_about_who_is_in_time() -> None:
    for first in ("sweep", "check-in"):
        one = Watcher(plan(), EVE).arm()
        if first == "sweep":
            one.until(DUE + HOUR)
        one.now = DUE + HOUR
        one.meet(CheckIn())
        assert (one.name, one.said(Kind.ALARM)) == ("armed", [])


def test_a_check_in_counts_from_the_early_window_on(watcher: Watcher) -> None:
    watcher.until(DUE - 4 * HOUR - 1)
    assert watcher.meet(CheckIn()) is Answer.EARLY
    assert watcher.state.due == DUE
    watcher.wait(1)
    assert watcher.meet(CheckIn()) is Answer.DONE
    assert watcher.state.due == DUE + DAY


def test_two_check_ins_do_not_skip_a_day(watcher: Watcher) -> None:
    watcher.until(DUE)
    watcher.meet(CheckIn())
    assert watcher.meet(CheckIn()) is Answer.EARLY
    assert watcher.state.due == DUE + DAY


def test_several_missed_reminders_become_one(watcher: Watcher) -> None:
    watcher.now = DUE + 31 * MINUTE
    watcher.until(watcher.now)
    assert watcher.said(Kind.REMIND) == ["owner"]


def test_arming_anew_does_not_close_an_alarm() -> None:
    watcher = missed()
    watcher.meet(Arm())
    assert watcher.name == "alarm"
    assert watcher.meet(End()) is Answer.AGAIN
    assert watcher.name == "alarm"


def test_a_new_plan_does_not_change_who_hears_of_an_open_alarm() -> None:
    watcher = missed()
    watcher.plan = replace(watcher.plan, contacts=watcher.plan.contacts[:1])
    watcher.meet(Arm())
    watcher.wait(31 * MINUTE)
    assert watcher.said(Kind.ALARM) == ["anna", "bek", "cyrus"]


def test_a_pause_ends_by_itself_and_the_first_contact_knows_of_it(watcher: Watcher) -> None:
    end = DUE + 3 * DAY
    assert watcher.meet(Pause(end)) is Answer.DONE
    assert (watcher.name, watcher.said(Kind.PAUSED)) == ("paused", ["anna"])
    watcher.until(end - 1)
    assert watcher.said(Kind.REMIND) == []
    watcher.until(end)
    assert (watcher.name, watcher.state.due) == ("armed", DUE + 4 * DAY)
    watcher.until(DUE + 4 * DAY + HOUR + 1)
    assert watcher.name == "alarm"


def test_a_pause_has_a_longest_length_and_an_end(watcher: Watcher) -> None:
    assert watcher.meet(Pause(EVE + 30 * DAY + 1)) is Answer.TOO_LONG
    assert watcher.meet(Pause(EVE)) is Answer.TOO_LONG
    assert watcher.name == "armed"


def test_a_pause_with_an_open_alarm_is_a_check_in_and_no_pause() -> None:
    watcher = missed()
    watcher.meet(Pause(watcher.now + DAY))
    assert watcher.name == "alarm"


def test_a_trip_cannot_be_paused() -> None:
    watcher = Watcher(plan(Trip(ends=DUE)), EVE).arm()
    assert watcher.meet(Pause(DUE + DAY)) is Answer.NOT_WATCHED
    assert watcher.name == "armed"


def test_a_pause_can_be_ended_before_its_time(watcher: Watcher) -> None:
    watcher.meet(Pause(DUE + 9 * DAY))
    watcher.wait(HOUR)
    watcher.meet(Resume())
    assert (watcher.name, watcher.state.due) == ("armed", DUE)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (DUE - 3 * DAY, DUE - HOUR, 0),  # before the time was due: it has all of its grace
        (DUE - DAY, DUE + 20 * MINUTE, 20 * MINUTE),
        (DUE + 10 * MINUTE, DUE + 15 * MINUTE, 5 * MINUTE),
        (DUE + 10 * MINUTE, DUE + 3 * DAY, 3 * DAY - 10 * MINUTE),
        (DUE + 2 * HOUR, DUE + 3 * HOUR, 0),  # it was over before
    ],
    ids=["before", "across the due time", "inside grace", "three days", "after"],
)
def test_blind_time_after_the_due_time_is_given_back_and_no_more(
    watcher: Watcher, start: int, end: int, expected: int
) -> None:
    watcher.until(min(start, DUE + HOUR))
    watcher.meet(Blind(start, end))
    assert deadline(watcher.plan, watcher.state) == DUE + HOUR + expected
    assert bool(expected) == bool(watcher.said(Kind.OUTAGE)), "what is lengthened is said"
    watcher.until(DUE + HOUR + expected)
    assert watcher.name != "alarm"
    watcher.wait(1)
    assert watcher.name == "alarm"


def test_somebody_who_stops_the_watching_again_and_again_gains_nothing(watcher: Watcher) -> None:
    """Alarms wait for the time that was lost, never for a fresh period after each restart."""
    watcher.until(DUE)
    up = 0
    while watcher.name != "alarm":
        watcher.wait(MINUTE)
        up += MINUTE
        watcher.meet(Blind(watcher.now, watcher.now + 5 * MINUTE))
        watcher.now += 5 * MINUTE
        watcher.until(watcher.now)
        assert up <= HOUR + MINUTE
    assert up == HOUR + MINUTE


def test_a_restored_copy_asks_the_owner_and_sends_no_old_alarm(watcher: Watcher) -> None:
    now = DUE + 20 * DAY
    watcher.meet(Blind(EVE, now, restored=True))
    watcher.until(now)
    assert watcher.said(Kind.RESTORED) == ["owner"]
    assert watcher.name == "blind"
    watcher.until(now + HOUR)
    assert watcher.said(Kind.ALARM) == []


def test_new_zone_rules_move_the_due_time_away_and_say_so(watcher: Watcher) -> None:
    """As if the rules of summer time had changed after the plan was armed."""
    watcher.state = replace(watcher.state, due=DUE - HOUR)
    watcher.meet(ZoneRules())
    assert watcher.state.due == DUE
    assert watcher.said(Kind.MOVED) == ["owner"]


def test_new_zone_rules_never_shorten_what_somebody_has(watcher: Watcher) -> None:
    watcher.state = replace(watcher.state, due=DUE + HOUR)
    watcher.meet(ZoneRules())
    assert watcher.state.due == DUE + HOUR
    watcher.until(DUE + HOUR)
    watcher.meet(CheckIn())
    assert watcher.state.due == DUE + DAY


def test_a_doubtful_clock_asks_those_who_are_waited_for(watcher: Watcher) -> None:
    watcher.meet(ClockDoubted())
    assert watcher.said(Kind.CLOCK) == []
    watcher.until(DUE - HOUR)
    watcher.meet(ClockDoubted())
    assert watcher.said(Kind.CLOCK) == ["owner"]


def test_moving_to_another_zone_is_an_order_of_the_owner(watcher: Watcher) -> None:
    watcher.plan = plan(Daily(at="08:00", zone="Asia/Dushanbe"))
    watcher.meet(Arm())
    assert watcher.state.due == at("2026-11-26 03:00")


@pytest.mark.parametrize("out", [5 * MINUTE, HOUR, 3 * DAY])
def test_outages_that_add_up_are_told_to_the_first_contacts(watcher: Watcher, out: int) -> None:
    """Whoever is held hears nothing of it; nobody may postpone an alarm for ever unheard."""
    watcher.until(DUE)
    lost = 0
    while lost < DAY:
        watcher.wait(MINUTE)
        watcher.meet(Blind(watcher.now, watcher.now + out))
        watcher.now += out
        lost += out
        watcher.until(watcher.now)
        if watcher.name == "alarm":
            break
        told = watcher.said(Kind.FAULT)
        assert told == ([] if lost < HOUR else ["anna"] if lost < DAY else told)
    assert "anna" in watcher.said(Kind.FAULT)
    assert len(watcher.said(Kind.FAULT)) <= 3


def test_leaving_and_what_is_as_good_as_leaving_is_told(watcher: Watcher) -> None:
    watcher.meet(End())
    assert watcher.said(Kind.LEFT) == ["anna"]
    watcher.meet(End())
    assert watcher.said(Kind.LEFT) == ["anna"], "once"
