"""What a browser keeps on the disk after a visit: no name, no word of anybody."""

import re
from pathlib import Path

from playwright.sync_api import Page, Playwright, expect
from tests.browser.conftest import CHROMIUM, SILENT
from tests.casebook.building import PASSPHRASE, act, open_case, person, source
from tests.web.running import Running, running

#: Written nowhere else on the disk, in any case.
NAME = "Zarqanomiqanarum"


def kept(profile: Path, word: str) -> list[str]:
    """The files of a browser's profile that hold a word, in either of its usual encodings."""
    forms = [
        text.encode(encoding)
        for text in (word, word.lower())
        for encoding in ("utf-8", "utf-16-le")
    ]
    return [
        path.relative_to(profile).as_posix()
        for path in sorted(profile.rglob("*"))
        if path.is_file() and any(form in path.read_bytes() for form in forms)
    ]


def visit(engine: Playwright, site: Running, profile: Path, planted: str = "") -> None:
    """A whole visit: unlock, list, file, history, search, leave; then the browser is closed."""
    window = engine.chromium.launch_persistent_context(
        profile, executable_path=CHROMIUM, args=SILENT, locale="en-GB"
    )
    page = window.new_page()
    page.goto(site.link())
    page.wait_for_url(f"{site.origin}/what-now")
    site.desk.unlock(PASSPHRASE)
    page.goto(f"{site.origin}/people")
    page.get_by_role("link", name=NAME).click()
    expect(page.get_by_role("heading", name=NAME)).to_be_visible()
    page.get_by_role("link", name="History").click()
    search(page)
    if planted:
        page.evaluate(planted)
        page.wait_for_timeout(300)
    page.keyboard.press("Escape")
    page.wait_for_url("about:blank")
    window.close()


def search(page: Page) -> None:
    page.get_by_role("searchbox").fill(NAME.lower())
    expect(page.locator("#found").get_by_role("link", name=NAME)).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/search$"))


def make(folder: Path) -> None:
    with open_case(folder).vault as vault:
        from panoh.casebook.record import Case

        case = Case(vault)
        niso = source(case, "Niso")
        act(case, person(case, NAME, niso), "detention", "2023-09-30", niso)


def test_nothing_of_a_visit_stays_in_the_profile(engine: Playwright, tmp_path: Path) -> None:
    make(tmp_path)
    with running(tmp_path) as site:
        visit(engine, site, tmp_path / "profile")
    assert kept(tmp_path / "profile", site.key.host), "the profile was looked at after a visit"
    assert kept(tmp_path / "profile", NAME) == []


def test_a_name_in_a_title_or_address_would_be_found(engine: Playwright, tmp_path: Path) -> None:
    make(tmp_path)
    planted = f"history.pushState(null, '', '/people?name={NAME}')"
    with running(tmp_path) as site:
        visit(engine, site, tmp_path / "profile", planted)
    assert kept(tmp_path / "profile", NAME)
