"""Cards from the command line: nothing is written before everybody on them said yes."""

import io
import re
from pathlib import Path

import pytest
from pypdf import PdfReader
from tests.cli.commands import Desk, quick_desk


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Given Madina's plan, which Niso coordinates."""
    desk = quick_desk(tmp_path_factory.mktemp("desk"))
    (desk.folder / "list.csv").write_text("Name;What happened\nМадина Ашӯрова;threatened\n")
    desk.run("import", "list.csv", "--source", "niso", "--yes")
    desk.run("network", "add", "Нисо Қодирова", "--way", "signal", "+49 151 555 66 77")
    desk.run("plan", "new", "мадина", "arrest_travel")
    desk.run("plan", "part", "мадина", "coordinator", "нисо")
    return desk


def allow(desk: Desk, who: str) -> None:
    desk.run(
        *("consent", who, "yes", "--to", "card", "--for", "protection"),
        *("--share", "name", "--share", "contact"),
    )


def test_a_card_is_written_once_everybody_on_it_said_yes(desk: Desk) -> None:
    refused = desk.run("card", "wallet", "мадина", "--language", "tg", "--to", "out", code=50)
    assert "--to card --for protection" in refused.stdout
    assert not (desk.folder / "out").exists()
    allow(desk, "мадина")
    allow(desk, "нисо")
    done = desk.run("card", "wallet", "мадина", "--language", "tg", "--to", "out").stdout
    assert "it may be the police" in done
    [written] = (desk.folder / "out").iterdir()
    text = PdfReader(io.BytesIO(written.read_bytes())).pages[0].extract_text()
    assert "Дар ҳолати фавқулода занг занед" in text
    assert "+49 151 555 66 77" in text
    assert "Нисо" not in text
    assert "Мадина" not in written.name


def test_a_code_waits_for_a_look(desk: Desk) -> None:
    asked = desk.run("card", "wallet", "мадина", "--code", "--to", "coded", code=50).stdout
    assert "--looked" in asked
    [number] = set(re.findall(r"^\? ([0-9a-f]{8}) ", asked, re.MULTILINE))
    desk.run("card", "wallet", "мадина", "--code", "--to", "coded", "--looked", number)


def test_a_family_card_takes_only_who_lives_there(desk: Desk) -> None:
    family = ("card", "family", "мадина", "--country", "TJ", "--call")
    desk.run(*family, "нисо", code=115)
    desk.run(
        *("network", "add", "Ҳакима Табибова", "--type", "doctor", "--country", "TJ"),
        *("--way", "phone", "+992 44 600 11 22"),
    )
    allow(desk, "ҳакима")
    desk.run(*family, "ҳакима", "--language", "ru", "--to", "home")
    assert len(list((desk.folder / "home").iterdir())) == 1


def test_plan_and_contacts_are_for_a_trusted_person(desk: Desk) -> None:
    for paper in (("plan", "мадина"), ("contacts",)):
        refused = desk.run("card", *paper, "--to", "papers", code=50)
        assert "--to trusted" in refused.stdout
    assert not Path(desk.folder / "papers").exists()
