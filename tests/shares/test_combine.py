"""Any three of five give the key; anything else says what is wrong and gives nothing."""

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import combinations, permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panoh.age import HybridIdentity
from panoh.shares import (
    Share,
    ShareLengthWrong,
    SharesAltered,
    SharesCount,
    SharesGroups,
    SharesMixed,
    SharesOfAnotherKey,
    ShareTwice,
    SplitRefused,
    combine,
    enough,
    secret_of,
    split,
    split_among_groups,
    verifier_of,
)
from panoh.shares.combine import _recovered
from panoh.shares.field import interpolate
from panoh.shares.split import points


def test_any_three_of_five_in_any_order_give_the_key(
    five: list[str], verifier: str, seed: bytes
) -> None:
    for three in combinations(five, 3):
        assert combine(three, verifier) == seed
    for order in permutations(five[:3]):
        assert combine(order, verifier) == seed


@pytest.mark.parametrize("given", [1, 2, 4, 5])
def test_any_other_number_says_how_many_are_asked_for(
    five: list[str], verifier: str, given: int
) -> None:
    for some in combinations(five, given):
        with pytest.raises(SharesCount) as refused:
            combine(some, verifier)
        assert refused.value.values == {"needed": 3, "given": given}


def test_no_share_at_all_is_told_apart(verifier: str) -> None:
    with pytest.raises(SharesCount):
        combine([], verifier)


@given(st.binary(min_size=16, max_size=16), st.data())
def test_a_threshold_of_points_gives_the_secret(secret: bytes, data: st.DataObject) -> None:
    count = data.draw(st.integers(2, 16))
    threshold = data.draw(st.integers(2, count))
    rows = points(secret, threshold, count)
    chosen = data.draw(st.permutations(range(count)))[:threshold]
    assert _recovered(threshold, {x: rows[x] for x in chosen}) == secret


def test_two_shares_fit_every_key_as_well_as_the_right_one(seed: bytes) -> None:
    """With two of three points each other secret has exactly one third point that leads to it."""
    rows = points(seed[:16], 3, 3)
    bound = {0: rows[0][:1], 1: rows[1][:1]}
    reached = {interpolate(bound | {2: bytes([third])}, 255)[0] for third in range(256)}
    assert reached == set(range(256))


def test_shares_of_two_sets_of_one_key_do_not_mix(
    five: list[str], verifier: str, seed: bytes
) -> None:
    other = split(seed)
    while Share.parse(other[0]).head.identifier == Share.parse(five[0]).head.identifier:
        other = split(seed)
    with pytest.raises(SharesMixed):
        combine([five[0], five[1], other[2]], verifier)
    assert combine(other[2:], verifier) == seed


def test_a_share_given_twice_is_named(five: list[str], verifier: str) -> None:
    with pytest.raises(ShareTwice) as refused:
        combine([five[0], five[3], five[3]], verifier)
    assert refused.value.values == {"number": 4}


def test_the_set_of_another_key_is_told_by_the_verifier(five: list[str]) -> None:
    stranger = verifier_of(str(HybridIdentity.from_seed(bytes(32)).recipient()))
    with pytest.raises(SharesOfAnotherKey):
        combine(five[:3], stranger)


def test_a_verifier_may_be_typed_in_groups_and_capitals(
    five: list[str], verifier: str, seed: bytes
) -> None:
    typed = f" {verifier[:4]} {verifier[4:]} ".upper()
    assert combine(five[:3], typed) == seed


@pytest.mark.parametrize("byte", [0, 13, 31])
def test_a_forged_share_with_a_right_checksum_is_noticed(
    five: list[str], verifier: str, byte: int
) -> None:
    honest = Share.parse(five[2])
    value = bytearray(honest.value)
    value[byte] ^= 1
    forged = replace(honest, value=bytes(value)).mnemonic()
    with pytest.raises(SharesAltered):
        combine([five[0], five[1], forged], verifier)


