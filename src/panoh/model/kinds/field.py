"""A field of a kind, described once: its label, its values and how two values agree."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import msgspec

from panoh.model.thesauri import Thesaurus


@dataclass(frozen=True, slots=True)
class Field:
    """What is said about a field beside its type, as `Annotated[type, Field(...)]`.

    `label` is a msgid. `term` is the thesaurus the value is taken from. `ref` is the kind of the
    entity the value names ("*" for any). `free` text never contradicts other text. A field of
    several values contradicts only if it is `one` in truth: each source tells a single value.
    """

    label: str
    term: Thesaurus | None = None
    ref: str = ""
    free: bool = False
    one: bool = False


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A field as programs use it: name, note, whether it holds several values, and its decoder."""

    name: str
    note: Field
    many: bool
    value_type: type
    decode: Callable[[msgspec.Raw], Any]


def describe(kind: type[msgspec.Struct]) -> Mapping[str, FieldSpec]:
    """The fields of a kind in their order; a field without a note is a mistake in the kind."""
    hints = get_type_hints(kind, include_extras=True)
    return {name: _spec(name, hints[name]) for name in kind.__struct_fields__}


def _spec(name: str, hint: Any) -> FieldSpec:
    if get_origin(hint) is not Annotated:
        raise TypeError(name)
    bare, note = get_args(hint)[:2]
    many = get_origin(bare) is tuple
    inner = get_args(bare)[0] if many else bare
    members = [part for part in get_args(inner) if part is not type(None)]
    value_type = members[0] if members else inner
    return FieldSpec(name, note, many, value_type, msgspec.json.Decoder(bare).decode)
