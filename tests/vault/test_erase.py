"""What is erased is gone from every byte here, stays gone, and everything else still verifies."""

import io
import json
import shutil
from pathlib import Path

import apsw
import pytest
from tests.vault.canaries import canaries
from tests.vault.support import CHEAP, PASSPHRASE, Listing, Place, body, listed, statements

from panoh.vault import (
    ErasingRefused,
    LeafErased,
    LeafUnknown,
    Vault,
    check_proof,
)
from panoh.vault.container import is_keyring, open_age, unseal
from panoh.vault.errors import ObjectForeign, ObjectMissing
from panoh.vault.keyring import Keyring

CANARY = "Меҳрангез-canary-9120"


class Words(Listing):
    """A projection that also keeps a full-text index, as the casebook does."""

    def create(self, db: apsw.Connection) -> None:
        super().create(db)
        db.execute("CREATE VIRTUAL TABLE words USING fts5(text)")

    def apply(self, db: apsw.Connection, leaves: object) -> None:
        super().apply(db, leaves)  # type: ignore[arg-type]
        for leaf in leaves:  # type: ignore[attr-defined]
            if leaf.body:
                db.execute("INSERT INTO words VALUES(?)", (leaf.body.decode(),))


def unlock(place: Place) -> Vault:
    return Vault.unlock(place.folder, place.device, PASSPHRASE, Words())


@pytest.fixture
def told(place: Place) -> tuple[Place, str, str, list[Keyring], bytes]:
    """A vault with a statement and a file that will go; the control that both are seen now."""
    with Vault.create(place.folder, place.device, PASSPHRASE, Words(), cost=CHEAP).vault as vault:
        idents = vault.save([body(1), body(2, CANARY), body(3)])
        film = vault.put_file(io.BytesIO(CANARY.encode() * 3000))
        other = vault.put_file(io.BytesIO(b"other"))
        vault.save([body(4, film.unit), body(5, json.dumps([other.unit]))])
        rings, key = list(vault._log.rings.values()), vault._log.keys.index
    assert canaries(place, rings, key, CANARY) >= 2
    return place, idents[1], film.unit, rings, key


def test_it_is_gone_from_every_byte_and_the_rest_stands(
    told: tuple[Place, str, str, list[Keyring], bytes],
) -> None:
    place, ident, unit, rings, key = told
    parts = {path.name for path in (place.folder / "d").rglob("*.age")}
    with unlock(place) as vault:
        before = [(leaf.id, leaf.seq, leaf.pos) for leaf in vault.all_leaves()]
        done = vault.erase([ident], [unit], "consent-withdrawn")
        rings += list(vault._log.rings.values())
        assert (done.statements, done.files) == (1, 1)
        assert [(leaf.id, leaf.seq, leaf.pos) for leaf in vault.all_leaves()][:-1] == before
        assert vault.leaf(ident).tag == "x"
        assert vault.notices == ()
        assert vault.verify(deep=True).findings == ()
        with pytest.raises(LeafErased):
            vault.prove(ident)
        for leaf in vault.all_leaves():
            if leaf.tag == "s":
                assert check_proof(vault.prove(leaf.id)).id == leaf.id
        vault.save([body(6)])
    assert canaries(place, rings, key, CANARY) == 0
    left = {path.name for path in (place.folder / "d").rglob("*.age")}
    assert len(parts - left) == 1
    assert len(left) == 1
    for opened in (unlock, Place.rebuild):
        with opened(place) as vault:
            assert None in statements(vault)
            assert body(6) in statements(vault)
            assert vault.verify(deep=True).findings == ()
    assert canaries(place, rings, key, CANARY) == 0


def test_the_keys_from_before_open_nothing_that_is_left(
    told: tuple[Place, str, str, list[Keyring], bytes],
) -> None:
    place, ident, unit, rings, _ = told
    with unlock(place) as vault:
        identity = vault._log.keys.identity
        vault.erase([ident], [unit], "mistake")
    for path in (place.folder / "m").iterdir():
        if is_keyring(path):
            text = open_age(path.read_bytes(), [identity], name=path.name)
            assert not any(str(ring.log).encode() in text for ring in rings)
        else:
            with pytest.raises(ObjectForeign):
                unseal(path.read_bytes(), [each.log for each in rings], name=path.name)


def test_what_remains_elsewhere_is_said(
    told: tuple[Place, str, str, list[Keyring], bytes], tmp_path: Path
) -> None:
    place, ident, _, _, _ = told
    with unlock(place) as vault:
        remains = {each.code for each in vault.erase([ident], [], "safety").remains}
    assert remains == {"given-out", "copies", "recovery", "disk", "told-again"}
    del tmp_path


@pytest.mark.parametrize("fresh_index", [False, True])
def test_a_whole_copy_that_comes_back_changes_nothing(
    told: tuple[Place, str, str, list[Keyring], bytes], tmp_path: Path, *, fresh_index: bool
) -> None:
    place, ident, unit, rings, key = told
    shutil.copytree(place.folder, tmp_path / "stick")
    with unlock(place) as vault:
        vault.erase([ident], [unit], "consent-withdrawn")
        rings += list(vault._log.rings.values())
    shutil.copytree(tmp_path / "stick", place.folder, dirs_exist_ok=True)
    if fresh_index:
        for path in place.device.glob("index.db*"):
            path.unlink()
    with unlock(place) as vault:
        assert vault.leaf(ident).body is None
        assert CANARY.encode() not in b"".join(filter(None, statements(vault)))
        assert {finding.code for finding in vault.notices} == {"erasing-unfinished"}
        # The words are there again, but under keys from before: erasing again takes them out.
        assert canaries(place, rings, key, CANARY) > 0
        vault.roll_up()
        assert vault.leaf(ident).body is None
        vault.erase([], [], "")
        assert vault.notices == ()
        assert vault.verify(deep=True).findings == ()
    assert canaries(place, rings, key, CANARY) == 0
    assert not list((place.folder / "d").rglob("*.age"))[1:]


