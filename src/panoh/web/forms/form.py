"""The fields of a kind as entries of a form, and a form that was sent as values of a kind."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import msgspec

from panoh.model.dates import DateAmbiguous, PartialDate, format_date
from panoh.model.errors import PanohError
from panoh.model.kinds import KINDS, FieldSpec
from panoh.web.forms.entry import Choice, Entry, Fault
from panoh.web.forms.values import codec_of
from panoh.web.forms.values.codec import Codec, Texts

Record = TypeVar("Record", bound=msgspec.Struct)
Form = Mapping[str, Sequence[str]]

#: More values than anybody types into one field.
MOST = 50


@dataclass(frozen=True, slots=True)
class Read:
    """What a form says: the values that could be read, by field, and what could not."""

    values: Mapping[str, Any]
    faults: tuple[Fault, ...]

    def record(self, struct: type[Record]) -> Record:
        """The values as a record."""
        return struct(**self.values)


def entries(
    kind: str,
    names: Iterable[str],
    language: str,
    *,
    prefix: str = "",
    record: msgspec.Struct | None = None,
    form: Form | None = None,
    faults: Iterable[Fault] = (),
) -> list[Entry]:
    """The named fields of a kind, filled from a form that was sent, else from a record."""
    wrong = {fault.name: fault for fault in faults}
    found = []
    for name in names:
        spec, at = KINDS[kind].fields[name], _at(prefix or kind, name)
        codec = codec_of(spec)
        if form is not None:
            rows = _sent(form, at, codec)
        else:
            rows = [codec.show(value, language) for value in _values(spec, record)]
        found.append(
            Entry(
                name=at,
                label=spec.note.label,
                widget=codec.widget,
                rows=tuple(rows) or (dict.fromkeys(codec.parts, ""),),
                choices=_choices(spec),
                many=spec.many,
                fault=wrong.get(at),
            )
        )
    return found


def read(kind: str, names: Iterable[str], form: Form, language: str, *, prefix: str = "") -> Read:
    """The named fields as they were sent; a field that cannot be read is a fault, never guessed."""
    values: dict[str, Any] = {}
    faults: list[Fault] = []
    for name in names:
        spec, at = KINDS[kind].fields[name], _at(prefix or kind, name)
        codec = codec_of(spec)
        try:
            told = [codec.read(texts, language) for texts in _sent(form, at, codec)]
        except PanohError as error:
            faults.append(Fault.of(error, at, spec.note.label, _instead(error, language)))
            continue
        told = [value for value in told if value is not None]
        if told:
            values[name] = tuple(told) if spec.many else told[0]
    return Read(values, tuple(faults))


def _at(prefix: str, name: str) -> str:
    return f"{prefix}.{name}"


def _values(spec: FieldSpec, record: msgspec.Struct | None) -> list[Any]:
    value = getattr(record, spec.name) if record is not None else None
    if spec.many:
        return list(value or ())
    return [value] if value else []


def _sent(form: Form, at: str, codec: Codec) -> list[Texts]:
    """The texts of each value: the parts of one value stand at the same place of their lists."""
    columns = {part: form.get(f"{at}.{part}" if part else at, ()) for part in codec.parts}
    length = min(MOST, max(map(len, columns.values()), default=0))
    return [
        {part: texts[row] if row < len(texts) else "" for part, texts in columns.items()}
        for row in range(length)
    ]


def _choices(spec: FieldSpec) -> tuple[Choice, ...]:
    if spec.note.term is None:
        return ()
    return tuple(Choice(term.code, term.label, term.note) for term in spec.note.term.terms.values())


def _instead(error: PanohError, language: str) -> list[str]:
    """Both readings of a date that can be read in two ways, in words that cannot."""
    if not isinstance(error, DateAmbiguous):
        return []
    return [format_date(each, language) for each in error.readings if isinstance(each, PartialDate)]
