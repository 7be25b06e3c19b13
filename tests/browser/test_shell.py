"""The frame of the interface in a real browser: unlocking, locking, leaving."""

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.axe import SCRIPT, faults
from tests.browser.conftest import guarded
from tests.casebook.building import PASSPHRASE
from tests.web.running import Running


def unlock(page: Page) -> None:
    page.get_by_role("link", name="Unlock").first.click()
    page.get_by_label("Passphrase").fill("not this one")
    page.keyboard.press("Enter")
    expect(page.get_by_text("does not open the vault")).to_be_visible()
    page.get_by_label("Passphrase").fill(PASSPHRASE)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Today")).to_be_visible()


def test_unlocking_and_locking(page: Page) -> None:
    unlock(page)
    page.get_by_role("button", name="Lock").click()
    expect(page.get_by_label("Passphrase")).to_be_visible()
    page.go_back()
    expect(page.get_by_label("Passphrase")).to_be_visible()


def test_the_leave_key_empties_the_screen_and_locks(page: Page, site: Running) -> None:
    unlock(page)
    page.keyboard.press("Escape")
    page.wait_for_url("about:blank")
    assert not site.desk.open
    page.go_back()
    expect(page.get_by_role("heading", name="Today")).to_have_count(0)


def test_a_window_goes_dark_when_the_vault_was_locked_elsewhere(page: Page, site: Running) -> None:
    page.clock.install()
    unlock(page)
    page.wait_for_load_state()
    site.desk.lock()
    page.clock.fast_forward(20_000)
    expect(page.get_by_label("Passphrase")).to_be_visible()


def test_the_language_and_its_direction(page: Page) -> None:
    page.get_by_label("Language").select_option("fa")
    expect(page.locator("html[dir=rtl][lang=fa]")).to_be_attached()


def visit(chromium: Browser, site: Running, script: str) -> None:
    """A whole visit under the guard, with one thing done that no page of ours does."""
    with guarded(chromium.new_context(), site) as context:
        page = context.new_page()
        page.goto(site.link())
        page.wait_for_url(f"{site.origin}/what-now")
        page.evaluate(script)


def test_the_guard_lets_an_honest_page_pass(chromium: Browser, site: Running) -> None:
    visit(chromium, site, "1 + 1")


@pytest.mark.parametrize(
    ("script", "seen"),
    [
        ("fetch('http://beyond.invalid/').catch(() => 0)", r"beyond\.invalid"),
        ("localStorage.setItem('a name', '1')", "a name"),
        ("new Promise((done) => { indexedDB.open('a base').onsuccess = done })", "a base"),
        ("document.body.insertAdjacentHTML('beforeend', '<i style=color:red>x</i>')", "Security"),
        ("setTimeout(() => { throw new Error('a fault') })", "a fault"),
    ],
)
def test_the_guard_sees(chromium: Browser, site: Running, script: str, seen: str) -> None:
    with pytest.raises(AssertionError, match=seen):
        visit(chromium, site, script)


def test_axe_sees_a_planted_fault(page: Page) -> None:
    if not SCRIPT.exists():
        pytest.skip("axe-core is absent: npm ci in frontend/")
    page.evaluate("document.querySelector('main').innerHTML = '<input><img src=x>'")
    assert any(fault.startswith("label:") for fault in faults(page))
