"""A sheet holds one share and nothing that leads to anybody."""

from datetime import date

from panoh.shares import Sheet, sheets
from panoh.shares.sheet import MEANING, NEVER, TITLE, TO_DO


def made(five: list[str], verifier: str) -> list[Sheet]:
    return sheets(five, "3f2a91bc0d77e210" + "0" * 48, verifier, date(2026, 11, 23))


def test_each_sheet_holds_its_own_words_in_order(five: list[str], verifier: str) -> None:
    for sheet, mnemonic in zip(made(five, verifier), five, strict=True):
        numbered = [cell for row in sheet.rows for cell in row]
        assert [number for number, _ in numbered] == list(range(1, 34))
        assert " ".join(word for _, word in numbered) == mnemonic
        assert {len(row) for row in sheet.rows} == {3}


def test_it_says_which_it_is_and_how_many_are_needed(five: list[str], verifier: str) -> None:
    told = [(sheet.number, sheet.count, sheet.threshold) for sheet in made(five, verifier)]
    assert told == [(number, 5, 3) for number in range(1, 6)]
    assert {sheet.vault for sheet in made(five, verifier)} == {"3f2a 91bc 0d77 e210"}


def test_no_sheet_shows_its_words_by_accident(five: list[str], verifier: str) -> None:
    sheet = made(five, verifier)[0]
    assert "rows" not in repr(sheet)


def test_a_sheet_does_not_name_the_program() -> None:
    told = " ".join((TITLE, MEANING, *TO_DO, *NEVER)).lower()
    assert "panoh" not in told
    assert "vault" not in told
