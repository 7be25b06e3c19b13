"""An appeal in a real browser: three sign, one withdraws, and what is published is without them."""

import re

from playwright.sync_api import Page, expect
from tests.browser.axe import SCRIPT, faults
from tests.casebook.building import PASSPHRASE
from tests.web.running import Running

NAMES = ("Gulnora Nazarova", "Farrukh Boboev", "Anvar Kholov")


def clean(page: Page) -> None:
    """What a form answered is a page as well; the walk over all addresses does not see it."""
    if SCRIPT.exists():
        assert faults(page) == []


def test_three_sign_one_withdraws_and_it_is_published(page: Page, site: Running) -> None:
    site.desk.unlock(PASSPHRASE)
    page.goto(f"{site.origin}/publish")
    page.get_by_role("radio", name="Joint appeal").check()
    page.get_by_label("What do you call it?").fill("spring")
    page.get_by_role("button", name="Begin").click()
    page.get_by_label("Title").fill("Let them go")
    page.get_by_label("Text", exact=True).fill("They are held since May.\nNobody says where.")
    page.get_by_role("button", name="Keep the text").click()
    for name in NAMES:
        page.get_by_label("Ask somebody to sign").fill(name)
        page.get_by_role("button", name="Look for them").click()
        expect(page.get_by_role("button", name="Write them down and ask")).to_be_visible()
        clean(page)
        page.get_by_role("button", name="Write them down and ask").click()
        page.get_by_role("button", name=re.compile(f"Signs ?: {name}")).click()
    expect(page.get_by_text("3 of 3 sign")).to_be_visible()
    clean(page)
    page.get_by_role("button", name=re.compile("Withdrew ?: Anvar Kholov")).click()
    expect(page.get_by_text("2 of 3 sign")).to_be_visible()
    page.get_by_role("link", name="Read it before it is given out").click()
    printed = page.get_by_role("region", name="Printed under it")
    expect(printed.get_by_role("listitem")).to_have_count(2)
    assert "Kholov" not in page.locator("main").inner_text()
    clean(page)
    page.get_by_role("button", name="Give me the files").click()
    with page.expect_download() as taken:
        page.get_by_role("link", name="-en.txt").click()
    text = taken.value.path().read_text("utf-8")
    assert "Gulnora Nazarova" in text
    assert "Kholov" not in text
    clean(page)
