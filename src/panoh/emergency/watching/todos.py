"""What check-ins want of their owner, from what was last heard. Nobody is asked for it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from msgspec.structs import replace

from panoh.checkin import Outward, Plan
from panoh.checkin.schedule import DAY
from panoh.emergency.watching.believing import ALARM
from panoh.emergency.watching.meaning import clock, there
from panoh.emergency.watching.reading import OrderFile, orders
from panoh.model.messages import mark as _
from panoh.model.todo import Target, Todo, Urgency

AREA = "checkins"


def of_watchers(db: Any, now: datetime) -> Iterator[Todo]:
    """Alarms that were open, answers that never came, dues that are near or long past."""
    for of in orders(db):
        if not of.over and of.sent:
            yield from _of(of, int(now.timestamp()))


def _of(of: OrderFile, now: int) -> Iterator[Todo]:
    name = {"title": of.title}
    if of.unanswered is not None:
        text = _("{title}: no answer came to what was sent last. Ask the watcher how things stand.")
        yield _todo(of, text, name, Urgency.NOW)
    if of.told is None or of.told.plan is None or of.seen is None:
        return
    if of.seen.name in ALARM:
        text = _(
            "{title}: your contacts were being asked when the watcher was last heard. Check in, and"
            " call one of them."
        )
        yield _todo(of, text, name, Urgency.NOW)
        return
    if of.seen.name == "draft":
        text = _("{title}: nobody expects you any more, the time is over. Set it up again.")
        if of.usual is not None and of.usual.plan != of.told.plan:
            text = _(
                "{title}: the trip is over, and nobody expects you now. Go back to usual times."
            )
        yield _todo(of, text, name, Urgency.NOW)
    elif of.seen.name != "paused":
        yield from _due(of, of.told.plan, of.seen, now)
    elif of.seen.until <= now + DAY:
        until = {"time": clock(there(of.seen.until, of.told.plan))}
        yield _todo(of, _("{title}: the pause ends at {time}."), name | until, Urgency.SOON)


def _due(of: OrderFile, plan: Plan, seen: Outward, now: int) -> Iterator[Todo]:
    values = {"title": of.title, "time": clock(there(seen.deadline, plan))}
    if now > seen.deadline:
        text = _(
            "{title}: a check-in was due by {time}. It is not known here whether it came; ask the"
            " watcher."
        )
        yield _todo(of, text, values, Urgency.NOW)
    elif seen.due <= now + DAY:
        urgency = Urgency.NOW if now >= max(seen.opens, seen.due - DAY // 6) else Urgency.SOON
        day = datetime.fromtimestamp(seen.deadline, UTC).date()
        yield replace(_todo(of, _("{title}: check in before {time}."), values, urgency), due=day)


def _todo(of: OrderFile, text: str, values: dict[str, str], urgency: Urgency) -> Todo:
    return Todo(area=AREA, text=text, values=values, urgency=urgency, target=Target(AREA, of.root))