def test_another_device_obeys(place: Place, tmp_path: Path) -> None:
    created = place.create()
    with created.vault as vault:
        ident, _ = vault.save([body(1, CANARY), body(2)])
    args = (place.folder, tmp_path / "new", created.recovery_identity, PASSPHRASE, Listing())
    Vault.recover(*args, cost=CHEAP).close()
    second = Place(place.folder, tmp_path / "new")
    with second.unlock() as other:
        other.save([body(3)])
        key = other._log.keys.index
        rings = list(other._log.rings.values())
    with place.unlock() as vault:
        done = vault.erase([ident], [], "consent-withdrawn")
        assert "devices" in {each.code for each in done.remains}
        rings += list(vault._log.rings.values())
    with second.unlock() as other:
        assert statements(other) == [None, body(2), body(3)]
        # Its keyring from before is its own to remove.
        assert {finding.code for finding in other.notices} == {"erasing-unfinished"}
        other.save([body(4)])
        other.erase([], [], "")
        assert other.notices == ()
    with second.unlock() as other:
        # The next opening has built the index anew, without the words.
        assert listed(other)[1:] != []
        assert other.verify(deep=True).sound
    with place.unlock() as vault:
        assert statements(vault) == [None, body(2), body(3), body(4)]
        assert vault.verify(deep=True).sound
    assert canaries(second, rings, key, CANARY) == 0


def test_a_control_statement_is_never_erased(place: Place) -> None:
    with place.create().vault as vault:
        (genesis,) = [leaf.id for leaf in vault.all_leaves()]
        (ident,) = vault.save([body(1)])
        before = place.objects()
        for leaves, units, error in (
            ([genesis], [], LeafUnknown),
            ([ident, "ab" * 32], [], LeafUnknown),
            ([ident], ["ab" * 16], ObjectMissing),
        ):
            with pytest.raises(error):
                vault.erase(leaves, units, "mistake")
        assert place.objects() == before
        assert statements(vault) == [body(1)]


def test_a_vault_that_is_not_whole_is_not_rewritten(place: Place) -> None:
    with place.create().vault as vault:
        (ident,) = vault.save([body(1, CANARY)])
        before = place.objects()
        vault.save([body(2)])
        (name,) = place.objects() - before
        path = place.folder / "m" / name
        whole = path.read_bytes()
        for harm in (lambda: path.write_bytes(b"scribble"), path.unlink):
            harm()
            with pytest.raises(ErasingRefused):
                vault.erase([ident], [], "mistake")
            assert place.objects() >= before
        path.write_bytes(whole)
        vault.erase([ident], [], "mistake")
        assert statements(vault) == [None, body(2)]


def test_erasing_twice_and_more(place: Place) -> None:
    with place.create().vault as vault:
        idents = vault.save([body(n, CANARY) for n in range(4)])
        for ident in idents[:3]:
            vault.erase([ident], [], "mistake")
        vault.erase([idents[0]], [], "mistake")
        assert statements(vault) == [None, None, None, body(3, CANARY)]
        (ring,) = vault._log.rings.values()
        assert ring.epoch == 4
        assert len(place.objects()) == 2
    with place.rebuild() as vault:
        assert statements(vault) == [None, None, None, body(3, CANARY)]


def test_the_recovery_identity_opens_what_is_left(place: Place, tmp_path: Path) -> None:
    created = place.create()
    with created.vault as vault:
        ident, _ = vault.save([body(1, CANARY), body(2)])
        vault.erase([ident], [], "mistake")
        vault.confirm_recovery(created.recovery_identity)
    args = (place.folder, tmp_path / "new", created.recovery_identity, PASSPHRASE, Listing())
    with Vault.recover(*args, cost=CHEAP) as second:
        assert statements(second) == [None, body(2)]
        second.save([body(3)])
    with place.unlock() as vault:
        assert statements(vault) == [None, body(2), body(3)]


def test_two_devices_erase_at_once(place: Place, tmp_path: Path) -> None:
    created = place.create()
    with created.vault as vault:
        one, two, _ = vault.save([body(1, CANARY), body(2, CANARY + "2"), body(3)])
    away = Place(tmp_path / "away", tmp_path / "new")
    args = (place.folder, away.device, created.recovery_identity, PASSPHRASE, Listing())
    Vault.recover(*args, cost=CHEAP).close()
    shutil.copytree(place.folder, away.folder)
    rings, keys = [], []
    for each, ident in ((place, one), (away, two)):
        with each.unlock() as vault:
            rings += list(vault._log.rings.values())
            vault.erase([ident], [], "mistake")
            rings += list(vault._log.rings.values())
            keys.append(vault._log.keys.index)
    shutil.copytree(away.folder, place.folder, dirs_exist_ok=True)
    with place.unlock() as vault:
        assert statements(vault) == [None, None, body(3)]
        assert "erasing-unfinished" in {finding.code for finding in vault.notices}
        vault.erase([], [], "")
        rings += list(vault._log.rings.values())
        assert vault.verify(deep=True).sound
    assert canaries(place, rings, keys[0], CANARY) == 0
    away = Place(place.folder, away.device)
    with away.unlock() as vault:
        assert statements(vault) == [None, None, body(3)]
        vault.erase([], [], "")
        assert vault.verify(deep=True).sound
    assert canaries(away, rings, keys[1], CANARY) == 0
    with place.unlock() as vault:
        assert statements(vault) == [None, None, body(3)]
        assert vault.verify(deep=True).sound
