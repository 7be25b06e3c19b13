"""A proof goes out through the gate, and anybody can check it."""

import json
import re
import subprocess
from pathlib import Path

import pytest
from tests.cli.commands import PASSPHRASE, Desk, new_desk

from panoh.casebook.index import CasebookIndex
from panoh.casebook.record import Case, save, tell
from panoh.model.kinds import Consent, Person
from panoh.model.names import Name
from panoh.vault import KdfCost, Vault

WAY = ("--recipient", "lawyer", "--use", "advice")
CHEAP = KdfCost(memory_kib=64, passes=1, lanes=1)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    args = (tmp_path / "vault", tmp_path / "device", PASSPHRASE, CasebookIndex())
    Vault.create(*args, cost=CHEAP).vault.close()
    return new_desk(tmp_path)


def told(desk: Desk, *, allowed: bool) -> str:
    args = (desk.folder / "vault", desk.folder / "device", PASSPHRASE, CasebookIndex())
    with Vault.unlock(*args) as vault:
        case = Case(vault)
        statement = tell(case, Person(names=(Name.of("Шаҳлои Бузургмеҳр"),)))
        (ident,) = save(case, [statement])
        if allowed:
            yes = Consent(
                person=statement.about,
                answer="yes",
                recipient="lawyer",
                uses=("advice",),
                what=("all",),
            )
            save(case, [tell(case, yes)])
    return ident


def prove(desk: Desk, ident: str) -> "subprocess.CompletedProcess[str]":
    """Look at every passage the gate lists, confirm each by its number, and write the proof."""
    asked = desk.run("vault", "prove", ident, "--to", "p.json", *WAY, code=50).stdout
    numbers = re.findall(r"^\? ([0-9a-f]{8}) ", asked, re.MULTILINE)
    looked = [word for number in numbers for word in ("--looked", number)]
    return desk.run("vault", "prove", ident, "--to", "p.json", *WAY, *looked)


def test_without_consent_nothing_goes_out(desk: Desk) -> None:
    ident = told(desk, allowed=False)
    done = desk.run("vault", "prove", ident, "--to", "p.json", *WAY, code=50)
    assert "nobody recorded a consent" in done.stdout
    assert not (desk.folder / "p.json").exists()


def test_with_consent_it_goes_out_is_recorded_and_can_be_checked(desk: Desk) -> None:
    ident = told(desk, allowed=True)
    done = prove(desk, ident)
    assert "way out" in done.stderr
    assert "cannot be called back" in done.stderr
    shown = desk.json("vault", "check-proof", "p.json")
    assert shown["id"] == ident
    assert json.loads(shown["words"])["fields"]["names"][0]["text"] == "Шаҳлои Бузургмеҳр"
    assert "This proof holds." in desk.run("vault", "check-proof", "p.json").stdout
    args = (desk.folder / "vault", desk.folder / "device", PASSPHRASE, CasebookIndex())
    with Vault.unlock(*args) as vault:
        kinds = [row[0] for row in vault.db.execute("SELECT kind FROM statement")]
        assert kinds.count("action") == 1


def test_a_proof_that_was_touched_is_refused(desk: Desk) -> None:
    ident = told(desk, allowed=True)
    prove(desk, ident)
    file = desk.folder / "p.json"
    file.write_text(file.read_text().replace("Бузургмеҳр", "Бузургмехр"))
    done = desk.run("vault", "check-proof", "p.json", code=26)
    assert "does not hold" in done.stderr
