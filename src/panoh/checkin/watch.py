"""The watching itself: dues, reminders, grace, pauses and blindness, up to the alarm."""

from collections.abc import Collection

from msgspec.structs import replace

from panoh.checkin.events import Answer, Effect, Kind, Note, Step, Tell
from panoh.checkin.ladder import raised, says_safe
from panoh.checkin.plan import OWNER, Plan
from panoh.checkin.schedule import DAY, HOUR, Daily, Every, Trip, next_due
from panoh.checkin.state import Phase, State, deadline, opens, reminder_at

BLIND_KEPT = 5
#: Seconds of blindness in one cycle after which the first contacts hear of it, and again for each.
OUT_FOR_CONTACTS = (HOUR, DAY, 7 * DAY)
#: A plan that replaces another and expects nothing for longer than this is as good as a pause.
AWAY = 2 * DAY


def armed(plan: Plan, state: State, now: int, *, alive: bool) -> State:
    """The next cycle. `alive`: its owner has just proved it, so an open window is behind them."""
    counted = alive and not isinstance(plan.schedule, Every)
    due = next_due(plan.schedule, max(now, state.due if counted else 0), plan.quiet)
    if alive and isinstance(plan.schedule, Daily) and due is not None and due - plan.early <= now:
        due = next_due(plan.schedule, due, plan.quiet)
    if due is None:
        return replace(state, phase=Phase.DRAFT, since=now)
    return replace(
        state,
        phase=Phase.WATCHING,
        since=now,
        cycle=state.cycle + 1,
        due=due,
        allowance=0,
        reminded=0,
        until=0,
    )


def preview(plan: Plan, now: int, count: int = 3) -> list[int]:
    """The first dues if the plan is armed now and each is met on time: shown before arming."""
    state, found = armed(plan, State(), now, alive=True), list[int]()
    while len(found) < count and state.phase is Phase.WATCHING:
        found.append(state.due)
        state = armed(plan, state, state.due, alive=True)
    return found


def check_in(plan: Plan, state: State, now: int) -> Step:
    """A proof of life. Under duress it looks the same, and others will be told."""
    if state.phase in {Phase.DRAFT, Phase.ENDED}:
        return Step(state, (), Answer.NOT_WATCHED)
    note = Note(what="checked-in")
    if state.phase is Phase.ALARM:
        state, told = says_safe(state, now)
        return Step(replace(state, last_ok=now), (*told, note))
    if state.phase is Phase.PAUSED:
        return Step(replace(state, last_ok=now), (note,))
    if now < opens(plan, state):
        return Step(state, (), Answer.EARLY)
    return Step(armed(plan, replace(state, last_ok=now, closed=None), now, alive=True), (note,))


def arm(plan: Plan, state: State, now: int) -> Step:
    """Put a plan in place. An open alarm goes on as it is; what it showed is still shown."""
    if state.phase is Phase.ALARM:
        return Step(state, (Note(what="ordered"),))
    # The due time is counted from now: an order proves life as a signed check-in does.
    fresh = armed(plan, replace(state, due=0, closed=None), now, alive=True)
    return Step(fresh, (Note(what="ordered"),))


def pause(plan: Plan, state: State, until: int, now: int) -> Step:
    """Nobody is due until an instant; the first contacts hear of it, so that it is no secret."""
    if state.phase in {Phase.DRAFT, Phase.ENDED} or isinstance(plan.schedule, Trip):
        return Step(state, (), Answer.NOT_WATCHED)
    if not now < until <= now + plan.max_pause:
        return Step(state, (), Answer.TOO_LONG)
    checked = check_in(plan, state, now)
    state = checked.state
    if state.phase is Phase.ALARM:
        return checked
    told = _tell_first(plan, state, Kind.PAUSED, stamp=until, until=until)
    after = replace(state, phase=Phase.PAUSED, since=now, until=until)
    return Step(after, (*told, Note(what="paused")))


def resume(plan: Plan, state: State, now: int) -> Step:
    """End a pause before its time."""
    if state.phase is not Phase.PAUSED:
        return Step(state, (), Answer.AGAIN)
    after = armed(plan, replace(state, due=0, last_ok=now), now, alive=True)
    return Step(after, (Note(what="resumed"),))


def end(plan: Plan, state: State, now: int) -> Step:
    """Watch no more. An alarm others see must be closed by one of them first.

    It is a pause without an end: the first contacts hear of it, so that it is no secret.
    """
    if state.phase is Phase.ALARM:
        return Step(state, (), Answer.AGAIN)
    told = [] if state.phase is Phase.ENDED else _tell_first(plan, state, Kind.LEFT, stamp=now)
    after = replace(state, phase=Phase.ENDED, since=now)
    return Step(after, (*told, Note(what="ended")))


