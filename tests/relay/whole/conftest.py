"""What the tests of a relay have in common: a certificate, and a browser without scripts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright
from tests.browser.conftest import CHROMIUM, SILENT
from tests.channels.conftest import pem
from tests.channels.smtp_server import mail_server
from tests.relay.whole.relay_process import Relay

__all__ = ["page", "pem"]


@pytest.fixture
def page() -> Iterator[Page]:
    """A page of a real browser, as small as an old phone's, in which no script can run."""
    if CHROMIUM is None:
        pytest.skip("Chromium is absent: apt install chromium")
    with sync_playwright() as engine:
        browser = engine.chromium.launch(executable_path=CHROMIUM, args=SILENT)
        context = browser.new_context(
            java_script_enabled=False, viewport={"width": 320, "height": 480}
        )
        context.set_default_timeout(15_000)
        yield context.new_page()
        browser.close()


@pytest.fixture
def relay(tmp_path: Path, pem: Path) -> Iterator[Relay]:
    with mail_server(pem) as mail:
        relay = Relay(tmp_path, mail, pem)
        yield relay
        if relay.process is not None:
            relay.stop()
