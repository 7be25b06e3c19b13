"""Contradictions: where sources differ on a field, saying which is relied on, and undoing that.

Nothing is removed: what is set aside stays visible. Where two members rely on different
statements, neither prevails and the field stays contested.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, ClassVar

from panoh.casebook.index.reading import root_of, statements_of, view_of
from panoh.casebook.judge import assess, retract
from panoh.casebook.people import person_file
from panoh.casebook.record import Case
from panoh.casebook.view import Told, View, disagreeing, disputes
from panoh.model.errors import PanohError
from panoh.model.kinds import KINDS


class NothingToSettle(PanohError):
    """Nothing is told of this field, or nobody settled it, or the statements are others'."""

    code: ClassVar[str] = "nothing-to-settle"
    message: ClassVar[str] = "This cannot be settled: {reason}."
    hint: ClassVar[str] = "List what is contested with `panoh settle WHO`; nothing was changed."
    exit_status: ClassVar[int] = 38


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A field of one record on which sources differ; `open` until an assessment settles it."""

    view: View
    field: str
    open: bool

    @property
    def told(self) -> tuple[Told, ...]:
        """Every value that stands, with its statement."""
        return self.view.told(self.field)

    @property
    def relied(self) -> frozenset[str]:
        """The statements that are relied on; all of them while nothing is settled."""
        return frozenset(told.id for told in self.view.relied(self.field))


def contradictions(db: Any, entity: str) -> list[Contradiction]:
    """Where sources differ about a record; of a person, also about acts, observations and links.

    Those that are open come first.
    """
    view = view_of(db, entity)
    views = [view]
    if view.kind == "person":
        file = person_file(db, entity)
        views += [*file.acts, *file.statuses, *file.links]
    found = [each for one in views for each in _of(db, one)]
    return sorted(found, key=lambda each: not each.open)


def rely(
    case: Case, entity: str, field: str, statements: Collection[str], why: str
) -> Contradiction | None:
    """Rely on these statements of a field and set its others aside.

    The member's own earlier decision is replaced; another member's stands beside it. Returns the
    contradiction as it is now, `None` if the sources do not differ. Raises `NothingToSettle`.
    """
    view = view_of(case.vault.db, entity)
    told = {each.id for each in view.told(field)}
    if not told:
        raise NothingToSettle(reason="nothing is told of this field")
    if not statements or not told >= set(statements):
        raise NothingToSettle(reason="what is relied on must be statements of this field")
    about, replaces = _own(case, view, field)
    assess(case, about, field, statements, told - set(statements), why, replaces=replaces)
    return _now(case.vault.db, entity, field)


def reopen(case: Case, entity: str, field: str, why: str) -> Contradiction | None:
    """Take the newest decision on a field back; an earlier one of the same member counts again.

    Raises `NothingToSettle` where nobody decided.
    """
    db = case.vault.db
    said = view_of(db, entity).assessments.get(field, ())
    newest = [(_place(db, each.id), each.id) for each in said]
    if not newest:
        raise NothingToSettle(reason="nobody has settled this field")
    _n, ident = max(newest)
    about = db.execute("SELECT about FROM statement WHERE id = ?", (bytes.fromhex(ident),)).get
    retract(case, about, ident, why)
    return _now(db, entity, field)


def _of(db: Any, view: View) -> list[Contradiction]:
    spec = KINDS.get(view.kind)
    open_ = disputes(view, lambda entity: root_of(db, entity))
    return [
        Contradiction(view, name, name in open_)
        for name, told in view.fields.items()
        if spec is not None
        and disagreeing(spec.fields[name], told, lambda entity: root_of(db, entity))
    ]


def _now(db: Any, entity: str, field: str) -> Contradiction | None:
    return next((each for each in _of(db, view_of(db, entity)) if each.field == field), None)


def _own(case: Case, view: View, field: str) -> tuple[str, list[tuple[str, str]]]:
    """Where the member's own decision on this field stands, and all of it, to be replaced."""
    mine = {each.id for each in view.assessments.get(field, ())}
    for each in statements_of(case.vault.db, view.entities):
        if each.id in mine and each.statement.by == case.member:
            return each.statement.about, [(each.id, name) for name in each.statement.fields]
    return view.root, []


def _place(db: Any, ident: str) -> int:
    found = db.execute("SELECT n FROM statement WHERE id = ?", (bytes.fromhex(ident),)).get
    return int(found)
