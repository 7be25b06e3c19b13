"""Forms made from the model: what is shown is read back, and what is wrong is told beside it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from panoh.model.dates import PartialDate, parse_date
from panoh.model.kinds import (
    KINDS,
    Account,
    Act,
    CodeWord,
    FieldSpec,
    HardDate,
    IdentityDocument,
    Mention,
    Part,
    Perpetrator,
    Rung,
    Source,
)
from panoh.model.kinds.values import Cell
from panoh.model.languages import LANGUAGES
from panoh.model.names import Name
from panoh.model.places import TABLE, Place
from panoh.model.thesauri import ACTS, ANSWERS, BASIS, INVOLVEMENT, PERPETRATORS, STEPS
from panoh.web.forms import codec_of, entries, read
from panoh.web.forms.values.name import KINDS as NAME_KINDS
from panoh.web.forms.values.place import ROLES

languages = st.sampled_from(list(LANGUAGES))
letters = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Z"))
words = st.text(letters, min_size=1, max_size=40)
maybe = st.just("") | words
entities = st.text("0123456789abcdef", min_size=32, max_size=32)
days = st.dates(date(1501, 1, 1), date(2199, 12, 31)).map(lambda day: day.isoformat())
edtf = days | days.map(lambda day: day[:7]) | days.map(lambda day: day[:4]) | days.map(
    lambda day: f"../{day}"
)  # fmt: skip


def as_a_name(text: str) -> str:
    """A name holds a letter or figure at least."""
    return text if any(letter.isalnum() for letter in text) else f"{text}a"


VALUES: Mapping[type, st.SearchStrategy[Any]] = {
    str: words,
    int: st.integers(1, 10**12),
    PartialDate: st.builds(PartialDate, edtf),
    Place: st.builds(Place, words, st.sampled_from(["", *TABLE]), st.sampled_from(["", *ROLES])),
    Name: st.builds(Name.of, words.map(as_a_name), st.sampled_from(NAME_KINDS)),
    Mention: st.builds(Mention, entities, maybe),
    Perpetrator: st.builds(
        Perpetrator,
        entities,
        maybe,
        st.sampled_from(["", *PERPETRATORS.terms]),
        st.sampled_from(["", *INVOLVEMENT.terms]),
        st.sampled_from(["", *BASIS.terms]),
    ),
    IdentityDocument: st.builds(IdentityDocument, maybe, words, maybe),
    Rung: st.builds(
        Rung,
        st.sampled_from(list(STEPS.terms)),
        st.just("") | entities,
        words,
        st.sampled_from(["", *ANSWERS.terms]),
        st.integers(0, 10_000),
        maybe,
        maybe,
    ),
    CodeWord: st.builds(CodeWord, words, maybe, st.just("") | edtf),
    Account: st.builds(Account, words, maybe, maybe, st.booleans()),
    HardDate: st.builds(HardDate, words, st.just("") | edtf),
}


def values_of(spec: FieldSpec) -> st.SearchStrategy[Any]:
    """Any value that a form may hold in this field."""
    if spec.note.ref:
        return entities
    if spec.note.term is not None:
        return st.sampled_from(list(spec.note.term.terms))
    return VALUES[spec.value_type]


FIELDS = [
    pytest.param(kind.name, spec, id=f"{kind.name}.{spec.name}")
    for kind in KINDS.values()
    for spec in kind.fields.values()
    if spec.value_type in VALUES or spec.note.ref or spec.note.term
]


@pytest.mark.parametrize(("kind", "spec"), FIELDS)
@settings(max_examples=20)
@given(st.data(), languages)
def test_what_is_shown_is_read_back(
    kind: str, spec: FieldSpec, data: st.DataObject, language: str
) -> None:
    value = data.draw(values_of(spec))
    record = KINDS[kind].struct(**{spec.name: (value,) if spec.many else value})
    (entry,) = entries(kind, [spec.name], language, record=record)
    again = read(kind, [spec.name], sent(entry.name, entry.rows), language)
    assert again.faults == ()
    assert meant(getattr(again.record(KINDS[kind].struct), spec.name)) == meant(
        getattr(record, spec.name)
    )


def meant(value: Any) -> Any:
    """A date without the words it is told in: those of the form stand there now."""
    if isinstance(value, PartialDate):
        return value.edtf, value.calendar
    return tuple(map(meant, value)) if isinstance(value, tuple) else value


def sent(name: str, rows: Sequence[Mapping[str, str]]) -> dict[str, list[str]]:
    """A form as a browser sends it: every input of every row."""
    form: dict[str, list[str]] = {}
    for row in rows:
        for part, text in row.items():
            form.setdefault(f"{name}.{part}" if part else name, []).append(text)
    return form


@given(
    st.sampled_from([field.values for field in FIELDS]), languages, st.lists(st.text(max_size=60))
)
def test_whatever_is_sent_is_read_or_told(
    field: tuple[str, FieldSpec], language: str, texts: list[str]
) -> None:
    kind, spec = field
    name = f"{kind}.{spec.name}"
    form = {f"{name}.{part}" if part else name: texts for part in codec_of(spec).parts}
    found = read(kind, [spec.name], form, language)
    found.record(KINDS[kind].struct)
    for fault in found.faults:
        assert (fault.name, fault.label) == (name, spec.note.label)
        assert fault.code
        assert fault.message
        assert fault.hint


def test_everything_may_be_empty() -> None:
    names = ["victim", "type", "when", "places", "perpetrators", "pressured", "message"]
    shown = entries("act", names, "en")
    form = {key: texts for each in shown for key, texts in sent(each.name, each.rows).items()}
    assert read("act", names, form, "en").record(Act) == Act()


def test_a_date_keeps_its_words() -> None:
    when = parse_date("в начале мая 2024 года")
    (entry,) = entries("act", ["when"], "en", record=Act(when=when))
    assert entry.texts == ("в начале мая 2024 года",)
    assert read("act", ["when"], sent(entry.name, entry.rows), "en").values["when"] == when


def test_a_date_that_can_be_read_in_two_ways_is_told_with_both() -> None:
    (fault,) = read("act", ["when"], {"act.when": ["03/04/2023"]}, "en").faults
    assert fault.code == "date-ambiguous"
    assert fault.instead == ("3 April 2023", "4 March 2023")
    (entry,) = entries("act", ["when"], "en", form={"act.when": ["03/04/2023"]}, faults=[fault])
    assert entry.texts == ("03/04/2023",)
    assert entry.fault is fault


@pytest.mark.parametrize("typed", ["detention", "Detention", "Лишение свободы", "задержали"])
def test_a_term_is_found_by_code_label_or_words(typed: str) -> None:
    assert read("act", ["type"], {"act.type": [typed]}, "en").values == {"type": "detention"}


def test_words_that_name_two_terms_or_none_are_told() -> None:
    for typed in ("xyzzy", "beaten and fined"):
        (fault,) = read("act", ["type"], {"act.type": [typed]}, "en").faults
        assert fault.code == "term-not-listed"


def test_long_lists_are_searched_and_short_ones_chosen_from() -> None:
    (act,) = entries("act", ["type"], "en", record=Act(type="beating"))
    (told,) = entries("source", ["connection"], "en", record=Source(connection="relative"))
    assert (act.widget, act.texts) == ("search", ("Beating",))
    assert (told.widget, told.texts) == ("choice", ("relative",))
    assert len(act.choices) == len(ACTS.terms)


def test_a_place_that_was_chosen_stays_chosen_until_its_words_change() -> None:
    form = {"act.places": ["by the market"], "act.places.id": ["tj-khujand"]}
    kept = form | {"act.places.was": ["by the market"]}
    assert read("act", ["places"], kept, "en").values["places"][0].id == "tj-khujand"
    changed = form | {"act.places.was": ["in the house"]}
    assert read("act", ["places"], changed, "en").values["places"][0].id == ""
    named = {"act.places": ["в Худжанде"]}
    assert read("act", ["places"], named, "en").values["places"][0].id == "tj-khujand"


@pytest.mark.parametrize("type_", [Part, Cell])
def test_what_is_not_for_hands_is_in_no_form(type_: type) -> None:
    spec = next(
        spec for kind in KINDS.values() for spec in kind.fields.values() if spec.value_type is type_
    )
    with pytest.raises(TypeError):
        codec_of(spec)
