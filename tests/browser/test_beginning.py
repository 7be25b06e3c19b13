"""Making a vault in a real browser, by keyboard, in both directions."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.axe import SCRIPT, faults
from tests.browser.conftest import guarded
from tests.web.running import Running, running


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Running]:
    """An interface where no vault is yet."""
    with running(tmp_path) as found:
        yield found


@pytest.fixture(params=[("en", "light"), ("fa", "dark")], ids="-".join)
def page(request: pytest.FixtureRequest, chromium: Browser, empty: Running) -> Iterator[Page]:
    empty.desk.language, scheme = request.param
    with guarded(chromium.new_context(color_scheme=scheme), empty) as context:
        found = context.new_page()
        found.goto(empty.link())
        found.wait_for_url(f"{empty.origin}/what-now")
        yield found


def test_a_vault_is_made_its_key_tried_and_writing_begun(page: Page, empty: Running) -> None:
    found: list[str] = []

    def look() -> None:
        page.wait_for_load_state()
        if SCRIPT.exists():
            found.extend(f"{page.url}: {fault}" for fault in faults(page))

    page.locator("main a[href='/new']").click()
    expect(page.locator("#passphrase")).to_be_focused()
    look()
    words = page.locator("#suggestion").inner_text()
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    page.wait_for_url("**/new/key", timeout=60_000)
    expect(page.locator("#typed")).to_be_focused()
    look()
    key = page.locator("#key").inner_text()
    page.keyboard.type("AGE-SECRET-KEY-PQ-1NOTTHISONE")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#why")).to_be_visible()
    look()
    page.locator("#typed").fill(key)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("main a[href='/record']")).to_be_focused()
    look()
    page.keyboard.press("Enter")
    expect(page.locator("#story")).to_be_focused()
    assert empty.desk.tray == {}
    assert found == []
