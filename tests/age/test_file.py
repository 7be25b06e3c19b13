"""Whole files: who can open them, what may stand together, and what a change anywhere does."""

import io
import resource
import secrets
import tracemalloc
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from panoh import age

CHUNK = 64 * 1024
CLASSIC = age.X25519Identity.generate()
HYBRID = age.HybridIdentity.generate()
EDGES = (0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 17)
Key = age.X25519Identity | age.HybridIdentity


def _through_streams(plain: bytes, key: Key) -> tuple[bytes, bytes]:
    sealed, opened = io.BytesIO(), io.BytesIO()
    age.encrypt_stream(io.BytesIO(plain), sealed, [key.recipient()])
    sealed.seek(0)
    age.decrypt_stream(sealed, opened, [key])
    return sealed.getvalue(), opened.getvalue()


def _fails(sealed: bytes, identities: Sequence[age.Identity]) -> type[age.AgeError]:
    """Check that both ways refuse, alike and without a byte of plaintext; return the error."""
    target = io.BytesIO()
    with pytest.raises(age.AgeError) as whole:
        age.decrypt(sealed, identities)
    with pytest.raises(age.AgeError) as streamed:
        age.decrypt_stream(io.BytesIO(sealed), target, identities)
    assert target.getvalue() == b""
    assert whole.type is streamed.type
    return whole.type


@pytest.mark.parametrize("key", [CLASSIC, HYBRID], ids=["classic", "hybrid"])
@pytest.mark.parametrize("size", EDGES)
def test_both_ways_agree_at_chunk_edges(size: int, key: Key) -> None:
    plain = secrets.token_bytes(size)
    assert age.decrypt(age.encrypt(plain, [key.recipient()]), [key]) == plain
    sealed, opened = _through_streams(plain, key)
    assert opened == plain
    assert age.decrypt(sealed, [key]) == plain


@given(st.binary(max_size=300), st.sampled_from([CLASSIC, HYBRID]))
def test_small_round_trip(plain: bytes, key: Key) -> None:
    assert age.decrypt(age.encrypt(plain, [key.recipient()]), [key]) == plain


def test_each_of_several_recipients_opens() -> None:
    for kind in (age.X25519Identity, age.HybridIdentity):
        keys: list[Key] = [kind.generate() for _ in range(4)]
        sealed = age.encrypt(b"plain", [key.recipient() for key in keys])
        assert [age.decrypt(sealed, [key]) for key in keys] == [b"plain"] * 4
        assert _fails(sealed, [kind.generate(), CLASSIC, HYBRID]) is age.NoIdentityMatches
        assert _fails(sealed, []) is age.NoIdentityMatches


def test_same_content_never_looks_the_same() -> None:
    recipients = [CLASSIC.recipient()]
    one, two = (age.encrypt(bytes(1000), recipients) for _ in range(2))
    shared = sum(a == b for a, b in zip(one[-1000:], two[-1000:], strict=True))
    assert shared < 50


@pytest.mark.parametrize(
    "recipients",
    [
        [],
        [CLASSIC.recipient(), HYBRID.recipient()],
        [age.ScryptRecipient("a", 2), age.ScryptRecipient("b", 2)],
        [age.ScryptRecipient("a", 2), CLASSIC.recipient()],
        [HYBRID.recipient(), age.ScryptRecipient("a", 2)],
        [CLASSIC.recipient()] * 65,
        [HYBRID.recipient()] * 45,  # 64 stanzas at most, and a header of 64 KiB at most
    ],
    ids=["none", "mixed", "two phrases", "phrase, key", "key, phrase", "65", "too long"],
)
def test_recipients_that_cannot_stand_together(recipients: list[age.Recipient]) -> None:
    target = io.BytesIO()
    with pytest.raises(age.RecipientsUnfit):
        age.encrypt(b"", recipients)
    with pytest.raises(age.RecipientsUnfit):
        age.encrypt_stream(io.BytesIO(), target, recipients)
    assert target.getvalue() == b""


def test_32_devices_fit_in_one_hybrid_header() -> None:
    sealed = age.encrypt(b"plain", [HYBRID.recipient()] * 32)
    assert age.decrypt(sealed, [HYBRID]) == b"plain"


@pytest.mark.parametrize("key", [CLASSIC, HYBRID], ids=["classic", "hybrid"])
def test_every_cut_and_every_flip_of_a_small_file_is_refused(key: Key) -> None:
    sealed = age.encrypt(b"what was said", [key.recipient()])
    for at in range(len(sealed)):
        assert issubclass(_fails(sealed[:at], [key]), age.HeaderMalformed | age.PayloadTampered)
        flipped = bytes([sealed[at] ^ 1 << at % 8])
        _fails(sealed[:at] + flipped + sealed[at + 1 :], [key])


LONG = secrets.token_bytes(3 * CHUNK + 100)
LONG_SEALED = age.encrypt(LONG, [CLASSIC.recipient()])
_HEAD = len(LONG_SEALED) - (len(LONG) + 4 * 16)


