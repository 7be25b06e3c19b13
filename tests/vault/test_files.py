"""Files of any size go in and come out whole, or not at all."""

import io
from dataclasses import replace
from hashlib import sha256
from os import urandom

import pytest
from tests.vault.support import Place

from panoh.vault import files
from panoh.vault.errors import ObjectDamaged, ObjectMissing
from panoh.vault.files import PART


class Dripping(io.BytesIO):
    """A source that gives less than asked for, as pipes and uploads do."""

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(min(size or 0, 70_001))


@pytest.mark.parametrize("size", [0, 1, 100_000, PART, PART + 1])
def test_a_file_comes_out_as_it_went_in(place: Place, size: int) -> None:
    data = urandom(size)
    with place.create().vault as vault:
        seen: list[int] = []
        stored = vault.put_file(io.BytesIO(data), seen.append)
        assert (stored.sha256, stored.size) == (sha256(data).hexdigest(), size)
        assert [length for _, length in stored.parts] == (
            [min(PART, size - at) for at in range(0, size, PART)]
        )
        assert seen == ([] if not size else [min(PART, size), size][: len(stored.parts)])
    with place.unlock() as vault:
        assert b"".join(vault.open_file(stored)) == data
        assert vault.verify(deep=True).findings == ()


def test_a_source_that_drips_is_read_to_its_end(place: Place) -> None:
    data = urandom(300_000)
    with place.create().vault as vault:
        stored = vault.put_file(Dripping(data))
        assert stored.sha256 == sha256(data).hexdigest()


def test_a_full_part_pads_to_sixteen_mebibytes(place: Place) -> None:
    with place.create().vault as vault:
        stored = vault.put_file(io.BytesIO(urandom(PART)))
        ((name, _),) = stored.parts
        sealed = (place.folder / "d" / name[:2] / name).stat().st_size
        assert 16 << 20 < sealed < (16 << 20) + 8000


@pytest.mark.parametrize("limit", [0, 64 << 20])
def test_nothing_is_given_out_of_a_damaged_file(
    place: Place, monkeypatch: pytest.MonkeyPatch, limit: int
) -> None:
    monkeypatch.setattr(files, "_IN_MEMORY", limit)
    monkeypatch.setattr(files, "PART", 1000)
    with place.create().vault as vault:
        stored = vault.put_file(io.BytesIO(urandom(2500)))
        assert len(b"".join(vault.open_file(stored))) == 2500
        name = stored.parts[-1][0]
        path = place.folder / "d" / name[:2] / name
        data = path.read_bytes()
        path.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
        with pytest.raises(ObjectDamaged):
            vault.open_file(stored)
        path.unlink()
        with pytest.raises(ObjectMissing):
            vault.open_file(stored)


def test_parts_in_another_order_are_not_the_file(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "PART", 1000)
    with place.create().vault as vault:
        stored = vault.put_file(io.BytesIO(urandom(2000)))
        swapped = files.StoredFile(
            sha256=stored.sha256, size=stored.size, unit=stored.unit, parts=stored.parts[::-1]
        )
        with pytest.raises(ObjectDamaged):
            vault.open_file(swapped)


def test_a_part_cannot_lead_out_of_the_folder(place: Place) -> None:
    with place.create().vault as vault:
        stored = vault.put_file(io.BytesIO(b"x"))
        for name in ("../../device/keys", "/etc/hostname", "", "a.age"):
            with pytest.raises(ObjectDamaged):
                vault.open_file(replace(stored, parts=((name, 1),)))


def test_a_file_without_its_key_is_named(place: Place) -> None:
    with place.create().vault as vault:
        absent = files.StoredFile(sha256="", size=0, unit="00", parts=())
        with pytest.raises(ObjectMissing):
            vault.open_file(absent)
