"""The PIN on a relay's page, and the one that looks the same."""

import pytest

from panoh.checkin.errors import PinUnfit
from panoh.checkin.pin import make_page, read_pin

PAGE = make_page("428 117", "428 118")


@pytest.mark.parametrize(
    ("typed", "duress"),
    [
        ("428117", False),
        ("428118", True),
        (" 428-117 ", False),
        ("۴۲۸۱۱۷", False),
        ("٤٢٨١١٨", True),
        ("428119", None),
        ("", None),
        ("4281170", None),
        ("4" * 10_000, None),
    ],
)
def test_which_pin_was_typed(typed: str, duress: bool | None) -> None:
    assert read_pin(PAGE, typed) is duress


@pytest.mark.parametrize(
    ("plain", "duress"),
    [("12345", "54321"), ("123456", "1234567"), ("123456", "123456"), ("1" * 13, "2" * 13)],
)
def test_pins_that_would_give_it_away_are_not_taken(plain: str, duress: str) -> None:
    with pytest.raises(PinUnfit):
        make_page(plain, duress)


def test_the_pins_themselves_are_not_kept() -> None:
    assert "428117" not in repr(PAGE)
    assert make_page("428117", "428118") != PAGE, "each has a salt of its own"
