"""A receipt is of one relay and for one order; altered, foreign and old ones are refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panoh.checkin.errors import ReceiptRefused
from panoh.checkin.receipt import id_of, new_seed, read_receipt, sign_receipt

SEED, ORDER, RECEIPT = b"r" * 32, "signed text", b'{"answer":"done"}'
GOOD = sign_receipt(SEED, ORDER, RECEIPT)


def test_the_receipt_of_the_relay_one_was_invited_to_is_read() -> None:
    assert read_receipt(GOOD, ORDER, id_of(SEED)) == RECEIPT
    assert len(id_of(SEED)) == 32, "as short as it can be read aloud"


def test_a_receipt_for_another_order_or_of_another_relay_is_refused() -> None:
    with pytest.raises(ReceiptRefused):
        read_receipt(GOOD, "another text", id_of(SEED))
    with pytest.raises(ReceiptRefused):
        read_receipt(GOOD, ORDER, id_of(new_seed()))


@given(place=st.integers(0, len(GOOD) - 1), bit=st.integers(0, 7))
def test_one_changed_bit_anywhere_is_seen(place: int, bit: int) -> None:
    raw = bytearray(GOOD)
    raw[place] ^= 1 << bit
    try:
        read = read_receipt(bytes(raw), ORDER, id_of(SEED))
    except ReceiptRefused:
        return
    # Hex may be written in capitals: that changes nothing of what is said.
    assert read == RECEIPT
    assert bytes(raw).lower() == GOOD


@given(st.binary(max_size=300))
def test_whatever_else_comes_is_refused(body: bytes) -> None:
    with pytest.raises(ReceiptRefused):
        read_receipt(body, ORDER, id_of(SEED))


def test_plain_and_forced_have_receipts_of_one_size() -> None:
    assert len(sign_receipt(SEED, "a", RECEIPT)) == len(sign_receipt(SEED, "bb", RECEIPT))
