"""What is told of one thing, ready to be shown: each value with who tells it and its marks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from panoh.casebook.index.reading import root_of
from panoh.casebook.view import Told, View, disputes
from panoh.casebook.wording import Wording, title_of
from panoh.model.kinds import KINDS, FieldSpec, Perpetrator, references


@dataclass(frozen=True, slots=True)
class Value:
    """One value: its words, who tells it, the statement, and whether it was set aside.

    `links` are persons it names who have a page: their roots and names.
    """

    text: str
    source: str
    statement: str
    aside: bool
    links: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One field with every value told of it; `open` where sources contradict each other."""

    label: str
    field: str
    values: Sequence[Value]
    open: bool
    settled: bool

    @property
    def sources(self) -> str:
        """Everybody who tells it, for a mark on hover."""
        return "; ".join(dict.fromkeys(each.source for each in self.values))


def facts(db: Any, view: View, words: Wording, without: Sequence[str] = ()) -> list[Fact]:
    """The fields of a view in the order of its kind."""
    if view.kind not in KINDS:
        return []
    different = disputes(view, lambda entity: root_of(db, entity))
    specs = KINDS[view.kind].fields
    return [
        Fact(
            label=words.say(specs[name].note.label),
            field=name,
            values=list(_values(db, view, name, words)),
            open=name in different,
            settled=any(each.current for each in view.assessments.get(name, ())),
        )
        for name in specs
        if name in view.fields and name not in without
    ]


def _values(db: Any, view: View, name: str, words: Wording) -> Iterator[Value]:
    spec, relied = KINDS[view.kind].fields[name], {told.id for told in view.relied(name)}
    for told in view.told(name):
        roots = dict.fromkeys(root_of(db, each) for each in references(spec, told.value))
        linked = [(root, title_of(db, root)) for root in roots]
        text = _text(db, told, spec, words)
        if spec.note.ref or (linked and not text.strip(" ,")):
            # Somebody who is named by their entity alone is called by their own name.
            text = ", ".join(title or words.say("(no name)") for _, title in linked)
        people = [each for each in linked if _kind(db, each[0]) == "person"]
        yield Value(
            text=text,
            source=words.source(db, told),
            statement=told.id,
            aside=told.id not in relied,
            links=people if spec.value_type is Perpetrator else (),
        )


def _text(db: Any, told: Told, spec: FieldSpec, words: Wording) -> str:
    """The words of a value; who is recorded is called by the name they have there."""
    if spec.value_type is not Perpetrator:
        return words.value(told, spec)
    return ", ".join(
        words.doer(each, (each.entity and title_of(db, root_of(db, each.entity))) or "")
        for each in told.value
    )


def _kind(db: Any, root: str) -> str:
    return str(db.execute("SELECT kind FROM entity WHERE id = ?", (root,)).get or "")
