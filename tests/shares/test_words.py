"""The list is the one of the standard, and words are recognised as people write them."""

from hashlib import sha256
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panoh.shares import WordUnknown
from panoh.shares.words import spell, value_of, values_of, wordlist

#: Of slip-0039/wordlist.txt as the standard publishes it, and of the authors' package.
PUBLISHED = "bcc4555340332d169718aed8bf31dd9d5248cb7da6e5d355140ef4f1e601eec3"


def test_the_list_is_the_published_one() -> None:
    data = (files("panoh.shares") / "wordlist.txt").read_bytes()
    assert sha256(data).hexdigest() == PUBLISHED


def test_it_keeps_what_the_standard_promises_of_it() -> None:
    words = wordlist()
    assert len(words) == 1024
    assert list(words) == sorted(words)
    assert len({word[:4] for word in words}) == 1024
    assert {len(word) for word in words} <= set(range(4, 9))


@given(st.lists(st.integers(0, 1023)))
def test_values_and_words_are_one(values: list[int]) -> None:
    assert values_of(spell(values)) == values


@pytest.mark.parametrize("typed", ["academic", "ACADEMIC", " Academic ", "acad", "academ"])
def test_four_letters_are_enough_and_capitals_do_not_matter(typed: str) -> None:
    assert value_of(typed, 1) == 0


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("academy", "academic"), ("xyzzy", ""), ("acedemic", "academic"), ("aca", "")],
)
def test_an_unknown_word_is_refused_with_the_word_meant(typed: str, meant: str) -> None:
    with pytest.raises(WordUnknown) as refused:
        value_of(typed, 7)
    assert refused.value.suggestion == meant
    assert "7" in str(refused.value)


@given(st.text(max_size=12))
def test_whatever_is_typed_is_a_word_or_refused(typed: str) -> None:
    try:
        value = value_of(typed, 1)
    except WordUnknown:
        assert typed.strip().lower() not in wordlist()
    else:
        assert wordlist()[value].startswith(typed.strip().lower())
