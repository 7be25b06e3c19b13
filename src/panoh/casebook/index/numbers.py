"""Gives every entity its number in this index, in the order in which they are first named."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import count
from typing import Any

from panoh.casebook.index.reading import as_json


@dataclass(frozen=True, slots=True)
class Numbers:
    """The number of each entity. The `unnamed` had none before; the `untold` were only named."""

    of: Mapping[str, int]
    unnamed: Set[str]
    untold: Set[str]


def all_numbered(db: Any, named: Iterable[str], known: Mapping[str, int]) -> Mapping[str, int]:
    """The number of each entity, where those of most are known."""
    others = [each for each in dict.fromkeys(named) if each not in known]
    return {**known, **numbered(db, others, {}).of} if others else known


def numbered(db: Any, named: Iterable[str], kinds: Mapping[str, str]) -> Numbers:
    """The number of each entity; who was never named before gets one. `kinds` is what they are."""
    wanted = dict.fromkeys(named)
    found = list(
        db.execute(
            "SELECT e.id, e.n, e.kind FROM json_each(?) j JOIN known e ON e.id = j.value",
            (as_json(wanted),),
        )
    )
    known = {id_: n for id_, n, _ in found}
    unnamed = _next(db, [each for each in wanted if each not in known])
    untold = {id_ for id_, _, kind in found if not kind}
    if unnamed:
        db.executemany(
            "INSERT INTO known VALUES(?2, ?1, ?3, ?2, 0)",
            [(id_, n, kinds.get(id_, "")) for id_, n in unnamed.items()],
        )
    for id_ in untold & kinds.keys():
        db.execute("UPDATE known SET kind = ? WHERE n = ?", (kinds[id_], known[id_]))
    return Numbers(known | unnamed, unnamed.keys(), untold)


def _next(db: Any, entities: Sequence[str]) -> dict[str, int]:
    if not entities:
        return {}
    first = db.execute("SELECT max(n) + 1 FROM known").fetchone()[0]
    return dict(zip(entities, count(first), strict=False))
