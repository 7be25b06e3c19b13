"""What the consent gate stops at, as a page shows it before something is given out."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from panoh.casebook.consent.gate import Stop, cleared
from panoh.casebook.index.reading import view_of
from panoh.casebook.wording import title_of


@dataclass(frozen=True, slots=True)
class Passage:
    """One wording that the gate stops at, and where it stands; `numbers` confirm a look at it.

    `file` is the one it stands in, or the first of several. `looked` says that somebody just said
    they have looked.
    """

    words: str
    file: str
    places: Sequence[str]
    numbers: str
    looked: bool


@dataclass(frozen=True, slots=True)
class Stopped:
    """Everything the gate stops at for one reason and one person; `ask` is whom to ask."""

    whose: str
    why: str
    human: bool
    responsible: bool
    ask: str
    passages: Sequence[Passage]


def stopped(db: Any, stops: Sequence[Stop], looked: Collection[str]) -> list[Stopped]:
    """The stops by person and reason; each wording once, with everywhere it stands.

    Entries of one name that nobody has judged yet are one look: what is read is the same.
    """
    names = {root: title_of(db, root) for root in {stop.root for stop in stops} if root}
    groups: dict[tuple[str, str], dict[tuple[str, ...], list[Stop]]] = {}
    for stop in stops:
        # A part that cannot be read is its own passage; a wording is one wherever it stands.
        place = () if stop.words else (stop.file, stop.where)
        whose = (names.get(stop.root) if stop.human else "") or stop.root
        same = groups.setdefault((whose, stop.why), {})
        same.setdefault((stop.words, *place), []).append(stop)
    return [_group(db, names, list(found.values()), looked) for found in groups.values()]


def _group(
    db: Any,
    names: Mapping[str, str],
    found: Sequence[Sequence[Stop]],
    looked: Collection[str],
) -> Stopped:
    first = found[0][0]
    kind = view_of(db, first.root).kind if first.root else ""
    return Stopped(
        whose=names.get(first.root, ""),
        why=first.why,
        human=first.human,
        responsible=first.responsible,
        ask=first.root if kind in ("person", "contact") else "",
        passages=[_passage(each, looked) for each in found],
    )


def _passage(stops: Sequence[Stop], looked: Collection[str]) -> Passage:
    return Passage(
        words=stops[0].words,
        file=stops[0].file,
        places=list(dict.fromkeys(f"{stop.file}, {stop.where}".strip(", ") for stop in stops)),
        numbers=" ".join(dict.fromkeys(stop.number for stop in stops)),
        looked=all(cleared(stop, looked) for stop in stops),
    )
