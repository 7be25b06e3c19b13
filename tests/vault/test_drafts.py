"""What somebody is writing is kept from the first word, sealed, and is no statement."""

import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.vault.support import CHEAP, PASSPHRASE, Listing, Place, body, statements

from panoh.vault import DraftDamaged, DraftRefused, DraftUnknown, Vault, drafts

WORDS = "Пагоҳӣ ба хонаи мо омаданд".encode()
FROM_OUTSIDE = ("..", "../keys", "keys", "", "a" * 31, "A" * 32, "a" * 33, "a" * 31 + "/", "0" * 32)


def test_it_is_kept_from_the_first_word_and_survives_closing(place: Place) -> None:
    with place.create().vault as vault:
        saved = place.objects()
        ident = vault.drafts.keep(WORDS[:1])
        assert vault.drafts.keep(WORDS, ident) == ident
    with place.unlock() as vault:
        (draft,) = vault.drafts.all()
        assert (draft.id, draft.readable) == (ident, True)
        assert vault.drafts.read(ident) == WORDS
        assert vault.notices == ()
        # It is no statement: the vault folder knows nothing of it.
        assert place.objects() == saved
        assert statements(vault) == []


def test_what_is_confirmed_is_dropped_and_does_not_come_back(place: Place) -> None:
    with place.create().vault as vault:
        ident = vault.drafts.keep(WORDS)
        vault.drafts.drop(ident)
        vault.drafts.drop(ident)
        # A keeping that was under way when the words were confirmed arrives late.
        with pytest.raises(DraftUnknown):
            vault.drafts.keep(WORDS, ident)
        assert vault.drafts.all() == []
    assert list((place.device / "drafts").iterdir()) == []


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:40])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def grown(path: Path) -> None:
    with path.open("ab") as file:
        file.truncate(1 << 30)


def another(path: Path) -> None:
    """The words of another draft in the place of this one."""
    shutil.copy(next(each for each in path.parent.iterdir() if each != path), path)


def link(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.parent.with_name("keys"))


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


@pytest.mark.parametrize("damage", [flip, cut, empty, grown, another, link, pipe])
def test_a_damaged_one_is_said_and_never_replaced(place: Place, damage: object) -> None:
    with place.create().vault as vault:
        ident = vault.drafts.keep(WORDS)
        vault.drafts.keep(b"another")
    path = place.device / "drafts" / ident
    damage(path)  # type: ignore[operator]
    left = path.lstat()
    with place.unlock() as vault:
        (notice,) = vault.notices
        assert (notice.code, notice.object) == ("draft-damaged", f"drafts/{ident}")
        assert ident in notice.meaning
        assert notice.hint
        assert notice in vault.verify().findings
        with pytest.raises(DraftDamaged):
            vault.drafts.read(ident)
        assert {each.readable for each in vault.drafts.all() if each.id == ident} == {False}
        # Whoever goes on writing writes beside it.
        new = vault.drafts.keep(WORDS + b" more", ident)
        assert new != ident
        assert vault.drafts.read(new) == WORDS + b" more"
        after = path.lstat()
        assert (after.st_ino, after.st_size, after.st_mtime_ns) == (
            left.st_ino,
            left.st_size,
            left.st_mtime_ns,
        )
        # Only a person decides that it is not needed.
        vault.drafts.drop(ident)
    with place.unlock() as vault:
        assert vault.notices == ()


@pytest.mark.parametrize("ident", FROM_OUTSIDE)
def test_no_name_leads_anywhere_else(place: Place, ident: str) -> None:
    with place.create().vault as vault:
        vault.drafts.keep(WORDS)
        there = {path: path.stat().st_mtime_ns for path in place.device.rglob("*")}
        with pytest.raises(DraftUnknown):
            vault.drafts.read(ident)
        if ident:
            with pytest.raises(DraftUnknown):
                vault.drafts.keep(b"", ident)
        if ident != "0" * 32:
            with pytest.raises(DraftUnknown):
                vault.drafts.drop(ident)
        assert {path: path.stat().st_mtime_ns for path in place.device.rglob("*")} == there


def test_they_are_bounded(place: Place) -> None:
    with place.create().vault as vault:
        whole = os.urandom(drafts.LONGEST)
        first = vault.drafts.keep(whole)
        assert vault.drafts.read(first) == whole
        with pytest.raises(DraftRefused, match="longer"):
            vault.drafts.keep(whole + b"!")
        assert vault.drafts.read(first) == whole
        for _ in range(drafts.MOST - 1):
            vault.drafts.keep(b"")
        with pytest.raises(DraftRefused, match="too many") as caught:
            vault.drafts.keep(WORDS)
        assert caught.value.hint
        # One that is there goes on being kept.
        vault.drafts.keep(WORDS, first)
        assert len(vault.drafts.all()) == drafts.MOST
        assert vault.drafts.all()[0].id == first


@pytest.mark.parametrize(
    "words", [b"", b"\0", b"\x01", b"\x01\0\0", b"ends in zeros\0\0", b"\xff" * 5000]
)
def test_any_bytes_come_back_as_they_were(place: Place, words: bytes) -> None:
    with place.create().vault as vault:
        assert vault.drafts.read(vault.drafts.keep(words)) == words


def test_sizes_and_names_tell_little(place: Place) -> None:
    with place.create().vault as vault:
        short, longer = vault.drafts.keep(b"x"), vault.drafts.keep(b"x" * 4000)
        sizes = {(place.device / "drafts" / each).stat().st_size for each in (short, longer)}
        assert len(sizes) == 1
        before = (place.device / "drafts" / short).read_bytes()
        vault.drafts.keep(b"x", short)
        assert (place.device / "drafts" / short).read_bytes() != before
    for path in (place.device / "drafts").iterdir():
        assert path.stat().st_mode & 0o777 == 0o600
    assert (place.device / "drafts").stat().st_mode & 0o777 == 0o700


def test_another_device_reads_none(place: Place, tmp_path: Path) -> None:
    created = place.create()
    with created.vault as vault:
        ident = vault.drafts.keep(WORDS)
    second = tmp_path / "second"
    words = created.recovery_identity
    Vault.recover(place.folder, second, words, PASSPHRASE, Listing(), cost=CHEAP).close()
    shutil.copytree(place.device / "drafts", second / "drafts")
    with Place(place.folder, second).unlock() as vault, pytest.raises(DraftDamaged):
        vault.drafts.read(ident)


def test_many_hands_at_once_leave_one_whole(place: Place) -> None:
    with place.create().vault as vault:
        ident = vault.drafts.keep(b"0" * 9000)
        versions = [b"%d" % number * 9000 for number in range(8)]
        with ThreadPoolExecutor(8) as pool:
            kept = list(pool.map(lambda words: vault.drafts.keep(words, ident), versions * 5))
        assert set(kept) == {ident}
        assert vault.drafts.read(ident) in versions


def test_a_rebuilt_index_and_a_new_writer_keep_them(place: Place) -> None:
    with place.create().vault as vault:
        ident = vault.drafts.keep(WORDS)
    with place.rebuild() as vault:
        assert vault.drafts.read(ident) == WORDS


def test_erasing_says_that_drafts_were_not_looked_into(place: Place) -> None:
    with place.create().vault as vault:
        one, two = vault.save([body(1), body(2)])
        told = [each.code for each in vault.erase([one], [], "asked").remains]
        assert "drafts" not in told
        ident = vault.drafts.keep(WORDS)
        (drafted,) = [e for e in vault.erase([two], [], "asked").remains if e.code == "drafts"]
        assert drafted.values == {"count": "1"}
        assert vault.drafts.read(ident) == WORDS
