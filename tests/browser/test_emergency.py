"""Emergency in a real browser: a plan is made and its card printed; then it happens."""

import re

from playwright.sync_api import Page, expect
from tests.browser.test_network import clean
from tests.casebook.building import PASSPHRASE
from tests.web.running import Running


def reachable(page: Page, site: Running, name: str, number: str) -> None:
    """Somebody in the network with a number, who agreed to stand on a card."""
    page.goto(f"{site.origin}/network/new")
    page.get_by_label("Name").fill(name)
    page.get_by_label("Number or address").first.fill(number)
    page.get_by_label("Do they agree to be listed here?").select_option(label="yes")
    page.get_by_role("button", name="Save the contact").click()
    page.get_by_role("link", name="What may be said about them").click()
    allow(page)


def allow(page: Page) -> None:
    page.get_by_role("radio", name="yes").check()
    page.get_by_label("name", exact=True).check()
    page.get_by_label("addresses and numbers").check()
    page.get_by_label("With whom?").select_option("card")
    page.get_by_label("For what?").select_option("protection")
    page.get_by_role("button", name="Write the answer down").click()
    expect(page.get_by_role("status")).to_be_visible()


def begin(page: Page, site: Running) -> None:
    """Madina makes a plan for the day on which her brother is taken."""
    page.goto(f"{site.origin}/emergency")
    page.get_by_role("link", name="Make a plan").click()
    page.get_by_label("For which situation?").select_option("relative_taken")
    page.get_by_label("For whom? A name").fill("Madina")
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("Somebody who is not recorded yet: make an entry").check()
    clean(page)
    page.get_by_role("button", name="Go on").click()


def test_make_a_plan_and_print_the_card(page: Page, site: Running) -> None:
    site.desk.unlock(PASSPHRASE)
    reachable(page, site, "Niso", "+49 151 5556677")
    begin(page, site)
    expect(page.get_by_role("heading", level=1, name="The plan")).to_be_visible()
    page.get_by_label("Tajik").check()
    page.get_by_role("button", name="Save and go on").click()
    page.get_by_label("Signs that it has happened").fill("The Sunday call does not come.")
    page.get_by_role("button", name="Save and go on").click()
    page.get_by_role("link", name="Skip").click()
    page.get_by_label("Who", exact=True).first.select_option(label="Niso")
    clean(page)
    page.get_by_role("button", name="Save and stop here").click()
    expect(page.get_by_text("The Sunday call does not come.")).to_be_visible()
    page.get_by_role("link", name="Cards and papers").click()
    page.get_by_role("button", name="Make it and look").first.click()
    expect(page.get_by_role("heading", name="The gate is closed")).to_be_visible()
    page.get_by_role("link", name="Ask for consent").first.click()
    allow(page)
    page.goto(f"{site.origin}/emergency/papers/ready")
    page.get_by_role("button", name="Make it again").click()
    picture = page.get_by_role("img", name="Page 1 of 1")
    expect(picture).to_be_visible()
    assert picture.evaluate("(image) => image.naturalWidth") > 500
    clean(page)
    for each in page.get_by_role("checkbox").all():
        each.check()
    page.get_by_role("button", name="Give me the file").click()
    with page.expect_download() as told:
        page.get_by_role("link", name="PDF").click()
    assert re.fullmatch(r"wallet-[\d-]+\.pdf", told.value.suggested_filename)
    clean(page)


def test_it_happens(page: Page, site: Running) -> None:
    """One step declares it; then the list is worked through and two people call it off."""
    site.desk.unlock(PASSPHRASE)
    begin(page, site)
    page.get_by_role("button", name="Save and stop here").click()
    page.get_by_role("link", name="It has happened: declare it").click()
    expect(page.get_by_role("button", name="Declare it now")).to_be_visible()
    clean(page)
    page.get_by_label("Who are you? The name that the plan uses").fill("Farhod")
    page.get_by_role("button", name="Declare it now").click()
    expect(page.get_by_text("by Farhod.")).to_be_visible()
    page.get_by_role("button", name=re.compile("^Done")).first.click()
    expect(page.get_by_text("done, Farhod")).to_be_visible()
    clean(page)
    page.goto(f"{site.origin}/today")
    page.get_by_role("link", name=re.compile("is declared:")).click()
    for name in ("Farhod", "Niso"):
        page.get_by_label("Who are you? The name that the plan uses").fill(name)
        page.get_by_role("button", name="Call it off").click()
    expect(page.get_by_text("It is over.")).to_be_visible()
