"""A share reads back as it was written, and a misread word never passes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.shares.conftest import SEED

from panoh.shares import (
    Head,
    Share,
    ShareLengthWrong,
    ShareMalformed,
    ShareMisread,
    WordMisread,
    split,
)
from panoh.shares.checksum import checksum, fits
from panoh.shares.words import spell, values_of

SHARE = values_of(split(SEED)[1])
CONTEXT = b"shamir_extendable"

heads = st.integers(1, 16).flatmap(
    lambda groups: st.builds(
        Head,
        identifier=st.integers(0, 2**15 - 1),
        extendable=st.booleans(),
        exponent=st.integers(0, 15),
        group=st.integers(0, 15),
        group_threshold=st.integers(1, groups),
        groups=st.just(groups),
        member=st.integers(0, 15),
        member_threshold=st.integers(1, 16),
    )
)
values = st.integers(8, 32).flatmap(lambda half: st.binary(min_size=2 * half, max_size=2 * half))
places = st.integers(0, len(SHARE) - 1)
mistakes = st.integers(1, 1023)


@given(heads, values)
def test_any_share_reads_back_as_it_was_written(head: Head, value: bytes) -> None:
    share = Share(head, value)
    assert Share.parse(share.mnemonic()) == share


def test_a_share_of_a_recovery_key_has_33_words() -> None:
    assert len(SHARE) == 33


def test_what_a_share_shows_of_itself_is_not_its_value(five: list[str]) -> None:
    share = Share.parse(five[0])
    assert share.value.hex() not in repr(share)
    assert repr(share.value) not in repr(share)


@given(places, mistakes)
def test_one_wrong_word_is_always_noticed_and_located(place: int, mistake: int) -> None:
    wrong = [*SHARE]
    wrong[place] ^= mistake
    with pytest.raises(ShareMisread) as refused:
        Share.from_values(wrong)
    # The flag in word 2 chooses the checksum's context; where it is misread, no place is told.
    if place != 1 or not mistake & 16:
        assert isinstance(refused.value, WordMisread)
        assert refused.value.values == {"number": place + 1}


def test_no_misreading_of_the_second_word_passes() -> None:
    for mistake in range(1, 1024):
        changed = [SHARE[0], SHARE[1] ^ mistake, *SHARE[2:]]
        assert not fits(b"shamir" if mistake & 16 else CONTEXT, changed)


@given(st.dictionaries(places, mistakes, min_size=2, max_size=3))
def test_two_or_three_wrong_words_are_always_noticed(wrong: dict[int, int]) -> None:
    changed = [value ^ wrong.get(place, 0) for place, value in enumerate(SHARE)]
    assert not fits(CONTEXT, changed)


@given(st.integers(0, len(SHARE) - 2))
def test_neighbours_that_changed_places_are_noticed(place: int) -> None:
    first, second = SHARE[place : place + 2]
    changed = [*SHARE[:place], second, first, *SHARE[place + 2 :]]
    assert fits(CONTEXT, changed) == (first == second)


def test_the_message_repeats_no_word_of_the_share() -> None:
    wrong = [*SHARE[:9], SHARE[9] ^ 1, *SHARE[10:]]
    with pytest.raises(WordMisread) as refused:
        Share.from_values(wrong)
    assert not set(spell(wrong).split()) & set(str(refused.value).lower().split())
    assert str(refused.value) == "In this share word 10 is probably wrong."


@pytest.mark.parametrize("kept", [0, 4, 19])
def test_a_share_cut_short_says_how_many_words_there_are(kept: int) -> None:
    with pytest.raises(ShareLengthWrong) as refused:
        Share.from_values(SHARE[:kept])
    assert refused.value.values == {"given": kept, "whole": 33}


@given(st.lists(st.integers(0, 1023), min_size=20, max_size=60))
def test_whatever_has_a_checksum_is_read_or_refused(data: list[int]) -> None:
    head = Head.parse(data)
    context = CONTEXT if head.extendable else b"shamir"
    whole = [*data, *checksum(context, data)]
    try:
        share = Share.from_values(whole)
    except ShareMalformed:
        return
    assert values_of(share.mnemonic()) == whole


@pytest.mark.parametrize("length", range(13, 60))
def test_only_lengths_of_whole_secrets_are_read(length: int) -> None:
    data = [*SHARE[:4], *[0] * length]
    whole = [*data, *checksum(CONTEXT, data)]
    if length * 10 % 16 > 8:
        with pytest.raises(ShareMalformed):
            Share.from_values(whole)
    else:
        assert values_of(Share.from_values(whole).mnemonic()) == whole
