"""Everything people read has its words in every language we have."""

import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo, write_mo

from panoh.model import messages
from panoh.model.languages import LANGUAGES

RUN = ".venv/bin/python src/panoh/locale/extract"
PLANTED = "Nobody has translated {this} yet."


@pytest.fixture(scope="module")
def extract() -> ModuleType:
    """The script that keeps the catalogues, as a module; nothing is written beside it."""
    path = messages.FOLDER / "extract"
    module = ModuleType("extract")
    module.__file__ = str(path)
    exec(compile(path.read_bytes(), path, "exec"), module.__dict__)  # noqa: S102 - our own file
    return module


@pytest.fixture(scope="module")
def template(extract: ModuleType) -> Catalog:
    found: Catalog = extract.collected()
    return found


@pytest.fixture(scope="module")
def wanted(extract: ModuleType, template: Catalog, catalogue: Catalog) -> set[str]:
    """What the catalogue has to hold: a partial language holds only its parts."""
    return ids(extract.wanted(template, str(catalogue.locale)))


@pytest.fixture(
    scope="module",
    params=sorted(messages.FOLDER.glob("*/LC_MESSAGES/*.po")),
    ids=lambda path: path.parent.parent.name,
)
def catalogue(extract: ModuleType, request: pytest.FixtureRequest) -> Catalog:
    found: Catalog = extract.read(request.param)
    return found


def ids(catalogue: Catalog) -> set[str]:
    return {str(message.id) for message in catalogue if message.id}


def faults(catalogue: Catalog, wanted: set[str]) -> Iterator[str]:
    """What is wrong with a catalogue, in words that say what to do."""
    for text in sorted(wanted):
        message = catalogue.get(text)
        if message is None or not message.string:
            yield f"run {RUN}, then translate: {text}"
        elif message.fuzzy:
            yield f"look at the translation and take the mark fuzzy away: {text}"
        elif braces(text) != braces(str(message.string)):
            yield f"the braces differ: {text} | {message.string}"
    for text in sorted(ids(catalogue) - wanted):
        yield f"no longer in the code; run {RUN}: {text}"


def braces(text: str) -> set[str]:
    return set(re.findall(r"\{[^{}]*\}", text))


def test_every_message_is_translated(catalogue: Catalog, wanted: set[str]) -> None:
    found = list(faults(catalogue, wanted))
    assert not found, "\n".join(found)


def test_what_is_missing_left_over_or_unlike_is_seen() -> None:
    catalogue = Catalog(locale="ru")
    catalogue.add("not sure", "не уверен", flags=["fuzzy"])
    catalogue.add("Row {row}", "Строка {number}")
    catalogue.add("gone", "нет")
    expected = {PLANTED, "not sure", "Row {row}"}
    assert [each.split(":")[0] for each in faults(catalogue, expected)] == [
        f"run {RUN}, then translate",
        "the braces differ",
        "look at the translation and take the mark fuzzy away",
        f"no longer in the code; run {RUN}",
    ]


def test_messages_are_found_wherever_they_stand(extract: ModuleType, tmp_path: Path) -> None:
    file = tmp_path / "planted.py"
    file.write_text(
        'a = _("one " "text")\nb = f"… {say(\'inside\')}"\nc = say(a)\n'
        'raise Broken(name=a, reason="a reason")\nother(reason="no message")\n'
        '@click.command("x")\n@click.option("--y", help="an option")\n'
        'def x():\n    """A command.\n\n    And more.\n    """\n'
        'def z():\n    """No command."""\n'
    )
    found = set(extract.in_file(file, {"Broken"}))
    assert found == {"one text", "inside", "a reason", "an option", "A command.\n\nAnd more."}


def test_a_file_of_data_names_the_keys_of_its_messages(extract: ModuleType, tmp_path: Path) -> None:
    file = tmp_path / "planted.toml"
    file.write_text(
        'messages = ["what", "steps"]\n[[measure]]\nid = "lock"\nwhat = "Lock it"\n'
        'how = [{ on = "linux", steps = ["Open", "Close"] }]\nempty = ""\n'
    )
    assert list(extract.in_data(file)) == ["Lock it", "Open", "Close"]
    file.write_text('[[measure]]\nwhat = "Not for people"\n')
    assert list(extract.in_data(file)) == []


def test_errors_field_labels_and_commands_are_among_them(template: Catalog) -> None:
    assert {
        "This passphrase does not open the vault.",
        "What was done",
        "Decide who is the same person.",
        "its signature is wrong",
    } <= ids(template)


def test_whole_languages_hold_everything_and_partial_ones_their_parts(
    extract: ModuleType, template: Catalog
) -> None:
    title = "A relative was taken"
    for code, language in LANGUAGES.items():
        held = ids(extract.wanted(template, code))
        assert title in held
        assert (held == ids(template)) == language.whole


def test_a_message_that_two_parts_share_is_wanted(extract: ModuleType) -> None:
    template = Catalog()
    template.add("shared", locations=[("cli/show.py", 0), ("guidance/areas.py", 0)])
    template.add("elsewhere", locations=[("cli/show.py", 0)])
    assert ids(extract.wanted(template, "fa")) == {"shared"}
    assert ids(extract.wanted(template, "ru")) == {"shared", "elsewhere"}


def test_every_language_but_english_has_a_catalogue_and_every_part_a_folder(
    extract: ModuleType,
) -> None:
    found = {path.parent.parent.name for path in messages.FOLDER.glob("*/LC_MESSAGES/*.po")}
    assert found == set(LANGUAGES) - {"en"}
    for part, languages in extract.PARTS.items():
        assert list(extract.PACKAGE.glob(f"{part}*"))
        assert set(languages) <= found


def test_an_update_keeps_what_is_translated(extract: ModuleType, tmp_path: Path) -> None:
    file = tmp_path / "ru" / "LC_MESSAGES" / "panoh.po"
    file.parent.mkdir(parents=True)
    old = messages.FOLDER / "ru" / "LC_MESSAGES" / "panoh.po"
    file.write_bytes(old.read_bytes())
    template = Catalog()
    template.add("Detention")
    template.add(PLANTED)
    updated = extract.update(file, template)
    assert {str(each.id): each.string for each in updated if each.id} == {
        "Detention": "Лишение свободы",
        PLANTED: "",
    }
    assert updated.num_plurals == 3


def test_the_catalogue_compiles(catalogue: Catalog, tmp_path: Path) -> None:
    with (tmp_path / "panoh.mo").open("wb") as target:
        write_mo(target, catalogue)
    with (tmp_path / "panoh.mo").open("rb") as source:
        assert ids(read_mo(source)) == {
            str(each.id) for each in catalogue if each.id and each.string
        }
