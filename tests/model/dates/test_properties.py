"""What must hold for every partial date."""

from contextlib import suppress
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from panoh.model.dates import (
    DateError,
    PartialDate,
    age_on,
    bounds,
    compatible,
    contains,
    format_date,
    more_precise,
    parse_date,
    sort_key,
)

LANGUAGES = ("en", "ru", "tg", "fa", "de")


def valid(edtf: str) -> bool:
    try:
        PartialDate(edtf)
    except DateError:
        return False
    return True


days = st.dates(date(1900, 1, 1), date(2100, 12, 31)).map(str)
bare = st.one_of(
    days,
    days.map(lambda day: day[:7]),
    days.map(lambda day: day[:7] + "-XX"),
    days.map(lambda day: day[:4]),
    days.map(lambda day: day[:4] + "-XX"),
    days.map(lambda day: day[:3] + "X"),
    days.map(lambda day: day[:2] + "XX"),
    st.tuples(days, st.integers(21, 24)).map(lambda pair: f"{pair[0][:4]}-{pair[1]}"),
)
yearless = st.one_of(days.map(lambda day: "XXXX" + day[4:]), days.map(lambda d: "XXXX" + d[4:7]))
ones = st.tuples(st.one_of(bare, yearless), st.sampled_from(["", "", "~", "?", "%"])).map("".join)
dated = st.tuples(bare, st.sampled_from(["", "", "~", "?", "%"])).map("".join)
intervals = st.one_of(
    st.tuples(dated, dated).map("/".join),
    dated.map(lambda one: f"../{one}"),
    dated.map(lambda one: f"{one}/.."),
).filter(lambda edtf: valid(edtf) and len(set(edtf.replace("-XX", "").split("/"))) == 2)
partial_dates = st.one_of(st.just(""), ones, intervals).map(PartialDate)


@given(partial_dates, st.sampled_from(LANGUAGES))
def test_words_are_read_back_to_the_same_days(d: PartialDate, language: str) -> None:
    again = parse_date(format_date(d, language))
    assert bounds(again) == bounds(d)
    assert again.edtf.replace("-XX", "") == d.edtf.replace("-XX", "")


@given(partial_dates.filter(lambda d: "-2" not in d.edtf[4:6]))
def test_the_wire_form_is_read_as_itself(d: PartialDate) -> None:
    assert parse_date(d.edtf).edtf == d.edtf


@given(partial_dates)
def test_bounds_are_in_order(d: PartialDate) -> None:
    first, last = bounds(d)
    assert first is None or last is None or first <= last


@given(partial_dates, partial_dates)
def test_compatible_is_symmetric(a: PartialDate, b: PartialDate) -> None:
    assert compatible(a, b) == compatible(b, a)


@given(partial_dates)
def test_compatible_is_reflexive_and_unknown_agrees(d: PartialDate) -> None:
    assert compatible(d, d)
    assert compatible(d, PartialDate(""))


@given(partial_dates, partial_dates)
def test_what_contains_another_is_compatible_and_no_more_precise(
    a: PartialDate, b: PartialDate
) -> None:
    if contains(a, b):
        assert compatible(a, b)
        assert more_precise(b, a) is b


@given(partial_dates, partial_dates)
def test_the_order_is_the_same_whoever_is_asked_first(a: PartialDate, b: PartialDate) -> None:
    assert sorted([a, b], key=sort_key) == sorted([b, a], key=sort_key)


@given(partial_dates, st.sampled_from(["", "~", "?", "%"]))
def test_doubt_never_makes_a_date_more_precise(d: PartialDate, mark: str) -> None:
    if d.edtf and "/" not in d.edtf and d.edtf[-1] not in "~?%":
        assert contains(PartialDate(d.edtf + mark), d)


@given(partial_dates, st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_ages_are_in_order(birth: PartialDate, day: date) -> None:
    youngest, oldest = age_on(birth, day)
    assert youngest is None or oldest is None or 0 <= youngest <= oldest


@given(partial_dates)
def test_it_survives_the_wire(d: PartialDate) -> None:
    assert msgspec.json.decode(msgspec.json.encode(d), type=PartialDate) == d


@given(st.text(alphabet="0123456789-X/.~?%", max_size=14))
def test_decoding_refuses_in_the_language_of_msgspec(edtf: str) -> None:
    if not valid(edtf):
        with pytest.raises(msgspec.ValidationError):
            msgspec.convert({"edtf": edtf}, PartialDate)


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(DateError):
        assert parse_date(text).text == text
