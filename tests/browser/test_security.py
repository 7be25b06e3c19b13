"""Security in a real browser: this machine looked at, and the first task done."""

from playwright.sync_api import Page, expect
from tests.browser.test_network import clean
from tests.casebook.building import PASSPHRASE
from tests.web.running import Running


def test_check_this_machine_and_do_the_first_task(page: Page, site: Running) -> None:
    site.desk.unlock(PASSPHRASE)
    page.goto(f"{site.origin}/security")
    page.get_by_role("link", name="Check this computer").click()
    page.get_by_role("button", name="Look now").click()
    expect(page.get_by_text("not known:")).to_be_visible(timeout=60_000)
    clean(page)
    page.get_by_role("button", name="Keep what was found").click()
    expect(page.get_by_text("Kept in the vault.")).to_be_visible()
    page.get_by_role("link", name="Security").last.click()
    first = page.locator("#task").inner_text()
    # Within one second what a check saw counts more than what somebody says.
    page.wait_for_timeout(1_100)
    page.get_by_role("button", name="Done", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("Saved:")
    expect(page.locator("#task")).not_to_have_text(first)
    clean(page)
    page.get_by_role("button", name="Take that back").click()
    expect(page.locator("#task")).to_have_text(first)


def test_an_incident_is_written_down_by_keyboard_in_a_minute(page: Page, site: Running) -> None:
    """The kind, one sentence, Enter on the button: nothing else has to be touched."""
    site.desk.unlock(PASSPHRASE)
    page.goto(f"{site.origin}/security/incidents")
    page.get_by_label("What kind?").focus()
    page.keyboard.type("a visit")
    page.keyboard.press("Tab")
    page.keyboard.type("Two men asked the neighbours about us.")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="a visit")).to_be_visible()
    expect(page.get_by_text("Two men asked the neighbours about us.")).to_be_visible()
    clean(page)


def test_a_threat_is_rated_and_shows_how(page: Page, site: Running) -> None:
    site.desk.unlock(PASSPHRASE)
    page.goto(f"{site.origin}/security/threats/new")
    page.get_by_label("Kind of threat").select_option(index=3)
    page.get_by_label("Who may do what to whom, where, how").fill("His account may be taken over.")
    page.get_by_label("How likely, 1 to 5").select_option("4")
    page.get_by_label("liberty").select_option("5")
    page.get_by_role("button", name="Save the threat").click()
    expect(page.locator(".band.now")).to_be_visible()
    expect(page.get_by_text("likely 4 × worst impact 5")).to_be_visible()
    clean(page)
