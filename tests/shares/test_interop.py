"""The implementation of the standard's authors reads our shares, and we read theirs."""

import importlib
import subprocess
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.tools.peers import need_age, need_shamir

from panoh import age
from panoh.shares import Share, combine, secret_of, split, split_among_groups
from panoh.shares.checksum import checksum


@pytest.fixture
def peer(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(need_shamir()))
    return importlib.import_module("shamir_mnemonic")


def test_they_read_ours(peer: Any, five: list[str], seed: bytes) -> None:
    for three in combinations(five, 3):
        assert peer.combine_mnemonics(list(three)) == seed


def test_they_read_our_groups(peer: Any, seed: bytes) -> None:
    friends, [lawyer] = split_among_groups(seed, 2, [(2, 3), (1, 1)])
    assert peer.combine_mnemonics([friends[2], friends[0], lawyer]) == seed


def test_from_sheets_to_a_file_without_this_program(
    peer: Any, five: list[str], seed: bytes, tmp_path: Path
) -> None:
    program = need_age()
    sealed = age.encrypt(b"kept", [age.HybridIdentity.from_seed(seed).recipient()])
    # Bech32 is the one step that the documentation only describes.
    key = str(age.HybridIdentity.from_seed(peer.combine_mnemonics(five[:3])))
    (tmp_path / "R.txt").write_text(key + "\n")
    done = subprocess.run(
        [program, "-d", "-i", tmp_path / "R.txt"], input=sealed, capture_output=True, check=True
    )
    assert done.stdout == b"kept"


@pytest.mark.parametrize("extendable", [True, False])
@pytest.mark.parametrize("exponent", [0, 1, 3])
def test_we_read_theirs(
    peer: Any, seed: bytes, verifier: str, extendable: bool, exponent: int
) -> None:
    [theirs] = peer.generate_mnemonics(
        1, [(3, 5)], seed, extendable=extendable, iteration_exponent=exponent
    )
    assert combine(theirs[1:4], verifier) == seed


def test_we_read_their_groups(peer: Any, seed: bytes, verifier: str) -> None:
    groups = peer.generate_mnemonics(2, [(2, 3), (3, 5), (1, 1)], seed)
    assert combine([*groups[0][1:], *groups[2]], verifier) == seed
    assert combine([*groups[1][:3], *groups[0][:2]], verifier) == seed


@settings(
    max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(
    st.integers(8, 32).flatmap(lambda half: st.binary(min_size=2 * half, max_size=2 * half)),
    st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=20),
)
def test_any_secret_and_passphrase_of_theirs(peer: Any, secret: bytes, passphrase: str) -> None:
    [theirs] = peer.generate_mnemonics(
        1, [(2, 3)], secret, passphrase.encode(), iteration_exponent=0
    )
    shares = [Share.parse(each) for each in theirs[1:]]
    assert secret_of(shares, passphrase.encode()) == secret


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, 1023), min_size=1, max_size=40))
def test_our_checksums_are_theirs(peer: Any, data: list[int]) -> None:
    rs1024 = importlib.import_module("shamir_mnemonic.rs1024")
    assert checksum(b"shamir", data) == list(rs1024.create_checksum(data, b"shamir"))


def test_two_sets_of_one_key_differ(seed: bytes) -> None:
    assert not set(split(seed)) & set(split(seed))
