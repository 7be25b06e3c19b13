"""A view: what the live statements about one thing say, field by field, with who says it."""

from collections.abc import Collection, Container, Mapping
from dataclasses import dataclass
from functools import reduce
from itertools import combinations
from operator import attrgetter
from typing import Any

import msgspec

from panoh.casebook.live import Recorded, live_fields
from panoh.model.kinds import KINDS, Assessment, FieldSpec, upcast
from panoh.model.kinds.agreement import Root, agree, fuller
from panoh.model.kinds.judging import ACCEPTED
from panoh.model.statement import Statement

_NOTHING: frozenset[str] = frozenset()
_ASSESSMENT_FIELDS = frozenset(Assessment.__struct_fields__)


class Told(msgspec.Struct, frozen=True, gc=False):
    """One live value of one field, and the statement that carries it."""

    id: str
    statement: Statement
    value: Any

    @property
    def source(self) -> str:
        """The entity of the source, empty where a member speaks."""
        return self.statement.source


@dataclass(frozen=True, slots=True)
class Assessed:
    """What a member decided about a field, and whether that still holds.

    It reopens (`current` is false) when a value is told that the assessment did not weigh.
    """

    id: str
    outcome: str
    relied: frozenset[str]
    set_aside: frozenset[str]
    why: str
    current: bool


@dataclass(frozen=True, slots=True)
class View:
    """A person, act, event, …: folded from the live statements about its entities.

    `fields` holds what this version understands, `unread` what it keeps for others to read.
    """

    root: str
    entities: tuple[str, ...]
    kind: str
    fields: Mapping[str, tuple[Told, ...]]
    unread: Mapping[str, tuple[Told, ...]]
    assessments: Mapping[str, tuple[Assessed, ...]]

    def told(self, field: str) -> tuple[Told, ...]:
        """Every live value of the field with its source, in the order of the identifiers."""
        return self.fields.get(field, ())

    def each(self, field: str) -> list[Any]:
        """The values of a field that holds several, without repetition."""
        found: list[Any] = []
        for told in self.told(field):
            found.extend(value for value in told.value if value not in found)
        return found

    def relied(self, field: str) -> tuple[Told, ...]:
        """The values left after what every current assessment set aside.

        Where members differ in what they rely on, none of it is set aside: nobody is outvoted.
        """
        current = [each for each in self.assessments.get(field, ()) if each.current]
        said = [each.set_aside if each.outcome == ACCEPTED else _NOTHING for each in current]
        aside = frozenset.intersection(*said) if said else _NOTHING
        return tuple(told for told in self.told(field) if told.id not in aside)


@dataclass(frozen=True, slots=True)
class Settled:
    """What can be said of a field: a value if the sources agree, else all of them, unsure."""

    value: Any
    unsure: bool
    told: tuple[Told, ...]


def itself(entity: str) -> str:
    """The root of an entity that was joined with no other."""
    return entity


def settle(view: View, field: str, root: Root = itself) -> Settled:
    """The value of a field if what is relied on agrees; nothing is chosen where it does not."""
    spec = KINDS[view.kind].fields[field]
    told = view.relied(field)
    if disagreeing(spec, told, root):
        return Settled(None, unsure=True, told=told)
    value = reduce(fuller, (each.value for each in told), None)
    return Settled(value, unsure=False, told=told)


def settled(view: View, root: Root = itself) -> tuple[dict[str, Any], frozenset[str]]:
    """Every field on which what is relied on agrees, and the names of those on which it does not.

    Of a field of several values, what all sources tell together.
    """
    told, unsure = dict[str, Any](), set[str]()
    for name, spec in KINDS[view.kind].fields.items() if view.kind in KINDS else ():
        if not view.told(name):
            continue
        said = settle(view, name, root)
        if said.unsure:
            unsure.add(name)
        else:
            told[name] = tuple(view.each(name)) if spec.many else said.value
    return told, frozenset(unsure)


