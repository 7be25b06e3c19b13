"""Finding the record a person means by the first characters of its identifier, or by a name."""

from collections.abc import Collection
from typing import Any, ClassVar

from panoh.casebook.consent.watched import decides
from panoh.casebook.index.reading import members, naming, root_of
from panoh.casebook.search import find_people
from panoh.casebook.sides import side
from panoh.casebook.wording import Wording, title_of
from panoh.cli import printing
from panoh.cli.words import language, say
from panoh.emergency.watching.reading import orders
from panoh.model.errors import PanohError
from panoh.model.statement import Statement

LEAST, MANY, WHOLE, SHOWN = 4, 8, 64, 12
PERSON, CONTACT, PLAN, ORDER = "person", "contact", "plan", "order"


class NotFound(PanohError):
    """Nothing, or more than one thing, answers to what was typed."""

    code: ClassVar[str] = "not-found"
    message: ClassVar[str] = "Exactly one is needed; those that answer to this: {count}."
    hint: ClassVar[str] = "List them with `panoh people` or `panoh search`, and give the id."
    exit_status: ClassVar[int] = 4


class StatementNotFound(PanohError):
    """Nothing, or more than one statement, begins with what was typed."""

    code: ClassVar[str] = "statement-not-found"
    message: ClassVar[str] = "Exactly one statement is needed; so many begin with this: {count}."
    hint: ClassVar[str] = "Its number stands in `panoh show WHO --history`."
    exit_status: ClassVar[int] = 4


def person(db: Any, typed: str, kinds: Collection[str] = (PERSON,)) -> str:
    """The root of the one person (or other kind of record) meant; raises `NotFound` otherwise."""
    return _only(db, _meant(db, typed, kinds))


def whoever(db: Any, typed: str) -> str:
    """The one person or contact meant; a contact who is recorded as a person is that person."""
    return _only(db, {decides(db, root) for root in _meant(db, typed, (PERSON, CONTACT))})


def plan_of(db: Any, typed: str) -> str:
    """The one plan meant by its id, or by the name of the person it is for."""
    roots = _meant(db, typed, (PLAN,))
    if not roots:
        people = _meant(db, typed, (PERSON,))
        named = [each for who in people for each in naming(db, members(db, who), PLAN, "person")]
        roots = {view.root for view in named}
    if len(roots) != 1:
        raise NotFound(count=len(roots))
    return roots.pop()


def check_in_of(db: Any, typed: str) -> str:
    """The one check-in meant by its id, or by its title."""
    named = {each.root for each in orders(db) if each.title.casefold() == typed.casefold()}
    return _only(db, named or {root for root, kind in _by_id(db, typed) if kind == ORDER})


def record(db: Any, typed: str) -> str:
    """The root of the one record meant, of any kind by its id; raises `NotFound` otherwise."""
    return _only(db, {root for root, _kind in _by_id(db, typed)} or _meant(db, typed, (PERSON,)))


def statement(db: Any, typed: str) -> str:
    """The full number of the one statement that begins so; raises `StatementNotFound`."""
    low = typed.ljust(WHOLE, "0") if _hexadecimal(typed, MANY) else ""
    high = typed.ljust(WHOLE, "f") if low else ""
    found: list[bytes] = [
        row[0]
        for row in db.execute(
            "SELECT id FROM statement WHERE id >= ? AND id <= ? LIMIT 2",
            (bytes.fromhex(low), bytes.fromhex(high)),
        )
    ]
    if len(found) != 1:
        raise StatementNotFound(count=len(found))
    return found[0].hex()


def told_by(db: Any, told: Statement) -> str:
    """Who tells, and in which row of a list."""
    who = title_of(db, told.source) if told.source else say("a member")
    row = f", {say('row')} {told.origin.row}" if told.origin and told.origin.row else ""
    return who + row


def _hexadecimal(typed: str, least: int) -> bool:
    return least <= len(typed) <= WHOLE and all(letter in "0123456789abcdef" for letter in typed)


def _by_id(db: Any, typed: str) -> list[tuple[str, str]]:
    if not _hexadecimal(typed, LEAST):
        return []
    rows = db.execute("SELECT id, kind FROM entity WHERE id >= ? AND id < ?", (typed, typed + "g"))
    return [(root_of(db, id_), kind) for id_, kind in list(rows)]


def _meant(db: Any, typed: str, kinds: Collection[str]) -> set[str]:
    roots = {root for root, kind in _by_id(db, typed) if kind in kinds}
    return roots or {found.root for found in find_people(db, typed) if found.kind in kinds}


def _only(db: Any, roots: set[str]) -> str:
    if len(roots) > 1:
        _list(db, roots)
    if len(roots) != 1:
        raise NotFound(count=len(roots))
    return next(iter(roots))


def _list(db: Any, roots: set[str]) -> None:
    """Show on standard error who may be meant, so that the next try can name one by id."""
    for root in sorted(roots)[:SHOWN]:
        each = side(db, root, Wording(language()))
        told = ", ".join(filter(None, [each.names, each.born, each.places, each.source]))
        printing.line(f"  {root[:8]}  {told}", err=True)
