"""Turning honest bytes into hostile ones: by bytes, by lines, by tokens, by numbers."""

import random
import re
from collections.abc import Callable, Sequence

NUMBERS = (b"-1", b"0", b"1e999", b"9" * 30, b"18446744073709551616", b"9007199254740993", b"1.5")
TOKENS = (
    b"\0", b"\n", b"\r\n", b" ", b'"', b"[", b"]" * 9, b"{" * 40, b"[" * 2000, b"null", b"true",
    b"{}", b"[]", b'""', b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", "\u2028".encode(), b"=" * 3,
    b"%PDF-1.7\n", b"PK\x03\x04", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"../../", b"\\u0000", b"#",
)  # fmt: skip


def flip(data: bytes, draw: random.Random) -> bytes:
    if not data:
        return b"\0"
    at = draw.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << draw.randrange(8)]) + data[at + 1 :]


def cut(data: bytes, draw: random.Random) -> bytes:
    at, end = sorted(draw.randrange(len(data) + 1) for _ in range(2))
    return data[:at] + data[end:]


def insert(data: bytes, draw: random.Random) -> bytes:
    at = draw.randrange(len(data) + 1)
    return data[:at] + draw.choice(TOKENS) + data[at:]


def overwrite(data: bytes, draw: random.Random) -> bytes:
    at, token = draw.randrange(len(data) + 1), draw.choice(TOKENS)
    return data[:at] + token + data[at + len(token) :]


def repeat(data: bytes, draw: random.Random) -> bytes:
    at, end = sorted(draw.randrange(len(data) + 1) for _ in range(2))
    return data[:end] + data[at:end] * draw.randrange(1, 40) + data[end:]


def lines(data: bytes, draw: random.Random) -> bytes:
    rows = data.split(b"\n")
    at, to = draw.randrange(len(rows)), draw.randrange(len(rows))
    match draw.randrange(3):
        case 0:
            rows[at], rows[to] = rows[to], rows[at]
        case 1:
            rows.insert(to, rows[at])
        case _:
            del rows[at]
    return b"\n".join(rows)


def number(data: bytes, draw: random.Random) -> bytes:
    found = list(re.finditer(rb"\d+", data))
    if not found:
        return insert(data, draw)
    one = draw.choice(found)
    return data[: one.start()] + draw.choice(NUMBERS) + data[one.end() :]


def value(data: bytes, draw: random.Random) -> bytes:
    """Another JSON value in the place of one."""
    found = list(re.finditer(rb'"[^"]*"(?!:)|\[[^\[\]]*\]|\{[^{}]*\}|\b\d+\b', data))
    if not found:
        return number(data, draw)
    one, other = draw.choice(found), draw.choice(found)
    new = draw.choice((other[0], *NUMBERS, b"null", b"true", b'""', b"[]", b"{}", b'"2023-13-77"'))
    return data[: one.start()] + new + data[one.end() :]


MUTATIONS: Sequence[Callable[[bytes, random.Random], bytes]] = (
    flip, cut, insert, overwrite, repeat, lines, number, value,
)  # fmt: skip
LONGEST = 1 << 20


def mutated(seeds: Sequence[bytes], draw: random.Random) -> bytes:
    """One of the seeds after one to six mutations, sometimes crossed with another."""
    data = draw.choice(seeds)
    if draw.random() < 0.1:
        other = draw.choice(seeds)
        data = data[: draw.randrange(len(data) + 1)] + other[draw.randrange(len(other) + 1) :]
    for _ in range(draw.randrange(1, 7)):
        data = draw.choice(MUTATIONS)(data, draw)[:LONGEST]
    return data
