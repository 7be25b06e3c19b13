"""Finding help in a real browser: before anything is unlocked, and in Russian."""

from playwright.sync_api import Page, expect
from tests.browser.axe import SCRIPT, faults
from tests.casebook.building import PASSPHRASE
from tests.web.running import Running


def clean(page: Page) -> None:
    """What a form answered is a page as well; the walk over all addresses does not see it."""
    page.wait_for_load_state()
    if SCRIPT.exists():
        assert faults(page) == []


def test_finding_help_in_russian_now(page: Page, site: Running) -> None:
    """Somebody who reads Russian needs to be heard tonight; then she keeps whom she found."""
    page.get_by_label("Language").select_option("ru")
    page.get_by_role("link", name="Найти помощь сейчас").click()
    expect(page.get_by_text("Кто видит этот компьютер или телефон")).to_be_visible()
    page.get_by_label("Что нужно?").select_option(label="тот, кто выслушает, консультация")
    page.get_by_label("На каком языке?").select_option(label="русский")
    page.get_by_role("button", name="Найти помощь").click()
    offer = page.locator(".offer").first
    expect(offer).to_contain_text("Проверено 2026-11")
    expect(offer).to_contain_text("русский")
    assert page.url == f"{site.origin}/help"  # what she looks for is in no address
    clean(page)
    assert not site.desk.open
    site.desk.unlock(PASSPHRASE)
    page.goto(f"{site.origin}/network")
    page.get_by_label("Что нужно?").select_option(label="тот, кто выслушает, консультация")
    page.get_by_role("button", name="Найти помощь").click()
    name = page.locator(".offer h3 bdi").first.inner_text()
    page.get_by_role("button", name="Взять в свою сеть").first.click()
    expect(page.get_by_role("heading", level=1, name=name)).to_be_visible()
    clean(page)
    page.get_by_role("link", name="Сеть поддержки").first.click()
    expect(page.get_by_role("link", name=name)).to_be_visible()


def test_a_contact_is_added_and_reached(page: Page, site: Running) -> None:
    site.desk.unlock(PASSPHRASE)
    page.goto(f"{site.origin}/network/new")
    page.get_by_label("Name").fill("Saodat")
    page.get_by_label("Number or address").first.fill("+48 22 1234567")
    page.get_by_label("asylum and residence").check()
    page.get_by_role("button", name="Save the contact").click()
    page.get_by_text("Note that you tried, or saw a key").click()
    page.get_by_label("Key or safety number seen").fill("12345 67890")
    page.get_by_label("How the key was checked").select_option(label="in person")
    page.get_by_role("button", name="Write it down").click()
    expect(page.get_by_text("12345 67890")).to_be_visible()
    clean(page)
    page.get_by_role("link", name="Network").first.click()
    expect(page.get_by_text("key verified").first).to_be_visible()


def test_a_contact_is_changed_and_the_change_taken_back(page: Page, site: Running) -> None:
    """Saodat moves to Berlin, her telephone is new; then the move turns out to be a mistake."""
    site.desk.unlock(PASSPHRASE)
    page.goto(f"{site.origin}/network/new")
    page.get_by_label("Name").fill("Saodat")
    page.get_by_label("Number or address").first.fill("+48 22 1234567")
    page.get_by_role("button", name="Save the contact").click()
    page.locator("a[href$='part=who']").click()
    page.get_by_label("Country").select_option(label="Germany")
    page.get_by_label("Time zone").fill("Europe/Berlin")
    clean(page)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Germany")).to_be_visible()
    for group in ("help", "trust", "keep", "public"):
        page.locator(f"a[href$='part={group}']").click()
        clean(page)
        page.get_by_role("link", name="Leave it as it is").click()
    page.get_by_role("link", name="Change this way").click()
    page.get_by_label("Key or safety number, as you see it now").fill("12345 67890")
    clean(page)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("key seen, not verified")).to_be_visible()
    page.get_by_role("link", name="History").click()
    clean(page)
    moved = page.locator("main .rows > li").filter(has_text="Germany")
    moved.get_by_role("button", name="Hide this statement").click()
    page.get_by_role("link", name="Saodat").click()
    expect(page.get_by_text("Germany")).to_have_count(0)
