"""A person's ledger: dated states computed from acts and observations together, and silence.

Nothing is overwritten: each entry stays with its source, and the present is what the last one
says. Where the last ones contradict each other, the present is not known.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from panoh.casebook.index.reading import view_of
from panoh.casebook.people import PersonFile
from panoh.casebook.view import Told, View
from panoh.model.dates import PartialDate, bounds
from panoh.model.thesauri import ACTS, CONTACT, STATUSES

UNKNOWN, RELEASED = "unknown", "released"
#: Days without word from someone in contact after which a person is shown as silent.
THRESHOLD = 7


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


@dataclass(frozen=True, slots=True)
class Ledger:
    """The dated entries in order, those without a date, and the state now (`unknown` if unsure)."""

    entries: tuple[Entry, ...]
    undated: tuple[Entry, ...]
    now: str

    @property
    def contested(self) -> bool:
        """Whether states are told, and the sources differ on which is the present one."""
        return self.now == UNKNOWN and len({each.state for each in self.all} - {UNKNOWN}) > 1

    @property
    def present(self) -> tuple[Entry, ...]:
        """The entries that speak of the present; all that differ where nobody can say."""
        told = _present(self.entries, self.undated)
        return tuple(each for each in told if self.now in (each.state, UNKNOWN))

    @property
    def all(self) -> tuple[Entry, ...]:
        """The dated entries, then the others."""
        return (*self.entries, *self.undated)


def ledger(file: PersonFile) -> Ledger:
    """The ledger of a person, computed from their acts and observations."""
    entries = [*_from_acts(file.acts), *_from_statuses(file.statuses)]
    dated = sorted((each for each in entries if each.last_day), key=_order)
    undated = [each for each in entries if not each.last_day]
    return Ledger(tuple(dated), tuple(undated), _now(dated, undated))


def _order(entry: Entry) -> tuple[date, date, str]:
    start, end = bounds(entry.when) if entry.when else (None, None)
    return (end or date.max, start or date.max, entry.view.root)


def _from_acts(acts: Iterable[View]) -> Iterator[Entry]:
    for act in acts:
        states = {
            ACTS.terms[told.value].opens
            for told in act.told("type")
            if told.value in ACTS.terms and ACTS.terms[told.value].opens
        }
        for state in sorted(states):
            yield from _entries(act, state)


def _from_statuses(statuses: Iterable[View]) -> Iterator[Entry]:
    for status in statuses:
        for state in sorted({told.value for told in status.told("state")}):
            yield from _entries(status, state)


def _entries(view: View, state: str) -> Iterator[Entry]:
    """One entry for each date told, so that two dates of one arrest stand side by side."""
    told = view.relied("when")
    dates: dict[str, list[Told]] = {}
    for each in told:
        dates.setdefault(each.value.edtf if each.value else "", []).append(each)
    if not dates:
        yield Entry(state, None, view, _sources(view))
    for group in dates.values():
        yield Entry(state, group[0].value, view, tuple(sorted({each.source for each in group})))


def _sources(view: View) -> tuple[str, ...]:
    return tuple(sorted({each.source for told in view.fields.values() for each in told}))


def _present(dated: Sequence[Entry], undated: Sequence[Entry]) -> list[Entry]:
    """What the latest day tells, and what is told without a day."""
    last = [each for each in dated if each.last_day == dated[-1].last_day]
    return [*last, *(each for each in undated if each.state != UNKNOWN)]


def _now(dated: Sequence[Entry], undated: Sequence[Entry]) -> str:
    """The state of the latest day and of what has no date, if all of that is one state.

    Release follows detention: who tells both, on one day or without a day, tells of a release.
    Any other difference makes the present unknown.
    """
    present = _present(dated, undated)
    states = {each.state for each in present}
    if len(states) < 2:
        return next(iter(states), UNKNOWN)
    telling = {source for each in present if each.state == RELEASED for source in each.sources}
    others = [each for each in present if each.state != RELEASED]
    return RELEASED if all(set(each.sources) <= telling for each in others) else UNKNOWN


def silence(db: Any, file: PersonFile, today: date, threshold: int = THRESHOLD) -> Silence | None:
    """How long nobody in contact has told anything; `None` where no state is open."""
    book = ledger(file)
    if not book.entries and not book.undated:
        return None
    if book.now in STATUSES.terms and not STATUSES.terms[book.now].watched:
        return None
    days = [
        entry.last_day
        for entry in book.entries
        if entry.last_day and any(_in_contact(db, source) for source in entry.sources)
    ]
    last = max(days, default=None)
    return Silence((today - last).days if last else None, last, threshold)


def _in_contact(db: Any, source: str) -> bool:
    """Whether the source is somebody in contact; not knowing how they know is not contact."""
    told = view_of(db, source).told("connection") if source else ()
    return bool(told) and all(each.value in CONTACT for each in told)
