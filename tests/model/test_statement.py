"""The statement on the wire: the same bytes each time, nothing decoded in part, nothing lost."""

import json
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from panoh.model.kinds import KINDS, Act, Mention, Person, kind_of, references, upcast
from panoh.model.names import Name
from panoh.model.statement import (
    MAX_BODY,
    Statement,
    StatementUnreadable,
    decode,
    encode,
    raw_fields,
)

text = st.text(max_size=20)
values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | text,
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=5,
)
statements = st.builds(
    lambda fields, **rest: Statement(fields=raw_fields(fields), **rest),
    about=text,
    kind=text,
    version=st.integers(1, 9),
    source=text,
    by=text,
    recorded=text,
    language=text,
    fields=st.dictionaries(text, values, max_size=4),
    replaces=st.lists(st.tuples(text, text), max_size=2).map(tuple),
)


@given(statements)
def test_what_is_written_is_read_and_written_the_same(statement: Statement) -> None:
    body = encode(statement)
    assert encode(decode(body)) == body
    assert b"\n" not in body


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{}",
        b"[]",
        b"nonsense",
        b'{"about":1}',
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"about":"a","kind":"person","by":"us","recorded":"","fields":{"x":',
        b'{"about":"a","kind":"person","by":"us","recorded":"","fields":[]}',
        b" " * (MAX_BODY + 1),
    ],
)
def test_bytes_that_do_not_follow_the_format_are_refused_whole(body: bytes) -> None:
    with pytest.raises(StatementUnreadable):
        decode(body)


def test_fields_of_a_newer_version_pass_through_untouched() -> None:
    body = (
        b'{"about":"a","kind":"person","version":7,"by":"us","recorded":"2031-01-01T00:00:00Z",'
        b'"fields":{"aura":{"hue":"blue","of":[1,2]}}}'
    )
    assert json.loads(encode(decode(body)))["fields"] == {"aura": {"hue": "blue", "of": [1, 2]}}
    assert upcast("person", 7, decode(body).fields) == decode(body).fields


@pytest.mark.parametrize("spec", KINDS.values(), ids=lambda spec: spec.name)
def test_every_kind_can_say_nothing_at_all(spec: Any) -> None:
    empty = spec.struct()
    assert msgspec.to_builtins(empty) == {}
    assert kind_of(empty) is spec
    assert all(each.note.label for each in spec.fields.values())


def test_an_act_names_its_victim_and_whom_it_was_meant_to_pressure() -> None:
    record = Act(
        victim="v" * 32, pressured=(Mention("e" * 32, "her brother"), Mention("", "a son"))
    )
    fields = KINDS["act"].fields
    assert references(fields["victim"], record.victim) == ("v" * 32,)
    assert references(fields["pressured"], record.pressured) == ("e" * 32,)
    assert (
        references(KINDS["person"].fields["names"], Person(names=(Name.of("Зарина"),)).names) == ()
    )
