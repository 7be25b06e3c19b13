"""Each kind of damage to a folder gives its own finding, and the rest stays usable."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from nacl.signing import SigningKey
from tests.vault.support import Place, body, publish, statements

from panoh.age import X25519Identity
from panoh.vault import Severity, Vault
from panoh.vault.container import seal, unseal
from panoh.vault.keyring import new_keyring, seal_keyring
from panoh.vault.publish import object_name
from panoh.vault.segment import CONTROL, STATEMENT, cut
from panoh.vault.segment import Place as SegmentPlace


def codes(vault: Vault) -> set[tuple[str, str]]:
    report = vault.verify(deep=True)
    assert all(finding.meaning and finding.hint for finding in report.findings)
    return {(finding.code, finding.object) for finding in report.findings}


def saved_object(place: Place, vault: Vault, data: bytes) -> Path:
    before = place.objects()
    vault.save([data])
    (name,) = place.objects() - before
    return place.folder / "m" / name


def flip(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:300] + bytes([data[300] ^ 64]) + data[301:])


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-17])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def make_folder_of(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("harm", [flip, cut_short, empty, make_folder_of])
def test_a_damaged_pack_is_found_and_the_rest_is_read(
    place: Place, harm: Callable[[Path], None]
) -> None:
    with place.create().vault as vault:
        vault.save([body(1)])
        path = saved_object(place, vault, body(2))
        whole = path.read_bytes()
        vault.save([body(3)])
        assert codes(vault) == set()
        harm(path)
        assert ("object-damaged", path.name) in codes(vault)
        assert statements(vault) == [body(1), body(2), body(3)]
    with place.rebuild() as vault:
        # What follows the gap waits: nothing is shown as if it followed what came before.
        assert statements(vault) == [body(1)]
        assert {finding.code for finding in vault.notices} >= {"object-damaged", "save-waiting"}
        assert len(list(place.device.glob("index.db.unreadable-*"))) >= 1
    if path.is_dir():
        path.rmdir()
    path.write_bytes(whole)
    with place.unlock() as vault:
        assert statements(vault)[:3] == [body(1), body(2), body(3)]


def test_a_missing_pack_is_told_at_once(place: Place) -> None:
    with place.create().vault as vault:
        path = saved_object(place, vault, body(1))
        vault.save([body(2)])
    path.unlink()
    with place.unlock() as vault:
        (finding,) = vault.notices
        assert finding.code == "history-missing"
        assert f"{vault.writer[:8]} 1" in finding.meaning
        assert statements(vault) == [body(1), body(2)]
        vault.save([body(3)])
        assert not vault.verify().sound


def test_a_foreign_object_is_left_alone(place: Place) -> None:
    with place.create().vault as vault:
        name = publish(place.folder / "m", seal(b"hello", X25519Identity.generate().recipient()))
        junk = publish(place.folder / "m", b"no age file at all")
        assert codes(vault) == {("object-foreign", name), ("object-damaged", junk)}
        vault.save([body(1)])
    with place.unlock() as vault:
        assert {finding.code for finding in vault.notices} == {"object-foreign", "object-damaged"}
        assert (place.folder / "m" / name).exists()


def test_names_that_are_no_objects_are_ignored(place: Place) -> None:
    with place.create().vault as vault:
        for name in ("README.txt", ".tmp-1", "A" * 64 + ".age", "0" * 63 + ".age", "desktop.ini"):
            (place.folder / "m" / name).write_bytes(b"x")
        assert codes(vault) == {("leftover", ".tmp-1")}


def test_a_segment_by_a_stranger_with_the_right_keys_is_refused(place: Place) -> None:
    stranger = SigningKey.generate()
    with place.create().vault as vault:
        (ring,) = vault._log.rings.values()
        for tag in (STATEMENT, CONTROL):
            where = SegmentPlace(
                vault=vault.id, seq=0, prev="", epoch=0, seen={}, at="2026-01-01T00:00:00Z"
            )
            raw = cut(stranger, where, [(tag, b'{"op":"genesis"}')]).raw
            publish(place.folder / "m", seal(raw, ring.log.recipient()))
        assert {code for code, _ in codes(vault)} == {"segment-refused"}
        vault.save([body(1)])
        assert statements(vault) == [body(1)]


def test_a_stranger_cannot_continue_a_chain(place: Place) -> None:
    stranger = SigningKey.generate()
    with place.create().vault as vault:
        vault.save([body(1)])
        (ring,) = vault._log.rings.values()
        where = SegmentPlace(
            vault=vault.id, seq=1, prev=vault.id, epoch=0, seen={}, at="2026-01-01T00:00:00Z"
        )
        raw = cut(stranger, where, [(STATEMENT, body(2))]).raw
        name = publish(place.folder / "m", seal(raw, ring.log.recipient()))
        assert codes(vault) >= {("segment-refused", name)}
        assert statements(vault) == [body(1)]


def test_a_segment_of_another_vault_is_refused(place: Place, tmp_path: Path) -> None:
    with (
        place.create().vault as vault,
        Place(tmp_path / "other", tmp_path / "other-device").create().vault as other,
    ):
        (ring,) = vault._log.rings.values()
        raw = cut(
            other._log.keys.signing,
            SegmentPlace(vault=other.id, seq=1, prev=other.id, epoch=0, seen={}, at="2026"),
            [(STATEMENT, body(1))],
        ).raw
        name = publish(place.folder / "m", seal(raw, ring.log.recipient()))
        assert codes(vault) == {("segment-refused", name)}


def test_a_missing_or_damaged_part_is_named(place: Place) -> None:
    with place.create().vault as vault:
        one = vault.put_file(io.BytesIO(b"one" * 5000))
        two = vault.put_file(io.BytesIO(b"two" * 5000))
        vault.save([body(1)])
        paths = [place.folder / "d" / f.parts[0][0][:2] / f.parts[0][0] for f in (one, two)]
        paths[0].unlink()
        flip(paths[1])
        assert codes(vault) == {
            ("object-missing", paths[0].name),
            ("object-damaged", paths[1].name),
        }
        assert {f.code for f in vault.verify(deep=False).findings} == {"object-missing"}


def test_parts_of_an_interrupted_file_are_a_note(place: Place) -> None:
    with place.create().vault as vault:
        data = b"part"
        shard = place.folder / "d" / object_name(data)[:2]
        shard.mkdir()
        publish(shard, data)
        (finding,) = vault.verify().findings
        assert (finding.code, finding.severity) == ("part-unused", Severity.NOTE)
        assert vault.verify().sound


def test_an_erased_leaf_reads_and_verifies(place: Place) -> None:
    with place.create().vault as vault:
        before = place.objects()
        idents = vault.save([body(1), body(2), body(3)])
        (name,) = place.objects() - before
        path = place.folder / "m" / name
        (ring,) = vault._log.rings.values()
        raw = unseal(path.read_bytes(), [ring.log], name=name)
        rows = raw.split(b"\n")
        rows[3] = b"x " + idents[1].encode()
        path.unlink()
        publish(place.folder / "m", seal(b"\n".join(rows), ring.log.recipient()))
    with place.rebuild() as vault:
        assert statements(vault) == [body(1), None, body(3)]
        assert vault.leaf(idents[1]).tag == "x"
        assert vault.verify().findings == ()


def test_a_keyring_by_a_stranger_is_not_written_with(place: Place) -> None:
    stranger = SigningKey.generate()
    with place.create().vault as vault:
        ring = new_keyring(vault.id, 7, stranger.verify_key.encode().hex())
        data = seal_keyring(ring, stranger, [vault._log.keys.identity.recipient()])
        name = publish(place.folder / "m", data)
        path = saved_object(place, vault, body(1))
        assert path.exists()
        with vault._log.index.writing("test") as db:
            assert vault._log.ring(db).epoch == 0
        assert codes(vault) == {("segment-refused", name)}


def test_a_missing_keyring_leaves_what_is_indexed_readable(place: Place) -> None:
    with place.create().vault as vault:
        vault.save([body(1)])
    keyring = max((place.folder / "m").iterdir(), key=lambda path: path.stat().st_size)
    keyring.unlink()
    with place.unlock() as vault:
        assert statements(vault) == [body(1)]
        assert [finding.code for finding in vault.notices] == ["object-missing"]
        with pytest.raises(Exception, match="keyring"):
            vault.save([body(2)])
