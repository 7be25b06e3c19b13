"""The ladder of an open alarm: who is told, who took it, and that only a named person ends it."""

from collections.abc import Iterable

from msgspec.structs import replace

from panoh.checkin.events import Answer, Effect, Kind, Note, Step, Tell
from panoh.checkin.plan import OWNER, Plan
from panoh.checkin.state import Alarm, Closed, Phase, Reason, State

WORTH_SAYING = 600  # seconds of silence below which contacts need not hear of it


def raised(plan: Plan, state: State, now: int, *, duress: bool) -> State:
    """Open an alarm, or mark the open one as given under duress. Nobody has been told yet."""
    if state.alarm is not None:
        alarm = replace(state.alarm, duress=state.alarm.duress or duress)
        return replace(state, alarm=replace(alarm, missed=alarm.missed or not duress))
    alarm = Alarm(
        number=state.cycle,
        at=now,
        missed=not duress,
        duress=duress,
        contacts=plan.contacts,
        ladder=plan.ladder,
        hold=plan.hold,
        repeat=plan.repeat,
        closers=plan.closers,
        # A silent alarm waits for the next sweep, so that no answer takes longer because of it.
        next_at=now + duress,
    )
    return replace(state, alarm=alarm)


def climb(alarm: Alarm, now: int) -> tuple[Alarm, list[Effect]]:
    """Tell the next ones; after the last rung everybody, again and again, until it is closed."""
    rung = min(alarm.rung + 1, len(alarm.ladder))
    if rung < len(alarm.ladder):
        kind, wait, turn = Kind.ALARM, alarm.ladder[rung].wait, 0
        whom = [one for one in alarm.ladder[rung].contacts if one not in alarm.cannot]
        if not whom:
            return climb(replace(alarm, rung=rung), now)
    else:
        kind, wait, turn = Kind.EXHAUSTED, alarm.repeat, alarm.round + 1
        whom = [contact.id for contact in alarm.contacts]
    told = tuple(dict.fromkeys((*alarm.told, *whom)))
    after = replace(alarm, rung=rung, round=turn, next_at=now + wait, told=told, taken_by="")
    return after, [*_tell(after, whom, kind), Note(what=f"{kind.value}-{rung}")]


def _tell(
    alarm: Alarm, whom: Iterable[str], kind: Kind, by: tuple[str, ...] = (), turn: str = ""
) -> list[Effect]:
    """Messages of one kind; `turn` tells those of a kind apart that may come twice on a rung."""
    stem = f"{alarm.id}-{alarm.rung}.{alarm.round}"
    return [
        Tell(
            to=one,
            kind=kind,
            key=f"{stem}-{one}-{kind.value}{turn}",
            alarm=alarm.id,
            by=by,
            way=max(alarm.round - 1, 0),
        )
        for one in whom
    ]


def take(state: State, by: str, now: int) -> Step:
    """`by` takes it: the ladder waits, once for each contact, and the others hear of it.

    Once everybody is told nothing makes it wait any more: a contact under pressure can delay an
    alarm but not hold it for ever.
    """
    alarm = state.alarm
    if alarm is None or by not in alarm.told:
        return Step(state, (), Answer.NO_ALARM)
    if by in alarm.takers:
        return Step(state, (), Answer.AGAIN)
    wait = alarm.next_at if alarm.exhausted else max(alarm.next_at, now + alarm.hold)
    after = replace(alarm, taken_by=by, takers=(*alarm.takers, by), next_at=wait)
    others = [one for one in alarm.told if one != by]
    told = _tell(after, others, Kind.TAKEN, (by,), f"-{by}")
    return Step(replace(state, alarm=after), (*told, Note(what="taken", by=by)))


def cannot(state: State, by: str, now: int) -> Step:
    """`by` cannot: when nobody of the rung is left, the next are told at once."""
    alarm = state.alarm
    if alarm is None or by not in alarm.told:
        return Step(state, (), Answer.NO_ALARM)
    if by in alarm.cannot and by != alarm.taken_by:
        return Step(state, (), Answer.AGAIN)
    after = replace(alarm, cannot=tuple(dict.fromkeys((*alarm.cannot, by))))
    let_go = after.taken_by == by
    if let_go:
        after = replace(after, taken_by="")
    if not after.exhausted and not after.taken_by and (let_go or _nobody_left(after)):
        after = replace(after, next_at=min(after.next_at, now))
    return Step(replace(state, alarm=after), (Note(what="cannot", by=by),))


def _nobody_left(alarm: Alarm) -> bool:
    return set(alarm.ladder[alarm.rung].contacts) <= set(alarm.cannot)


def says_safe(state: State, now: int) -> tuple[State, list[Effect]]:
    """The owner proves life with an alarm open: it asks for a confirmation, it ends nothing.

    The ladder waits once, unless anything in this alarm was said under duress.
    """
    alarm = state.alarm
    if alarm is None or alarm.duress or alarm.owner_said is not None:
        return state, []
    after = replace(alarm, owner_said=now)
    if not alarm.exhausted:
        after = replace(after, next_at=max(alarm.next_at, now + alarm.hold))
    return replace(state, alarm=after), _tell(after, alarm.told, Kind.SAYS_SAFE)


def close(state: State, by: str, reason: Reason, now: int) -> Step:
    """`by` ends the alarm for a reason, or, where two are needed, asks for the second."""
    alarm = state.alarm
    if alarm is None or by not in alarm.told:
        return Step(state, (), Answer.NO_ALARM)
    if by in alarm.closing:
        return Step(state, (), Answer.AGAIN)
    closing = (*alarm.closing, by)
    proven = alarm.owner_said is not None and not alarm.duress
    if not proven and len(closing) < alarm.closers:
        others = [one for one in alarm.told if one != by]
        # Where nobody else has been told, the next are: one person under pressure ends nothing.
        soon = alarm.next_at if others else now
        after = replace(alarm, closing=closing, next_at=soon)
        asked = _tell(after, others, Kind.CLOSING, (by,), f"-{by}")
        asked.append(Note(what="closing", by=by, why=reason.value))
        return Step(replace(state, alarm=after), tuple(asked), Answer.SECOND_NEEDED)
    told = list(alarm.told)
    if alarm.missed:
        told.append(OWNER)
    ended = Closed(by=closing, reason=reason, at=now)
    effects = _tell(alarm, told, Kind.STAND_DOWN, closing)
    effects.append(Note(what="closed", by=by, why=reason.value))
    # The owner sees the end of what they saw; a silent alarm ends as silently as it began.
    shown = ended if state.phase is Phase.ALARM else state.closed
    return Step(replace(state, alarm=None, closed=shown), tuple(effects))


def waited_blindly(
    alarm: Alarm, start: int, end: int, *, restored: bool
) -> tuple[Alarm, list[Effect]]:
    """Nobody could answer between two instants: the time to answer is given back, and said."""
    if end < start:
        return replace(alarm, next_at=alarm.next_at + end - start), []  # the clock was set back
    if alarm.rung < 0:
        return alarm, []  # nobody has been told yet: nothing to wait for
    after = replace(alarm, next_at=max(alarm.next_at, start) + end - start)
    kind = Kind.RESTORED if restored else Kind.FAULT
    worth_saying = restored or end - start >= WORTH_SAYING
    return after, _tell(after, alarm.told, kind, turn=f"-{end}") if worth_saying else []
