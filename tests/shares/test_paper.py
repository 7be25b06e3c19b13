"""The sheets of paper: one page, one share, readable by eye and machine, the same every time."""

import io
import re
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from tests.cli.printed import words_on

from panoh.age import HybridIdentity
from panoh.shares import Sheet, sheets, split, verifier_of
from panoh.shares.paper import recovery_sheet, share_sheet

ROOT = Path(__file__).parents[2]
SEED = bytes(range(32))
RECIPIENT = str(HybridIdentity.from_seed(SEED).recipient())
VAULT = "3f2a91bc0d77e210" * 4
DAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def mnemonics() -> list[str]:
    return split(SEED)


@pytest.fixture(scope="module")
def made(mnemonics: list[str]) -> list[Sheet]:
    return sheets(mnemonics, VAULT, verifier_of(RECIPIENT), DAY)


def pages(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


def test_a_share_is_one_page_with_its_words_and_no_others(
    mnemonics: list[str], made: list[Sheet]
) -> None:
    for sheet, mnemonic in zip(made, mnemonics, strict=True):
        pdf = share_sheet(sheet, "en")
        assert len(pages(pdf)) == 1
        assert words_on(pdf) == mnemonic.split()


def test_it_tells_what_it_is_part_of(made: list[Sheet]) -> None:
    [page] = pages(share_sheet(made[1], "en"))
    for told in ("Share 2 of 5", "Any 3 parts", "3f2a 91bc 0d77 e210", "2026-11-23"):
        assert told in page
    assert "".join(verifier_of(RECIPIENT).split()) in page.replace(" ", "")


def test_the_program_is_named_neither_on_the_paper_nor_in_the_file(made: list[Sheet]) -> None:
    pdf = share_sheet(made[0], "en")
    assert "panoh" not in pages(pdf)[0].lower()
    assert b"panoh" not in pdf.lower()
    assert "Panoh" in pages(recovery_sheet(VAULT, RECIPIENT, DAY, "en"))[0], "it would be seen"


@pytest.mark.parametrize("size", [(2, 2), (16, 16)])
def test_sets_of_other_sizes_fit_on_one_page_too(size: tuple[int, int]) -> None:
    largest = sheets(split(SEED, *size), VAULT, verifier_of(RECIPIENT), DAY)[-1]
    assert len(pages(share_sheet(largest, "en"))) == 1


def test_the_same_sheet_gives_the_same_bytes(
    made: list[Sheet], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = share_sheet(made[0], "en")
    monkeypatch.setenv("TZ", "Asia/Dushanbe")
    assert share_sheet(made[0], "en") == first


def test_the_way_back_holds_the_public_half_and_no_secret() -> None:
    told = "".join(pages(recovery_sheet(VAULT, RECIPIENT, DAY, "en")))
    squeezed = "".join(told.split())
    assert RECIPIENT in squeezed
    assert VAULT in squeezed
    assert str(HybridIdentity.from_seed(SEED))[:30] not in squeezed


def test_its_commands_are_those_of_the_format_and_can_be_copied() -> None:
    page = (ROOT / "docs" / "format.md").read_text(encoding="utf-8")
    [script] = re.findall(r"```sh\n(.*?)```", page, re.DOTALL)
    told = [
        line.strip() for line in pages(recovery_sheet(VAULT, RECIPIENT, DAY, "en"))[1].split("\n")
    ]
    assert [line.strip() for line in script.strip().split("\n") if line.strip() not in told] == []
