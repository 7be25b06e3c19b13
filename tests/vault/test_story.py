"""The life of a vault: made, written to, locked, opened, lost and recovered."""

import io
import stat
from pathlib import Path

import pytest
from tests.vault.support import CHEAP, PASSPHRASE, Listing, Place, body, listed, statements

from panoh.vault import Vault
from panoh.vault.errors import (
    BodyRefused,
    DeviceNotFound,
    FolderInUse,
    LeafUnknown,
    OtherVault,
    RecoveryDoesNotFit,
    VaultNotFound,
    WrongPassphrase,
)


def test_what_is_saved_is_there_after_locking_and_unlocking(place: Place) -> None:
    with place.create().vault as vault:
        first = vault.save([body(1), body(2)])
        second = vault.save([body(3, "Ҷамшед")])
        writer, ident = vault.writer, vault.id
    with place.unlock() as vault:
        assert (vault.writer, vault.id, vault.notices) == (writer, ident, ())
        assert statements(vault) == [body(1), body(2), body(3, "Ҷамшед")]
        assert [leaf.body for leaf in vault.leaves(second + first)] == [
            body(3, "Ҷамшед"),
            body(1),
            body(2),
        ]
        leaf = vault.leaf(first[1])
        assert (leaf.writer, leaf.seq, leaf.pos, leaf.tag) == (writer, 1, 1, "s")
        assert leaf.at.endswith("Z")


def test_the_projection_gets_each_leaf_once_in_the_same_transaction(place: Place) -> None:
    with place.create().vault as vault:
        vault.save([body(1)])
        assert listed(vault)[1:] == [body(1)]
        vault.save([body(2), body(3)])
    with place.unlock() as vault:
        assert listed(vault)[1:] == [body(1), body(2), body(3)]


def test_same_words_twice_are_two_statements(place: Place) -> None:
    with place.create().vault as vault:
        one, other = vault.save([body(1), body(1)])
        assert one != other
        assert len(statements(vault)) == 2


def test_one_save_of_many_is_one_object(place: Place) -> None:
    with place.create().vault as vault:
        before = place.objects()
        idents = vault.save([body(number) for number in range(40_001)])
        assert len(place.objects() - before) == 1
        assert len(set(idents)) == 40_001
        assert vault.leaf(idents[-1]).seq == 3
        assert vault.verify().findings == ()


def test_saving_nothing_writes_nothing(place: Place) -> None:
    with place.create().vault as vault:
        before = place.objects()
        assert vault.save([]) == []
        assert place.objects() == before


@pytest.mark.parametrize("bad", [b"", b'{"a":\n1}'])
def test_a_body_is_one_line(place: Place, bad: bytes) -> None:
    with place.create().vault as vault:
        with pytest.raises(BodyRefused):
            vault.save([body(1), bad])
        assert statements(vault) == []


def test_a_fault_in_the_projection_saves_nothing(place: Place) -> None:
    with place.create().vault as vault:
        before = place.objects()
        vault.db.execute(
            "CREATE TEMP TRIGGER no BEFORE INSERT ON listed BEGIN SELECT raise(ABORT, 'no'); END"
        )
        with pytest.raises(Exception, match="no"):
            vault.save([body(1)])
        assert place.objects() == before
        vault.db.execute("DROP TRIGGER no")
        vault.save([body(2)])
        assert statements(vault) == [body(2)]


def test_a_wrong_passphrase_says_no_more(place: Place) -> None:
    place.create().vault.close()
    with pytest.raises(WrongPassphrase) as caught:
        Vault.unlock(place.folder, place.device, PASSPHRASE + " ", Listing())
    assert caught.value.exit_status == 21
    assert PASSPHRASE not in str(caught.value)


def test_a_passphrase_typed_composed_or_decomposed_is_the_same(place: Place) -> None:
    Vault.create(place.folder, place.device, "\u0439\u00e9", Listing(), cost=CHEAP).vault.close()
    Vault.unlock(place.folder, place.device, "\u0438\u0306e\u0301", Listing()).close()


def test_an_unknown_statement(place: Place) -> None:
    with place.create().vault as vault:
        for ident in ("00" * 32, "no hex"):
            with pytest.raises(LeafUnknown):
                vault.leaf(ident)


