"""The matter before a body: the newest about some people, begun or gone on with."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from panoh.casebook.index.reading import newest_of, root_of, view_of
from panoh.casebook.record import Case, save, tell
from panoh.casebook.view import View
from panoh.model.ids import new_entity
from panoh.model.kinds import KINDS, Matter


def latest_matter(db: Any, persons: Sequence[str]) -> View | None:
    """The newest matter that is about all of these persons; one about others is never used."""
    wanted = {root_of(db, each) for each in persons}
    for matter in matters(db):
        if wanted <= {root_of(db, each) for each in matter.each("persons")}:
            return matter
    return None


def matters(db: Any, limit: int = -1) -> list[View]:
    """The matters, the newest first: all, or so many."""
    return newest_of(db, "matter", limit)


def begin_matter(case: Case, record: Matter) -> View:
    """A new matter."""
    about = new_entity()
    save(case, [tell(case, record, about)])
    return view_of(case.vault.db, about)


def change_matter(case: Case, matter: View, told: Mapping[str, Any]) -> View:
    """Tell some fields of a matter anew, in place of what stands there; others stay as they are.

    What is the same already is not told again. A field that is told empty is emptied.
    """
    changed = {name: value for name, value in told.items() if value != _now(matter, name)}
    if not changed:
        return matter
    replaces = [(each.id, name) for name in changed for each in matter.told(name)]
    statement = tell(case, Matter(**changed), matter.root, replaces=replaces)
    # A record leaves out what is empty; here that it is empty is what is told.
    fields = {name: msgspec.Raw(msgspec.json.encode(value)) for name, value in changed.items()}
    save(case, [msgspec.structs.replace(statement, fields=fields)])
    return view_of(case.vault.db, matter.root)


def _now(matter: View, name: str) -> Any:
    """What is told of a field; where it is told in two ways it has to be told anew."""
    values = [each.value for each in matter.told(name)]
    if not values:
        return () if KINDS["matter"].fields[name].many else ""
    return values[0] if len(values) == 1 else None
