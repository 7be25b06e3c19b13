"""The text form: strict, one spelling but for outer white space and CRLF."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panoh import age


@given(st.binary(max_size=500))
def test_round_trip(sealed: bytes) -> None:
    text = age.armor(sealed)
    assert age.dearmor(text) == sealed
    assert age.dearmor(b"\r\n " + text.replace(b"\n", b"\r\n") + b"\t\n") == sealed
    assert max(map(len, text.splitlines()[1:-1]), default=0) <= 64


@given(st.binary(max_size=200), st.data())
def test_whatever_is_accepted_encodes_back(sealed: bytes, draw: st.DataObject) -> None:
    text = age.armor(sealed).strip()
    at = draw.draw(st.integers(1, len(text) - 1))
    cut = draw.draw(st.integers(0, 2))
    put = draw.draw(st.binary(max_size=2) | st.sampled_from([b"\n", b"=", b" ", b"A", b"\t"]))
    changed = text[:at] + put + text[at + cut :]
    try:
        raw = age.dearmor(changed)
    except age.ArmorMalformed:
        return
    assert age.armor(raw).strip() == changed.strip().replace(b"\r\n", b"\n")


def test_mixed_line_ends_are_refused() -> None:
    text = age.armor(bytes(100))
    with pytest.raises(age.ArmorMalformed):
        age.dearmor(text.replace(b"\n", b"\r\n", 1))
    with pytest.raises(age.ArmorMalformed):
        age.dearmor(text.replace(b"\n", b"\r"))


def test_every_cut_is_refused() -> None:
    text = age.armor(bytes(range(100))).strip()
    for size in range(len(text)):
        with pytest.raises(age.ArmorMalformed):
            age.dearmor(text[:size])
