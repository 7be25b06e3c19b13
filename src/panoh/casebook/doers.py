"""Who did it: officials and bodies that are known already, and saying so of an act."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import msgspec

from panoh.casebook.consent.responsible import DID_IT, POSTS
from panoh.casebook.index.reading import (
    members,
    naming,
    number_of,
    root_of,
    view_of,
    views_numbered,
)
from panoh.casebook.naming import whole_names
from panoh.casebook.record import OWN, Case, Context, save, tell
from panoh.casebook.search import find_people
from panoh.casebook.view import View
from panoh.model.errors import PanohError
from panoh.model.ids import new_entity
from panoh.model.kinds import Act, Group, Perpetrator, Person
from panoh.model.names import Name
from panoh.model.statement import Statement

PERSON, GROUP = "person", "group"
#: Among so many people of a like name officials are looked for.
AMONG = 200


class NoDoer(PanohError):
    """What is named as who did it is no person and no body, or no act is meant."""

    code: ClassVar[str] = "no-doer"
    message: ClassVar[str] = "It cannot be seen who did it, or what was done."
    hint: ClassVar[str] = "Nothing was changed. Choose somebody from the list, or write the words."
    exit_status: ClassVar[int] = 39


@dataclass(frozen=True, slots=True)
class Doer:
    """An official or a body that is recorded: names, posts, and the kind of body (a term)."""

    root: str
    kind: str
    names: tuple[str, ...]
    posts: tuple[str, ...]
    type: str


def known_doers(db: Any, name: str, limit: int = 5) -> list[Doer]:
    """The officials and bodies whose names this name fits, in any spelling; best first."""
    found: list[Doer] = []
    for each in find_people(db, name, AMONG) if len(name.strip()) > 1 else ():
        if len(found) == limit:
            break
        if each.kind == GROUP or (each.kind == PERSON and is_official(db, each.root)):
            found.append(_doer(db, each.root))
    return found


def is_official(db: Any, person: str) -> bool:
    """Whether a person is named as who did something, or holds a post in a body."""
    return _did_anything(db, person) or bool(_posts(db, person))


def done_by(db: Any, who: str, most: int = -1) -> tuple[list[View], int]:
    """So many acts that name a person or body as who did it, and how many more there are."""
    rows = [row[0] for row in db.execute(_DONE_BY, (number_of(db, root_of(db, who)), *DID_IT))]
    shown = rows if most < 0 else rows[:most]
    return views_numbered(db, shown), len(rows) - len(shown)


def say_who_did_it(
    case: Case, act: str, who: Perpetrator, context: Context = OWN, *, new: str = ""
) -> None:
    """Add who did it to an act; `new` is the kind of record that is made of the words.

    A body may stand in a document without anybody's consent, so never make one of a person.
    Raises `NoDoer` and the errors of names.
    """
    db = case.vault.db
    view = view_of(db, act)
    if view.kind != DID_IT[0] or who == Perpetrator():
        raise NoDoer
    if who.entity and view_of(db, who.entity).kind not in (PERSON, GROUP):
        raise NoDoer
    told: list[Statement] = []
    if new:
        told, who = _made(case, who, context, new)
    save(case, [*told, tell(case, Act(perpetrators=(who,)), view.root, context)])


def _made(
    case: Case, who: Perpetrator, context: Context, kind: str
) -> tuple[list[Statement], Perpetrator]:
    """The record of somebody who is not recorded yet, and that they did it."""
    names, about = (Name.of(who.text),), new_entity()
    record = Group(names=names, type=who.type) if kind == GROUP else Person(names=names)
    made = tell(case, record, about, context)
    return [made], msgspec.structs.replace(who, entity=about)


_DONE_BY = """SELECT DISTINCT a.root FROM known p JOIN refers r ON r.target = p.n
 AND r.kind = ?2 AND r.field = ?3 JOIN known a ON a.n = r.about WHERE p.root = ?1 ORDER BY a.root"""


def _did_anything(db: Any, person: str) -> bool:
    root = number_of(db, root_of(db, person))
    return db.execute(f"{_DONE_BY} LIMIT 1", (root, *DID_IT)).fetchone() is not None


def _posts(db: Any, person: str) -> list[str]:
    """The bodies in which a person holds a post."""
    links = naming(db, members(db, root_of(db, person)), "link", "start")
    held = [each for each in links if POSTS & {told.value for told in each.told("relation")}]
    ends = dict.fromkeys(root_of(db, told.value) for link in held for told in link.told("end"))
    return [end for end in ends if view_of(db, end).kind == GROUP]


def _doer(db: Any, root: str) -> Doer:
    view = view_of(db, root)
    return Doer(
        root=view.root,
        kind=view.kind,
        names=tuple(whole_names(view)),
        posts=_called(db, _posts(db, root)) if view.kind == PERSON else (),
        type=next((str(told.value) for told in view.told("type") if told.value), ""),
    )


def _called(db: Any, groups: Sequence[str]) -> tuple[str, ...]:
    return tuple(name for group in groups for name in whole_names(view_of(db, group))[:1])
