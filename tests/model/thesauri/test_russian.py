"""Every label and note of the lists, and every label of a field, speaks Russian."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from panoh.model import messages
from panoh.model.kinds import KINDS, KindSpec
from panoh.model.thesauri import THESAURI

PO = messages.FOLDER / "ru" / "LC_MESSAGES" / "panoh.po"
#: Names of services are the same in every language.
NAMES = {"Signal", "WhatsApp", "Telegram"}


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    with PO.open("rb") as file:
        return read_po(file, locale="ru", abort_invalid=True)


@pytest.mark.parametrize("each", THESAURI, ids=[each.name for each in THESAURI])
def test_every_label_and_note_is_translated(each: object, catalogue: Catalog) -> None:
    texts = [
        text
        for thesaurus in THESAURI
        if thesaurus is each
        for term in thesaurus.terms.values()
        for text in (term.label, term.note)
        if text
    ]
    for text in texts:
        message = catalogue.get(text)
        assert message is not None, text
        assert message.string, text
        assert not message.fuzzy
        assert text in NAMES or re.search("[а-яё]", str(message.string)), text
        assert text.endswith(".") == str(message.string).endswith("."), text


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_every_label_of_a_field_is_translated(kind: KindSpec, catalogue: Catalog) -> None:
    for field in kind.fields.values():
        message = catalogue.get(field.note.label)
        assert message is not None, field.note.label
        assert message.string, field.note.label


def test_russian_has_three_plural_forms(catalogue: Catalog) -> None:
    assert catalogue.num_plurals == 3


def test_the_compiled_catalogue_speaks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, catalogue: Catalog
) -> None:
    folder = tmp_path / "ru" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "panoh.mo").open("wb") as file:
        write_mo(file, catalogue)
    monkeypatch.setattr(messages, "FOLDER", tmp_path)
    messages.translator.cache_clear()
    try:
        say = messages.translator("ru")
        assert say("Detention") == "Лишение свободы"
        assert say("of a newer version") == "of a newer version"
        assert say("") == ""
        assert messages.translator("xx")("Detention") == "Detention"
    finally:
        messages.translator.cache_clear()
