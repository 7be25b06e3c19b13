"""Bech32 spelling: what is encoded decodes, and there is one spelling per value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panoh.age import bech32

# From BIP 173, the ones in lower case; the data part is counted in groups of five bits there.
_VALID = ("a12uel5l", "split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w")


@given(st.binary(max_size=2000))
def test_round_trip(data: bytes) -> None:
    assert bech32.decode("age", bech32.encode("age", data)) == data


@given(st.binary(min_size=1, max_size=64), st.data())
def test_one_wrong_character_is_always_seen(data: bytes, draw: st.DataObject) -> None:
    text = bech32.encode("age", data)
    at = draw.draw(st.integers(0, len(text) - 1))
    other = draw.draw(st.characters(min_codepoint=33, max_codepoint=126).filter(text[at].__ne__))
    with pytest.raises(ValueError, match=r"prefix|character|checksum|padding"):
        bech32.decode("age", text[:at] + other + text[at + 1 :])


def test_published_checksums() -> None:
    assert bech32.decode("a", _VALID[0]) == b""
    data = bech32.decode("split", _VALID[1])
    assert bech32.encode("split", data) == _VALID[1]


@pytest.mark.parametrize(
    "text",
    ["", "age", "age1", "age1qqqq", "Age12uel5l", "AGE12UEL5L", "agf12uel5l"],
)
def test_other_shapes_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"prefix|character|checksum|padding"):
        bech32.decode("age", text)


def test_padding_bits_must_be_zero() -> None:
    # One byte is two groups, the second with two spare bits; set one and mend the checksum.
    values = [0, 1]
    check = bech32._polymod([*bech32._expand("age"), *values, 0, 0, 0, 0, 0, 0]) ^ 1
    groups = [*values, *((check >> 5 * (5 - i)) & 31 for i in range(6))]
    text = "age1" + "".join(bech32._CHARSET[value] for value in groups)
    with pytest.raises(ValueError, match="padding"):
        bech32.decode("age", text)
