"""The header: one spelling per header, limits before work, a MAC that covers everything."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panoh import age
from panoh.age.format import Header, Stanza, parse_header, seal_header

_WORD = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=80)
_STANZA = st.builds(
    Stanza,
    args=st.lists(_WORD.filter("scrypt".__ne__), min_size=1, max_size=4).map(tuple),
    body=st.binary(max_size=200),
)
_HEADER = st.builds(
    Header,
    stanzas=st.lists(_STANZA, min_size=1, max_size=5).map(tuple),
    mac=st.binary(min_size=32, max_size=32),
)
_MAC = "--- " + "A" * 43 + "\n"


def _file(*stanzas: str, end: str = _MAC) -> bytes:
    return ("age-encryption.org/v1\n" + "".join(stanzas) + end).encode()


@given(_HEADER, st.binary(max_size=50))
def test_encode_then_parse(header: Header, payload: bytes) -> None:
    text = header.encode()
    assert parse_header(text + payload) == (header, len(text))
    assert max(len(line) for line in re.findall(rb"^[A-Za-z0-9+/]*$", text, re.MULTILINE)) <= 64


@given(_HEADER, st.data())
def test_whatever_is_accepted_encodes_back(header: Header, draw: st.DataObject) -> None:
    text = header.encode()
    at = draw.draw(st.integers(0, len(text)))
    cut = draw.draw(st.integers(0, 3))
    put = draw.draw(st.binary(max_size=3) | st.sampled_from([b"\n", b"\r\n", b" ", b"-> a\n\n"]))
    changed = text[:at] + put + text[at + cut :]
    try:
        read, size = parse_header(changed)
    except age.HeaderMalformed:
        return
    assert read.encode() == changed[:size]


@given(st.binary(max_size=300))
def test_any_other_bytes_are_malformed(data: bytes) -> None:
    with pytest.raises(age.HeaderMalformed):
        parse_header(data)


def test_every_cut_is_malformed() -> None:
    text = _file("-> a b\nAAAA\n")
    for size in range(len(text)):
        with pytest.raises(age.HeaderMalformed):
            parse_header(text[:size])


def test_later_version_is_named() -> None:
    with pytest.raises(age.VersionUnknown):
        parse_header(b"age-encryption.org/v2\n-> a\n\n" + _MAC.encode())


@pytest.mark.parametrize(("count", "fits"), [(1, True), (64, True), (65, False)])
def test_at_most_64_stanzas(count: int, fits: bool) -> None:
    text = _file(*["-> a\n\n"] * count)
    if fits:
        assert len(parse_header(text)[0].stanzas) == count
    else:
        with pytest.raises(age.HeaderMalformed):
            parse_header(text)


def test_at_most_64_kib() -> None:
    room = 64 * 1024 - len(_file("-> a\n\n"))
    lines, rest = divmod(room, 65)
    filled = _file("-> a" + "b" * rest + "\n" + ("A" * 64 + "\n") * lines + "\n")
    assert len(filled) == 64 * 1024
    assert parse_header(filled)[1] == len(filled)
    with pytest.raises(age.HeaderMalformed):
        parse_header(filled.replace(b"-> a", b"-> aa"))


def test_what_no_reader_would_take_is_not_written() -> None:
    with pytest.raises(age.RecipientsUnfit):
        seal_header((Stanza(("a",), b""),) * 65, bytes(16))
    with pytest.raises(age.RecipientsUnfit):
        seal_header((Stanza(("a",), bytes(64 * 1024)),), bytes(16))


@pytest.mark.parametrize("others", [["-> scrypt a 1\n\n"], ["-> X25519 a\n\n"], ["-> a\n\n"]])
def test_scrypt_stands_alone(others: list[str]) -> None:
    assert parse_header(_file("-> scrypt a 1\n\n"))
    with pytest.raises(age.HeaderMalformed):
        parse_header(_file("-> scrypt a 1\n\n", *others))
    with pytest.raises(age.HeaderMalformed):
        parse_header(_file(*others, "-> scrypt a 1\n\n"))


@given(st.lists(_STANZA, min_size=1, max_size=3).map(tuple), st.data())
def test_mac_covers_every_stanza(stanzas: tuple[Stanza, ...], draw: st.DataObject) -> None:
    key = draw.draw(st.binary(min_size=16, max_size=16))
    header, _ = parse_header(seal_header(stanzas, key))
    header.verify(key)
    other = Header((*stanzas, Stanza(("extra",), b"")), header.mac)
    with pytest.raises(age.HeaderTampered):
        other.verify(key)
    with pytest.raises(age.HeaderTampered):
        header.verify(bytes(byte ^ 1 for byte in key))


@pytest.mark.parametrize("piece", ["a ", "a", " ", "A" * 64 + "\n", "A" * 63, "-> a\n", "\n"])
def test_hostile_headers_cost_little(piece: str) -> None:
    text = _file("-> a " + piece * (64 * 1024 // len(piece)), end="")
    before = time.process_time()
    with pytest.raises(age.HeaderMalformed):
        parse_header(text)
    assert time.process_time() - before < 0.1
