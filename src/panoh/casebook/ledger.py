"""A person's ledger: dated states computed from acts and observations together, and silence."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from panoh.casebook.index.reading import view_of
from panoh.casebook.people import PersonFile
from panoh.casebook.states import (
    THRESHOLD,
    UNKNOWN,
    Entry,
    Silence,
    contested,
    entries,
    in_contact,
    patience,
    silent_since,
    speaking,
    state_now,
    watched,
)
from panoh.model.dates import bounds


@dataclass(frozen=True, slots=True)
class Ledger:
    """The dated entries in order, those without a date, and the state now (`unknown` if unsure).

    `patience` is after how many days silence is too long.
    """

    entries: tuple[Entry, ...]
    undated: tuple[Entry, ...]
    now: str
    patience: int = THRESHOLD

    @property
    def contested(self) -> bool:
        """Whether states are told, and the sources differ on which is the present one."""
        return contested(self.all, self.now)

    @property
    def present(self) -> tuple[Entry, ...]:
        """The entries that speak of the present; all that differ where nobody can say."""
        return tuple(each for each in speaking(self.all) if self.now in (each.state, UNKNOWN))

    @property
    def all(self) -> tuple[Entry, ...]:
        """The dated entries, then the others."""
        return (*self.entries, *self.undated)


def ledger(file: PersonFile) -> Ledger:
    """The ledger of a person, computed from their acts and observations."""
    told = [entry for view in (*file.acts, *file.statuses) for entry in entries(view)]
    dated = sorted((each for each in told if each.last_day), key=_order)
    undated = [each for each in told if not each.last_day]
    return Ledger(tuple(dated), tuple(undated), state_now(told), patience(file.person))


def _order(entry: Entry) -> tuple[date, date, str]:
    start, end = bounds(entry.when) if entry.when else (None, None)
    return (end or date.max, start or date.max, entry.view.root)


def silence(db: Any, book: Ledger, today: date) -> Silence | None:
    """How long nobody in contact has told anything; `None` where no state is open."""
    if not book.entries and not book.undated:
        return None
    if not watched(book.now):
        return None
    told_by = {source for entry in book.entries for source in entry.sources if source}
    near = {source for source in told_by if in_contact(view_of(db, source))}
    days = [entry.last_day for entry in book.entries if not near.isdisjoint(entry.sources)]
    last = max(filter(None, days), default=None)
    return silent_since(last.isoformat() if last else "", today, book.patience)
