"""In Arabic letters s and z are told apart: زد ("hit") is not the name Саид."""

import pytest

from panoh.casebook.consent.sibilants import hisses_otherwise

SAIDS = ["Мадина Саидова", "Саид", "Ҷамшед Саидзода"]


@pytest.mark.parametrize("word", ["زد", "ذعد", "زاید"])
def test_a_word_with_z_is_not_a_name_with_s(word: str) -> None:
    assert hisses_otherwise(word, SAIDS)


@pytest.mark.parametrize("word", ["سعید", "صاعد", "سعیدزاده", "سعیداف", "سید"])
def test_the_name_itself_in_any_spelling_is(word: str) -> None:
    assert not hisses_otherwise(word, SAIDS)


@pytest.mark.parametrize(
    ("word", "name"),
    [("زید", "Zaid"), ("زید", "Said"), ("سعید", "Zaid"), ("زهرا", "Заҳро"), ("عزیز", "Азиз"),
     ("رستم", "Рустам"), ("جمشید", "Ҷамшед"), ("زد", "Saidov")],
)  # fmt: skip
def test_latin_names_and_names_of_the_same_sound_still_stop(word: str, name: str) -> None:
    assert not hisses_otherwise(word, [name])


def test_letters_that_are_not_arabic_never_differ() -> None:
    assert not hisses_otherwise("Заид", SAIDS)
    assert not hisses_otherwise("zad", SAIDS)


def test_one_name_that_fits_is_enough() -> None:
    assert hisses_otherwise("زد", ["Саид"])
    assert not hisses_otherwise("زد", ["Саид", "Зоид"])
