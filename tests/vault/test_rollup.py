"""Rolling up keeps every leaf, its id and its proof."""

import io
from pathlib import Path

import pytest
from tests.vault.support import CHEAP, PASSPHRASE, Listing, Place, body, publish, statements

from panoh.vault import RolledUp, Vault, reseal, rollup
from panoh.vault.errors import ObjectDamaged


def test_every_leaf_is_kept(place: Place) -> None:
    with place.create().vault as vault:
        idents = [ident for n in range(30) for ident in vault.save([body(n), body(n, "ғ")])]
        stored = [vault.put_file(io.BytesIO(b"%d" % n)) for n in range(5)]
        before = [(leaf.id, leaf.seq, leaf.pos) for leaf in vault.all_leaves()]
        assert len(place.objects()) == 1 + 1 + 30 + 5
        assert vault.roll_up() == RolledUp(before=37, after=3)
        assert len(place.objects()) == 3
        assert vault.roll_up() == RolledUp(before=3, after=3)
        assert vault.verify(deep=True).findings == ()
    with place.rebuild() as vault:
        assert [(leaf.id, leaf.seq, leaf.pos) for leaf in vault.all_leaves()] == before
        assert [leaf.id for leaf in vault.all_leaves()][1:] == idents
        assert [b"".join(vault.open_file(one)) for one in stored] == [b"%d" % n for n in range(5)]
        vault.save([body(99)])
        assert vault.roll_up() == RolledUp(before=4, after=3)


def test_packs_stay_below_the_target(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reseal, "TARGET", 20_000)
    monkeypatch.setattr(rollup, "_SMALL", 10_000)
    with place.create().vault as vault:
        for number in range(12):
            vault.save([body(number)])
        vault.roll_up()
        sizes = [(place.folder / "m" / name).stat().st_size for name in place.objects()]
        assert 3 < len(sizes) < 8
        assert statements(vault) == [body(number) for number in range(12)]
        assert vault.verify().findings == ()


def test_nothing_goes_when_the_disk_gives_back_other_bytes(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    with place.create().vault as vault:
        for number in range(3):
            vault.save([body(number)])
        before = place.objects()
        real = publish

        def lying(folder: Path, data: bytes, **_: object) -> str:
            name = real(folder, data)
            (folder / name).write_bytes(data[:-1])
            return name

        monkeypatch.setattr(reseal, "publish", lying)
        with pytest.raises(ObjectDamaged):
            vault.roll_up()
        assert before <= place.objects()
        assert statements(vault) == [body(0), body(1), body(2)]


@pytest.mark.parametrize("table", [False, True])
def test_nothing_goes_when_the_merged_object_holds_less(
    place: Place, monkeypatch: pytest.MonkeyPatch, *, table: bool
) -> None:
    with place.create().vault as vault:
        saved = place.objects()
        for number in range(2):
            if table:
                vault.put_file(io.BytesIO(b"%d" % number))
            else:
                vault.save([body(number)])
        before = place.objects()
        one = (place.folder / "m" / min(before - saved)).read_bytes()
        monkeypatch.setattr(reseal, "publish", lambda folder, *_, **__: publish(folder, one))
        with pytest.raises(ObjectDamaged, match="other bytes"):
            vault.roll_up()
        assert place.objects() == before


def test_a_damaged_pack_stays_as_it_is(place: Place) -> None:
    with place.create().vault as vault:
        before = place.objects()
        vault.save([body(0)])
        (name,) = place.objects() - before
        vault.save([body(1)])
        (place.folder / "m" / name).write_bytes(b"scribble")
        assert vault.roll_up() == RolledUp(before=4, after=3)
        assert name in place.objects()
        assert {finding.code for finding in vault.verify().findings} >= {"object-damaged"}


def test_another_device_follows(place: Place, tmp_path: Path) -> None:
    created = place.create()
    with created.vault as vault:
        vault.save([body(1)])
        stored = vault.put_file(io.BytesIO(b"film"))
        vault.put_file(io.BytesIO(b"other"))
        args = (place.folder, tmp_path / "new", created.recovery_identity, PASSPHRASE, Listing())
        with Vault.recover(*args, cost=CHEAP) as second:
            vault.roll_up()
            second.save([body(2)])
        assert second.notices == ()
    with Place(place.folder, tmp_path / "new").unlock() as second:
        assert second.notices == ()
        assert b"".join(second.open_file(stored)) == b"film"
        assert second.verify(deep=True).findings == ()
