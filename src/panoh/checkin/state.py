"""Where somebody stands: one value, from which everything shown about a check-in is read.

Stored are only the phases that something has to *do* to enter or leave. Between them time alone
passes, and `name_of` tells armed, due, reminding and grace apart.
"""

from enum import StrEnum

import msgspec

from panoh.checkin.plan import Contact, Plan, Rung
from panoh.checkin.schedule import Every


class Phase(StrEnum):
    """What the owner sees when they look; a silent alarm is not among them."""

    DRAFT = "draft"
    WATCHING = "watching"
    ALARM = "alarm"
    PAUSED = "paused"
    ENDED = "ended"


class Reason(StrEnum):
    """Why an alarm is over, in words that give no cause away."""

    REACHED = "reached"  # somebody has spoken with the person
    ACTING = "acting"  # it is known, and others act on it now
    MISTAKE = "mistake"  # it was raised by mistake
    DRILL = "drill"  # it was a drill


class Alarm(msgspec.Struct, frozen=True, kw_only=True):
    """An open alarm. It keeps its people: a later plan cannot silence it.

    `rung` is -1 before anybody is told and the length of the ladder once everybody is told.
    """

    number: int  # of the cycle
    at: int
    missed: bool
    duress: bool
    contacts: tuple[Contact, ...]
    ladder: tuple[Rung, ...]
    hold: int
    repeat: int
    closers: int
    next_at: int
    rung: int = -1
    round: int = 0
    told: tuple[str, ...] = ()
    cannot: tuple[str, ...] = ()
    takers: tuple[str, ...] = ()
    taken_by: str = ""
    owner_said: int | None = None
    closing: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """What its messages have in common; never used twice, not even after a restored backup."""
        return f"{self.number}.{self.at}"

    @property
    def exhausted(self) -> bool:
        """Whether everybody has been told, and is told again until somebody closes it."""
        return self.rung >= len(self.ladder)


class Closed(msgspec.Struct, frozen=True, kw_only=True):
    """How the last alarm ended: by whom of the contacts, why, when."""

    by: tuple[str, ...]
    reason: Reason
    at: int


class State(msgspec.Struct, frozen=True, kw_only=True):
    """One person as the watching sees them."""

    phase: Phase = Phase.DRAFT
    since: int = 0
    cycle: int = 0
    due: int = 0
    allowance: int = 0  # seconds after `due` in which nobody could have checked in
    reminded: int = 0
    last_ok: int | None = None
    until: int = 0  # end of a pause
    alarm: Alarm | None = None
    closed: Closed | None = None
    blind: tuple[tuple[int, int], ...] = ()


def opens(plan: Plan, state: State) -> int:
    """From when on a check-in counts for this cycle."""
    return 0 if isinstance(plan.schedule, Every) else state.due - plan.early


def deadline(plan: Plan, state: State) -> int:
    """The last second in which a check-in is in time."""
    return state.due + plan.grace + state.allowance


def reminder_at(plan: Plan, state: State, index: int) -> int:
    """When a reminder goes out; those after the due time wait as the deadline does."""
    offset = plan.reminders[index]
    return state.due + offset + (state.allowance if offset > 0 else 0)


def next_at(plan: Plan, state: State) -> int | None:
    """When time alone will next change something; None when it never will."""
    times = [state.alarm.next_at] if state.alarm else []
    if state.phase is Phase.WATCHING:
        times.append(deadline(plan, state) + 1)
        if state.reminded < len(plan.reminders):
            times.append(reminder_at(plan, state, state.reminded))
    elif state.phase is Phase.PAUSED:
        times.append(state.until)
    return min(times, default=None)


def name_of(plan: Plan, state: State, now: int, *, clock_sure: bool = True) -> str:
    """The state by name, as the owner may see it: a silent alarm has no name here."""
    if state.phase is Phase.ALARM and state.alarm is not None:
        return "acknowledged" if state.alarm.taken_by else "alarm"
    if not clock_sure:
        return "clock_doubtful"
    if state.phase is not Phase.WATCHING:
        return state.phase.value
    return _name_by_time(plan, state, now)


def _name_by_time(plan: Plan, state: State, now: int) -> str:
    if now < state.due + min(plan.reminders[0], 0):
        just_closed = state.closed is not None and state.closed.at >= state.since
        return "resolved" if just_closed else "armed"
    if state.allowance:
        return "blind"
    if now < state.due:
        return "due"
    last = reminder_at(plan, state, len(plan.reminders) - 1)
    return "reminding" if now < last else "grace"


class Outward(msgspec.Struct, frozen=True, kw_only=True):
    """What the owner is shown. It is made of nothing that a silent alarm changes.

    So it does not count who has been told: after a check-in under duress the ladder goes on.
    """

    name: str
    cycle: int
    opens: int
    due: int
    deadline: int
    until: int
    last_ok: int | None
    closed: Closed | None
    blind: tuple[tuple[int, int], ...]


def outward(plan: Plan, state: State, now: int, *, clock_sure: bool = True) -> Outward:
    """What may be shown to whoever looks over the owner's shoulder."""
    return Outward(
        name=name_of(plan, state, now, clock_sure=clock_sure),
        cycle=state.cycle,
        opens=opens(plan, state),
        due=state.due,
        deadline=deadline(plan, state),
        until=state.until,
        last_ok=state.last_ok,
        closed=state.closed,
        blind=state.blind,
    )
