"""A name keeps what was written; letters are repaired only for comparison."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panoh.model.names import Name, NameEmpty, NameKind, NameTooLong, fold, normalise, script_of


@pytest.mark.parametrize(
    ("text", "script"),
    [("Ҷамшед", "Cyrl"), ("Jamshed", "Latn"), ("جمشید", "Arab"), ("ﺟﻤﺸﯿﺪ", "Arab"), ("12", "")],
)
def test_a_name_knows_its_script(text: str, script: str) -> None:
    assert Name.of(text).script == script_of(text) == script


def test_the_text_stays_as_written() -> None:
    name = Name.of("  Рӯзӣ  ў.", NameKind.GIVEN)
    assert (name.text, name.kind) == ("Рӯзӣ  ў.", "given")


@given(st.text(min_size=1, max_size=300))
def test_only_outer_space_and_nfc_change(text: str) -> None:
    kept = unicodedata.normalize("NFC", text).strip()
    if any(letter.isalnum() for letter in kept) and len(kept) <= 300:
        assert Name.of(text).text == kept
    else:
        with pytest.raises((NameEmpty, NameTooLong)):
            Name.of(text)


@pytest.mark.parametrize("text", ["", "  ", "—", "\u200b"])
def test_nothing_is_no_name(text: str) -> None:
    with pytest.raises(NameEmpty) as error:
        Name.of(text)
    assert error.value.code == "name-empty"


def test_a_story_is_no_name() -> None:
    with pytest.raises(NameTooLong) as error:
        Name.of("Саидов " * 60)
    assert error.value.code == "name-too-long"
    assert "Саидов" not in str(error.value)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Рўзи\u0304", "Рӯзӣ"),
        ("Сай\u00adдов\u200b", "Сайдов"),
        ("علي كريم", "علی کریم"),
        ("رحیم\u200cزاده", "رحیم\u200cزاده"),
        ("\u200cО\u200cлим\u200c", "Олим"),
        ("o‘g‘li", "oʼgʼli"),
    ],
)
def test_code_points_are_repaired(written: str, meant: str) -> None:
    assert normalise(written) == meant
    assert normalise(meant) == meant


@given(st.text(alphabet="абқӯўи\u0304\u200c\u00adҷҳ يكا' "))
def test_repairing_twice_changes_nothing_more(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@pytest.mark.parametrize(
    "spellings",
    [
        ("Ҷамшед", "Джамшед", "Jamshed", "Dzhamshed", "Dschamsched", "Djamshed", "Jаmshed"),
        ("Хамроқулов", "Ҳамроқулов", "Khamrokulov", "Hamroqulov", "Ḩamroķulov", "Hamrokulow"),
        ("Ғафур", "Гафур", "Gʻafur", "Ghafur", "Ġafur", "Gafur"),
        ("Шоҳин", "Shohin", "Schohin", "Šoḩin"),
        ("Юсуф", "Yusuf", "Ûsuf"),
    ],
)  # fmt: skip
def test_one_name_folds_to_one_form(spellings: tuple[str, ...]) -> None:
    assert len({fold(spelling) for spelling in spellings}) == 1


def test_figures_survive_folding() -> None:
    assert fold("ул. Айнӣ 110") == "ul. ayni 110"
