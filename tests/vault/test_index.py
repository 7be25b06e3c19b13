"""The index is a projection: lost, broken or outdated, it comes back from the log."""

from pathlib import Path

import apsw
import pytest
from tests.vault.support import PASSPHRASE, Listing, Place, body, listed, statements

from panoh.vault import Vault
from panoh.vault.errors import IndexReplaced, IndexUnreadable


def three_saves(place: Place) -> None:
    with place.create().vault as vault:
        for number in range(3):
            vault.save([body(number)])


def test_a_deleted_index_is_built_again(place: Place) -> None:
    three_saves(place)
    for path in place.device.glob("index.db*"):
        path.unlink()
    steps: list[tuple[int, int]] = []
    with Vault.unlock(
        place.folder, place.device, PASSPHRASE, Listing(), progress=lambda *at: steps.append(at)
    ) as vault:
        assert statements(vault) == listed(vault)[1:] == [body(0), body(1), body(2)]
        assert vault.notices == ()
    assert steps[-1] == (4, 4)


@pytest.mark.parametrize("at", [0, 20, 8192 + 100, 3 * 8192])
def test_an_unreadable_index_stops_and_is_kept(place: Place, at: int) -> None:
    three_saves(place)
    path = place.device / "index.db"
    data = bytearray(path.read_bytes())
    data[at : at + 50] = bytes(50)
    path.write_bytes(data)
    with pytest.raises(IndexUnreadable) as caught:
        place.unlock()
    assert caught.value.exit_status == 23
    assert path.read_bytes()[at : at + 50] == bytes(50)
    with place.rebuild() as vault:
        assert statements(vault) == [body(0), body(1), body(2)]
        assert vault.verify().findings == ()


def test_an_unreadable_index_is_numbered(place: Place) -> None:
    three_saves(place)
    for number in (1, 2):
        (place.device / "index.db").write_bytes(b"scribble" * 2000)
        with pytest.raises(IndexUnreadable):
            place.unlock()
        place.rebuild().close()
        assert (place.device / f"index.db.unreadable-{number}").read_bytes()[:8] == b"scribble"


def test_an_emptied_index_never_starts_empty(place: Place) -> None:
    three_saves(place)
    (place.device / "index.db").write_bytes(b"")
    with place.unlock() as vault:
        assert statements(vault) == [body(0), body(1), body(2)]


def test_another_version_of_the_projection_builds_anew(place: Place) -> None:
    three_saves(place)

    class Wider(Listing):
        def create(self, db: apsw.Connection) -> None:
            super().create(db)
            db.execute("CREATE TABLE wider(a)")

    with Vault.unlock(place.folder, place.device, PASSPHRASE, Wider(version=2)) as vault:
        assert vault.db.execute("SELECT count(*) FROM wider").get == 0
        assert listed(vault)[1:] == [body(0), body(1), body(2)]
    assert not list(place.device.glob("index.db.*"))


def test_rebuilding_beside_an_open_vault(place: Place) -> None:
    three_saves(place)
    with place.unlock() as first, place.rebuild() as second:
        with pytest.raises(IndexReplaced):
            first.save([body(8)])
        second.save([body(9)])
    with place.unlock() as vault:
        assert statements(vault) == [body(0), body(1), body(2), body(9)]
        assert vault.verify().findings == ()


def test_what_the_log_lacks_stays_in_the_old_index(place: Place) -> None:
    with place.create().vault as vault:
        before = place.objects()
        vault.save([body(1)])
        (name,) = place.objects() - before
    (place.folder / "m" / name).unlink()
    with place.rebuild() as vault:
        assert statements(vault) == []
        assert [finding.code for finding in vault.notices] == ["history-missing"]
    assert (place.device / "index.db.unreadable-1").exists()


def test_queries_need_no_object(place: Place, tmp_path: Path) -> None:
    with place.create().vault as vault:
        (ident,) = vault.save([body(1)])
        (place.folder / "m").rename(tmp_path / "away")
        assert vault.leaf(ident).body == body(1)
        (tmp_path / "away").rename(place.folder / "m")
