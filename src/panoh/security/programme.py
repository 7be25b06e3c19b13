"""The programme: one task at a time, chosen by threats, devices and country.

    weight = how much it helps (1 to 3) × score of the worst threat it works against
             × 2 if it is one of the basics ÷ effort (1, 2 or 4)

A threat that is not rated counts as one to plan for; where no threat is told, every score is 1.
What comes after something else waits for it. A task that was done comes back when its time is up.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from panoh.model.kinds import Device
from panoh.security.measures import catalogue
from panoh.security.measures.measure import ANY, COMPUTERS, EFFORTS, PHONES, Advice, Where
from panoh.security.profile import Fitted, fitted
from panoh.security.progress import DONE, LATER, NOT_FOR_ME, Progress, progress
from panoh.security.threats import PLAN_FROM, Rated, threats

OPEN, AGAIN, FAILED, WAITING = "open", "again", "failed", "waiting"
#: One task is shown large, and no more than these are open at once.
AT_ONCE = 3
_SETTLED = (DONE, NOT_FOR_ME)


@dataclass(frozen=True, slots=True)
class Task:
    """A measure for one device or for the person, and where it stands.

    `state` is `open`, `again` (its time is up), `failed` (a check found it not in order),
    `waiting` (for what comes before), or `done`, `later`, `not_for_me` as somebody said.
    """

    advice: Advice
    device: Device | None
    state: str
    weight: float
    until: date | None
    cautions: tuple[Where, ...]

    @property
    def parts(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What to do, by platform (`any` for every one); of a device, only what it needs."""
        if self.device:
            return ((ANY, self.advice.steps(self.device.platform)),)
        return tuple((each.on[0], each.steps) for each in self.advice.how)

    @property
    def steps(self) -> tuple[str, ...]:
        """Every step of every part."""
        return tuple(step for _platform, steps in self.parts for step in steps)

    @property
    def asks(self) -> bool:
        """Whether it wants somebody now."""
        return self.state in (OPEN, AGAIN, FAILED)


@dataclass(frozen=True, slots=True)
class Programme:
    """Every task that fits, in the order in which to do them."""

    tasks: tuple[Task, ...]

    @property
    def now(self) -> Task | None:
        """The one task to do."""
        return next(iter(self.open), None)

    @property
    def open(self) -> tuple[Task, ...]:
        """The few that are open at once."""
        return tuple(each for each in self.tasks if each.asks)[:AT_ONCE]

    def standing(self, *states: str) -> tuple[Task, ...]:
        """The tasks in these states."""
        return tuple(each for each in self.tasks if each.state in states)


def programme(db: Any, today: date) -> Programme:
    """The programme as the vault tells it today."""
    who, known = fitted(db), threats(db, today)
    said = progress(db)
    tasks = [
        _task(advice, device, who, known, said, today)
        for advice in catalogue().values()
        if _for_them(advice, who)
        for device in _devices(advice, who)
    ]
    ready = list(_waiting(tasks))
    return Programme(tuple(sorted(ready, key=_order)))


def _for_them(advice: Advice, who: Fitted) -> bool:
    return "all" in advice.audiences or bool(who.audiences & set(advice.audiences))


def _devices(advice: Advice, who: Fitted) -> Iterator[Device | None]:
    """For which devices it is a task; `None` once for the person, or where none was named."""
    platforms = [
        *(COMPUTERS if "computer" in advice.scope else ()),
        *(PHONES if "phone" in advice.scope else ()),
    ]
    mine = [each for each in who.devices if each.platform in platforms]
    if "person" in advice.scope or not who.devices:
        yield None
    yield from (each for each in mine if advice.steps(each.platform))


def _task(
    advice: Advice,
    device: Device | None,
    who: Fitted,
    known: Sequence[Rated],
    said: Mapping[tuple[str, str], Progress],
    today: date,
) -> Task:
    told = said.get((advice.id, device.name if device else ""), Progress())
    return Task(
        advice,
        device,
        _state(told, today),
        weigh(advice, known),
        told.again,
        tuple(each for country in who.countries for each in advice.cautions(country)),
    )


def _state(told: Progress, today: date) -> str:
    if told.found == "fail":
        return FAILED
    if told.state == DONE and told.again and told.again < today:
        return AGAIN
    if told.state == LATER and told.again and told.again <= today:
        return OPEN
    return told.state or OPEN


def weigh(advice: Advice, known: Iterable[Rated]) -> float:
    """The weight of a measure, by the formula at the top."""
    scores = [each.rating.score or PLAN_FROM for each in known if each.types & set(advice.against)]
    basics = 2 if advice.basic else 1
    return advice.helps * max(scores, default=1) * basics / EFFORTS[advice.effort]


def _waiting(tasks: Sequence[Task]) -> Iterator[Task]:
    """The tasks, those marked that wait for others; of a device, for those of the same device."""
    for each in tasks:
        before = [other for other in tasks if other.advice.id in each.advice.after]
        same = [other for other in before if other.device == each.device] or before
        if each.state == OPEN and any(other.state not in _SETTLED for other in same):
            yield Task(each.advice, each.device, WAITING, each.weight, each.until, each.cautions)
        else:
            yield each


def _order(task: Task) -> tuple[bool, float, str, str]:
    name = task.device.name if task.device else ""
    return (task.state != FAILED, -task.weight, task.advice.id, name)
