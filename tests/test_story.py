"""The whole flow as one story: two groups, two lists, one complaint.

Niso's group and Bahor's group (both invented) each write a list. The lists are taken in, the same
people are recognised, somebody decides, and a complaint comes out only for those who said yes.
"""

from pathlib import Path

import pytest
from pypdf import PdfReader
from tests.cli.commands import PASSPHRASE, Desk, new_desk

NISO = """Ному насаб;Соли таваллуд;Ноҳия;Санаи дастгирӣ;Чӣ шуд;Хеши кӣ
Зарина Саломова;1969;Рӯдакӣ;30.09.2023;дастгир шуд, таҳдид шуд;Ҷамшед Саломов (хоҳар)
Рустам Саломов;1971;Рӯдакӣ;30.09.2023;дастгир шуд;Ҷамшед Саломов (бародар)
"""
BAHOR = """Фамилия,Имя,Отчество,Дата рождения,Дата задержания,Место,Что произошло,Чей родственник
Саломова,Зарина,Каримовна,1968,01.10.2023,Рудаки,задержана,Саломов Джамшед (сестра)
Саломов,Фирдавс,Каримович,1975,01.10.2023,Рудаки,задержан,Саломов Джамшед (брат)
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Given a new vault, with its recovery key tried, and both lists taken in."""
    desk = new_desk(tmp_path_factory.mktemp("desk"))
    desk.run("init", "--recovery-file", str(desk.folder / "recovery"))
    for name, text, encoding in (("niso", NISO, "utf-8"), ("bahor", BAHOR, "cp1251")):
        (desk.folder / f"{name}.csv").write_bytes(text.encode(encoding))
        desk.run("import", f"{name}.csv", "--source", name, "--yes")
    return desk


def test_a_list_taken_in_twice_adds_nothing(desk: Desk) -> None:
    before = desk.json("people")
    again = desk.run("import", "niso.csv", "--source", "niso", "--yes").stdout
    assert "taken in before" in again
    assert desk.json("people") == before


def test_nobody_is_joined_before_somebody_decides(desk: Desk) -> None:
    people = desk.json("people")
    assert len(people["people"]) == 4
    assert people["counts"]["people"] == {"least": 3, "most": 4}


def test_review_shows_both_sides_and_reasons_and_not_the_brothers(desk: Desk) -> None:
    pairs = [pair for pair in desk.json("review") if "Зарина" in pair["a"]["names"]]
    assert [pair["level"] in ("likely", "possible") for pair in pairs] == [True]
    assert {pairs[0][side]["source"] for side in "ab"} == {"niso", "bahor"}
    assert {pairs[0][side]["row"] for side in "ab"} == {"2"}
    assert "the given name is the same" in pairs[0]["reasons"]
    brothers = [
        pair
        for pair in desk.json("review")
        if "Рустам" in str(pair) and "Фирдавс" in str(pair) and pair["level"] == "likely"
    ]
    assert brothers == []


def test_once_decided_the_contradictions_stand_side_by_side(desk: Desk) -> None:
    pair = next(pair for pair in desk.json("review") if "Зарина" in pair["a"]["names"])
    desk.run(
        "review",
        "--decide",
        pair["a"]["entity"],
        pair["b"]["entity"],
        "same",
        "--why",
        "her brother says so",
    )
    zarina = desk.json("show", "зарина саломова")
    assert zarina["disputes"] == ["born"]
    assert {fact["value"]["edtf"] for fact in zarina["facts"]["born"]} == {"1968", "1969"}
    assert len(desk.json("people")["people"]) == 3


@pytest.mark.parametrize("typed", ["зарина", "Salomova Zarina", "زرینه"])
def test_she_is_found_in_any_script(desk: Desk, typed: str) -> None:
    assert any(
        "Зарина" in found["title"] or "Саломова" in found["title"]
        for found in desk.json("search", typed)["people"]
    )


def test_a_decision_is_taken_back_later_and_made_again(desk: Desk) -> None:
    desk.run("review", "--undo", "зарина саломова")
    assert len(desk.json("people")["people"]) == 4
    pair = next(pair for pair in desk.json("review") if "Зарина" in pair["a"]["names"])
    desk.run("review", "--decide", pair["a"]["entity"], pair["b"]["entity"], "same")
    assert len(desk.json("people")["people"]) == 3


