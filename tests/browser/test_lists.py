"""Two lists come in, one person in both is recognised, and a contradiction is settled: by keyboard.

Only the file itself is handed to the browser by the test, as the window of the system would.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from tests.browser.axe import SCRIPT, faults
from tests.browser.conftest import guarded
from tests.browser.conftest import press as letter
from tests.casebook.building import PASSPHRASE
from tests.web.running import Running

from panoh.casebook.people import people

NISO = """№;Ном;Соли таваллуд;Санаи дастгирӣ;Чӣ шуд;Ҷой
1;Ҷамшед Саидов;1968;30.09.2023;дастгир шуд;Хуҷанд
2;Зарина Раҳимова;1990;01.10.2023;пурсиш шуд;Восеъ
"""
BAHOR = """№;ФИО;Год рождения;Дата;Что произошло;Место
1;Саидов Джамшед;1969;30.09.2023;задержан;Худжанд
2;;1970;02.10.2023;задержан;Восе
"""


@pytest.fixture
def lists(tmp_path: Path) -> tuple[Path, Path]:
    niso, bahor = tmp_path / "niso.csv", tmp_path / "bahor.csv"
    niso.write_text(NISO, encoding="utf-8")
    bahor.write_text(BAHOR, encoding="utf-8")
    return niso, bahor


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until it has the focus, as somebody without a mouse does."""
    expect(wanted).to_be_visible()
    for _ in range(90):
        if wanted.evaluate("(each) => each === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("it cannot be reached by the key Tab")


def press(page: Page, wanted: Locator, key: str = "Enter") -> None:
    tab_to(page, wanted)
    page.keyboard.press(key)


def button(page: Page, name: str) -> Locator:
    return page.locator("main").get_by_role("button", name=name)


def look(page: Page, site: Running) -> None:
    """Axe finds nothing on this page, from left and right, light and dark."""
    if not SCRIPT.exists():
        return
    for language, scheme in (("en", "light"), ("fa", "dark")):
        site.desk.language = language
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.reload()
        page.wait_for_load_state()
        assert faults(page) == [], (page.url, language)
    site.desk.language = "en"
    page.reload()


def take_in(page: Page, site: Running, file: Path, source: str) -> None:
    page.goto(f"{site.origin}/import")
    page.locator("#file").set_input_files(file)
    tab_to(page, page.get_by_label("Code name of who made the list"))
    page.keyboard.type(source)
    page.keyboard.press("Enter")
    page.wait_for_url("**/import/columns")


def test_two_lists_review_and_settling(page: Page, site: Running, lists: tuple[Path, Path]) -> None:
    site.desk.unlock(PASSPHRASE)
    take_in(page, site, lists[0], "Niso")
    look(page, site)
    press(page, button(page, "Take in the list like this"))
    page.wait_for_url("**/import/report")
    expect(page.get_by_text("2 rows: 2 new, 0 changed, 0 as before.")).to_be_visible()
    take_in(page, site, lists[1], "Bahor")
    expect(page.get_by_text("Row 3")).to_be_visible()  # it names nobody, said beforehand
    press(page, button(page, "Take in the list like this"))
    page.wait_for_url("**/import/report")
    expect(page.get_by_text("Rows kept unread: 1")).to_be_visible()
    look(page, site)
    press(page, page.get_by_role("link", name="Decide who is the same"))
    page.wait_for_url("**/review")
    expect(page.get_by_text("1 of 1 open pairs")).to_be_visible()
    look(page, site)
    letter(page, "s")
    page.wait_for_url("**/review/acts**")
    look(page, site)
    letter(page, "s")
    expect(page.get_by_text("No pair is open.")).to_be_visible()
    letter(page, "z")
    expect(page.get_by_text("1 of 1 open pairs")).to_be_visible()
    letter(page, "s")
    page.wait_for_url("**/review/acts**")
    letter(page, "s")
    expect(page.get_by_text("No pair is open.")).to_be_visible()
    press(page, page.get_by_role("link", name="What was decided"))
    expect(page.get_by_role("button", name="Take back").first).to_be_visible()
    look(page, site)
    settle(page, site)


def settle(page: Page, site: Running) -> None:
    """1968 or 1969: both stay, and one is relied on."""
    with site.desk.held() as case:
        (jamshed,) = [each.root for each in people(case.vault.db) if "born" in each.disputes]
    page.goto(f"{site.origin}/people/{jamshed}/settle")
    press(page, page.get_by_role("checkbox", name="1968"), "Space")
    press(page, button(page, "Rely on what is chosen").first)
    expect(page.get_by_role("button", name="Take the decision back")).to_be_visible()
    page.goto(f"{site.origin}/people")
    expect(page.get_by_text("2 people, 2 acts")).to_be_visible()


def test_a_file_that_is_too_large_is_not_even_sent(page: Page, site: Running) -> None:
    site.desk.unlock(PASSPHRASE)
    page.goto(f"{site.origin}/import")
    page.evaluate("document.querySelector('[data-most]').dataset.most = '10'")
    page.locator("#file").set_input_files(
        {"name": "a.csv", "mimeType": "text/csv", "buffer": b"a;b\n" * 10}
    )
    page.get_by_label("Code name of who made the list").fill("Niso")
    button(page, "Look at the columns").click()
    expect(page.get_by_text("This file is larger than")).to_be_visible()
    assert site.desk.tray == {}


def test_without_scripts_the_list_comes_in_as_well(
    chromium: Browser, site: Running, lists: tuple[Path, Path]
) -> None:
    with guarded(chromium.new_context(java_script_enabled=False, locale="en-GB"), site) as context:
        page = context.new_page()
        page.goto(site.link())
        site.desk.unlock(PASSPHRASE)
        page.goto(f"{site.origin}/import")
        page.locator("#file").set_input_files(lists[0])
        page.get_by_label("Code name of who made the list").fill("Niso")
        button(page, "Look at the columns").click()
        page.wait_for_url("**/import/columns")
        button(page, "Take in the list like this").click()
        page.wait_for_url("**/import/report")
        expect(page.get_by_text("2 rows: 2 new, 0 changed, 0 as before.")).to_be_visible()
        page.goto("about:blank")


def test_locking_forgets_the_list_that_waits(
    page: Page, site: Running, lists: tuple[Path, Path]
) -> None:
    site.desk.unlock(PASSPHRASE)
    take_in(page, site, lists[0], "Niso")
    page.get_by_role("button", name="Lock").click()
    expect(page.get_by_label("Passphrase")).to_be_visible()
    assert site.desk.tray == {}
    site.desk.unlock(PASSPHRASE)
    page.goto(f"{site.origin}/import/columns")
    page.wait_for_url("**/import")
