"""Erasing from the command line: asked first, done, and what is left is said."""

import io
from pathlib import Path

import pytest
from tests.cli.commands import PASSPHRASE, Desk, new_desk

from panoh.casebook.index import CasebookIndex
from panoh.casebook.record import Case, save, tell
from panoh.model.kinds import Item, Person
from panoh.model.names import Name
from panoh.vault import KdfCost, Vault

CHEAP = KdfCost(memory_kib=64, passes=1, lanes=1)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    args = (tmp_path / "vault", tmp_path / "device", PASSPHRASE, CasebookIndex())
    Vault.create(*args, cost=CHEAP).vault.close()
    return new_desk(tmp_path)


def opened(desk: Desk) -> Vault:
    args = (desk.folder / "vault", desk.folder / "device", PASSPHRASE, CasebookIndex())
    return Vault.unlock(*args)


def told(desk: Desk) -> tuple[str, str]:
    with opened(desk) as vault:
        film = vault.put_file(io.BytesIO(b"film"))
        item = Item(digest=film.sha256, size=film.size, unit=film.unit, name="film.mp4")
        person = Person(names=(Name.of("Шаҳлои Бузургмеҳр"),))
        one, two = save(Case(vault), [tell(Case(vault), person), tell(Case(vault), item)])
    return one, two


def test_a_statement_and_its_file_go_and_the_rest_is_said(desk: Desk) -> None:
    person, item = told(desk)
    desk.run("vault", "erase", person, typed="n\n", code=1)
    assert "Шаҳлои" in desk.run("search", "Шахло").stdout
    done = desk.run("vault", "erase", person, item, "--items", typed="y\n")
    assert "Erased here: 2 statements, 1 files." in done.stdout
    assert "sticks, servers" in done.stdout
    assert "cannot be undone" in done.stderr
    assert "Шаҳлои" not in desk.run("search", "Шахло").stdout
    assert "whole" in desk.run("vault", "verify", "--deep").stdout
    assert not list((desk.folder / "vault" / "d").rglob("*.age"))
    desk.run("vault", "erase", person, "--yes", code=28)
    assert desk.json("vault", "erase")["statements"] == 0


def test_without_items_the_file_stays_and_that_is_said(desk: Desk) -> None:
    _, item = told(desk)
    done = desk.run("vault", "erase", item, "--yes")
    assert "the files stay" in done.stdout
    assert len(list((desk.folder / "vault" / "d").rglob("*.age"))) == 1
