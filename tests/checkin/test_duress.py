"""Under duress everything looks the same, nothing is destroyed, and others are told."""

from collections.abc import Callable

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.checkin.support import DAY, HOUR, MINUTE, Watcher, at, missed, plan

from panoh.checkin import Reason, outward
from panoh.checkin.events import CheckIn, Close, End, Event, Kind, Pause, Resume, Take

EVE, DUE = at("2026-11-25 12:00"), at("2026-11-26 07:00")


def in_time() -> Watcher:
    made = Watcher(plan(), EVE).arm()
    made.until(DUE - MINUTE)
    return made


def too_early() -> Watcher:
    return Watcher(plan(), EVE).arm()


def paused() -> Watcher:
    made = in_time()
    made.meet(Pause(DUE + 5 * DAY))
    return made


def shown(watcher: Watcher) -> bytes:
    """What the owner sees, as it is sent."""
    return msgspec.json.encode(outward(watcher.plan, watcher.state, watcher.now))


def heard(watcher: Watcher) -> list[tuple[int, Kind]]:
    return [(when, each.kind) for when, each in watcher.told if each.to == "owner"]


@pytest.mark.parametrize("start", [in_time, too_early, paused, missed])
@pytest.mark.parametrize("event", [CheckIn(), Pause(DUE + 9 * DAY), Resume(), End()])
def test_what_the_owner_sees_is_the_same_for_days(
    start: Callable[[], Watcher], event: Event
) -> None:
    plain, forced = start(), start()
    assert plain.meet(event) is forced.meet(event, duress=True)
    assert forced.state.alarm is not None, "but there is an alarm"
    for _ in range(200):
        assert shown(plain) == shown(forced)
        plain.wait(17 * MINUTE)
        forced.wait(17 * MINUTE)
    assert heard(plain) == heard(forced)


@given(st.lists(st.tuples(st.integers(0, DAY), st.sampled_from([CheckIn(), Resume()]))))
def test_whatever_the_owner_does_next_looks_the_same(
    story: list[tuple[int, CheckIn | Resume]],
) -> None:
    plain, forced = in_time(), in_time()
    plain.meet(CheckIn())
    forced.meet(CheckIn(), duress=True)
    for seconds, event in story:
        plain.wait(seconds)
        forced.wait(seconds)
        assert plain.meet(event) is forced.meet(event)
        assert shown(plain) == shown(forced)
    assert heard(plain) == heard(forced)


def test_others_are_told_within_a_second_and_the_owner_is_not() -> None:
    watcher = in_time()
    before = len(heard(watcher))
    watcher.meet(CheckIn(), duress=True)
    assert watcher.said(Kind.ALARM) == [], "not before the answer"
    watcher.wait(1)
    assert watcher.said(Kind.ALARM) == ["anna"]
    watcher.meet(Take("anna"))
    watcher.meet(Close("anna", Reason.ACTING))
    assert len(heard(watcher)) == before
    assert watcher.state.closed is None


def test_a_plain_proof_later_does_not_slow_the_ladder() -> None:
    watcher = in_time()
    watcher.meet(CheckIn(), duress=True)
    watcher.until(DUE + DAY)
    watcher.meet(CheckIn())
    assert watcher.said(Kind.SAYS_SAFE) == []
    assert "anna" in watcher.said(Kind.EXHAUSTED)


def test_too_early_for_a_check_in_is_not_too_early_for_help() -> None:
    watcher = too_early()
    watcher.meet(CheckIn(), duress=True)
    watcher.wait(1)
    assert watcher.said(Kind.ALARM) == ["anna"]


def test_duress_with_an_open_alarm_lets_the_ladder_go_on() -> None:
    watcher = missed()
    watcher.meet(CheckIn(), duress=True)
    watcher.wait(31 * MINUTE)
    assert watcher.said(Kind.ALARM) == ["anna", "bek", "cyrus"]
    assert watcher.said(Kind.SAYS_SAFE) == []


def test_being_silent_after_duress_is_one_alarm_and_now_seen() -> None:
    watcher = in_time()
    watcher.meet(CheckIn(), duress=True)
    watcher.until(DUE + DAY + HOUR + 1)
    assert watcher.name == "alarm"
    alarms = {each.alarm for _, each in watcher.told if each.alarm}
    assert len(alarms) == 1


def test_it_can_be_rehearsed() -> None:
    watcher = in_time()
    watcher.meet(CheckIn(), duress=True)
    watcher.wait(1)
    watcher.meet(Close("anna", Reason.DRILL))
    assert watcher.state.alarm is None
    assert watcher.name == "armed"
