"""Help speaks the language of the person at the keyboard, also where click itself speaks."""

from importlib import import_module
from pathlib import Path

import click
import pytest

from panoh.cli import COMMANDS, helping
from panoh.cli.helping import CLICK, translated

RUSSIAN = {"Do it.\n\nAnd more.": "Сделать.", "How.": "Как.", "Below.": "Ниже."}


def test_the_help_of_a_command_its_options_and_subcommands_is_translated(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    @click.group("outer")
    @click.option("--how", help="How.")
    @click.option("--silent")
    def outer(how: str, silent: str) -> None:
        """Do it.

        And more.
        """

    @outer.command("inner")
    def inner() -> None:
        """Below."""

    monkeypatch.setattr(helping, "say", lambda text: RUSSIAN.get(text, text))
    told = translated(outer)
    with click.Context(told) as context:
        text = told.get_help(context)
    assert "Сделать." in text
    assert "Как." in text
    assert "inner  Ниже." in text
    assert "more" not in text


def test_what_we_translate_for_click_is_what_click_says() -> None:
    folder = Path(click.__file__).parent
    source = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    unsaid = [
        text for text in CLICK if text.replace("\n", "\\n").replace("\t", "\\t") not in source
    ]
    assert unsaid == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_what_it_does(name: str) -> None:
    module, _said = COMMANDS[name]
    assert import_module(f"panoh.cli.{module}").command.help
