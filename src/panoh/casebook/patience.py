"""After how many days of silence somebody wants to be told: what a member decides of one person."""

from collections.abc import Sequence
from typing import ClassVar

from panoh.casebook.index.reading import view_of
from panoh.casebook.own import own_earlier
from panoh.casebook.record import Case, save, tell
from panoh.casebook.states import LONGEST, PATIENCE, SHORTEST
from panoh.casebook.view import Told
from panoh.model.errors import PanohError
from panoh.model.kinds import Person


class DaysOutOfRange(PanohError):
    """A silence is to be told of after no day at all, or after more than a year."""

    code: ClassVar[str] = "days-out-of-range"
    message: ClassVar[str] = "The days of silence are a whole number from {shortest} to {longest}."
    hint: ClassVar[str] = "Nothing was changed. Write it in figures, such as 7."
    exit_status: ClassVar[int] = 39


def choose_patience(case: Case, who: str, days: int) -> None:
    """Be told of silence after so many days; what this member chose before is replaced.

    Where another member chose a shorter time, that goes on to count. Raises `DaysOutOfRange`.
    """
    if not SHORTEST <= days <= LONGEST:
        raise DaysOutOfRange(shortest=SHORTEST, longest=LONGEST)
    view = view_of(case.vault.db, who)
    earlier = own_earlier(case, [view], [PATIENCE])
    abouts = _abouts(view.told(PATIENCE), [id_ for id_, _field in earlier]) or [view.root]
    record = Person(silence_after=days)
    save(case, [tell(case, record, about, replaces=earlier) for about in abouts])


def _abouts(told: Sequence[Told], own: Sequence[str]) -> list[str]:
    """Of whom the member chose before: only what is told of the same entry is replaced."""
    return list(dict.fromkeys(each.statement.about for each in told if each.id in own))
