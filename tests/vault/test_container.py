"""Padding, limits and what is refused before anything is parsed."""

import os
from pathlib import Path

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st
from tests.vault.support import publish

from panoh.age import X25519Identity, encrypt
from panoh.vault.container import MAX_OBJECT, is_keyring, padded, padding, read_object, seal, unseal
from panoh.vault.errors import ObjectDamaged, ObjectForeign, ObjectMissing
from panoh.vault.publish import object_name

KEY = X25519Identity.generate()


@given(st.integers(0, 300 << 20))
def test_padding_reaches_a_padded_length(size: int) -> None:
    total = size + len(padding(size))
    assert total == padded(total)
    assert total >= 4096
    if size > 64 << 10:
        assert total <= size * 1.0626 + 8


@pytest.mark.parametrize(
    ("size", "length"),
    [(0, 4096), (1, 4096), (4096, 4096), (4097, 8192), (65_536, 65_536), (65_537, 67_584)],
)
def test_padded_lengths(size: int, length: int) -> None:
    assert padded(size) == length


@given(st.binary(max_size=20_000))
def test_what_is_sealed_opens(plain: bytes) -> None:
    assert unseal(seal(plain, KEY.recipient()), [KEY], name="o") == plain


def test_sizes_of_short_texts_do_not_show() -> None:
    assert len({len(seal(b"a" * n, KEY.recipient())) for n in (0, 1, 700, 4000)}) == 1


def test_another_key_is_foreign() -> None:
    with pytest.raises(ObjectForeign):
        unseal(seal(b"a", KEY.recipient()), [X25519Identity.generate()], name="o")


def test_a_bomb_is_refused_early() -> None:
    bomb = zstandard.compress(bytes(3_000_000))
    assert len(bomb) < 1000
    sealed = encrypt(bomb, [KEY.recipient()])
    with pytest.raises(ObjectDamaged):
        unseal(sealed, [KEY], name="o", limit=2_999_999)
    assert len(unseal(sealed, [KEY], name="o", limit=3_000_000)) == 3_000_000


def test_a_wide_window_is_refused() -> None:
    parameters = zstandard.ZstdCompressionParameters(window_log=24, write_content_size=False)
    compressor = zstandard.ZstdCompressor(compression_params=parameters)
    stream = compressor.compressobj()
    frame = stream.compress(bytes(20 << 20)) + stream.flush()
    with pytest.raises(ObjectDamaged):
        unseal(encrypt(frame, [KEY.recipient()]), [KEY], name="o")


def test_several_frames_are_one_text() -> None:
    frames = zstandard.compress(b"one") + padding(13) + zstandard.compress(b"two")
    assert unseal(encrypt(frames, [KEY.recipient()]), [KEY], name="o") == b"onetwo"


def test_what_is_not_zstd_is_damaged() -> None:
    with pytest.raises(ObjectDamaged):
        unseal(encrypt(b"plain words", [KEY.recipient()]), [KEY], name="o")


def test_an_object_must_fit_its_name(tmp_path: Path) -> None:
    name = publish(tmp_path, b"bytes")
    assert read_object(tmp_path / name) == b"bytes"
    for data in (b"byte", b"bytes!", b"bytez", b""):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(ObjectDamaged):
            read_object(tmp_path / name)


def test_an_object_larger_than_allowed_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / object_name(b"")
    with path.open("wb") as file:
        file.truncate(MAX_OBJECT + 1)
    with pytest.raises(ObjectDamaged, match="larger"):
        read_object(path)


@pytest.mark.skipif(os.name == "nt", reason="no links and pipes to try")
def test_links_and_pipes_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(b"bytes")
    link, pipe = tmp_path / object_name(b"bytes"), tmp_path / object_name(b"a")
    link.symlink_to("elsewhere")
    os.mkfifo(pipe)
    for path in (link, pipe):
        assert not is_keyring(path)
        with pytest.raises(ObjectDamaged):
            read_object(path)


def test_an_object_that_is_a_folder_or_absent(tmp_path: Path) -> None:
    (tmp_path / object_name(b"")).mkdir()
    with pytest.raises(ObjectDamaged):
        read_object(tmp_path / object_name(b""))
    with pytest.raises(ObjectMissing):
        read_object(tmp_path / object_name(b"a"))
