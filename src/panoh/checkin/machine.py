"""One step of the machine: (plan, state, event, now) → (state, effects, answer). Nothing else.

Time passes before the event counts. So it makes no difference whether a sweep or a check-in comes
first: one in the last second of grace is in time, one a second later meets an open alarm.
"""

from collections.abc import Callable

from msgspec.structs import replace

from panoh.checkin import ladder, watch
from panoh.checkin.events import (
    Arm,
    Blind,
    Cannot,
    CheckIn,
    ClockDoubted,
    Close,
    Duress,
    Effect,
    End,
    Event,
    Pause,
    Replaced,
    Resume,
    Step,
    Take,
    Tick,
    ZoneRules,
)
from panoh.checkin.plan import Plan
from panoh.checkin.state import Phase, State


def step(plan: Plan, state: State, event: Event, now: int) -> Step:
    """What becomes of somebody when this happens now."""
    if isinstance(event, Blind):
        return _blind(plan, state, event)
    state, before = _pass(plan, state, now)
    done = _meet(plan, state, event, now)
    state, after = _pass(plan, done.state, now) if _answers(event) else (done.state, [])
    return Step(state, (*before, *done.effects, *after), done.answer)


def _answers(event: Event) -> bool:
    """After a contact's word the ladder moves at once; a silent alarm waits for the next sweep."""
    return isinstance(event, Cannot | Close)


def _pass(plan: Plan, state: State, now: int) -> tuple[State, list[Effect]]:
    """Let time pass outwardly and on the ladder."""
    state, effects = watch.advance(plan, state, now)
    if state.alarm is not None and now >= state.alarm.next_at:
        alarm, told = ladder.climb(state.alarm, now)
        state, effects = replace(state, alarm=alarm), [*effects, *told]
    return state, effects


def _meet(plan: Plan, state: State, event: Event, now: int) -> Step:
    if isinstance(event, Pause):
        return watch.pause(plan, state, event.until, now)
    if isinstance(event, Replaced):
        return watch.replaced(plan, state, event.after, now)
    if isinstance(event, Take | Cannot | Close):
        return _answer(plan, state, event, now)
    return _WORDLESS[type(event)](plan, state, now)


def _duress(plan: Plan, state: State, now: int) -> Step:
    """Open a silent alarm. Nobody is told before the next sweep, so nothing takes longer."""
    if state.phase is Phase.ENDED:
        return Step(state, ())
    return Step(ladder.raised(plan, state, now, duress=True), ())


def _answer(plan: Plan, state: State, event: Take | Cannot | Close, now: int) -> Step:
    match event:
        case Take(by):
            return ladder.take(state, by, now)
        case Cannot(by):
            return ladder.cannot(state, by, now)
        case Close(by, reason):
            done = ladder.close(state, by, reason, now)
            if done.state.alarm is None and done.state.phase is Phase.ALARM:
                # Somebody is watched again at once, from the next due time on.
                again = watch.armed(plan, replace(done.state, due=0), now, alive=False)
                return Step(again, done.effects, done.answer)
            return done


def _blind(plan: Plan, state: State, event: Blind) -> Step:
    """Blindness counts before time passes: what it hid must not become an alarm."""
    state, effects = watch.blinded(plan, state, event.start, event.end, restored=event.restored)
    if state.alarm is not None:
        alarm, told = ladder.waited_blindly(
            state.alarm, event.start, event.end, restored=event.restored
        )
        state, effects = replace(state, alarm=alarm), [*effects, *told]
    return Step(state, tuple(effects))


_WORDLESS: dict[type[Event], Callable[[Plan, State, int], Step]] = {
    Tick: lambda _, state, __: Step(state, ()),
    CheckIn: watch.check_in,
    Resume: watch.resume,
    Arm: watch.arm,
    Duress: _duress,
    End: watch.end,
    ZoneRules: watch.new_zone_rules,
    ClockDoubted: watch.clock_doubted,
}
