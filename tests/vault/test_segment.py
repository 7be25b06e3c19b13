"""A segment proves itself, and anything altered in it shows."""

from base64 import b64encode
from contextlib import suppress
from hashlib import sha256

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.signing import SigningKey

from panoh.vault.errors import NewerFormat, ObjectDamaged, SegmentRefused
from panoh.vault.segment import CONTROL, STATEMENT, Header, Place, Segment, cut, read_pack

KEY = SigningKey(bytes(range(32)))
VAULT = "ab" * 32
BODIES = st.lists(st.binary(min_size=1).filter(lambda body: b"\n" not in body), min_size=1)


def segment(bodies: list[bytes], seq: int = 4) -> Segment:
    place = Place(vault=VAULT, seq=seq, prev="cd" * 32, epoch=0, seen={}, at="2026-01-01T00:00:00Z")
    return cut(KEY, place, [(STATEMENT, body) for body in bodies])


def read(raw: bytes) -> list[Segment]:
    return list(read_pack(raw, name="pack", vault=VAULT))


def signed(header: Header, rows: list[bytes], key: SigningKey = KEY) -> bytes:
    first = msgspec.json.encode(header)
    signature = b64encode(key.sign(b"panoh-segment-v0\0" + first).signature)
    second = b'[{"alg":"ed25519","sig":"%b"}]' % signature
    return b"\n".join([first, second, *rows]) + b"\n"


def header_of(raw: bytes) -> Header:
    return msgspec.json.decode(raw.split(b"\n")[0], type=Header)


@given(BODIES, BODIES)
def test_what_is_cut_is_read(one: list[bytes], two: list[bytes]) -> None:
    first, second = segment(one), segment(two, 5)
    assert read(first.raw + second.raw) == [first, second]
    assert [line.body for line in first.lines] == one
    assert first.hash == sha256(first.raw.split(b"\n")[0]).hexdigest()


@given(st.data())
def test_no_byte_can_be_changed(data: st.DataObject) -> None:
    raw = segment([b'{"a":1}', b'{"b":2}']).raw
    at = data.draw(st.integers(0, len(raw) - 1))
    flip = data.draw(st.integers(1, 255))
    with pytest.raises((ObjectDamaged, NewerFormat)):
        read(raw[:at] + bytes([raw[at] ^ flip]) + raw[at + 1 :])


@given(st.data())
def test_no_byte_can_be_cut_off(data: st.DataObject) -> None:
    raw = segment([b'{"a":1}', b'{"b":2}']).raw
    with pytest.raises(SegmentRefused):
        read(raw[: data.draw(st.integers(1, len(raw) - 1))])


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    with suppress(SegmentRefused, NewerFormat):
        assert read(raw) == []


def test_an_erased_leaf_keeps_signature_and_root() -> None:
    whole = segment([b'{"a":1}', b'{"b":2}', b'{"c":3}'])
    rows = whole.raw.split(b"\n")
    rows[3] = b"x " + whole.lines[1].hash.hex().encode()
    (erased,) = read(b"\n".join(rows))
    assert [line.hash for line in erased.lines] == [line.hash for line in whole.lines]
    assert [line.body for line in erased.lines] == [b'{"a":1}', None, b'{"c":3}']
    rows[3] = b"x " + bytes(32).hex().encode()
    with pytest.raises(SegmentRefused):
        read(b"\n".join(rows))


def test_a_statement_cannot_pass_as_control() -> None:
    raw = segment([b'{"op":"add_device"}']).raw
    with pytest.raises(SegmentRefused):
        read(raw.replace(b"\ns ", b"\nc "))


def test_a_segment_of_another_vault_is_refused() -> None:
    raw = segment([b"{}"]).raw
    with pytest.raises(SegmentRefused, match="another vault"):
        list(read_pack(raw, name="pack", vault="ef" * 32))


def test_the_first_segment_of_a_vault_names_it() -> None:
    place = Place(vault="", seq=0, prev="", epoch=0, seen={}, at="2026-01-01T00:00:00Z")
    first = cut(KEY, place, [(CONTROL, b"{}")])
    assert list(read_pack(first.raw, name="pack", vault=first.hash)) == [first]
    with pytest.raises(SegmentRefused):
        read(first.raw)


def test_another_key_cannot_sign_for_a_writer() -> None:
    whole = segment([b"{}"])
    raw = signed(header_of(whole.raw), whole.raw.split(b"\n")[2:-1], SigningKey.generate())
    with pytest.raises(SegmentRefused, match="signature"):
        read(raw)
    assert read(signed(header_of(whole.raw), whole.raw.split(b"\n")[2:-1]))


@pytest.mark.parametrize(
    "change", [{"n": 0}, {"n": 20_001}, {"seq": -1}, {"seq": 1 << 60}, {"t": "key"}]
)
def test_signed_nonsense_is_refused(change: dict[str, object]) -> None:
    whole = segment([b"{}"])
    header = msgspec.structs.replace(header_of(whole.raw), **change)
    with pytest.raises(SegmentRefused):
        read(signed(header, whole.raw.split(b"\n")[2:-1]))


def test_a_newer_version_is_named_as_such() -> None:
    whole = segment([b"{}"])
    header = msgspec.structs.replace(header_of(whole.raw), v=1)
    with pytest.raises(NewerFormat):
        read(signed(header, whole.raw.split(b"\n")[2:-1]))


def test_unknown_signatures_may_stand_beside_the_known_one() -> None:
    rows = segment([b"{}"]).raw.split(b"\n")
    rows[1] = rows[1].replace(b"[{", b'[{"alg":"later","sig":"AAAA"},{')
    assert len(read(b"\n".join(rows))) == 1
