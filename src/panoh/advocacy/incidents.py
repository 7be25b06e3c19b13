"""The chosen acts as a public page tells them: as much of each as the person allowed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from panoh.advocacy.figures import cited
from panoh.advocacy.publications import PublicationFile
from panoh.casebook.consent.answers import Use, asked
from panoh.casebook.index.reading import root_of, view_of
from panoh.casebook.view import View
from panoh.casebook.wording import DIFFERS, Wording, title_of
from panoh.model.dates import PartialDate, bounds

MONTH = len("2023-10")


@dataclass(frozen=True, slots=True)
class Incident:
    """One act. `name` is empty where the person did not allow it; then they have a `number`."""

    number: int
    name: str
    what: str
    when: str
    where: str
    sources: tuple[str, ...]


def incidents(db: Any, found: PublicationFile, words: Wording, way: Use) -> list[Incident]:
    """The chosen acts in their order, without those of whom nothing may be told."""
    numbers: dict[str, int] = {}
    return list(_told(db, found, words, way, numbers))


def _told(
    db: Any, found: PublicationFile, words: Wording, way: Use, numbers: dict[str, int]
) -> Iterator[Incident]:
    for entity in dict.fromkeys(found.statements):
        act = view_of(db, entity)
        victims = {root_of(db, told.value) for told in act.told("victim") if told.value}
        if act.kind != "act" or len(victims) != 1:
            continue  # of whom it tells is not known, so nobody can have allowed it
        who = victims.pop()
        person = asked(db, who)
        if not person.may("facts", way).allowed:
            continue
        named = person.may("name", way).allowed
        placed = named and person.may("place", way).allowed
        yield Incident(
            number=numbers.setdefault(who, len(numbers) + 1),
            name=title_of(db, who) if named else "",
            what=words.kind(act),
            when=words.when(act) if named else _months(act, words),
            where=words.where(act) if placed else "",
            sources=cited(db, [act]),
        )


def _months(act: View, words: Wording) -> str:
    """The months that sources give; a day would lead to who it is."""
    told = [_month(told.value) for told in act.relied("when") if told.value]
    return DIFFERS.join(dict.fromkeys(map(words.day, told))) or words.day(None)


def _month(told: PartialDate) -> PartialDate | None:
    """A date no finer than its month; one that may lie in several is told by its year, or not."""
    first, last = bounds(told)
    if first is None or last is None:
        return None
    for cut in (MONTH, 4):
        if first.isoformat()[:cut] == last.isoformat()[:cut]:
            return PartialDate(first.isoformat()[:cut])
    return None
