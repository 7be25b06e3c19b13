"""A file for the lawyer in the browser: chosen, read, sealed twice typed, taken, and opened."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.test_lists import button, look, press, tab_to
from tests.casebook.building import PASSPHRASE, open_case
from tests.web.running import Running, running
from tests.web.test_lawyer import PHRASE, Detained

from panoh.age import NoIdentityMatches, ScryptIdentity, decrypt
from panoh.casebook.consent.reading import read


@pytest.fixture
def detained(tmp_path: Path) -> Detained:
    case = open_case(tmp_path)
    with case.vault:
        return Detained(case)


@pytest.fixture
def site(tmp_path: Path, detained: Detained) -> Iterator[Running]:
    with running(tmp_path) as found:
        yield found


def test_a_lawyer_gets_one_sealed_file(page: Page, site: Running, detained: Detained) -> None:
    site.desk.unlock(PASSPHRASE)
    page.goto(f"{site.origin}/today")
    page.get_by_role("link", name="Legal").first.click()
    look(page, site)
    press(page, page.get_by_role("link", name="Make a file for the lawyer"))
    tab_to(page, page.get_by_label("For whom? Look for a name"))
    page.keyboard.type("Jamshed")
    page.keyboard.press("Enter")
    press(page, button(page, "Jamshed Saidov"))
    expect(page.get_by_text("Allows: name, date of birth, what happened.")).to_be_visible()
    page.get_by_label("Jamshed_order.txt").check()
    look(page, site)
    page.get_by_label("Jamshed_order.txt").check()
    press(page, button(page, "Go on: what it holds"))
    page.wait_for_url("**/lawyer/ready", timeout=30_000)
    expect(page.get_by_text("When must a judge decide")).to_be_visible()
    expect(page.get_by_text("three months from the disappearance")).to_be_visible()
    expect(page.get_by_text("The gate is closed")).to_have_count(0)
    look(page, site)
    sealed_with(page, "another word here", PHRASE)
    expect(page.get_by_text("The two passphrases are not the same.")).to_be_visible()
    assert page.url == f"{site.origin}/lawyer/seal"
    sealed_with(page, PHRASE, PHRASE)
    page.wait_for_url("**/lawyer/sealed")
    look(page, site)
    checked(taken(page), detained)


def sealed_with(page: Page, phrase: str, again: str) -> None:
    page.get_by_label("Passphrase of this file").fill(phrase)
    page.get_by_label("The same once more").fill(again)
    button(page, "Seal it").click()


def taken(page: Page) -> bytes:
    """The one file, as the browser saves it."""
    with page.expect_download() as waiting:
        page.get_by_role("link", name="privileged-").click()
    assert waiting.value.suggested_filename.startswith("privileged-")
    assert waiting.value.suggested_filename.endswith(".zip.age")
    return Path(waiting.value.path()).read_bytes()


def checked(sealed: bytes, detained: Detained) -> None:
    """Another passphrase does not open it; the right one shows what was chosen and nothing else."""
    assert b"Jamshed" not in sealed
    with pytest.raises(NoIdentityMatches):
        decrypt(sealed, [ScryptIdentity("some other words")])
    inside = zipfile.ZipFile(io.BytesIO(decrypt(sealed, [ScryptIdentity(PHRASE)])))
    mark, sheet, order = inside.namelist()
    assert b"Privileged" in inside.read(mark)
    said = " ".join(piece.text for piece in read(sheet, inside.read(sheet)))
    assert "Jamshed Saidov" in said
    assert "Farid" not in said
    assert inside.read(order) == b"Order of 30 September: to be held."
