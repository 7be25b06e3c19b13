"""Temporary files of killed writes go at the next opening: ours, and when nobody can be writing."""

import os
import signal
from pathlib import Path

import pytest
from tests.vault import faults
from tests.vault.faults import Out, kill
from tests.vault.flows import killed_write, pair, saved_pairs, vault_with_two
from tests.vault.support import CHEAP, PASSPHRASE, Listing, Place

from panoh.vault import Vault
from panoh.vault.publish import drawn_by, temporary_name


def lying(place: Place) -> set[str]:
    folders = (place.folder, place.device)
    return {path.name for folder in folders for path in folder.rglob(".tmp-*")}


def kept_and_killed(place: Place) -> None:
    def work(out: Out) -> None:
        del out
        with place.unlock() as vault:
            vault.drafts.keep(b"words")

    assert faults.run(work, {"draft.keep.rename": kill}).killed


def saved_and_killed(place: Place) -> None:
    def work(out: Out) -> None:
        del out
        with place.unlock() as vault:
            pair(vault, 2)

    assert faults.run(work, {"save.pack.rename": kill}).killed


@pytest.mark.parametrize("leave", [saved_and_killed, kept_and_killed, killed_write])
def test_a_killed_write_leaves_nothing_after_the_next_opening(place: Place, leave: object) -> None:
    vault_with_two(place)
    leave(place)  # type: ignore[operator]
    assert len(lying(place)) == 1
    with place.unlock() as vault:
        assert lying(place) == set()
        assert vault.notices == ()
        assert saved_pairs(vault) == [0, 1]


def test_nothing_goes_while_another_process_of_this_device_may_be_writing(place: Place) -> None:
    """It stands still in the middle of a save; an opening beside it leaves its file alone."""
    vault_with_two(place)
    reading, writing = os.pipe()

    def work(out: Out) -> None:
        with place.unlock() as vault:
            vault.drafts.keep(b"words")
            out.said("kept")

    def wait() -> None:
        os.write(writing, b"%d\n" % os.getpid())
        os.kill(os.getpid(), signal.SIGSTOP)

    child = os.fork()
    if child == 0:
        faults.run(work, {"draft.keep.rename": wait})
        os._exit(0)
    stopped = int(os.read(reading, 20))
    (standing,) = lying(place)
    with place.unlock() as vault:
        assert lying(place) == {standing}
        assert saved_pairs(vault) == [0, 1]
    os.kill(stopped, signal.SIGCONT)
    os.waitpid(child, 0)
    assert lying(place) == set()
    with place.unlock() as vault:
        (draft,) = vault.drafts.all()
        assert vault.drafts.read(draft.id) == b"words"


def test_what_another_device_is_writing_stays(place: Place, tmp_path: Path) -> None:
    """Both devices see one folder, shared or synchronised; neither knows when the other writes."""
    created = place.create()
    with created.vault as vault:
        pair(vault, 0)
        pair(vault, 1)
    second = Place(place.folder, tmp_path / "second")
    words = created.recovery_identity
    args = (second.folder, second.device, words, PASSPHRASE, Listing())
    Vault.recover(*args, cost=CHEAP).close()
    killed_write(second)
    (theirs,) = lying(place)
    with place.unlock() as vault:
        assert lying(place) == {theirs}
        # It is told where somebody asks, and does no harm.
        assert [each.code for each in vault.verify().findings] == ["leftover"]
    with second.unlock():
        assert lying(place) == set()


def test_a_temporary_name_tells_only_its_device_whose_it_is() -> None:
    ours, theirs = b"o" * 32, b"t" * 32
    names = [temporary_name(ours) for _ in range(50)]
    assert all(drawn_by(name, ours) for name in names)
    assert not any(drawn_by(name, theirs) or drawn_by(name, b"") for name in names)
    # To others each is sixteen digits that nothing connects: no half of a name comes twice.
    assert len({half for name in names for half in (name[5:13], name[13:])}) == 100
    assert {len(name) for name in (*names, temporary_name(b""))} == {21}
