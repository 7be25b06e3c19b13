"""Whether two sources can mean one place."""

import pytest

from panoh.model.places import Place, compatible, name_of


@pytest.mark.parametrize(
    ("a", "b", "agree"),
    [
        ("tj-asht", "tj-asht", True),
        ("tj-asht", "tj-su", True),
        ("tj", "tj-site-sizo-1", True),
        ("tj-roshtqala", "tj-khorugh", False),
        ("tj-nurobod", "tj-rasht", False),
        ("tj-asht", "tj-kt", False),
    ],
)
def test_places_of_the_table(a: str, b: str, agree: bool) -> None:
    one, other = Place("x", id=a), Place("y", id=b)
    assert compatible(one, other) is agree
    assert compatible(other, one) is agree


def test_words_outside_the_table_are_not_compared() -> None:
    assert compatible(Place("Навобод"), Place("Рашт", id="tj-rasht")) is None
    assert compatible(Place("Навобод"), Place("Обигарм")) is None
    assert compatible(Place("Деҳаи  Навобод"), Place("деҳаи Навобод")) is True


def test_an_id_of_a_newer_table_is_not_compared() -> None:
    assert compatible(Place("x", id="tj-later"), Place("y", id="tj-rasht")) is None


def test_names() -> None:
    place = Place("Гарм", id="tj-rasht")
    assert [name_of(place, language) for language in ("en", "tg", "ru", "fa", "de")] == [
        "Rasht", "Рашт", "Рашт", "رشت", "Rasht",
    ]  # fmt: skip
    assert name_of(Place("Навобод"), "en") == "Навобод"