def test_a_new_vault_is_not_made_where_its_recovery_key_cannot_go(
    desk: Desk, tmp_path: Path
) -> None:
    (tmp_path / "passphrase").write_text(PASSPHRASE + "\n")
    (tmp_path / "recovery").write_text("something else\n")
    elsewhere = Desk(tmp_path)
    elsewhere.run("init", "--recovery-file", str(tmp_path / "recovery"), code=6)
    assert not (tmp_path / "vault").exists()
    assert (tmp_path / "recovery").read_text() == "something else\n"


def test_no_complaint_names_her_before_she_allowed_it(desk: Desk) -> None:
    (desk.folder / "answers.json").write_text('{"forum": "wgad", "submitter": "Sarpanoh Archive"}')
    refused = desk.run("complain", "зарина саломова", "--answers", "answers.json", code=61)
    assert "allowed their name" in refused.stderr
    assert list(desk.folder.glob("*.pdf")) == []


def test_once_she_allowed_it_the_complaint_is_written_and_taking_it_back_ends_it(
    desk: Desk,
) -> None:
    desk.run(
        "consent",
        "зарина саломова",
        "yes",
        "--share",
        "name",
        "--share",
        "facts",
        "--how",
        "written",
        "--day",
        "2023-10-10",
    )
    done = desk.json("complain", "зарина саломова", "--day", "2023-10-20", "--to", "out")
    assert len(done["files"]) == 2
    assert done["stops"] == []
    text = "".join(page.extract_text() for page in PdfReader(desk.folder / done["files"][0]).pages)
    assert "Зарина" in text
    assert "Рустам" not in text
    desk.run("consent", "зарина саломова", "withdraw", "--day", "2023-10-21")
    desk.run("complain", "зарина саломова", "--day", "2023-10-22", "--to", "again", code=61)
    assert not (desk.folder / "again").exists()


def test_what_was_argued_for_her_is_never_said_of_another(desk: Desk) -> None:
    desk.run("consent", "рустам", "yes", "--share", "all")
    refused = desk.run("complain", "рустам", "--to", "other", code=66)
    assert "nobody has written yet" in refused.stderr
    assert not (desk.folder / "other").exists()


def test_after_a_withdrawal_a_yes_allows_nothing_until_the_change_of_mind_is_said(
    desk: Desk,
) -> None:
    again = desk.run("consent", "зарина саломова", "yes", "--share", "name").stdout
    assert "does not allow this yet" in again
    assert "withdrawn" in again
    changed = desk.run("consent", "зарина саломова", "yes", "--share", "name", "--changed-mind")
    assert "does not allow" not in changed.stdout


def test_what_went_wrong_is_told_with_the_next_step(desk: Desk) -> None:
    nobody = desk.run("show", "Somebody Else", code=4)
    assert "panoh: hint:" in nobody.stderr
    assert "Traceback" not in nobody.stderr


def test_a_wrong_passphrase_opens_nothing(desk: Desk) -> None:
    (desk.folder / "passphrase").write_text("not the words at all\n")
    try:
        refused = desk.run("people", code=21)
    finally:
        (desk.folder / "passphrase").write_text(PASSPHRASE + "\n")
    assert "not the words" not in refused.stderr


def test_the_vault_verifies_and_its_index_is_rebuilt_to_the_same(desk: Desk) -> None:
    before = desk.json("people")
    desk.run("vault", "verify", "--deep")
    desk.run("vault", "rebuild")
    assert desk.json("people") == before


def test_the_recovery_key_gets_back_in_on_a_new_computer(desk: Desk, tmp_path: Path) -> None:
    before = desk.json("people")
    (tmp_path / "passphrase").write_text("another set of words\n")
    elsewhere = Desk(tmp_path)
    (tmp_path / "vault").symlink_to(desk.folder / "vault")
    elsewhere.run("vault", "recover", "--recovery-file", str(desk.folder / "recovery"))
    assert elsewhere.json("people") == before
