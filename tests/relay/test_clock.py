"""A wrong, set or sleeping clock: nothing lost, nothing early, and it is said."""

import pytest
from tests.relay.support import DUE, LAST, PIN, Owner, Relay
from tests.relay.world import ObedientClock

from panoh.relay import clock, page
from panoh.relay.clock import Doubt, SystemClock, Ticks
from panoh.relay.errors import PinRefused
from panoh.relay.waking import acting, confirm_clock

HOUR, DAY = 3600, 86_400
YEAR_1970 = -DUE
JUMPS = {"+1 h": HOUR, "-1 h": -HOUR, "+1 d": DAY, "-1 d": -DAY, "+10 y": 3650 * DAY}
JUMPS |= {"1970": YEAR_1970}


@pytest.mark.parametrize("jump", JUMPS.values(), ids=JUMPS)
def test_a_wall_clock_that_jumps_makes_nothing_early_or_lost(
    relay: Relay, owner: Owner, jump: float
) -> None:
    relay.until(DUE - HOUR)
    relay.clock.wrong = jump
    relay.until(LAST)
    assert relay.shown("alarm") == []
    relay.wait(51)
    assert relay.asked("alarm") == ["anna"]


@pytest.mark.parametrize("jump", JUMPS.values(), ids=JUMPS)
def test_the_doubt_is_seen_and_the_owner_is_asked(relay: Relay, owner: Owner, jump: float) -> None:
    relay.until(DUE - HOUR)
    assert relay.asked("clock") == [], "the control: a good clock is not doubted"
    relay.clock.wrong = jump
    relay.wait(60)
    assert relay.name(owner) == "clock_doubtful"
    assert relay.asked("clock") == ["own"]
    relay.clock.wrong = 0
    relay.wait(60)
    assert relay.name(owner) == "due", "it was set right again"


@pytest.mark.parametrize("jump", JUMPS.values(), ids=JUMPS)
def test_a_computer_that_starts_with_a_wrong_clock(relay: Relay, owner: Owner, jump: float) -> None:
    """Whatever it shows, nobody has less than their grace before an alarm."""
    relay.until(DUE + 60)
    relay.clock.restart_computer()
    relay.clock.wrong = jump
    relay.restart(20)
    relay.until(LAST)
    assert relay.shown("alarm") == []
    relay.clock.wrong = 0  # set right from outside, and confirmed
    relay.wait(60)
    confirm_clock(relay.store)
    relay.wait(2 * DAY if jump == DAY else 3 * HOUR)
    assert "anna" in relay.asked("alarm")


def test_a_believable_clock_after_a_restart_is_believed(relay: Relay, owner: Owner) -> None:
    relay.clock.restart_computer()
    relay.restart(DUE - relay.clock.time)
    relay.wait(60)
    assert relay.name(owner) != "clock_doubtful"


def test_a_clock_without_a_battery_is_waited_for(relay: Relay, owner: Owner) -> None:
    """It starts in 1970 and is set some minutes later: the time until then was an outage."""
    relay.until(DUE - HOUR)
    relay.clock.restart_computer()
    relay.clock.wrong = YEAR_1970
    relay.restart(600)
    relay.wait(300)
    assert relay.name(owner) == "clock_doubtful"
    relay.clock.wrong = 0
    relay.wait(100)
    assert relay.name(owner) == "due"
    relay.until(LAST)
    assert relay.shown("alarm") == []


def test_eight_hours_of_sleep_are_an_outage_and_no_alarm(relay: Relay, owner: Owner) -> None:
    relay.until(DUE - 600)
    relay.clock.time += 8 * HOUR
    relay.turn()
    assert relay.shown("alarm") == []
    assert relay.asked("outage") == ["own"]
    assert relay.name(owner) == "blind"
    relay.wait(HOUR - 60)
    assert relay.shown("alarm") == []
    relay.wait(120)
    assert relay.asked("alarm") == ["anna"]


def test_a_clock_that_drifts_is_followed_slowly(relay: Relay, owner: Owner) -> None:
    relay.clock.wrong = 100
    relay.until(DUE)
    assert relay.name(owner) != "clock_doubtful"
    assert 0 < relay.store.now() - relay.clock.time <= 70, "a thousandth of the time gone by"


def test_whoever_sets_the_clock_again_and_again_wins_a_thousandth_at_most() -> None:
    base = clock.begin(Ticks(1000.0, 0.0, "a"))
    for turn in range(1, 1000):
        base = clock.read(base, Ticks(base.time + 10 + 119, turn * 10.0, "a"), 0)
    assert base.time - 1000 <= 9990 * 1.001 + 1


def test_confirming_counts_what_was_missed_as_an_outage(relay: Relay, owner: Owner) -> None:
    """A paused virtual machine: the wall clock was right, the time since its start was not."""
    relay.until(DUE - 600)
    relay.clock.wrong = 5 * HOUR
    relay.wait(60)
    assert relay.name(owner) == "clock_doubtful"
    confirm_clock(relay.store)
    relay.wait(60)
    assert relay.name(owner) == "blind"
    assert relay.shown("alarm") == []


def test_the_clocks_of_this_computer() -> None:
    one, two = SystemClock().ticks(), SystemClock().ticks()
    assert one.boot_id
    assert 0 <= two.boot - one.boot < 5
    assert abs((two.wall - one.wall) - (two.boot - one.boot)) < 1


def test_a_restart_without_a_doubt_is_no_doubt() -> None:
    quiet = ObedientClock(5000.0, boot_id="b")
    base = clock.begin(Ticks(4000.0, 4000.0, "a"))
    assert clock.read(base, quiet.ticks(), 4000).doubt is Doubt.NONE


def test_a_clock_that_is_set_back_does_not_hold_up_an_open_alarm(
    relay: Relay, owner: Owner
) -> None:
    """It started a day ahead and was believed; then somebody sets it right in mid-alarm."""
    relay.clock.restart_computer()
    relay.clock.wrong = DAY
    relay.restart(20)
    while not relay.shown("alarm"):
        relay.wait(60)
    relay.world.failing = 1.0
    relay.wait(31 * 60)  # the second rung is told, and its messages wait for their channels
    relay.clock.wrong = 0
    relay.wait(60)
    confirm_clock(relay.store)
    relay.world.failing = 0.0
    relay.wait(400)
    assert {"anna", "bek", "cyrus"} <= set(relay.asked("alarm"))
    relay.wait(HOUR)
    assert "dina" in relay.asked("alarm"), "the ladder goes on at its own pace, not a day later"


def test_a_clock_that_is_set_back_before_anybody_was_told(relay: Relay, owner: Owner) -> None:
    relay.clock.wrong = HOUR
    relay.wait(60)
    confirm_clock(relay.store)
    relay.check_in(owner, duress=True)  # a silent alarm, for the next sweep
    relay.clock.wrong = 0
    with acting(relay.store):
        pass  # time is looked at, nobody has been told yet
    confirm_clock(relay.store)
    relay.wait(60)
    assert relay.asked("alarm") == ["anna"]


def test_wrong_pins_of_a_time_that_came_already_lock_nobody_out(relay: Relay, owner: Owner) -> None:
    relay.clock.wrong = DAY
    relay.wait(60)
    confirm_clock(relay.store)
    for number in range(page.MOST_WRONG):
        with pytest.raises(PinRefused):
            page.check_in(relay.store, relay.door(owner), f"00000{number}")
    relay.clock.wrong = 0
    relay.wait(60)
    confirm_clock(relay.store)
    page.check_in(relay.store, relay.door(owner), PIN)
