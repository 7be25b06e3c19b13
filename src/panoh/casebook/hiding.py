"""Hiding a statement and showing it again: it leaves the views, and stays in the history.

What is hidden may be what names a person, so who looks for it cannot find it by the references
of what stands: the few retractions are gone through instead.
"""

from collections.abc import Collection, Iterator
from typing import Any, ClassVar

import msgspec

from panoh.casebook.index.reading import statements_of
from panoh.casebook.index.rows import SHOWN
from panoh.casebook.judge import retract
from panoh.casebook.live import Recorded, hidden_by, standing
from panoh.casebook.record import Case, save, tell
from panoh.model.errors import PanohError
from panoh.model.kinds import KINDS, Retraction, references, upcast

#: What a person may hide; a judgement is undone with the acts it joined, a row is kept raw.
HIDEABLE = frozenset((*SHOWN, "assessment"))


class NotHideable(PanohError):
    """There is no such statement, it is of another kind, or it is as it was asked to be."""

    code: ClassVar[str] = "not-hideable"
    message: ClassVar[str] = "Nothing was changed: {reason}."
    hint: ClassVar[str] = (
        "Find the statement with `panoh show WHO --history`; a decision on who is who is taken"
        " back with `panoh review --undo WHO`."
    )
    exit_status: ClassVar[int] = 39


def hide(case: Case, statement: str, why: str) -> str:
    """Hide one statement; returns the retraction. Raises `NotHideable`."""
    about, told = _found(case.vault.db, statement)
    if statement not in standing(told):
        raise NotHideable(reason="this statement is hidden already")
    return retract(case, about, statement, why)


def show_again(case: Case, statement: str, why: str) -> list[str]:
    """Show a hidden statement again: whatever hides it is retracted. Raises `NotHideable`."""
    about, told = _found(case.vault.db, statement)
    stands = standing(told)
    against = [each.id for each in told if each.id in stands and hidden_by(each) == statement]
    if not against:
        raise NotHideable(reason="this statement is not hidden")
    again = [tell(case, Retraction(statement=each, why=why), about) for each in against]
    return save(case, again)


def hidden_naming(db: Any, entities: Collection[str]) -> list[str]:
    """The records of which something is hidden that names one of these entities."""
    rows = db.execute("SELECT DISTINCT about FROM statement WHERE kind = 'retraction'")
    return [about for (about,) in list(rows) if _hidden_names(db, about, entities)]


def _hidden_names(db: Any, about: str, entities: Collection[str]) -> bool:
    told = statements_of(db, [about])
    stands = standing(told)
    gone = (each for each in told if each.id not in stands)
    return any(name in entities for each in gone for name in _names(each))


def _names(each: Recorded) -> Iterator[str]:
    said = each.statement
    specs = KINDS[said.kind].fields if said.kind in KINDS else {}
    for name, raw in upcast(said.kind, said.version, said.fields).items():
        if name in specs:
            try:
                yield from references(specs[name], specs[name].decode(raw))
            except msgspec.MsgspecError:
                continue


def _found(db: Any, statement: str) -> tuple[str, list[Recorded]]:
    row = db.execute(
        "SELECT about, kind FROM statement WHERE id = ?", (_bytes(statement),)
    ).fetchone()
    if row is None:
        raise NotHideable(reason="there is no such statement")
    about, kind = row
    if kind not in HIDEABLE:
        raise NotHideable(reason="a statement of this kind is not hidden by itself")
    return about, statements_of(db, [about])


def _bytes(statement: str) -> bytes:
    try:
        return bytes.fromhex(statement)
    except ValueError:
        raise NotHideable(reason="there is no such statement") from None
