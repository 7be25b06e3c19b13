"""Everything the vault does to a disk, as flows that a fault can meet, and what must hold after.

A flow is named by the first word of the points it passes. `prepare` makes the folders once,
`work` runs in a process of its own, `check` looks at what is left; `said` are the words the
process said after it was told that something is saved.
"""

import io
import json
import shutil
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.vault import faults
from tests.vault.canaries import canaries
from tests.vault.faults import Out
from tests.vault.support import CHEAP, PASSPHRASE, Listing, Place, body, listed, statements

from panoh.vault import Created, StoredFile, Vault, VaultError, files
from panoh.vault.device import open_keys
from panoh.vault.folder import VaultFolder
from panoh.vault.keyring import Keyring
from panoh.vault.publish import publish

FILM = b"a film of 250 000 bytes, in parts" * 7576
PART = 100_000
# What an interrupted write may leave: a temporary name, a part that no table names.
CANARY = "Меҳрангез-canary-9120"
HARMLESS = {"leftover", "part-unused"}
STRANGERS = ".tmp-0123456789abcdef"


@dataclass(frozen=True)
class Flow:
    """One thing the vault does."""

    work: Callable[[Place, Out], None]
    prepare: Callable[[Place], None]
    check: Callable[[Place, Sequence[str]], None]


def pair(vault: Vault, number: int) -> None:
    vault.save([body(number), body(number, "and more")])


def saved_pairs(vault: Vault) -> list[int]:
    """Return the numbers of the saves that are there; each is two statements or nothing."""
    bodies = [json.loads(each) for each in statements(vault) if each is not None]
    numbers = [each["n"] for each in bodies if each["text"] == ""]
    assert [each["n"] for each in bodies if each["text"] == "and more"] == numbers
    whole = [each for each in statements(vault) if each is not None]
    assert [each for each in listed(vault) if b'"op"' not in each] == whole
    return numbers


def check_pairs(place: Place, said: Sequence[str]) -> None:
    """What was said is there, once; going on works; a new index says the same."""
    with place.unlock() as vault:
        there = saved_pairs(vault)
        assert {int(word) for word in said} <= set(there)
        pair(vault, 99)
        assert {finding.code for finding in vault.verify(deep=True).findings} <= HARMLESS
    with place.rebuild() as vault:
        assert saved_pairs(vault) == [*there, 99]
        assert vault.notices == ()
    assert not list(place.device.glob("index.db.*-*"))


def leftovers(place: Place) -> set[str]:
    return {path.name for path in place.folder.rglob(".tmp-*")}


# --- make a vault


def nothing(place: Place) -> None:
    del place


def create(place: Place, out: Out) -> None:
    place.create().vault.close()
    out.said("created")


def check_created(place: Place, said: Sequence[str]) -> None:
    if not (place.device / "keys").exists():
        assert not said
        for folder in (place.folder, place.device):
            shutil.rmtree(folder, ignore_errors=True)
        place.create().vault.close()
    check_pairs(place, [])


# --- save


def vault_with_two(place: Place) -> None:
    with place.create().vault as vault:
        pair(vault, 0)
        pair(vault, 1)


def save(place: Place, out: Out) -> None:
    with place.unlock() as vault:
        for number in (2, 3, 4):
            try:
                pair(vault, number)
            except VaultError as error:
                out.failed(error)
                if error.code == "saved-not-indexed":
                    out.said(str(number))
                continue
            out.said(str(number))


# --- store a file


def put_file(place: Place, out: Out) -> None:
    files.PART = PART
    with place.unlock() as vault:
        for number in (2, 3):
            try:
                stored = vault.put_file(io.BytesIO(FILM))
                pair(vault, number)
            except VaultError as error:
                out.failed(error)
            else:
                out.said(json.dumps([number, asdict(stored)]))


def check_files(place: Place, said: Sequence[str]) -> None:
    told = [json.loads(word) for word in said]
    with place.unlock() as vault:
        for _, kept in told:
            assert b"".join(vault.open_file(stored(kept))) == FILM
    check_pairs(place, [str(number) for number, _ in told])


def stored(kept: dict[str, object]) -> StoredFile:
    parts = tuple((str(name), int(size)) for name, size in kept.pop("parts"))  # type: ignore[attr-defined]
    return StoredFile(**kept, parts=parts)  # type: ignore[arg-type]


# --- roll up


