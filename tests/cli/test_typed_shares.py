"""Typing shares: mistakes are told at once, can be put right, and nothing typed is shown."""

import inspect
import re
from collections.abc import Sequence

import click
import pytest
from click.testing import CliRunner, Result

from panoh.cli import typed_shares
from panoh.cli.typed_shares import ask_shares
from panoh.shares import ShareMisread, SharesMixed, errors, seed_of, split

SEED = bytes(range(32))


@click.command()
def typing() -> None:
    click.echo(f"key {seed_of(ask_shares()).hex()}")


@pytest.fixture(scope="module")
def five() -> list[list[str]]:
    return [mnemonic.split() for mnemonic in split(SEED)]


def typed(*lines: Sequence[str]) -> Result:
    """Type words; each inner list is one share or a part of it, one word to a line."""
    flat = [word for line in lines for word in line]
    return CliRunner().invoke(typing, input="".join(f"{word}\n" for word in flat))


def test_three_shares_give_the_key(five: list[list[str]]) -> None:
    done = typed(five[4], five[0], five[2])
    assert done.stdout == f"key {SEED.hex()}\n"
    assert "Share 2 / 3" in done.stderr
    assert "word 33 of 33" in done.stderr


def test_a_whole_share_may_be_typed_in_one_line(five: list[list[str]]) -> None:
    lines = [" ".join(share) for share in five[:2]] + [" ".join(w[:4] for w in five[2])]
    assert typed(lines).stdout == f"key {SEED.hex()}\n"


def test_an_unknown_word_is_asked_again_and_a_near_one_suggested(five: list[list[str]]) -> None:
    first = [*five[0][:5], "xyzzy", five[0][5] + "s", *five[0][5:]]
    done = typed(first, five[1], five[2])
    assert done.exit_code == 0
    assert done.stderr.count("Word 6 is not one of the words") == 2
    assert f"Did you mean “{five[0][5]}”?" in done.stderr


def test_what_follows_an_unknown_word_on_its_line_is_not_taken(five: list[list[str]]) -> None:
    line = " ".join([*five[0][:5], "xyzzy", *five[0][6:]])
    done = typed([line], five[0][5:], five[1], five[2])
    assert done.stdout == f"key {SEED.hex()}\n"


def test_one_misread_word_is_found_and_asked_again(five: list[list[str]]) -> None:
    wrong = "acid" if five[1][11] != "acid" else "acne"
    second = [*five[1][:11], wrong, *five[1][12:]]
    done = typed(five[0], second, [five[1][11]], five[2])
    assert done.exit_code == 0
    assert "word 12 is probably wrong" in done.stderr


def test_swapped_words_start_the_share_again(five: list[list[str]]) -> None:
    second = [*five[1][:10], five[1][11], five[1][10], *five[1][12:]]
    done = typed(five[0], second, five[1], five[2])
    assert done.exit_code == 0
    assert "Somewhere in this share" in done.stderr
    assert "asked again from its first word" in done.stderr


def test_a_share_given_before_is_told_after_four_words(five: list[list[str]]) -> None:
    done = typed(five[3], five[3][:4], five[0], five[1])
    assert done.exit_code == 0
    assert "Share 4 was given twice" in done.stderr


def test_after_three_tries_it_ends_with_its_error(five: list[list[str]]) -> None:
    stranger = next(
        words
        for words in (split(bytes(32))[0].split() for _ in range(9))
        if words[:2] != five[0][:2]
    )
    assert isinstance(typed(five[0], *[stranger[:2]] * 3).exception, SharesMixed)
    swapped = [five[0][1], five[0][0], *five[0][2:]]
    assert isinstance(typed(*[swapped] * 3).exception, ShareMisread)


def test_nothing_that_was_typed_is_shown(five: list[list[str]]) -> None:
    done = typed(five[0], five[1], five[2])
    said = set(done.stderr.replace("/", " ").split())
    secret = {word for share in five for word in share} - our_own_words()
    assert len(secret) > 100
    assert not secret & said


def our_own_words() -> set[str]:
    """The words of the program's own sentences; a share may by chance hold one of them."""
    sources = (inspect.getsource(module) for module in (typed_shares, errors))
    return set(re.findall(r"[a-z]+", "".join(sources).casefold()))
