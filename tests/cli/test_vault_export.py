"""The export from the command line: sealed, labelled, noted in the vault."""

import hashlib
import io
import tarfile
from pathlib import Path

import pytest
from tests.cli.commands import PASSPHRASE, Desk, new_desk

from panoh.age import ScryptIdentity, X25519Identity, decrypt
from panoh.casebook.index import CasebookIndex
from panoh.casebook.record import Case, save, tell
from panoh.model.kinds import Person
from panoh.model.names import Name
from panoh.vault import KdfCost, Vault

CHEAP = KdfCost(memory_kib=64, passes=1, lanes=1)
NAME = "Шаҳлои Бузургмеҳр"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    args = (tmp_path / "vault", tmp_path / "device", PASSPHRASE, CasebookIndex())
    with Vault.create(*args, cost=CHEAP).vault as vault:
        save(Case(vault), [tell(Case(vault), Person(names=(Name.of(NAME),)))])
    return new_desk(tmp_path)


def test_it_is_sealed_labelled_and_noted(desk: Desk) -> None:
    key = X25519Identity.generate()
    done = desk.run("vault", "export", "--to", "all.age", "--recipient", str(key.recipient()))
    assert "holds everything" in done.stdout
    sealed = (desk.folder / "all.age").read_bytes()
    assert NAME.encode() not in sealed
    with tarfile.open(fileobj=io.BytesIO(decrypt(sealed, [key]))) as archive:
        statements = archive.extractfile("statements.jsonl")
        assert statements is not None
        assert NAME in statements.read().decode()
    args = (desk.folder / "vault", desk.folder / "device", PASSPHRASE, CasebookIndex())
    with Vault.unlock(*args) as vault:
        bodies = [leaf.body.decode() for leaf in vault.all_leaves() if leaf.body]
    assert hashlib.sha256(sealed).hexdigest() in bodies[-1]
    assert (desk.folder / "all.age").stat().st_mode & 0o777 == 0o600
    desk.run("vault", "export", "--to", "all.age", "--recipient", str(key.recipient()), code=51)


def test_a_passphrase_seals_it_when_nobody_is_named(desk: Desk) -> None:
    (desk.folder / "words").write_text("another river bending\n")
    desk.run("vault", "export", "--to", "all.age", "--export-passphrase-file", "words")
    sealed = (desk.folder / "all.age").read_bytes()
    assert decrypt(sealed, [ScryptIdentity("another river bending")])
    assert not (desk.folder / "all.age.part").exists()


def test_no_recipient_that_age_does_not_know(desk: Desk) -> None:
    done = desk.run("vault", "export", "--to", "all.age", "--recipient", "age1nobody", code=10)
    assert "age1" in done.stderr
    assert not (desk.folder / "all.age").exists()