def many_small(place: Place) -> None:
    with place.create().vault as vault:
        for number in range(4):
            vault.put_file(io.BytesIO(b"%d" % number))
            pair(vault, number)


def roll_up(place: Place, out: Out) -> None:
    with place.unlock() as vault:
        try:
            vault.roll_up()
        except VaultError as error:
            out.failed(error)
        pair(vault, 5)
        out.said("5")


def check_rolled(place: Place, said: Sequence[str]) -> None:
    with place.unlock() as vault:
        assert vault.notices == ()
        vault.roll_up()
        assert len(place.objects() - leftovers(place)) == 3
    check_pairs(place, ["0", "1", "2", "3", *said])


# --- open, verify, close


def newer_than_the_index(place: Place) -> None:
    vault_with_two(place)
    copy = place.device.with_name("copy")
    shutil.copytree(place.device, copy)
    with place.unlock() as vault:
        pair(vault, 2)
    shutil.rmtree(place.device)
    copy.rename(place.device)


def killed_write(place: Place) -> None:
    """What a save of this device leaves in the folder when it is killed."""
    keys = open_keys(place.device / "keys", PASSPHRASE)
    mine = VaultFolder(place.folder).owned(keys.index).mine

    def work(out: Out) -> None:
        del out
        publish(place.folder / "m", b"half", point="killed", mine=mine)

    assert faults.run(work, {"killed.rename": faults.kill}).killed


def with_leftovers(place: Place) -> None:
    """Of killed writes of this device, and one that another device may be writing just now."""
    newer_than_the_index(place)
    killed_write(place)
    (place.device / ".tmp-00c0ffee00c0ffee").write_bytes(b"half of the marks")
    (place.folder / "m" / STRANGERS).write_bytes(b"half of another device's save")


def check_opened(place: Place, said: Sequence[str]) -> None:
    check_pairs(place, said)
    assert leftovers(place) == {STRANGERS}
    assert not list(place.device.rglob(".tmp-*"))


def open_it(place: Place, out: Out) -> None:
    with place.unlock() as vault:
        for finding in vault.notices:
            if finding.code == "leftover":
                out.tell("error", finding.code, finding.meaning, finding.hint)
        vault.verify()
        pair(vault, 3)
        out.said("3")


# --- rebuild


def rebuild(place: Place, out: Out) -> None:
    with place.rebuild() as vault:
        pair(vault, 2)
        out.said("2")


def with_an_interrupted_rebuild(place: Place) -> None:
    vault_with_two(place)
    (place.device / "index.db.new-00c0ffee").write_bytes(b"half of an index")


# --- a new writer for a cloned device, a new device by the recovery identity


def restored_device(place: Place) -> None:
    """An old copy of the folder and no index: the marks alone say that more was written."""
    vault_with_two(place)
    old = place.folder.with_name("old")
    shutil.copytree(place.folder, old)
    with place.unlock() as vault:
        pair(vault, 2)
    shutil.rmtree(place.folder)
    old.rename(place.folder)
    for path in place.device.glob("index.db*"):
        path.unlink()


def check_renewed(place: Place, said: Sequence[str]) -> None:
    with place.unlock() as vault:
        there = saved_pairs(vault)
        assert set(there) >= {0, 1} | {int(word) for word in said}
        assert {finding.code for finding in vault.notices} == {"history-missing"}
        pair(vault, 99)
    with place.rebuild() as vault:
        assert saved_pairs(vault) == [*there, 99]


def escrowed(place: Place) -> None:
    created: Created = place.create()
    with created.vault as vault:
        pair(vault, 0)
    place.folder.with_name("escrow").write_text(created.recovery_identity)


def recover(place: Place, out: Out) -> None:
    second = place.folder.with_name("second")
    words = place.folder.with_name("escrow").read_text()
    args = (place.folder, second, words, PASSPHRASE, Listing())
    with Vault.recover(*args, cost=CHEAP) as vault:
        pair(vault, 1)
        out.said("1")


def check_recovered(place: Place, said: Sequence[str]) -> None:
    second = Place(place.folder, place.folder.with_name("second"))
    if not (second.device / "keys").exists():
        assert not said
        shutil.rmtree(second.device, ignore_errors=True)
        words = place.folder.with_name("escrow").read_text()
        args = (place.folder, second.device, words, PASSPHRASE, Listing())
        Vault.recover(*args, cost=CHEAP).close()
    check_pairs(second, ["0", *said])
    check_pairs(place, ["0", *said])


