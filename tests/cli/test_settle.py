"""Settling a contradiction, hiding a statement, and what the history shows of both."""

import re
import shutil
from pathlib import Path

import pytest
from tests.cli.commands import Desk, new_desk
from tests.vault.support import CHEAP, PASSPHRASE

from panoh.casebook.index import CasebookIndex
from panoh.vault import Vault

NISO = """Ному насаб;Соли таваллуд;Санаи дастгирӣ;Чӣ шуд
Зарина Саломова;1969;дар оғози тирамоҳ;дастгир шуд
"""
BAHOR = """Ному насаб;Соли таваллуд;Санаи дастгирӣ;Чӣ шуд
Зарина Саломова;1968;01.10.2023;дастгир шуд
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Two lists that differ about Zarina's birth; one tells her arrest in words nobody can read."""
    folder = tmp_path_factory.mktemp("made")
    desk = new_desk(folder)
    Vault.create(
        folder / "vault", folder / "device", PASSPHRASE, CasebookIndex(), cost=CHEAP
    ).vault.close()
    for name, text in (("niso", NISO), ("bahor", BAHOR)):
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
        desk.run("import", f"{name}.csv", "--source", name, "--yes")
    one, other = (row["root"] for row in desk.json("people")["people"])
    desk.run("review", "--decide", one, other, "same")
    return desk


@pytest.fixture
def desk(made: Desk, tmp_path: Path) -> Desk:
    shutil.copytree(made.folder, tmp_path, dirs_exist_ok=True)
    return Desk(tmp_path)


def line(text: str, part: str) -> str:
    (found,) = [each for each in text.splitlines() if part in each]
    return found


def test_it_is_listed_settled_and_taken_back(desk: Desk) -> None:
    listed = desk.run("settle", "зарина").stdout
    assert "Born (born) ≠" in listed
    passport = re.findall(r"[0-9a-f]{16}", line(listed, "1969"))[0]
    assert "niso, row 2" in line(listed, "1969")
    done = desk.run("settle", "зарина", "born", "--rely", passport, "--why", "passport seen").stdout
    assert "Saved. It can be undone." in done
    assert "still differ" not in done
    assert desk.json("show", "зарина")["disputes"] == []
    settled = desk.run("settle", "зарина").stdout
    assert "≠" not in line(settled, "Born (born)")
    assert "set aside" in line(settled, "1968")
    assert "set aside" not in line(settled, "1969")
    assert "Decided: passport seen" in settled
    desk.run("settle", "зарина", "born", "--undo")
    assert desk.json("show", "зарина")["disputes"] == ["born"]
    assert desk.json("settle", "зарина")[0]["open"]


def test_what_cannot_be_settled_says_so_and_changes_nothing(desk: Desk) -> None:
    assert "Exactly one" in desk.run("settle", "зарина", "born", "--rely", "ffff", code=4).stderr
    assert "--rely" in desk.run("settle", "зарина", "born", code=2).stderr
    assert "nobody has settled" in desk.run("settle", "зарина", "born", "--undo", code=38).stderr
    assert desk.json("settle", "зарина")[0]["open"]


def test_a_statement_is_hidden_by_its_number_and_shown_again(desk: Desk) -> None:
    history = desk.run("show", "зарина", "--history").stdout
    number = line(history, "1968").strip()
    assert number == "Born: 1968"
    told = [each for each in desk.json("show", "зарина", "--history") if "1968" in str(each)]
    (ident,) = [each["id"] for each in told if each["kind"] == "person"]
    assert "Hidden" in desk.run("retract", ident[:16], "--why", "mistyped").stdout
    assert desk.json("show", "зарина")["disputes"] == []
    assert "1968" not in desk.run("show", "зарина").stdout
    after = desk.run("show", "зарина", "--history").stdout
    assert line(after, ident[:16] + "  ").endswith("hidden")
    assert "Born: 1968" in after
    assert "shown again" in desk.run("retract", ident, "--undo").stdout
    assert desk.json("show", "зарина")["disputes"] == ["born"]
    assert "not hidden" in desk.run("retract", ident, "--undo", code=39).stderr
    desk.run("retract", "00000000", code=4)


def test_hiding_an_answer_says_that_it_changes_what_may_go_out(desk: Desk) -> None:
    desk.run("consent", "зарина", "no")
    with Vault.unlock(
        desk.folder / "vault", desk.folder / "device", PASSPHRASE, CasebookIndex()
    ) as vault:
        ident = vault.db.execute("SELECT id FROM statement WHERE kind = 'consent'").get.hex()
    assert "what may be given out" in desk.run("retract", ident).stdout


def test_the_history_tells_values_and_what_was_replaced(desk: Desk) -> None:
    corrected = NISO.replace("1969", "1970")
    (desk.folder / "niso.csv").write_text(corrected, encoding="utf-8")
    desk.run("import", "niso.csv", "--source", "niso", "--yes")
    history = desk.run("show", "зарина", "--history").stdout
    assert line(history, "1969").strip() == "Born: 1969  · replaced"
    assert line(history, "1970").strip() == "Born: 1970"
    assert "What was done: Detention" in history


def test_the_words_of_a_date_that_nobody_can_read_stand_beside_the_question_mark(
    desk: Desk,
) -> None:
    words = "? (дар оғози тирамоҳ)"
    assert words in desk.run("show", "зарина").stdout
    assert words in desk.run("timeline", "зарина").stdout
    assert words in desk.run("timeline").stdout
    # The control: a date that was read is written as a date.
    assert "1 October 2023" in desk.run("timeline").stdout
