"""`panoh demo` does the whole main job on the example and leaves what it made to look at."""

import io
import json
import re
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader
from tests.cli.commands import Desk


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="module")
def said(folder: Path) -> str:
    return Desk(folder).run("demo", "--at", "case", "--yes").stdout


def test_it_says_that_its_people_are_invented(said: str) -> None:
    assert "invented people" in said


def test_every_row_is_read_or_named_as_unread(said: str) -> None:
    assert "rows read: 61 of 62; kept unread: 1" in said
    assert "Row 15 could not be read" in said


def test_the_truth_lies_within_the_counts(said: str) -> None:
    assert "40 people, 76 acts (within the ranges)" in said
    people = re.search(r"after \d+ judgements: (\d+)–(\d+) people, (\d+)–(\d+) acts", said)
    assert people is not None, said
    least, most, fewest, utmost = map(int, people.groups())
    assert 38 <= least <= 40 <= most <= 42
    assert 74 <= fewest <= 76 <= utmost <= 80


def test_contradictions_are_shown_side_by_side(said: str) -> None:
    assert re.search(r"Contradictions between sources: (\d+)", said)
    assert "Detention: When 1 October 2023 ≠ 30 September 2023" in said
    assert "Where Нуробод ≠ Рашт" in said
    assert "State held ≠ released" in said
    assert "1950 ≠ 1951" in said or "1951 ≠ 1950" in said


def test_it_leaves_complaints_whose_tajik_letters_can_be_read(folder: Path, said: str) -> None:
    files = {path.name: path for path in (folder / "case" / "complaints").iterdir()}
    assert {path.suffix for path in files.values()} == {".pdf", ".docx"}
    single = next(path for name, path in files.items() if "one-person" in name and "pdf" in name)
    text = "".join(page.extract_text() for page in PdfReader(single).pages)
    assert "Ҷаҳонгир" in text
    assert "INVENTED PEOPLE" in text
    assert "two sources differ" in text


def test_who_refused_or_withdrew_is_in_no_file(folder: Path, said: str) -> None:
    """Row 26 of list B refused, row 21 of list A withdrew: Mirshohov and Fayzullo."""
    for path in (folder / "case" / "complaints").iterdir():
        text = (
            " ".join(page.extract_text() for page in PdfReader(path).pages)
            if path.suffix == ".pdf"
            else _words(path)
        )
        assert "Миршо" not in text
        assert "Файзулло" not in text
        assert "Ниёзмадзода" in text  # the control: who allowed it is there


def test_one_family_prepares_and_its_cards_are_marked(folder: Path, said: str) -> None:
    cards = {path.name.split("-")[0]: path for path in (folder / "case" / "cards").iterdir()}
    assert set(cards) == {"wallet", "family", "home"}
    text = {
        name: "\n".join(page.extract_text() for page in PdfReader(path).pages)
        for name, path in cards.items()
    }
    assert all("INVENTED PEOPLE" in each for each in text.values())
    assert "Im Notfall anrufen" in text["wallet"]
    assert "Дар ҳолати фавқулода занг занед" in text["family"]
    for foreign in ("+49", "Сипеҳр", "fictional organisation"):
        assert foreign not in text["family"] + text["home"]
    keys = ["--vault", "case/vault", "--device", "case/device"]
    keys += ["--passphrase-file", "case/passphrase.txt"]
    assert "has changed" in Desk(folder).run("network", "check", *keys).stdout
    assert "only one way to talk" in Desk(folder).run("plan", "check", *keys).stdout


def test_the_family_keeps_safe_and_a_drill_was_worked_through(folder: Path, said: str) -> None:
    """Three visits within ten days stand beside the threat they are a sign of; a task is done."""
    keys = ["--vault", "case/vault", "--device", "case/device"]
    keys += ["--passphrase-file", "case/passphrase.txt"]
    log = Desk(folder).run("security", "incident", "--list", *keys).stdout
    assert "a visit, 3 times" in log
    assert log.count("(fictional)") == 4
    rated = Desk(folder).run("security", "threat", *keys).stdout
    assert "likely 4 × worst impact 4 − tried strengths 2 = 14" in rated
    every = Desk(folder).run("security", "next", "--all", *keys).stdout
    assert re.search(r"done.*\(laptop \(fictional\)\)|laptop \(fictional\).*done", every)
    listed = json.loads(Desk(folder).run("plan", "list", "--json", *keys).stdout)
    [drilled] = [each for each in listed if each["alarms"]]
    over = Desk(folder).run("plan", "tasks", drilled["id"][:8], *keys).stdout
    assert "not declared" in over  # called off by two, so nothing is open
    assert [each["result"] for each in drilled["drills"]] == ["partly"]


def test_the_last_lines_name_three_commands_and_they_work(folder: Path, said: str) -> None:
    commands = [line.strip() for line in said.splitlines() if line.startswith("  ./run ")]
    assert len(commands) == 3
    for command in commands:
        assert Desk(folder).run(*command.split()[1:]).stdout.strip()


def test_it_touches_no_folder_that_holds_anything(folder: Path, said: str) -> None:
    refused = Desk(folder).run("demo", "--at", "case", "--yes", code=3)
    assert "nothing was touched" in refused.stderr


def _words(path: Path) -> str:
    archive = zipfile.ZipFile(io.BytesIO(path.read_bytes()))
    text = archive.read("word/document.xml").decode()
    return re.sub(r"<[^>]+>", "", text)
