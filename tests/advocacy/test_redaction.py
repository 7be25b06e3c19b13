"""Names in a text: found in every form with what they say, and taken out whole."""

import pytest
from tests.casebook.building import consent, noon, person

from panoh.advocacy.redaction import Redactor, passages
from panoh.casebook.consent.answers import Use
from panoh.casebook.record import Case
from panoh.model.kinds import Text

WAY = Use("public", "publication", noon().date())


@pytest.fixture
def madina(case: Case) -> str:
    """Madina, whom nobody asked; her brother Jamshed may be named."""
    jamshed = person(case, "Ҷамшед Саидов", born="1985")
    consent(case, jamshed, recipient="public", what=("name",), uses=("publication",))
    return person(case, "Мадина Раҳимова", born="1990")


def test_words_beside_each_other_are_one_passage(case: Case, madina: str) -> None:
    kept, taken = Redactor(case.vault.db, WAY).redact(
        "Мадину Рахимову уволили. Мадина ждёт.", "[…]"
    )
    assert kept == "[…] уволили. […] ждёт."
    assert taken == ("Мадину Рахимову", "Мадина")


def test_what_is_named_is_told_with_its_part_and_whose_it_is(case: Case, madina: str) -> None:
    text = Text("ru", "О Мадине", "Джамшед ждёт.", ("Где Рахимова?",))
    found = Redactor(case.vault.db, WAY).named(text)
    assert [(each.part, each.words, each.root) for each in found] == [
        ("Title", "Мадине", madina),
        ("Talking points", "Рахимова", madina),
    ]
    assert not any(each.unclear for each in found)


def test_an_everyday_word_is_for_a_person_to_look_at(case: Case) -> None:
    person(case, "Умед Раҷабов")
    found = Redactor(case.vault.db, WAY).named(Text("tg", "", "умед ҳаст. Умед зинда аст."))
    assert [(each.words, each.unclear) for each in found] == [("Умед", True)]


def test_a_text_without_names_is_as_it_was(case: Case, madina: str) -> None:
    redactor = Redactor(case.vault.db, WAY)
    assert redactor.redact("Ҷамшед Саидов.", "[…]") == ("Ҷамшед Саидов.", ())
    assert redactor.named(Text("ru", "Ҷамшед Саидов")) == []
    assert passages("anything", ()) == ()


def test_a_name_in_persian_letters_is_no_english_word(case: Case) -> None:
    person(case, "Саид Раҷабов")
    kept, taken = Redactor(case.vault.db, WAY).redact("سعید را بردند.", "[…]")
    assert (kept, taken) == ("[…] را بردند.", ("سعید",))