# --- keep and drop a draft


def draft(number: int) -> bytes:
    return b"what somebody is writing, version %d" % number * 200


def drafts(place: Place, out: Out) -> None:
    """One that grows, and one that is dropped."""
    with place.unlock() as vault:
        ident = ""
        for number in range(3):
            try:
                ident = vault.drafts.keep(draft(number), ident)
            except VaultError as error:
                out.failed(error)
            else:
                out.said(json.dumps([ident, number]))
        try:
            other = vault.drafts.keep(b"saved meanwhile")
            vault.drafts.drop(other)
        except VaultError as error:
            out.failed(error)
        else:
            out.said(json.dumps([other, -1]))


def check_drafts(place: Place, said: Sequence[str]) -> None:
    """Each is there as it was last told or as it was told next, whole; what is dropped is gone."""
    last = dict(json.loads(word) for word in said)
    with place.unlock() as vault:
        there = {each.id: vault.drafts.read(each.id) for each in vault.drafts.all()}
        versions = [draft(number) for number in range(3)]
        for ident, number in last.items():
            if number < 0:
                assert ident not in there
            else:
                assert versions.index(there[ident]) >= number
        assert set(there.values()) <= {*versions, b"saved meanwhile"}
        assert vault.notices == ()
        assert not list(place.device.rglob(".tmp-*"))
    check_pairs(place, ["0", "1"])


# --- erase


def with_words_to_erase(place: Place) -> None:
    """Also an index kept from some trouble before, which still has the words."""
    with place.create().vault as vault:
        pair(vault, 0)
        (ident,) = vault.save([body(50, CANARY)])
        film = vault.put_file(io.BytesIO(CANARY.encode() * 2000))
        vault.put_file(io.BytesIO(b"another file"))
        pair(vault, 1)
        key = vault._log.keys.index
    shutil.copy(place.device / "index.db", place.device / "index.db.unreadable-1")
    place.folder.with_name("named").write_text(json.dumps([ident, film.unit, key.hex()]))


def erase(place: Place, out: Out) -> None:
    ident, unit, _ = json.loads(place.folder.with_name("named").read_text())
    with place.unlock() as vault:
        vault.erase([ident], [unit], "consent-withdrawn")
        out.said("erased")
        pair(vault, 2)
        out.said("2")


def check_erased(place: Place, said: Sequence[str]) -> None:
    ident, unit, key = json.loads(place.folder.with_name("named").read_text())
    rings: list[Keyring] = []
    with place.unlock() as vault:
        assert {finding.code for finding in vault.notices} <= {"erasing-unfinished"}
        rings += vault._log.rings.values()
        ordered = vault.leaf(ident).body is None
        if "erased" in said:
            assert ordered
            assert vault.notices == ()
        elif ordered:
            vault.erase([], [], "")
        else:
            assert vault.leaf(ident).body == body(50, CANARY)
            vault.erase([ident], [unit], "consent-withdrawn")
        rings += vault._log.rings.values()
        assert vault.leaf(ident).body is None
    assert not canaries(place, rings, bytes.fromhex(key), CANARY)
    assert len(list((place.folder / "d").rglob("*.age"))) == 1
    check_pairs(place, ["0", "1", *(word for word in said if word != "erased")])


FLOWS = {
    "erase": Flow(erase, with_words_to_erase, check_erased),
    "create": Flow(create, nothing, check_created),
    "open": Flow(open_it, with_leftovers, check_opened),
    "draft": Flow(drafts, vault_with_two, check_drafts),
    "save": Flow(save, vault_with_two, check_pairs),
    "file": Flow(put_file, vault_with_two, check_files),
    "rollup": Flow(roll_up, many_small, check_rolled),
    "verify": Flow(open_it, newer_than_the_index, check_pairs),
    "rebuild": Flow(rebuild, with_an_interrupted_rebuild, check_pairs),
    "renew": Flow(open_it, restored_device, check_renewed),
    "recover": Flow(recover, escrowed, check_recovered),
    "close": Flow(save, vault_with_two, check_pairs),
    "failed": Flow(save, vault_with_two, check_pairs),
}


def prepared(flow: Flow, template: Path) -> Path:
    """Return the folder in which everything for a flow stands ready; made once."""
    if not template.exists():
        template.mkdir()
        flow.prepare(at(template))
    return template


def at(home: Path) -> Place:
    return Place(home / "vault", home / "device")
