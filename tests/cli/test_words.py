"""Which language is spoken, and that every code a person meets has a word."""

from collections.abc import Iterator

import click
import pytest

from panoh.casebook import reviewing
from panoh.casebook.pairs import LIKELY, POSSIBLE
from panoh.cli import words
from panoh.model import kinds
from panoh.vault.findings import Severity


@pytest.fixture(autouse=True)
def _elsewhere() -> Iterator[None]:
    words.of_environment.cache_clear()
    yield
    words.of_environment.cache_clear()


@pytest.mark.parametrize(
    ("environment", "spoken"),
    [
        ({"LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "ru_RU.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "ru"}, "ru"),
        ({"LANG": "eo"}, "en"),
        ({"LANG": "tg_TJ.UTF-8"}, "ru"),
        ({"LANG": "fa_IR.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_the_environment_asks_for_a_language(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], spoken: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert words.language() == spoken


@pytest.mark.parametrize(("asked", "spoken"), [(True, "en"), (False, "ru")])
def test_a_program_that_asks_for_json_always_reads_english(
    monkeypatch: pytest.MonkeyPatch, asked: bool, spoken: str
) -> None:
    monkeypatch.setenv("LC_ALL", "ru_RU.UTF-8")
    with click.Context(click.Command("people")) as context:
        context.params["as_json"] = asked
        assert words.language() == spoken


def test_words_of_ours_in_a_message_are_said_and_others_stay(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    russian = {"{name} is damaged: {reason}.": "{reason}: {name}", "it is cut short": "обрезано"}
    monkeypatch.setattr(words, "say", lambda text: russian.get(text, text))
    said = words.fill("{name} is damaged: {reason}.", {"name": "m/1", "reason": "it is cut short"})
    assert said == "обрезано: m/1"
    assert words.fill("It costs {}", {}) == "It costs {}"


def test_every_code_has_a_word() -> None:
    assert set(words.KINDS) == set(kinds.KINDS)
    assert set(words.SEVERITIES) == set(Severity)
    assert set(reviewing.LEVELS) == {LIKELY, POSSIBLE}
