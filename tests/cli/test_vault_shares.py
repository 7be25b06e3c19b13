"""A vault is split among five people, its key is forgotten, and three of them open it again."""

from pathlib import Path

import pytest
from tests.cli.commands import Desk, new_desk
from tests.cli.printed import words_on
from tests.cli.terminal import Seen, at_terminal

LIST = """Ному насаб;Соли таваллуд;Ноҳия;Санаи дастгирӣ;Чӣ шуд
Зарина Саломова;1969;Рӯдакӣ;30.09.2023;дастгир шуд
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Given a vault with one record, its recovery key in a file, and five sheets of it."""
    desk = new_desk(tmp_path_factory.mktemp("desk"))
    desk.run("init", "--recovery-file", "key")
    (desk.folder / "niso.csv").write_text(LIST)
    desk.run("import", "niso.csv", "--source", "niso", "--yes")
    told = desk.run("vault", "shares", "--recovery-file", "key", "--to", "sheets").stdout
    assert told.count("Written: ") == 5
    assert "by hand" in told
    return desk


@pytest.fixture(scope="module")
def sheets(desk: Desk) -> list[list[str]]:
    """The words that the five holders have in their hands; the key is forgotten."""
    (desk.folder / "key").unlink()
    files = [desk.folder / "sheets" / f"share-{number}-of-5.pdf" for number in range(1, 6)]
    return [words_on(file.read_bytes()) for file in files]


def at(folder: Path, *arguments: str, answers: list[str]) -> Seen:
    environment = {
        "PANOH_VAULT": str(folder / "vault"),
        "PANOH_DEVICE": str(folder / "device"),
        "PANOH_PASSPHRASE_FILE": str(folder / "passphrase"),
        "LC_ALL": "C.UTF-8",
    }
    return at_terminal(arguments, answers, environment)


def test_every_sheet_is_a_file_of_its_own_that_only_its_owner_can_read(
    desk: Desk, sheets: list[list[str]]
) -> None:
    files = sorted((desk.folder / "sheets").iterdir())
    assert [file.name for file in files] == [f"share-{n}-of-5.pdf" for n in range(1, 6)]
    assert {file.stat().st_mode & 0o777 for file in files} == {0o600}
    assert (desk.folder / "sheets").stat().st_mode & 0o777 == 0o700
    assert len({tuple(words) for words in sheets}) == 5


def test_three_holders_open_the_vault_on_a_new_computer(
    desk: Desk, sheets: list[list[str]], tmp_path: Path
) -> None:
    (tmp_path / "passphrase").write_text("another set of words\n")
    (tmp_path / "vault").symlink_to(desk.folder / "vault")
    answers = [" ".join(sheets[holder - 1]) for holder in (1, 3, 5)]
    done = at(tmp_path, "vault", "recover", "--shares", answers=answers)
    assert done.code == 0, done.screen
    assert "You are back in" in done.screen
    assert not any(" ".join(words[:3]) in done.screen for words in sheets)
    assert "Зарина Саломова" in str(Desk(tmp_path).json("people"))


def test_a_rehearsal_shows_and_leaves_nothing(desk: Desk, sheets: list[list[str]]) -> None:
    before = {path: path.read_bytes() for path in (desk.folder / "vault").rglob("*.age")}
    answers = [" ".join(word[:4] for word in sheets[holder]) for holder in (3, 1, 4)]
    done = at(desk.folder, "vault", "rehearse", answers=answers)
    assert done.code == 0, done.screen
    assert "open this vault" in done.screen
    assert not any(answer[:14] in done.screen for answer in answers)
    assert {p: p.read_bytes() for p in (desk.folder / "vault").rglob("*.age")} == before


def test_neither_shares_nor_key_of_another_vault_are_taken(
    desk: Desk, sheets: list[list[str]], tmp_path: Path
) -> None:
    other = new_desk(tmp_path)
    other.run("init", "--recovery-file", "key")
    answers = [" ".join(words) for words in sheets[:3]]
    refused = at(tmp_path, "vault", "rehearse", answers=answers)
    assert refused.code == 74
    assert "not the key of this vault" in refused.screen
    (tmp_path / "device").rename(tmp_path / "lost")
    refused = at(tmp_path, "vault", "recover", "--shares", answers=answers)
    assert refused.code == 74
    assert not (tmp_path / "device").exists()
    key = str(tmp_path / "key")
    desk.run("vault", "shares", "--recovery-file", key, "--to", "wrong", code=22)
    assert not (desk.folder / "wrong").exists()


@pytest.mark.parametrize("place", ["vault/sheets", "device/sheets", "sheets"])
def test_sheets_go_into_a_new_folder_outside_of_the_vault(desk: Desk, place: str) -> None:
    before = sorted(desk.folder.rglob("*.pdf"))
    (desk.folder / "some").write_text("some\n")
    desk.run("vault", "shares", "--recovery-file", "some", "--to", place, code=2)
    assert sorted(desk.folder.rglob("*.pdf")) == before


def test_the_recovery_sheet_is_written_once(desk: Desk) -> None:
    desk.run("vault", "recovery-sheet", "--to", "way.pdf")
    first = (desk.folder / "way.pdf").read_bytes()
    assert first.startswith(b"%PDF")
    desk.run("vault", "recovery-sheet", "--to", "way.pdf", code=2)
    assert (desk.folder / "way.pdf").read_bytes() == first