def test_shares_of_a_smaller_secret_are_not_of_a_recovery_key(verifier: str) -> None:
    with pytest.raises(ShareLengthWrong) as refused:
        combine(split(bytes(16), 2, 2), verifier)
    assert refused.value.values == {"given": 20, "whole": 33}


def test_two_of_three_friends_and_the_lawyer(seed: bytes, verifier: str) -> None:
    friends, [lawyer] = split_among_groups(seed, 2, [(2, 3), (1, 1)])
    for two in combinations(friends, 2):
        assert combine([*two, lawyer], verifier) == seed
    with pytest.raises(SharesGroups):
        combine(friends[:2], verifier)
    with pytest.raises(SharesGroups):
        combine([lawyer], verifier)
    with pytest.raises(SharesCount):
        combine([friends[0], lawyer], verifier)


def test_enough_is_known_before_anything_is_combined(five: list[str], seed: bytes) -> None:
    def whole(mnemonics: Sequence[str]) -> bool:
        return enough([Share.parse(each).head for each in mnemonics])

    assert [whole(five[:given]) for given in range(5)] == [False, False, False, True, True]
    friends, [lawyer] = split_among_groups(seed, 2, [(2, 3), (1, 1)])
    assert not whole([friends[0], lawyer])
    assert whole([friends[0], lawyer, friends[2]])


@pytest.mark.parametrize(("threshold", "count"), [(0, 5), (6, 5), (1, 5), (2, 17), (0, 0), (-1, 3)])
def test_what_cannot_be_split_safely_is_refused(seed: bytes, threshold: int, count: int) -> None:
    with pytest.raises(SplitRefused):
        split(seed, threshold, count)


@pytest.mark.parametrize("size", [0, 15, 14, 33])
def test_a_secret_that_is_too_short_or_odd_is_refused(size: int) -> None:
    with pytest.raises(SplitRefused):
        split(bytes(size))


def test_every_allowed_number_of_shares_works(seed: bytes, verifier: str) -> None:
    for threshold, count in product((2, 16), (16,)):
        assert combine(split(seed, threshold, count)[-threshold:], verifier) == seed
    assert combine(split(seed, 1, 1), verifier) == seed


def test_a_wrong_passphrase_gives_another_secret_which_only_the_verifier_notices(
    five: list[str], seed: bytes
) -> None:
    shares = [Share.parse(each) for each in five[:3]]
    assert secret_of(shares) == seed
    assert secret_of(shares, b"any other word") != seed


@pytest.mark.parametrize("threshold", [2, 3, 5])
def test_no_share_says_anything_about_the_key(seed: bytes, threshold: int) -> None:
    one, other = ([Share.parse(each).value for each in split(seed, threshold, 5)] for _ in range(2))
    assert len({*one, *other, seed}) == 11
    assert all(len(set(value)) > 8 for value in [*one, *other]), "drawn, not constant"


def test_what_is_written_follows_the_newest_standard(five: list[str]) -> None:
    heads = [Share.parse(each).head for each in five]
    assert {(head.extendable, head.exponent, head.groups) for head in heads} == {(True, 1, 1)}
    assert [head.member for head in heads] == [0, 1, 2, 3, 4]


def test_shares_of_different_length_do_not_mix(five: list[str], seed: bytes) -> None:
    first, second = (Share.parse(each) for each in split(seed, 2, 2))
    with pytest.raises(SharesMixed):
        secret_of([first, replace(second, value=second.value[:16])])
    [[one], [two]] = split_among_groups(seed, 2, [(1, 1), (1, 1)])
    shortened = replace(Share.parse(two), value=Share.parse(two).value[:16])
    with pytest.raises(SharesMixed):
        secret_of([Share.parse(one), shortened])


def test_the_verifier_is_what_the_documentation_says(verifier: str, seed: bytes) -> None:
    recipient = str(HybridIdentity.from_seed(seed).recipient())
    assert verifier == sha256(recipient.encode()).digest()[:8].hex()
