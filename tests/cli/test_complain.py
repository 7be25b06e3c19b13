"""A complaint that names an official: asked for by name, read where it stands, then confirmed."""

import re
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from tests.cli.commands import PASSPHRASE, Desk, new_desk
from tests.vault.support import CHEAP

from panoh.casebook.index import CasebookIndex
from panoh.casebook.record import Case, save, tell
from panoh.model.dates import PartialDate
from panoh.model.kinds import Act, Consent, Link, Perpetrator, Person
from panoh.model.names import Name
from panoh.vault import Vault

DAY = ("--day", date(2023, 10, 20).isoformat())


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Zarina allowed her name and the facts; Kalandar Barotov is told of as who ordered it."""
    args = (tmp_path / "vault", tmp_path / "device", PASSPHRASE, CasebookIndex())
    with Vault.create(*args, cost=CHEAP).vault as vault:
        case = Case(vault)
        zarina, chief, brother = (
            tell(case, Person(names=(Name.of(name),), born=PartialDate("1969")))
            for name in ("Зарина Саломова", "Қаландар Баротов", "Рустам Назаров")
        )
        arrest = Act(
            victim=zarina.about,
            type="detention",
            when=PartialDate("2023-09-30"),
            perpetrators=(Perpetrator(chief.about, degree="ordered"),),
        )
        kin = Link(start=brother.about, end=zarina.about, relation="brother")
        yes = Consent(
            person=zarina.about,
            answer="yes",
            recipient="wgad",
            uses=("complaint",),
            what=("name", "facts"),
        )
        save(case, [zarina, chief, brother, *(tell(case, each) for each in (arrest, kin, yes))])
    (tmp_path / "answers.json").write_text('{"forum": "wgad", "submitter": "Sarpanoh Archive"}')
    return new_desk(tmp_path)


def words(desk: Desk, folder: str) -> str:
    (pdf,) = (desk.folder / folder).glob("*.pdf")
    return " ".join(page.extract_text() for page in PdfReader(pdf).pages)


def test_without_being_asked_it_names_no_official(desk: Desk) -> None:
    done = desk.json("complain", "зарина", "--answers", "answers.json", *DAY, "--to", "out")
    assert done["stops"] == []
    assert "Barotov" not in words(desk, "out")
    assert "name withheld" in words(desk, "out")


def test_an_official_is_named_once_each_place_was_confirmed(desk: Desk) -> None:
    desk.run("complain", "зарина", "--answers", "answers.json", *DAY, "--to", "first")
    order = ("complain", "зарина", *DAY, "--to", "out", "--responsible", "баротов")
    asked = desk.run(*order, code=50).stdout
    assert not (desk.folder / "out").exists()
    apart = asked[asked.index("Named as responsible") :]
    assert "Баротов" in apart
    numbers = re.findall(r"^\? ([0-9a-f]{8}) ", apart, re.MULTILINE)
    assert numbers
    # One number left out, and nothing is written; a number of another file clears nothing.
    missing = desk.run(*order, "--looked", "00000000", code=50).stdout
    assert "00000000" in missing[missing.index("belong to no passage") :]
    looked = [word for number in numbers for word in ("--looked", number)]
    desk.run(*order, *looked)
    assert "Barotov" in words(desk, "out")
    with Vault.unlock(
        desk.folder / "vault", desk.folder / "device", PASSPHRASE, CasebookIndex()
    ) as vault:
        noted = [bytes(leaf.body) for leaf in vault.all_leaves() if leaf.body]
    assert any(all(number.encode() in body for number in numbers) for body in noted)


def test_nobody_else_is_named_that_way(desk: Desk) -> None:
    desk.run("complain", "зарина", "--answers", "answers.json", *DAY, "--to", "first")
    order = ("complain", "зарина", *DAY, "--to", "out", "--responsible")
    refused = desk.run(*order, "рустам назаров", code=51).stderr
    assert "no source names them" in refused
    assert "Назаров" not in refused
    desk.run("consent", "баротов", "no")
    assert "something else as well" in desk.run(*order, "баротов", code=51).stderr
    assert not (desk.folder / "out").exists()
