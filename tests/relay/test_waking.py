"""After an outage: nothing early, nothing forgotten, and what happened is said."""

from datetime import date
from datetime import time as clock_time
from zoneinfo import ZoneInfoNotFoundError

import pytest
from tests.relay.support import DUE, LAST, Owner, Relay

from panoh.checkin import Plan, Reason, State, schedule, step
from panoh.checkin.events import Event, Step
from panoh.checkin.schedule import Daily
from panoh.relay import answers, people
from panoh.relay.errors import RelayUnsafe
from panoh.relay.sweep import sweep
from panoh.relay.waking import new_zone_rules

MINUTE, HOUR, DAY = 60, 3600, 86_400


@pytest.mark.parametrize("down", [61, HOUR, 3 * DAY], ids=["a minute", "an hour", "three days"])
def test_an_outage_across_the_end_of_grace_makes_no_alarm(
    relay: Relay, owner: Owner, down: int
) -> None:
    relay.until(LAST - 30)
    relay.restart(down)
    relay.turn()
    assert relay.shown("alarm") == []
    assert relay.asked("outage") == ["own"]
    relay.check_in(owner)
    relay.wait(HOUR)
    assert relay.shown("alarm") == []


@pytest.mark.parametrize("down", [61, HOUR, 3 * DAY], ids=["a minute", "an hour", "three days"])
def test_somebody_who_stays_silent_after_it_is_missed(
    relay: Relay, owner: Owner, down: int
) -> None:
    relay.until(LAST - 30)
    relay.restart(down)
    relay.wait(120)
    assert relay.asked("alarm") == ["anna"]


def test_what_was_overdue_before_is_raised_within_a_minute(relay: Relay, owner: Owner) -> None:
    relay.until(LAST - 30)
    relay.restart(45)
    relay.turn()
    assert relay.asked("alarm") == ["anna"]


def test_a_thousand_people_and_three_days_out_are_no_storm(relay: Relay) -> None:
    owners = [Owner(f"p{number}") for number in range(30)]
    for each in owners:
        relay.enrol(each)
    relay.until(DUE - 2 * HOUR)
    relay.restart(3 * DAY)
    relay.wait(50 * MINUTE)
    assert relay.shown("alarm") == []
    assert len(relay.shown("outage")) == 30


def test_messages_that_waited_are_sent_after_it(relay: Relay, owner: Owner) -> None:
    relay.world.failing = 1.0
    relay.until(LAST + 60)
    relay.world.failing = 0.0
    before = len(relay.shown("alarm"))
    relay.restart(HOUR)
    relay.wait(120)
    assert before <= len(relay.shown("alarm"))
    assert "anna" in relay.asked("alarm")


def test_an_open_alarm_goes_on_and_those_who_were_told_hear_of_the_outage(
    relay: Relay, owner: Owner
) -> None:
    token = relay.missed().token
    relay.restart(3 * DAY)
    relay.turn()
    assert "anna" in relay.asked("fault")
    answers.take(relay.store, token)
    answers.close(relay.store, token, Reason.REACHED)
    assert relay.name(owner) == "resolved"


def test_a_short_restart_bothers_nobody(relay: Relay, owner: Owner) -> None:
    relay.until(DUE + 600)
    relay.restart(40)
    relay.wait(60)
    assert relay.shown("outage") == []


def test_two_relays_watch_each_for_itself(relay: Relay, owner: Owner) -> None:
    """A second relay hears of no check-in and alarms; the first does not."""
    second = Relay(relay.folder.parent / "second")
    second.enrol(Owner())
    for each in (relay, second):
        each.until(DUE - 600)
    relay.check_in(owner)
    for each in (relay, second):
        each.until(LAST + 60)
    assert relay.shown("alarm") == []
    assert second.asked("alarm") == ["anna"]
    second.store.close()


def test_a_check_in_for_one_relay_is_not_one_for_another(relay: Relay, owner: Owner) -> None:
    from panoh.checkin.errors import OrderRefused
    from panoh.relay import orders

    second = Relay(relay.folder.parent / "second")
    second.enrol(Owner())
    text = owner.check_in(relay, 1)
    with pytest.raises(OrderRefused, match="another relay"):
        orders.take_signed(second.store, text)
    second.store.close()


def test_a_check_in_during_escalation_and_after_somebody_was_told(
    relay: Relay, owner: Owner
) -> None:
    relay.missed()
    relay.check_in(owner)
    relay.wait(60)
    assert relay.asked("says-safe") == ["anna"]
    relay.wait(2 * HOUR)
    assert relay.asked("alarm") == ["anna"], "the ladder waits for a confirmation"
    token = relay.shown("says-safe")[0].token
    answers.close(relay.store, token, Reason.REACHED)
    relay.turn()
    assert sorted(relay.asked("stand-down")) == ["anna", "own"]


def test_many_are_due_at_once(relay: Relay) -> None:
    """Two hundred here; the bench has the two thousand. Each is told of, and nobody else."""
    for number in range(200):
        relay.enrol(Owner(f"p{number}"))
    relay.until(LAST + 110)
    assert len(relay.shown("alarm")) == 200


def test_a_time_zone_that_is_gone_stops_nobody_else(
    relay: Relay, owner: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A new system can lack the zone of one plan. The others are watched, and so is that one."""
    abroad = Owner("abroad")
    relay.enrol(abroad, schedule=Daily(at="12:00", zone="Asia/Dushanbe"))
    known = schedule.instant

    def without(day: date, wall: clock_time, zone: str) -> int:
        if zone == "Asia/Dushanbe":
            raise ZoneInfoNotFoundError(zone)
        return known(day, wall, zone)

    monkeypatch.setattr(schedule, "instant", without)
    relay.store.close()
    relay.clock.time += 20
    relay.store = relay.open()
    assert not new_zone_rules(relay.store), "it is said"
    relay.until(LAST + 60)
    assert sorted(relay.asked("alarm")) == ["anna", "anna"], "due at the time that stood before"


def test_one_for_whom_something_goes_wrong_is_tried_again(
    relay: Relay, owner: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    others = [Owner("p"), Owner("q")]
    for each in others:
        relay.enrol(each)
    known, broken = step, [True]

    def sometimes(plan: Plan, state: State, event: Event, now: int) -> Step:
        if broken[0] and plan.devices[0].key == owner.plan().devices[0].key:
            raise ZeroDivisionError
        return known(plan, state, event, now)

    monkeypatch.setattr(people, "step", sometimes)
    relay.clock.time = DUE - 3600
    with pytest.raises(RelayUnsafe):
        sweep(relay.store)
    broken[0] = False
    relay.wait(400)
    assert len(relay.shown("remind")) == 3
    assert sweep(relay.store) == 0, "and it rests"
