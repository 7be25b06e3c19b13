"""A real browser before a real interface; a request beyond loopback fails the test."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, Route, sync_playwright
from tests.casebook.building import open_case
from tests.web.running import Running, running

CHROMIUM = shutil.which("chromium")
#: A browser that starts its own conversations with the world would hide ours.
SILENT = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
BUNDLE = Path(__file__).parents[2] / "src" / "panoh" / "web" / "static" / "app.js"


@pytest.fixture(scope="module")
def engine() -> Iterator[Playwright]:
    """The driver, for one file: its event loop would be in the way of other tests' loops."""
    if CHROMIUM is None:
        pytest.skip("Chromium is absent: apt install chromium")
    if not BUNDLE.exists():
        pytest.skip("the web bundle was not built: ./run")
    with sync_playwright() as found:
        yield found


@pytest.fixture(scope="module")
def chromium(engine: Playwright) -> Iterator[Browser]:
    found = engine.chromium.launch(executable_path=CHROMIUM, args=SILENT)
    yield found
    found.close()


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Running]:
    """An interface over a new, empty, locked vault."""
    open_case(tmp_path).vault.close()
    with running(tmp_path) as found:
        yield found


@pytest.fixture
def context(chromium: Browser, site: Running) -> Iterator[BrowserContext]:
    """A window of a browser that speaks English, guarded, with storage looked at in the end."""
    with guarded(chromium.new_context(locale="en-GB"), site) as found:
        yield found


@pytest.fixture
def page(context: BrowserContext, site: Running) -> Page:
    """A page let in by the one-time link."""
    found = context.new_page()
    found.goto(site.link())
    found.wait_for_url(f"{site.origin}/what-now")
    return found


def press(page: Page, key: str) -> None:
    """Press a key no sooner than a hand would: when the page has loaded with its scripts."""
    page.wait_for_load_state()
    page.keyboard.press(key)


class guarded:  # noqa: N801 - reads as a word before a context
    """A context that notes every request and every script error; the end of the block judges."""

    def __init__(self, context: BrowserContext, site: Running) -> None:
        self._context, self._site = context, site
        self._beyond: list[str] = []
        self._broken: list[str] = []

    def __enter__(self) -> BrowserContext:
        self._context.set_default_timeout(10_000)
        self._context.route("**/*", self._look)
        self._context.on("weberror", lambda error: self._broken.append(str(error.error)))
        self._context.on("console", self._listen)
        return self._context

    def __exit__(self, *problem: object) -> None:
        kept = self._kept() if problem == (None, None, None) else []
        self._context.close()
        if problem == (None, None, None):
            assert self._beyond == []
            assert self._broken == []
            assert kept == []

    def _look(self, route: Route) -> None:
        address = urlsplit(route.request.url)
        ours = urlsplit(self._site.origin).netloc
        if address.scheme in {"http", "https", "ws", "wss"} and address.netloc != ours:
            self._beyond.append(route.request.url)
            route.abort()
            return
        route.continue_()

    def _listen(self, message: object) -> None:
        text = str(getattr(message, "text", ""))
        if "Content Security Policy" in text:
            self._broken.append(text)

    def _kept(self) -> list[str]:
        """What the pages left in the browser's storage."""
        found: list[str] = []
        for page in self._context.pages:
            if page.url.startswith(self._site.origin):
                found += page.evaluate(_STORED)
        return found


_STORED = """async () => [
  ...Object.keys(localStorage), ...Object.keys(sessionStorage),
  ...(await indexedDB.databases()).map((each) => each.name),
  ...(await caches.keys()),
  ...(await navigator.serviceWorker.getRegistrations()).map(() => "service worker"),
]"""
