"""All states that can be reached are walked through; what must never be is looked for in each.

Times are kept relative to now and on a grid of half hours, so that the states are finite.
"""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import replace as replaced

import pytest
from msgspec.structs import replace
from tests.checkin.support import HOUR, MINUTE, plan

from panoh.checkin import Phase, Plan, Reason, Rung, State, next_at, outward, step
from panoh.checkin.events import (
    Arm,
    Blind,
    Cannot,
    CheckIn,
    Close,
    Duress,
    Effect,
    End,
    Event,
    Kind,
    Pause,
    Resume,
    Step,
    Take,
    Tell,
    Tick,
)
from panoh.checkin.schedule import Every
from panoh.checkin.state import deadline

Machine = Callable[[Plan, State, Event, int], Step]
HALF = 30 * MINUTE
START = 1_800_000_000 // HALF * HALF


def small(closers: int = 1) -> Plan:
    made = plan(Every(hours=2))
    return replace(
        made,
        contacts=made.contacts[:2],
        ladder=(Rung(contacts=("anna",), wait=HALF), Rung(contacts=("bek",), wait=HALF)),
        reminders=(-HALF, 0, HALF),
        grace=HOUR,
        hold=HOUR,
        repeat=HALF,
        closers=closers,
        max_pause=HOUR,
    )


def events(now: int) -> list[Event]:
    return [
        CheckIn(),
        Duress(),
        Pause(now + HOUR),
        Resume(),
        Arm(),
        End(),
        *(kind(who) for kind in (Take, Cannot) for who in ("anna", "bek", "owner")),
        *(Close(who, Reason.REACHED) for who in ("anna", "bek", "owner")),
    ]


def canonical(state: State, now: int) -> State:
    """The same state at START: what only grows is cut off, what is long past is dropped."""
    shift = START - now
    alarm = state.alarm
    if alarm is not None:
        alarm = replace(
            alarm,
            number=1,
            at=START,
            next_at=max(alarm.next_at + shift, START),
            round=min(alarm.round, 1),
            owner_said=None if alarm.owner_said is None else START,
            cannot=tuple(sorted(alarm.cannot)),
            takers=tuple(sorted(alarm.takers)),
            told=tuple(sorted(alarm.told)),
        )
    running = state.phase is Phase.WATCHING
    return replace(
        state,
        alarm=alarm,
        since=START,
        cycle=1,
        due=state.due + shift if running else 0,
        until=max(state.until + shift, START) if state.phase is Phase.PAUSED else 0,
        allowance=state.allowance if running else 0,
        reminded=state.reminded if running else 0,
        last_ok=None,
        closed=None,
        blind=(),
    )


def moves(made: Plan, state: State) -> Iterator[tuple[Event, int]]:
    """What can happen in a state, and when: now, in half an hour if nothing is due before."""
    for event in events(START):
        yield event, START
    soon = next_at(made, state)
    later = START + HALF if soon is None else min(max(soon, START), START + HALF)
    # The second after a deadline and after a silent check-in is put onto the grid.
    yield Tick(), later if (later - START) % HALF == 0 else START + HALF
    if state.allowance == 0:
        yield Blind(START, START + HALF), START + HALF


def walk(
    made: Plan, machine: Machine = step
) -> Iterator[tuple[State, Event, State, int, tuple[Tell, ...]]]:
    """Every step from every state that can be reached from an armed one."""
    first = canonical(step(made, State(), Arm(), START).state, START)
    seen, waiting = {first}, deque([first])
    while waiting:
        state = waiting.popleft()
        for event, now in moves(made, state):
            done = machine(made, state, event, now)
            told = tuple(each for each in done.effects if isinstance(each, Tell))
            yield state, event, done.state, now, told
            after = canonical(done.state, now)
            if after not in seen:
                seen.add(after)
                waiting.append(after)


