"""Which dated states an act or an observation tells, and which state is the present one; silence.

Nothing is overwritten: each entry stays with its source, and the present is what the last one
says. Where the last ones contradict each other, the present is not known.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Protocol, TypeVar

from panoh.casebook.view import Told, View
from panoh.model.dates import PartialDate, bounds
from panoh.model.thesauri import ACTS, CONTACT, STATUSES

UNKNOWN, RELEASED = "unknown", "released"
#: Days without word from someone in contact after which a person is shown as silent, where no
#: member chose another time for them; and the shortest and longest that anybody may choose.
THRESHOLD, SHORTEST, LONGEST = 7, 1, 365
#: The field of a person in which members choose it.
PATIENCE = "silence_after"


@dataclass(frozen=True, slots=True)
class Entry:
    """One state on one date as one record tells it; `view` is the act or the observation."""

    state: str
    when: PartialDate | None
    view: View
    sources: tuple[str, ...]

    @property
    def last_day(self) -> date | None:
        """The latest day the date allows."""
        return bounds(self.when)[1] if self.when else None


def entries(view: View) -> Iterator[Entry]:
    """The states that an act or an observation tells, on every date that is told of it."""
    for state in sorted(_states(view)):
        yield from _dated(view, state)


def _states(view: View) -> set[str]:
    if view.kind == "status":
        return {told.value for told in view.told("state")}
    if view.kind != "act":
        return set()
    terms = (ACTS.terms.get(told.value) for told in view.told("type"))
    return {term.opens for term in terms if term and term.opens}


def _dated(view: View, state: str) -> Iterator[Entry]:
    """One entry for each date told, so that two dates of one arrest stand side by side."""
    dates: dict[str, list[Told]] = {}
    for each in view.relied("when"):
        dates.setdefault(each.value.edtf if each.value else "", []).append(each)
    if not dates:
        yield Entry(state, None, view, _sources(view))
    for group in dates.values():
        yield Entry(state, group[0].value, view, tuple(sorted({each.source for each in group})))


def _sources(view: View) -> tuple[str, ...]:
    return tuple(sorted({each.source for told in view.fields.values() for each in told}))


class Tells(Protocol):
    """What the present is computed from: a state, the last day it may mean, who tells it."""

    @property
    def state(self) -> str: ...  # noqa: D102
    @property
    def last_day(self) -> Any: ...  # noqa: D102
    @property
    def sources(self) -> Collection[Any]: ...  # noqa: D102


T = TypeVar("T", bound=Tells)


def speaking(told: Collection[T]) -> list[T]:
    """What the latest day tells, and what is told without a day."""
    latest = max((each.last_day for each in told if each.last_day), default=None)
    last = [each for each in told if each.last_day and each.last_day == latest]
    return [*last, *(each for each in told if not each.last_day and each.state != UNKNOWN)]


def state_now(told: Collection[Tells]) -> str:
    """The state of the latest day and of what has no date, if all of that is one state.

    Release follows detention: who tells both, on one day or without a day, tells of a release.
    Any other difference makes the present unknown.
    """
    present = speaking(told)
    states = {each.state for each in present}
    if len(states) < 2:
        return next(iter(states), UNKNOWN)
    telling = {source for each in present if each.state == RELEASED for source in each.sources}
    others = [each for each in present if each.state != RELEASED]
    return RELEASED if all(telling.issuperset(each.sources) for each in others) else UNKNOWN


def contested(told: Iterable[Tells], now: str) -> bool:
    """Whether states are told, and the sources differ on which is the present one."""
    return now == UNKNOWN and len({each.state for each in told} - {UNKNOWN}) > 1


def watched(now: str) -> bool:
    """Whether silence counts in this state; what is not understood counts as well."""
    return now not in STATUSES.terms or STATUSES.terms[now].watched


def in_contact(source: View) -> bool:
    """Whether the source is somebody in contact; not knowing how they know is not contact."""
    told = source.told("connection")
    return bool(told) and all(each.value in CONTACT for each in told)


@dataclass(frozen=True, slots=True)
class Silence:
    """Days since somebody in contact last saw or heard; `days` is `None` if nobody ever did."""

    days: int | None
    since: date | None
    threshold: int = THRESHOLD

    @property
    def alarming(self) -> bool:
        """Whether it lasts too long; never having heard counts as too long."""
        return self.days is None or self.days > self.threshold


def patience(person: View) -> int:
    """How many days of silence a person is given: the shortest time that any member chose."""
    chosen = [told.value for told in person.told(PATIENCE) if told.value]
    return max(SHORTEST, min(LONGEST, *chosen)) if chosen else THRESHOLD


def silent_since(heard: str, today: date, threshold: int = THRESHOLD) -> Silence:
    """The silence since the last day told by somebody in contact (ISO; empty if nobody told)."""
    last = date.fromisoformat(heard) if heard else None
    return Silence((today - last).days if last else None, last, threshold)


def bearable_until(heard: str, threshold: int = THRESHOLD) -> str:
    """The last day on which a silence is not too long (ISO); empty if nobody was ever heard."""
    if not heard:
        return ""
    last = date.fromisoformat(heard)
    return (last + min(timedelta(days=threshold), date.max - last)).isoformat()