def test_folders_are_private_and_apart(place: Place, tmp_path: Path) -> None:
    with place.create().vault as vault:
        vault.save([body(1)])
        vault.put_file(io.BytesIO(b"seen"))
        for path in [place.folder, place.device, *tmp_path.rglob("*")]:
            mode = stat.S_IMODE(path.stat().st_mode)
            assert mode == (0o700 if path.is_dir() else 0o600), path
    with pytest.raises(FolderInUse):
        Vault.create(tmp_path / "v", tmp_path / "v" / "device", PASSPHRASE, Listing(), cost=CHEAP)
    with pytest.raises(FolderInUse):
        Vault.create(place.folder, tmp_path / "d", PASSPHRASE, Listing(), cost=CHEAP)
    with pytest.raises(FolderInUse):
        Vault.create(tmp_path / "v", place.device, PASSPHRASE, Listing(), cost=CHEAP)


def test_folders_that_are_not_there(place: Place, tmp_path: Path) -> None:
    place.create().vault.close()
    with pytest.raises(VaultNotFound):
        Vault.unlock(tmp_path / "no", place.device, PASSPHRASE, Listing())
    with pytest.raises(DeviceNotFound):
        Vault.unlock(place.folder, tmp_path / "no", PASSPHRASE, Listing())


def test_keys_of_another_vault(place: Place, tmp_path: Path) -> None:
    other = Place(tmp_path / "other", tmp_path / "other-device")
    for one in (place, other):
        one.create().vault.close()
    with pytest.raises(OtherVault):
        Vault.unlock(other.folder, place.device, PASSPHRASE, Listing())
    with pytest.raises(OtherVault):
        Vault.rebuild(other.folder, place.device, PASSPHRASE, Listing())
    with place.unlock() as vault:
        assert vault.notices == ()


def test_recovery_is_tried_on_the_first_day(place: Place, tmp_path: Path) -> None:
    other = Place(tmp_path / "other", tmp_path / "other-device").create()
    created = place.create()
    with created.vault as vault, other.vault:
        spaced = " " + created.recovery_identity[:30] + "\n" + created.recovery_identity[30:]
        vault.confirm_recovery(spaced)
        for wrong in ("", created.recovery_identity[:-1], other.recovery_identity):
            with pytest.raises(RecoveryDoesNotFit):
                vault.confirm_recovery(wrong)
    assert created.recovery_identity not in repr(created)


def test_recovery_makes_a_new_writer_and_leaves_the_old_chain(place: Place, tmp_path: Path) -> None:
    created = place.create()
    with created.vault as vault:
        old, _ = vault.writer, vault.save([body(1)])
        stored = vault.put_file(io.BytesIO(b"a film"))
    second = Place(place.folder, tmp_path / "new")
    recovered = Vault.recover(
        place.folder, second.device, created.recovery_identity, PASSPHRASE, Listing(), cost=CHEAP
    )
    with recovered as vault:
        assert vault.writer != old
        assert statements(vault) == [body(1)]
        assert b"".join(vault.open_file(stored)) == b"a film"
        vault.save([body(2)])
        assert {leaf.writer for leaf in vault.all_leaves() if leaf.seq > 0} == {old, vault.writer}
    with place.unlock() as vault:
        assert statements(vault) == [body(1), body(2)]
        assert vault.notices == ()
        vault.save([body(3)])
        assert vault.verify(deep=True).findings == ()
    with second.rebuild() as vault:
        assert statements(vault) == [body(1), body(2), body(3)]
        assert vault.verify(deep=True).findings == ()


def test_recovery_with_the_wrong_identity_touches_nothing(place: Place, tmp_path: Path) -> None:
    place.create().vault.close()
    other = Place(tmp_path / "other", tmp_path / "other-device").create()
    other.vault.close()
    before = place.objects()
    with pytest.raises(RecoveryDoesNotFit):
        Vault.recover(
            place.folder, tmp_path / "n", other.recovery_identity, "p", Listing(), cost=CHEAP
        )
    assert place.objects() == before
    assert not (tmp_path / "n").exists()
