"""Words in cells become terms, ages become bounds, relatives become names; the rest is said."""

import pytest

from panoh.intake.spreadsheet.rows import words as w
from panoh.intake.spreadsheet.rows.ages import Age, age_in, born_from
from panoh.intake.spreadsheet.rows.relatives import RelativeOf, relative_of
from panoh.model.dates import PartialDate, bounds, parse_date


@pytest.mark.parametrize(
    ("text", "codes", "why"),
    [
        ("задержан, избит, снят на видео", ("detention", "beating", "forced_video"), ""),
        ("дастгир шуд; лату кӯб шуд", ("detention", "beating"), ""),
        ("detained\nbeaten", ("detention", "beating"), ""),
        ("задержан с матерью", ("detention",), ""),
        ("задержан, украли корову", ("detention",), w.PARTLY_RECOGNISED),
        ("украли корову", (), w.NOT_RECOGNISED),
        ("не задержан", (), w.DENIED),
        ("избит, не задержан", ("beating",), w.DENIED),
        ("дастгир нашуд", (), w.DENIED),
        ("не выпустили из страны", ("exit_ban",), ""),
    ],
)
def test_acts_are_recognised_piece_by_piece_and_never_guessed(
    text: str, codes: tuple[str, ...], why: str
) -> None:
    assert w.acts_in(text) == (codes, why)


@pytest.mark.parametrize(
    ("text", "name", "words", "relation"),
    [
        ("Сипеҳр Шодмонов (падар)", "Сипеҳр Шодмонов", "падар", "father"),
        ("Каримов Шариф, брат", "Каримов Шариф", "брат", "brother"),
        ("Каримов Шариф — двоюродный брат", "Каримов Шариф", "двоюродный брат", "cousin"),
        ("бародари Наврӯз Саидов", "Наврӯз Саидов", "бародари", "brother"),
        ("двоюродный брат Шарифа Каримова", "Шарифа Каримова", "двоюродный брат", "cousin"),
        ("younger brother of Sharif Karimov", "Sharif Karimov", "younger brother", "brother"),
        ("Каримов Шариф (крёстный)", "Каримов Шариф", "крёстный", ""),
        ("Каримов Шариф", "Каримов Шариф", "", ""),
    ],
)
def test_whose_relative(text: str, name: str, words: str, relation: str) -> None:
    assert relative_of(text) == RelativeOf(name, words, relation)


@pytest.mark.parametrize(
    ("text", "bare", "age"),
    [
        ("81 сола", False, Age(972, 984)),
        ("1,5 сола", False, Age(15, 21)),
        ("8 месяцев", False, Age(8, 9)),
        ("34", False, None),
        ("34", True, Age(408, 420)),
        ("34 years old", False, Age(408, 420)),
        ("430", True, None),
        ("1957", True, None),
        ("молодой", True, None),
    ],
)
def test_ages(text: str, bare: bool, age: Age | None) -> None:
    assert age_in(text, bare=bare) == age


def test_an_age_bounds_the_birth_only_where_the_day_is_known() -> None:
    age = Age(972, 984)

    born = born_from(age, parse_date("01.10.2023"), "81 сола")

    assert born == PartialDate("1941-10?/1942-10?", text="81 сола")
    assert bounds(born)[0] is not None
    assert born_from(age, None, "81 сола") is None
    assert born_from(age, PartialDate(""), "81 сола") is None


def test_places_get_a_number_only_where_nothing_else_is_named() -> None:
    assert w.place_of("Восеъ").id
    assert w.place_of("Восеъ").text == "Восеъ"
    assert not w.place_of("Восеъ ё Рашт").id
    assert not w.place_of("дар роҳи Восеъ ба ҷои номаълум").id


@pytest.mark.parametrize("text", ["a\0b", "a\u202eb", "a\x07b"])
def test_signs_that_cannot_be_seen_do_not_reach_names(text: str) -> None:
    assert w.clean(text) == "ab"