def disputes(view: View, root: Root = itself) -> dict[str, tuple[Told, ...]]:
    """The fields on which live values contradict each other and no assessment settles it."""
    spec = KINDS.get(view.kind)
    if spec is None:
        return {}
    return {
        name: told
        for name, told in view.fields.items()
        if len(told) > 1 and disagreeing(spec.fields[name], view.relied(name), root)
    }


def disagreeing(spec: FieldSpec, told: Collection[Told], root: Root) -> bool:
    """Whether values of one field contradict each other, whatever was assessed."""
    if spec.note.free or (spec.many and not spec.note.one):
        return False  # what one source adds, the other may simply not have said
    values = {msgspec.json.encode(each.value): each.value for each in told}.values()
    return any(not agree(spec, a, b, root) for a, b in combinations(values, 2))


def fold(
    root: str,
    statements: Collection[Recorded],
    needed: Mapping[str, Container[str]] | None = None,
) -> View:
    """The view of the entities that the statements are about; a function of the set alone.

    Where only some fields of each kind are `needed`, others need not be there if all is told at
    once: then nothing contradicts it.
    """
    live = live_fields(statements)
    own: list[Recorded] = []
    assessments: list[Recorded] = []
    for each in sorted(statements, key=_by_id):
        if each.id not in live or each.statement.kind == "retraction":
            continue
        (assessments if each.statement.kind == "assessment" else own).append(each)
    kind = own[0].statement.kind if own else ""
    entities = tuple(sorted({each.statement.about for each in statements}))
    some = needed.get(kind) if needed and len(statements) == 1 else None
    fields, unread = _values(own, live, kind, some)
    if some and not fields:
        fields, unread = _values(own, live, kind, None)
    return View(root, entities, kind, fields, unread, _assessed(assessments, live, fields))


_by_id = attrgetter("id")


def _values(
    own: Collection[Recorded],
    live: Mapping[str, frozenset[str]],
    kind: str,
    needed: Container[str] | None,
) -> tuple[dict[str, tuple[Told, ...]], dict[str, tuple[Told, ...]]]:
    fields: dict[str, tuple[Told, ...]] = {}
    unread: dict[str, tuple[Told, ...]] = {}
    for each in own:
        statement, stands = each.statement, live[each.id]
        newest = upcast(statement.kind, statement.version, statement.fields)
        specs = KINDS[kind].fields if kind in KINDS and statement.kind == kind else {}
        for name, raw in newest.items():
            if name not in stands and name in statement.fields:
                continue
            if needed is not None and name not in needed:
                continue
            value, understood = _decoded(specs.get(name), raw)
            found = fields if understood else unread
            told = Told(each.id, statement, value)
            found[name] = (*found[name], told) if name in found else (told,)
    return _sorted(fields), _sorted(unread)


def _sorted(found: dict[str, tuple[Told, ...]]) -> dict[str, tuple[Told, ...]]:
    return {name: found[name] for name in sorted(found)} if len(found) > 1 else found


def _decoded(spec: FieldSpec | None, raw: msgspec.Raw) -> tuple[Any, bool]:
    if spec is None:
        return raw, False
    try:
        return spec.decode(raw), True
    except msgspec.MsgspecError:
        return raw, False


def _assessed(
    assessments: Collection[Recorded],
    live: Mapping[str, frozenset[str]],
    fields: Mapping[str, tuple[Told, ...]],
) -> dict[str, tuple[Assessed, ...]]:
    found: dict[str, list[Assessed]] = {}
    for each in assessments:
        raw = {name: each.statement.fields[name] for name in live[each.id] & _ASSESSMENT_FIELDS}
        try:
            said = msgspec.convert(
                {name: msgspec.json.decode(value) for name, value in raw.items()}, Assessment
            )
        except msgspec.MsgspecError:
            continue
        if not said.field:
            continue  # replaced by a later one of the same member
        relied, aside = frozenset(said.relied), frozenset(said.set_aside)
        current = all(told.id in relied | aside for told in fields.get(said.field, ()))
        found.setdefault(said.field, []).append(
            Assessed(each.id, said.outcome, relied, aside, said.why, current)
        )
    return {name: tuple(found[name]) for name in sorted(found)}
