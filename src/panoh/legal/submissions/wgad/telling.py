"""From views to facts: what the sources agree on, what is contested, what may not be passed on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from panoh.casebook.index.reading import root_of, view_of
from panoh.casebook.naming import title
from panoh.casebook.view import Told, View, settle
from panoh.legal.submissions.wgad.complaint import Fact, Passage, Permissions, Value
from panoh.legal.submissions.wgad.fields import WORDS, Question
from panoh.legal.submissions.wgad.languages import language_name
from panoh.legal.submissions.wgad.notes import Notes
from panoh.legal.submissions.wgad.spoken import name_shown, spoken
from panoh.model.dates import PartialDate, sort_key
from panoh.model.kinds import KINDS, FieldSpec, Mention, Perpetrator

SOMEBODY = "another person (name withheld)"
RELATIVE = "a relative (name withheld)"
#: Parts of perpetrators that the form asks for apart; all others "carried it out".
ORDERED = ("ordered", "planned", "responsible")


@dataclass(frozen=True, slots=True)
class Teller:
    """What tells about one person: the index, what that person allows, the notes so far.

    `kin` are the roots of those known to be relatives of the person.
    """

    db: Any
    allowed: Permissions
    notes: Notes
    languages: tuple[str, ...]
    root: str
    kin: frozenset[str] = frozenset()

    def fact(self, view: View, question: Question) -> Fact:
        """The answer of this view to a question; never more than the person allowed."""
        told = self.relied(view, question.field)
        if told and not self.allowed.may(self.root, question.consent):
            return Fact(question.label, ask=question.ask, withheld=True)
        values, differ = self._values(view, question, told)
        foreign = self._foreign(view, question, told)
        return Fact(question.label, values, differ, question.ask, to_translate=foreign)

    def _foreign(self, view: View, question: Question, told: Sequence[Told]) -> str:
        """The languages of free words that nobody has translated."""
        if not told or not KINDS[view.kind].fields[question.field].note.free:
            return ""
        return ", ".join(dict.fromkeys(filter(None, map(self._to_translate, told))))

    def relied(self, view: View, field: str) -> list[Told]:
        """The statements that answer a field and say more than "unknown"."""
        if not field or view.kind not in KINDS:
            return []
        told = [each for each in view.relied(field) if _says_something(each.value)]
        return sorted(told, key=lambda each: (each.statement.recorded, each.id))

    def _values(
        self, view: View, question: Question, told: Sequence[Told]
    ) -> tuple[tuple[Value, ...], int]:
        if not told:
            return (), 0
        spec = KINDS[view.kind].fields[question.field]
        settled = settle(view, question.field, self.root_of)
        if spec.many or spec.note.free or settled.unsure:
            values = self._each(spec, question, told)
            differ = len({self.root_of(each.statement.voice) for each in told})
            return values, differ if settled.unsure and len(values) > 1 else 0
        text = self.spoken(spec, settled.value)
        return ((Value(text, self.notes.numbers(told)),), 0) if text else ((), 0)

    def _each(self, spec: FieldSpec, question: Question, told: Iterable[Told]) -> tuple[Value, ...]:
        """Every different answer in words, with all the statements that give it."""
        found: dict[str, list[Told]] = {}
        for each in sorted(told, key=_in_time):
            for value in each.value if spec.many else (each.value,):
                text = self.spoken(spec, value) if _asked(question, value) else ""
                if text:
                    found.setdefault(text, []).append(each)
        return tuple(Value(text, self.notes.numbers(who)) for text, who in found.items())

    def spoken(self, spec: FieldSpec, value: Any) -> str:
        """A value in words, with nobody named who did not allow it."""
        return spoken(spec, value, self.called)

    def root_of(self, entity: str) -> str:
        """The root of an entity's cluster; a voice without an entity is its own."""
        return root_of(self.db, entity)

    def called(self, value: Mention | Perpetrator) -> str:
        """What somebody else may be called: a group by its name, a person only if they allow it."""
        if not value.entity:
            return SOMEBODY if isinstance(value, Mention) and value.text else ""
        root = self.root_of(value.entity)
        view = view_of(self.db, root)
        did_it = isinstance(value, Perpetrator) and root in self.allowed.responsible
        if view.kind == "group" or did_it or self.allowed.may(root, "name"):
            return _with_original(view)
        return RELATIVE if root in self.kin else SOMEBODY

    def passages(self, view: View) -> tuple[Passage, ...]:
        """What is told in words, each passage once; a translated one stands for its original."""
        if not self.allowed.may(self.root, "facts"):
            return ()
        found: dict[tuple[str, str, str], list[Told]] = {}
        for label, field in WORDS:
            told = self.relied(view, field) if field in KINDS[view.kind].fields else []
            translated = {each.statement.translation_of for each in told if self._readable(each)}
            for each in told:
                if each.id not in translated:
                    key = (label, str(each.value), self._to_translate(each))
                    found.setdefault(key, []).append(each)
        return tuple(
            Passage(label, text, self.notes.numbers(told), language)
            for (label, text, language), told in found.items()
        )

    def _readable(self, told: Told) -> bool:
        return told.statement.language in self.languages

    def _to_translate(self, told: Told) -> str:
        if self._readable(told):
            return ""
        return language_name(told.statement.language) or "language not recorded"


def _says_something(value: Any) -> bool:
    if isinstance(value, PartialDate):
        return bool(value.edtf)
    return value not in (None, "", "unknown", ())


def _in_time(told: Told) -> tuple[object, ...]:
    """Dates in their order; everything else in the order it was recorded."""
    return sort_key(told.value) if isinstance(told.value, PartialDate) else ()


def _with_original(view: View) -> str:
    """A name in Latin letters, with the spelling it was computed from."""
    shown, original = name_shown(view), title(view)
    return shown if shown == original else f"{shown} ({original})"


def _asked(question: Question, value: Any) -> bool:
    """Whether a value belongs to the part that the question asks for."""
    if isinstance(value, Perpetrator):
        return (value.degree in ORDERED) is (question.part == "ordered")
    return not question.part or value.kind == question.part
