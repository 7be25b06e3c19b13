"""GF(256) is a field, and a polynomial goes through the points it was made from."""

from hypothesis import given
from hypothesis import strategies as st

from panoh.shares.field import divide, interpolate, multiply

some = st.integers(0, 255)
nonzero = st.integers(1, 255)


def by_hand(a: int, b: int) -> int:
    """Multiply as on paper: shift, add, reduce."""
    product = 0
    for bit in range(8):
        if b >> bit & 1:
            product ^= a << bit
    for bit in range(14, 7, -1):
        if product >> bit & 1:
            product ^= 0x11B << bit - 8
    return product


def test_every_product_is_the_one_found_by_hand() -> None:
    assert all(multiply(a, b) == by_hand(a, b) for a in range(256) for b in range(256))


def test_the_example_of_the_aes_standard() -> None:
    assert multiply(0x57, 0x83) == 0xC1
    assert multiply(0x57, 0x13) == 0xFE


@given(some, some, some)
def test_the_laws_of_a_field(a: int, b: int, c: int) -> None:
    assert multiply(a, b) == multiply(b, a)
    assert multiply(a, multiply(b, c)) == multiply(multiply(a, b), c)
    assert multiply(a, b ^ c) == multiply(a, b) ^ multiply(a, c)
    assert multiply(a, 1) == a


@given(some, nonzero)
def test_division_undoes_multiplication(a: int, b: int) -> None:
    assert divide(multiply(a, b), b) == a


@given(st.lists(some, min_size=1, max_size=6), some)
def test_enough_points_give_the_polynomial_at_any_place(terms: list[int], x: int) -> None:
    def value(at: int) -> int:
        result = 0
        for term in reversed(terms):
            result = multiply(result, at) ^ term
        return result

    points = {at: bytes([value(at), 7]) for at in range(len(terms))}
    assert interpolate(points, x) == bytes([value(x), 7])
