"""The languages on offer, and what a reader gets where one of them lacks words."""

from panoh.model.languages import LANGUAGES, chain
from panoh.model.messages import awaits_review, translator

ENGLISH = "Everything told about one person."


def test_each_language_calls_itself_by_its_own_name() -> None:
    assert [each.name for each in LANGUAGES.values()] == [
        "English", "Русский", "Тоҷикӣ", "فارسی", "Deutsch",
    ]  # fmt: skip


def test_only_persian_begins_at_the_right() -> None:
    assert [code for code, each in LANGUAGES.items() if each.direction == "rtl"] == ["fa"]


def test_what_stands_in_is_a_language_we_have_and_ends_in_english() -> None:
    assert chain("tg") == ["tg", "ru"]
    assert chain("fa") == ["fa"]
    assert chain("de") == ["de"]
    assert chain("en") == []
    assert chain("xx") == []


def test_what_tajik_lacks_is_said_in_russian_and_what_persian_lacks_in_english() -> None:
    assert translator("tg")(ENGLISH) == translator("ru")(ENGLISH) != ENGLISH
    assert translator("fa")(ENGLISH) == ENGLISH
    assert translator("de")(ENGLISH) == ENGLISH


def test_what_tajik_has_is_said_in_tajik() -> None:
    title = "A relative was taken"
    said = {code: translator(code)(title) for code in LANGUAGES}
    assert len(set(said.values())) == len(LANGUAGES)
    assert said["en"] == title


def test_nothing_stays_nothing_in_every_language() -> None:
    assert {translator(code)("") for code in LANGUAGES} == {""}


def test_the_languages_no_native_speaker_has_read_say_so() -> None:
    assert [code for code in LANGUAGES if awaits_review(code)] == ["tg", "fa", "de"]
    assert not awaits_review("xx")