def replaced(plan: Plan, state: State, after: Plan, now: int) -> Step:
    """Another plan comes: first contacts who are not in it hear that they are not asked any more.

    The others hear of it where nothing is expected for long: a plan that is due in a year would
    be a pause nobody knows of.
    """
    if state.phase in {Phase.DRAFT, Phase.ENDED}:
        return Step(state, ())
    ways = {way for each in after.contacts for way in each.addresses}
    known = {each.id for each in plan.contacts if ways.intersection(each.addresses)}
    told = _tell_first(plan, state, Kind.LEFT, stamp=now, but=known)
    due = armed(after, replace(state, due=0), now, alive=True).due
    before = deadline(plan, state) if state.phase is Phase.WATCHING else state.until
    if due + after.grace > max(before, now + AWAY):
        gone = {each.to for each in told}
        told += _tell_first(plan, state, Kind.PAUSED, stamp=now, until=due, but=gone)
    return Step(state, tuple(told))


def _tell_first(
    plan: Plan,
    state: State,
    kind: Kind,
    *,
    stamp: int,
    until: int | None = None,
    but: Collection[str] = (),
) -> list[Tell]:
    """Messages to the first contacts about the watching itself; `stamp` tells them apart."""
    return [
        Tell(to=one, kind=kind, key=f"{state.cycle}.{stamp}-{one}-{kind.value}", until=until)
        for one in plan.ladder[0].contacts
        if one not in but
    ]


def advance(plan: Plan, state: State, now: int) -> tuple[State, list[Effect]]:
    """Let time pass, outwardly: the end of a pause, a reminder, the alarm."""
    if state.phase is Phase.PAUSED and now >= state.until:
        # A pause that ended while nobody watched ends now: nobody was due in between.
        return armed(plan, replace(state, due=0), now, alive=False), [Note(what="pause-over")]
    if state.phase is not Phase.WATCHING:
        return state, []
    if now > deadline(plan, state):
        alarmed = replace(raised(plan, state, now, duress=False), phase=Phase.ALARM, since=now)
        key = f"{state.cycle}.{state.due}-{OWNER}-{Kind.ALARMED.value}"
        return alarmed, [Tell(to=OWNER, kind=Kind.ALARMED, key=key), Note(what="missed")]
    return _remind(plan, state, now)


def _remind(plan: Plan, state: State, now: int) -> tuple[State, list[Effect]]:
    """Send the latest reminder whose time has come; several at once would only be a nuisance."""
    count = len(plan.reminders)
    passed = sum(reminder_at(plan, state, index) <= now for index in range(count))
    if passed <= state.reminded:
        return state, []
    last = deadline(plan, state)
    expires = reminder_at(plan, state, passed) if passed < count else last
    key = f"{state.cycle}.{state.due}-{OWNER}-{Kind.REMIND.value}{passed}"
    told = Tell(to=OWNER, kind=Kind.REMIND, key=key, expires=expires, until=last, way=passed - 1)
    return replace(state, reminded=passed), [told]


def blinded(
    plan: Plan, state: State, start: int, end_: int, *, restored: bool
) -> tuple[State, list[Effect]]:
    """Give back the seconds after the due time in which nobody could have checked in, and say so.

    So an alarm comes at due time + grace + blindness: an outage alone never makes one, and
    however often the watching stops, only the time it was out is added.
    """
    if state.phase in {Phase.DRAFT, Phase.ENDED}:
        return state, []
    before, lost = state.allowance, end_ - max(start, state.due)
    if state.phase is Phase.WATCHING and start <= deadline(plan, state) and lost > 0:
        spans = (*state.blind, (start, end_))[-BLIND_KEPT:]
        state = replace(state, allowance=state.allowance + lost, blind=spans)
    elif not restored:
        return state, []
    kind = Kind.RESTORED if restored else Kind.OUTAGE
    last = deadline(plan, state) if state.phase is Phase.WATCHING else None
    key = f"{state.cycle}.{state.due}-{OWNER}-{kind.value}-{end_}"
    told: list[Effect] = [Tell(to=OWNER, kind=kind, key=key, until=last)]
    if any(before < limit <= state.allowance for limit in OUT_FOR_CONTACTS):
        # Whoever is held hears nothing. Those who would be asked must know that nobody watched.
        told += _tell_first(plan, state, Kind.FAULT, stamp=end_)
    return state, told


def new_zone_rules(plan: Plan, state: State, _: int) -> Step:
    """Compute the due time anew. One that came nearer counts from the next time on, not now."""
    if state.phase is not Phase.WATCHING or isinstance(plan.schedule, Every | Trip):
        return Step(state, ())
    # The same wall time under new rules lies within a few hours of the old instant.
    due = next_due(plan.schedule, state.due - 3 * 3600, plan.quiet)
    if due is None or not state.due < due <= state.due + 3 * 3600:
        return Step(state, ())
    moved = replace(state, due=due)
    key = f"{state.cycle}.{due}-{OWNER}-{Kind.MOVED.value}"
    tell = Tell(to=OWNER, kind=Kind.MOVED, key=key, until=deadline(plan, moved))
    return Step(moved, (tell, Note(what="moved")))


def clock_doubted(plan: Plan, state: State, now: int) -> Step:
    """Ask the owner, if they are waiting for the end of a window just now."""
    if state.phase is not Phase.WATCHING or now < opens(plan, state):
        return Step(state, ())
    key = f"{state.cycle}.{state.due}-{OWNER}-{Kind.CLOCK.value}-{now}"
    tell = Tell(to=OWNER, kind=Kind.CLOCK, key=key, until=deadline(plan, state))
    return Step(state, (tell,))
