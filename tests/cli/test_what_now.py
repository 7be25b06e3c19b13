"""`panoh what-now`: the situations on the command line, without a vault."""

import itertools
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.cli.commands import Desk

from panoh.cli import words
from panoh.cli.what_now import WIDTH, command, lines
from panoh.guidance import AREAS, SITUATIONS, situation
from panoh.model.languages import LANGUAGES
from panoh.model.messages import awaits_review, translator


def printed(*arguments: str) -> str:
    done = CliRunner().invoke(command, list(arguments))
    assert done.exit_code == 0, done.output
    return done.output


@pytest.mark.parametrize(("key", "language"), list(itertools.product(SITUATIONS, LANGUAGES)))
def test_every_situation_is_printed_whole_in_every_language(key: str, language: str) -> None:
    told, say = SITUATIONS[key], translator(language)
    text = printed(key, "--language", language)
    together = " ".join(text.split())
    steps = [step for part in situation.PARTS for step in getattr(told, part)]
    for step in steps:
        assert " ".join(say(step.text).split()) in together
        assert not step.why or say(step.why) in together
        for fact in step.facts:
            assert say(fact.text) in together
            assert fact.contact in together
    for heading in situation.PARTS.values():
        assert say(heading) in text
    for area in told.areas:
        assert say(AREAS[area]) in text
    for key_beside in told.see:
        assert f"({key_beside})" in text
    assert text.count(f"[{say(situation.ABROAD)}]") == sum(step.abroad for step in steps)
    assert (say(situation.NOT_REVIEWED) in text) == awaits_review(language)
    assert "{" not in text


def test_what_is_not_confirmed_says_so_beside_the_number() -> None:
    told = printed("taken", "--language", "en").splitlines()
    number = next(i for i, line in enumerate(told) if "+353 1 210 0489" in line)
    assert "Not confirmed" in told[number + 1]
    official = next(i for i, line in enumerate(told) if "https://www.frontline" in line)
    assert "Looked up: November 2026" in told[official + 1]


@pytest.mark.parametrize(("today", "old"), [(date(2026, 12, 1), False), (date(2028, 1, 1), True)])
def test_a_fact_that_was_read_long_ago_says_so(today: date, old: bool) -> None:
    text = "\n".join(lines(SITUATIONS["taken"], "en", today))
    assert ("more than 90 days ago" in text) == old


def test_lines_fit_a_terminal_except_addresses() -> None:
    for key in SITUATIONS:
        for line in printed(key, "--language", "en").splitlines():
            assert len(line) <= WIDTH or "https://" in line


def test_the_list_names_every_situation_by_key_and_title() -> None:
    text = printed("--language", "ru")
    for key, each in SITUATIONS.items():
        assert f"  {key}" in text
        assert translator("ru")(each.title) in text


def test_an_unknown_situation_is_refused_and_the_known_ones_are_named() -> None:
    done = CliRunner().invoke(command, ["takken"])
    assert done.exit_code == 2
    assert "taken" in done.output


def test_it_speaks_the_language_of_the_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "tg_TJ.UTF-8")
    words.of_environment.cache_clear()
    try:
        assert translator("tg")("I must leave") in printed()
    finally:
        words.of_environment.cache_clear()


def test_it_needs_no_vault_and_leaves_nothing_behind(tmp_path: Path) -> None:
    text = Desk(tmp_path).run("what-now", "leaving").stdout
    assert "I must leave" in text
    assert list(tmp_path.iterdir()) == []
