"""Which statements stand, and which of their fields are live.

Both are functions of a *set* of statements: the order in which they arrived never matters.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable

import msgspec

from panoh.model.statement import Statement


class Recorded(msgspec.Struct, frozen=True, gc=False):
    """A statement with the identifier its leaf gave it."""

    id: str
    statement: Statement


def standing(statements: Collection[Recorded]) -> frozenset[str]:
    """The statements that are not retracted.

    A retraction counts while it is not itself retracted, and only for a statement about the same
    entity, so that nobody hides in one place what is told in another.
    """
    about = {each.id: each.statement.about for each in statements}
    against: dict[str, list[str]] = defaultdict(list)
    for each in statements:
        target = hidden_by(each)
        if target and about.get(target) == each.statement.about:
            against[target].append(each.id)
    known: dict[str, bool] = {}
    for each in statements:
        _settle(each.id, against, known)
    return frozenset(id_ for id_, stands in known.items() if stands)


def hidden_by(each: Recorded) -> str:
    """The statement that a retraction speaks against; empty for anything else."""
    if each.statement.kind != "retraction" or "statement" not in each.statement.fields:
        return ""
    try:
        return msgspec.json.decode(each.statement.fields["statement"], type=str)
    except msgspec.MsgspecError:
        return ""


def _settle(start: str, against: dict[str, list[str]], known: dict[str, bool]) -> None:
    """Decide `start` after everything that speaks against it; a stack, for chains may be long."""
    stack = [start]
    while stack:
        id_ = stack[-1]
        if id_ in known:
            stack.pop()
            continue
        open_ = [other for other in against[id_] if other not in known]
        if open_:
            stack.extend(open_)
            continue
        known[id_] = not any(known[other] for other in against[id_])
        stack.pop()


def live_fields(statements: Collection[Recorded]) -> dict[str, frozenset[str]]:
    """For each standing statement the names of its fields that nothing standing replaces.

    Only the same voice replaces, and only about the same entity and kind: another source stands
    beside.
    """
    if len(statements) == 1:  # nothing can speak against it: an identifier is a hash
        return {each.id: frozenset(each.statement.fields) for each in statements}
    stands = standing(statements)
    by_id = {each.id: each.statement for each in statements if each.id in stands}
    replaced = _replaced(by_id)
    return {
        id_: frozenset(name for name in statement.fields if (id_, name) not in replaced)
        for id_, statement in by_id.items()
    }


def _replaced(by_id: dict[str, Statement]) -> set[tuple[str, str]]:
    replaced = set()
    for statement in by_id.values():
        for target, field in statement.replaces:
            old = by_id.get(target)
            if old is not None and _may_replace(statement, old):
                replaced.add((target, field))
    return replaced


def _may_replace(new: Statement, old: Statement) -> bool:
    return (new.voice, new.about, new.kind) == (old.voice, old.about, old.kind)


def of_kind(statements: Iterable[Recorded], kind: str) -> list[Recorded]:
    """Those of one kind, in the order of their identifiers."""
    return sorted((each for each in statements if each.statement.kind == kind), key=lambda r: r.id)
