"""Appeals, pages, answers and the lawyer's file, as a small group types them."""

import re
from pathlib import Path

import pytest
from tests.cli.commands import Desk, quick_desk


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Given a list with Jamshed on it, and three people of the network."""
    desk = quick_desk(tmp_path_factory.mktemp("desk"))
    (desk.folder / "list.csv").write_text("Name;What happened\nҶамшед Саидов;detained\n")
    desk.run("import", "list.csv", "--source", "niso", "--yes")
    for name in ("Гулнора Назарова", "Фаррух Бобоев", "Анвар Холов"):
        desk.run("network", "add", name)
    (desk.folder / "ru.txt").write_text("Отпустите его\nДжамшеда Саидова держат с мая.\n")
    return desk


def test_an_appeal_with_three_signatures_of_which_one_is_withdrawn(desk: Desk) -> None:
    desk.run("appeal", "new", "spring", "--about", "саидов")
    desk.run("appeal", "write", "spring", "ru.txt", "--language", "ru")
    for who, shown in (
        ("гулнора", "Gulnora N."), ("фаррух", "Farrukh B."), ("анвар", "Anvar Kh."),
    ):  # fmt: skip
        desk.run("appeal", "ask", "spring", who, "--shown", shown)
        desk.run("appeal", "answer", "spring", who, "yes")
    refused = desk.run("appeal", "give", "spring", "--to", "out", code=50)
    assert "Саидова" in refused.stdout
    assert not (desk.folder / "out").exists()
    desk.run(
        *("consent", "саидов", "yes", "--to", "public", "--for", "publication"),
        *("--share", "name"),
    )
    desk.run("appeal", "give", "spring", "--to", "out")
    [text] = (desk.folder / "out").glob("*.txt")
    assert text.read_text("utf-8").count("\n- ") == 3
    said = desk.run("appeal", "answer", "spring", "анвар", "withdrawn").stdout
    assert "cannot be called back" in said
    assert len(re.findall(r"SHA-256 [0-9a-f]{64}", said)) == 2
    desk.run("appeal", "give", "spring", "--to", "again")
    [text] = (desk.folder / "again").glob("*.txt")
    assert "Anvar" not in text.read_text("utf-8")
    shown = desk.run("appeal", "show", "spring").stdout
    assert "withdrew" in shown
    assert shown.count("SHA-256") == 2
    assert desk.json("appeal", "list")[0]["name"] == "spring"


def test_who_was_not_asked_cannot_answer_and_a_wrong_name_lists_what_there_is(desk: Desk) -> None:
    desk.run("appeal", "new", "autumn")
    desk.run("appeal", "answer", "autumn", "саидов", "yes", code=123)
    desk.run("appeal", "give", "autumn", code=121)
    assert "autumn" in desk.run("appeal", "show", "winter", code=4).stderr


def test_a_page_and_a_press_sheet(desk: Desk) -> None:
    desk.run("publish", "new", "page")
    desk.run("publish", "write", "page", "ru.txt", "--language", "ru")
    given = desk.run("publish", "give", "page", "--to", "page").stdout
    assert "Not counted, because nobody asked them: 1." in given
    [html] = (desk.folder / "page").iterdir()
    assert "Джамшеда Саидова" in html.read_text("utf-8")  # he allowed the public his name
    desk.run("press", "new", "sheet")
    desk.run("press", "write", "sheet", "ru.txt", "--language", "ru", "--point", "Где он?")
    stopped = desk.run("press", "give", "sheet", "--to", "press", code=50).stdout
    assert "Саидова" in stopped  # but not the press


def test_what_is_awaited_until_somebody_answers_or_it_is_done(desk: Desk) -> None:
    said = desk.run(
        *("answers", "asked", "The lawyer", "--for", "саидов", "--what", "Is he well?"),
        *("--by", "2027-03"),
    ).stdout
    ident = said.split()[-1]
    listed = desk.run("answers", "due").stdout
    assert "The lawyer" in listed
    assert "Ҷамшед Саидов" in listed
    desk.run("answers", "again", ident, "--by", "2027-04-02")
    assert [each["due"] for each in desk.json("answers", "due")] == ["2027-04-02"]
    desk.run("answers", "add", "The lawyer", "--to", ident, "--type", "received")
    assert len(desk.json("answers", "due")) == 1
    desk.run("answers", "add", "The lawyer", "--to", ident, "--again", "2027-05-01")
    assert [each["due"] for each in desk.json("answers", "due")] == ["2027-05-01"]
    desk.run("answers", "done", ident)
    assert "No reply is awaited" in desk.run("answers", "due").stdout
    desk.run("answers", "again", ident, code=39)
    desk.run("answers", "again", ident, "--by", "2027/..", code=39)


def test_answers_and_days(desk: Desk) -> None:
    desk.run(
        *("answers", "add", "Norway", "--body", "other_state", "--type", "statement"),
        *("--when", "2023-11", "--to", "spring", "--what", "Named him."),
    )
    listed = desk.run("answers", "list").stdout
    assert "spoke in public" in listed
    assert "spring" in listed
    desk.run("answers", "day", "HDC", "--register-by", "2027-09-20", "--begins", "2027-10-02")
    days = desk.run("answers", "calendar").stdout
    assert days.index("20 September 2027") < days.index("2 October 2027")
    desk.run("answers", "add", "X", "--to", "nothing", code=4)


def test_a_sealed_file_for_the_lawyer(desk: Desk) -> None:
    secret: Path = desk.folder / "seal"
    secret.write_text("another quiet river\n")
    seal = ("--seal-passphrase-file", "seal", "--to", "law")
    desk.run("lawyer", "саидов", *seal, code=62)
    desk.run(
        *("consent", "саидов", "yes", "--to", "lawyer", "--for", "advice"),
        *("--share", "name", "--share", "facts"),
    )
    desk.run("lawyer", "саидов", *seal)
    [sealed] = (desk.folder / "law").iterdir()
    assert sealed.read_bytes().startswith(b"age-encryption.org/v1")
