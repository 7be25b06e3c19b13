"""Arithmetic with bytes in GF(256), modulo x⁸ + x⁴ + x³ + x + 1, and polynomials through points.

Looked up in tables: the time it takes may depend on the secret, and nothing else is claimed. It
runs on a computer of the person to whom the secret belongs, a few times in its life.
"""

from collections.abc import Mapping


def _tables() -> tuple[list[int], list[int]]:
    powers, logs, value = [0] * 255, [0] * 256, 1
    for exponent in range(255):
        powers[exponent], logs[value] = value, exponent
        doubled = value << 1 ^ (0x11B if value & 0x80 else 0)
        value ^= doubled  # times 3, which generates all but zero
    return powers, logs


_POWERS, _LOGS = _tables()


def multiply(a: int, b: int) -> int:
    """The product of two bytes."""
    return _POWERS[(_LOGS[a] + _LOGS[b]) % 255] if a and b else 0


def divide(a: int, b: int) -> int:
    """The quotient of two bytes; raises ZeroDivisionError."""
    if not b:
        raise ZeroDivisionError
    return _POWERS[(_LOGS[a] - _LOGS[b]) % 255] if a else 0


def interpolate(points: Mapping[int, bytes], x: int) -> bytes:
    """What the lowest polynomial through the points is at `x`, for each byte apart.

    Every point maps an x to a row of bytes; all rows have one length.
    """
    if x in points:
        return points[x]
    result = bytes(len(next(iter(points.values()))))
    for here, row in points.items():
        weight = 1
        for other in points:
            if other != here:
                weight = multiply(weight, divide(x ^ other, here ^ other))
        result = bytes(sum_ ^ multiply(weight, y) for sum_, y in zip(result, row, strict=True))
    return result
