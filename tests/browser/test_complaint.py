"""A complaint in the browser: a consent is missing, is given, and then the files come and open."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.test_lists import button, look, press, tab_to
from tests.casebook.building import PASSPHRASE, act, open_case, person, source
from tests.web.running import Running, running


@pytest.fixture
def jamshed(tmp_path: Path) -> str:
    """Jamshed was taken; nobody has asked him or his family yet."""
    case = open_case(tmp_path)
    with case.vault:
        niso = source(case, "Niso", connection="relative")
        who = person(case, "Jamshed Saidov", niso, "1968")
        act(case, who, "detention", "2023-09-30", niso)
    return who


@pytest.fixture
def site(tmp_path: Path, jamshed: str) -> Iterator[Running]:
    with running(tmp_path) as found:
        yield found


def consented(page: Page, site: Running) -> None:
    """The answer of the family, written down by keyboard."""
    expect(page.get_by_text("Nothing, not even the name.")).to_be_visible()
    look(page, site)
    tab_to(page, page.get_by_role("radio", name="yes"))
    page.keyboard.press("Space")
    for what in ("name", "what happened"):
        press(page, page.get_by_role("checkbox", name=what, exact=True), "Space")
    press(page, button(page, "Write the answer down"))
    expect(page.get_by_text("Saved. It can be taken back at any time.")).to_be_visible()
    press(page, page.get_by_role("link", name="Back to the complaint"))


def test_a_consent_is_missing_then_given(page: Page, site: Running, jamshed: str) -> None:
    site.desk.unlock(PASSPHRASE)
    page.goto(f"{site.origin}/people/{jamshed}")
    page.get_by_role("link", name="Write a complaint").click()
    expect(page.get_by_text("Ask first; then go on.")).to_be_visible()
    look(page, site)
    press(page, page.get_by_role("link", name="Ask for consent"))
    consented(page, site)
    press(page, page.get_by_role("link", name="Go on: what is asked"))
    look(page, site)
    tab_to(page, page.get_by_label("Submitted by"))
    page.keyboard.type("Sarpanoh (fictional)")
    press(page, button(page, "Write the complaint"))
    page.wait_for_url("**/complaint/ready", timeout=30_000)
    expect(page.get_by_role("heading", name="What the government will learn")).to_be_visible()
    expect(page.get_by_text("The gate is closed")).to_have_count(0)
    pictures = page.get_by_role("img", name="Page 1 of")
    expect(pictures).to_be_visible()
    assert pictures.evaluate("(each) => each.decode().then(() => each.naturalWidth)") > 500
    look(page, site)
    press(page, button(page, "Give me the files"))
    page.wait_for_url("**/complaint/files")
    look(page, site)
    opened(page)
    page.goto(f"{site.origin}/people/{jamshed}")
    expect(page.get_by_text("UN Working Group on Arbitrary Detention")).to_be_visible()


def opened(page: Page) -> None:
    """Both files are there and hold the name that was allowed."""
    with page.expect_download() as waiting:
        page.get_by_role("link", name="PDF").click()
    assert waiting.value.suggested_filename.endswith("-draft.pdf")
    assert Path(waiting.value.path()).read_bytes().startswith(b"%PDF-")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="DOCX").click()
    inside = zipfile.ZipFile(io.BytesIO(Path(waiting.value.path()).read_bytes()))
    assert "Jamshed Saidov" in inside.read("word/document.xml").decode()
