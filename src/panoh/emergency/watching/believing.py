"""Whether an answer can be true: compared with the plan the watcher was told, before it counts.

A watcher that lies within the plan is not found out here; that is what a second one is for.
"""

from panoh.checkin import Outward, Plan
from panoh.checkin.schedule import DAY, HOUR, Every, Trip, next_due
from panoh.emergency.watching.errors import WatcherContradicts
from panoh.model.messages import mark as _

WAITING = frozenset(("armed", "due", "reminding", "grace", "blind", "resolved", "clock_doubtful"))
ALARM = frozenset(("alarm", "acknowledged"))
NAMES = WAITING | ALARM | {"draft", "paused", "ended"}
#: A due time moves by so much where the rules of a zone change.
_ZONE = 3 * HOUR
_LAST = 1 << 40


def believe(seen: Outward, plan: Plan, now: int, before: tuple[int, int] | None) -> None:
    """Raise WatcherContradicts where it cannot be so.

    `before` is the last cycle that was heard of, and when.
    """
    times = (seen.opens, seen.due, seen.deadline, seen.until, seen.last_ok or 0, seen.cycle)
    if seen.name not in NAMES or not all(0 <= each < _LAST for each in times):
        raise WatcherContradicts(what=_("how things stand"))
    if seen.last_ok is not None and seen.last_ok > now + DAY:
        raise WatcherContradicts(what=_("when you last checked in"))
    if before is not None and not _may_follow(seen.cycle, before, now):
        raise WatcherContradicts(what=_("how often you checked in"))
    if seen.name in WAITING and not _fits(seen, plan, now):
        raise WatcherContradicts(what=_("when you are due"))


def _may_follow(cycle: int, before: tuple[int, int], now: int) -> bool:
    """Whether a cycle may come after the last one that was heard of.

    A check-in signed for a cycle far ahead could be kept and shown later; one for a cycle of
    long ago, as after a copy was put back, serves nobody.
    """
    last, at = before
    return cycle <= last + 3 + max(now - at, 0) // HOUR


def _fits(seen: Outward, plan: Plan, now: int) -> bool:
    if seen.deadline < seen.due + plan.grace:
        return False
    match plan.schedule:
        case Trip(ends=ends):
            return seen.due == ends
        case Every(hours=hours):
            return seen.due <= now + hours * HOUR + DAY
    if seen.opens != seen.due - plan.early:
        return False
    expected = next_due(plan.schedule, seen.due - _ZONE, plan.quiet)
    return expected is not None and abs(expected - seen.due) <= _ZONE
