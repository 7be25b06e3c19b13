"""The chosen acts as a public page tells them: as much of each as the person allowed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from panoh.advocacy.figures import cited
from panoh.advocacy.publications import PublicationFile
from panoh.casebook.consent.answers import ALLOWED, Answer, Use, asked
from panoh.casebook.index.reading import root_of, view_of
from panoh.casebook.view import View
from panoh.casebook.wording import DIFFERS, Wording, title_of
from panoh.model.dates import PartialDate, bounds
from panoh.model.messages import mark as _

MONTH = len("2023-10")
#: Of whom it tells is not known, so nobody can have allowed it.
WHOSE = Answer(allowed=False, why=_("it is not settled to whom this was done"))
NO_ACT = Answer(allowed=False, why=_("this is not recorded as something that was done to somebody"))


@dataclass(frozen=True, slots=True)
class Incident:
    """One act. `name` is empty where the person did not allow it; then they have a `number`."""

    number: int
    name: str
    what: str
    when: str
    where: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """One act that was chosen: whose it is, why it may be told or not, and what will stand there.

    `told` is nothing where nothing may be told; `why` is then a msgid.
    """

    act: View
    who: str
    why: str
    told: Incident | None


def chosen(db: Any, found: PublicationFile, words: Wording, way: Use) -> list[Chosen]:
    """Every act that was chosen, in its order; two entries of one act are one."""
    numbers: dict[str, int] = {}
    acts = dict.fromkeys(root_of(db, entity) for entity in found.statements)
    return [_chosen(db, view_of(db, root), words, way, numbers) for root in acts]


def incidents(db: Any, found: PublicationFile, words: Wording, way: Use) -> Iterator[Incident]:
    """The chosen acts in their order, without those of whom nothing may be told."""
    for each in chosen(db, found, words, way):
        if each.told is not None:
            yield each.told


def told_of(db: Any, found: PublicationFile, way: Use) -> list[str]:
    """The persons of whom the chosen acts may be told, by name or by number."""
    acts = chosen(db, found, Wording("en"), way)
    return list(dict.fromkeys(each.who for each in acts if each.told is not None))


def _chosen(db: Any, act: View, words: Wording, way: Use, numbers: dict[str, int]) -> Chosen:
    victims = {root_of(db, told.value) for told in act.told("victim") if told.value}
    if act.kind != "act" or len(victims) != 1:
        return Chosen(act, "", (WHOSE if act.kind == "act" else NO_ACT).why, None)
    who = victims.pop()
    person = asked(db, who)
    said = person.may("facts", way)
    if not said.allowed:
        return Chosen(act, who, said.why, None)
    named = person.may("name", way).allowed
    placed = named and person.may("place", way).allowed
    told = Incident(
        number=numbers.setdefault(who, len(numbers) + 1),
        name=title_of(db, who) if named else "",
        what=words.kind(act),
        when=words.when(act) if named else _months(act, words),
        where=words.where(act) if placed else "",
        sources=cited(db, [act]),
    )
    return Chosen(act, who, ALLOWED.why, told)


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