@pytest.mark.parametrize("closers", [1, 2])
def test_every_state_that_can_be_reached(closers: int) -> None:
    made = small(closers)
    states, steps = set[State](), 0
    for before, event, after, now, told in walk(made):
        states.add(before)
        steps += 1
        no_alarm_before_its_time(made, before, after, now)
        only_a_contact_ends_an_alarm(before, event, after, told)
        whoever_watches_over_a_shoulder_sees_nothing(made, after, now)
        silence_is_loud(made, after, told, event)
    names = {outward(made, state, START).name for state in states}
    assert {"armed", "due", "reminding", "alarm", "acknowledged", "paused", "ended"} <= names
    print(f"{closers} to close: {len(states)} states, {steps} steps")
    for state in states:
        every_cycle_ends_in_a_check_in_or_an_alarm(made, state)
        an_alarm_left_alone_ends_loud(made, state)


def no_alarm_before_its_time(made: Plan, before: State, after: State, now: int) -> None:
    if before.phase is not Phase.ALARM and after.phase is Phase.ALARM:
        assert before.phase is Phase.WATCHING
        assert now > deadline(made, before)


def only_a_contact_ends_an_alarm(
    before: State, event: Event, after: State, told: tuple[Tell, ...]
) -> None:
    if before.alarm is not None and after.alarm is None:
        assert isinstance(event, Close)
        # Time passes before the event counts: a rung that is due now is told first.
        now_told = {each.to for each in told if each.kind in {Kind.ALARM, Kind.EXHAUSTED}}
        assert event.by in {*before.alarm.told, *now_told}
        assert event.by in {"anna", "bek"}
        assert event.reason


def whoever_watches_over_a_shoulder_sees_nothing(made: Plan, after: State, now: int) -> None:
    if after.alarm is not None and after.phase is not Phase.ALARM:
        assert after.alarm.duress
        assert outward(made, after, now) == outward(made, replace(after, alarm=None), now)


def silence_is_loud(made: Plan, after: State, told: tuple[Tell, ...], event: Event) -> None:
    """No open alarm without a next message; nobody is told of an alarm that is not open."""
    if after.alarm is not None:
        assert next_at(made, after) is not None
    elif not isinstance(event, Close):
        assert not any(each.kind in {Kind.ALARM, Kind.EXHAUSTED} for each in told)


def every_cycle_ends_in_a_check_in_or_an_alarm(made: Plan, state: State) -> None:
    now = START
    for _ in range(40):
        if state.phase is not Phase.WATCHING:
            break
        now = max(now, next_at(made, state) or now)
        state = step(made, state, Tick(), now).state
    else:
        pytest.fail(f"{state} is watched for ever")


def an_alarm_left_alone_ends_loud(made: Plan, state: State) -> None:
    """Let time pass from any open alarm: everybody is told, and told again at every repeat."""
    if state.alarm is None:
        return
    now, loud = START, 0
    for _ in range(60):
        soon = next_at(made, state)
        assert soon is not None, f"{state} is silent"
        now = max(now, soon)
        done = step(made, state, Tick(), now)
        state = done.state
        loud += {each.to for each in loud_ones(done.effects)} == {"anna", "bek"}
        assert state.alarm is not None
    assert loud > 3
    assert state.alarm is not None
    assert state.alarm.exhausted


def loud_ones(effects: tuple[Effect, ...]) -> list[Tell]:
    return [each for each in effects if isinstance(each, Tell) and each.kind is Kind.EXHAUSTED]


def forgetful(made: Plan, state: State, event: Event, now: int) -> Step:
    """A machine in which a check-in alone ends an alarm."""
    done = step(made, state, event, now)
    forgets = isinstance(event, CheckIn) and done.state.phase is Phase.ALARM
    return replaced(done, state=replace(done.state, alarm=None)) if forgets else done


def hasty(made: Plan, state: State, event: Event, now: int) -> Step:
    """A machine whose blindness is nobody's time."""
    done = step(made, state, event, now)
    blind = isinstance(event, Blind) and done.state.phase is Phase.WATCHING
    phase = Phase.ALARM if blind else done.state.phase
    return replaced(done, state=replace(done.state, phase=phase))


@pytest.mark.parametrize("wrong", [forgetful, hasty])
def test_a_machine_that_is_wrong_is_found_out(wrong: Machine) -> None:
    with pytest.raises(AssertionError):
        look_for_faults(wrong)


def look_for_faults(machine: Machine) -> None:
    for before, event, after, now, told in walk(small(), machine):
        no_alarm_before_its_time(small(), before, after, now)
        only_a_contact_ends_an_alarm(before, event, after, told)