@settings(max_examples=40, deadline=None)
@given(st.integers(_HEAD, len(LONG_SEALED) - 1), st.integers(0, 7))
def test_a_change_anywhere_in_a_long_payload_is_refused(at: int, bit: int) -> None:
    flipped = bytes([LONG_SEALED[at] ^ 1 << bit])
    changed = LONG_SEALED[:at] + flipped + LONG_SEALED[at + 1 :]
    assert _fails(changed, [CLASSIC]) is age.PayloadTampered
    assert _fails(LONG_SEALED[:at], [CLASSIC]) is age.PayloadTampered
    assert _fails(LONG_SEALED + LONG_SEALED[at:], [CLASSIC]) is age.PayloadTampered


@pytest.mark.parametrize("order", [(1, 0, 2, 3), (0, 2, 3), (0, 1, 1, 2, 3), (3,), (0, 1, 2)])
def test_chunks_cannot_be_moved_dropped_or_repeated(order: tuple[int, ...]) -> None:
    sealed = CHUNK + 16
    chunks = [LONG_SEALED[_HEAD + i * sealed : _HEAD + (i + 1) * sealed] for i in range(4)]
    changed = LONG_SEALED[:_HEAD] + b"".join(chunks[i] for i in order)
    assert age.decrypt(LONG_SEALED[:_HEAD] + b"".join(chunks), [CLASSIC]) == LONG
    assert _fails(changed, [CLASSIC]) is age.PayloadTampered


def test_a_payload_does_not_open_under_another_header() -> None:
    other = age.encrypt(b"other", [CLASSIC.recipient()])
    head = len(other) - len(b"other") - 16
    assert _fails(other[:head] + LONG_SEALED[_HEAD:], [CLASSIC]) is age.PayloadTampered


def test_stream_starts_where_the_source_stands() -> None:
    source, target = io.BytesIO(b"before" + LONG_SEALED), io.BytesIO()
    source.seek(6)
    age.decrypt_stream(source, target, [CLASSIC])
    assert target.getvalue() == LONG


class _Drip(io.BytesIO):
    """A source that gives a few bytes at a time, as sockets do."""

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(min(size or 0, 1000))


def test_stream_from_a_source_that_gives_little_at_a_time() -> None:
    sealed, opened = io.BytesIO(), io.BytesIO()
    age.encrypt_stream(_Drip(LONG), sealed, [HYBRID.recipient()])
    age.decrypt_stream(_Drip(sealed.getvalue()), opened, [HYBRID])
    assert opened.getvalue() == LONG


class _Swapped(io.BytesIO):
    """A source in which the last chunk is changed once all was verified."""

    seeks = 0

    def seek(self, at: int, whence: int = 0, /) -> int:
        self.seeks += (at, whence) == (_HEAD, 0)
        if self.seeks == 2:
            self.getbuffer()[-20] ^= 1
        return super().seek(at, whence)


def test_a_source_that_changes_after_verification_is_refused() -> None:
    source, target = _Swapped(LONG_SEALED), io.BytesIO(b"before")
    target.seek(6)
    with pytest.raises(age.PayloadTampered):
        age.decrypt_stream(source, target, [CLASSIC])
    assert source.seeks == 2
    assert target.getvalue() == b"before"


class _Pipe(io.BytesIO):
    """A target that only goes forward."""

    def seekable(self) -> bool:
        return False


def test_a_pipe_gets_all_or_nothing() -> None:
    whole, nothing = _Pipe(), _Pipe()
    age.decrypt_stream(io.BytesIO(LONG_SEALED), whole, [CLASSIC])
    with pytest.raises(age.PayloadTampered):
        age.decrypt_stream(io.BytesIO(LONG_SEALED[:-1]), nothing, [CLASSIC])
    assert whole.getvalue() == LONG
    assert nothing.getvalue() == b""


def test_a_file_that_finds_no_room_is_cut_back(tmp_path: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    opened = tmp_path / "opened"
    resource.setrlimit(resource.RLIMIT_FSIZE, (CHUNK + 1000, hard))
    try:
        with pytest.raises(OSError, match="too large"), opened.open("wb") as target:
            age.decrypt_stream(io.BytesIO(LONG_SEALED), target, [CLASSIC])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert opened.read_bytes() == b""


def test_memory_stays_flat(tmp_path: Path) -> None:
    plain, sealed, opened = (tmp_path / name for name in ("plain", "sealed", "opened"))
    with plain.open("wb") as file:
        file.truncate(32 * 1024 * 1024)
    tracemalloc.start()
    try:
        with plain.open("rb") as source, sealed.open("wb") as target:
            age.encrypt_stream(source, target, [CLASSIC.recipient()])
        with sealed.open("rb") as source, opened.open("wb") as target:
            age.decrypt_stream(source, target, [CLASSIC])
        assert tracemalloc.get_traced_memory()[1] < 1024 * 1024
    finally:
        tracemalloc.stop()
    assert opened.stat().st_size == plain.stat().st_size
