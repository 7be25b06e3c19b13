"""Every page the router knows, full and empty, from left and right, light and dark: axe is silent.

Nobody lists the pages by hand: what is added to the interface is walked, or the walk says that it
does not know what to put into its address.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.axe import SCRIPT, faults
from tests.browser.conftest import guarded
from tests.casebook.building import PASSPHRASE, open_case
from tests.emergency.watching.example import kept
from tests.web.running import Running, running

from panoh.advocacy.publications import publications
from panoh.casebook.counts import harmed
from panoh.casebook.index.reading import all_of, newest_of
from panoh.casebook.record import Case
from panoh.casebook.timeline import timeline
from panoh.demo.build import build
from panoh.emergency.plan.blocks import EXILE
from panoh.emergency.plan.reading import plans
from panoh.emergency.watching.reading import orders
from panoh.network.contacts import contacts
from panoh.security.measures import catalogue
from panoh.web.app import WAYS
from panoh.web.routes import Way

#: The records that may stand in an address, by what comes before them.
Known = dict[str, str | tuple[str, ...]]
#: Not pages: what they answer is for scripts, is a file, or leads on at once.
NO_PAGES = {"/", "/here", "/wait", "/emergency/papers/file"}
LOOKS: list[tuple[str, Literal["light", "dark"], str]] = [
    ("en", "light", "full"),
    ("fa", "dark", "full"),
    ("ru", "dark", "empty"),
    ("fa", "light", "empty"),
]


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault with the example case in it, and a check-in that a watcher keeps."""
    folder = tmp_path_factory.mktemp("full")
    with open_case(folder).vault as vault:
        build(Case(vault), folder / "complaints", lambda _text: None)
        kept(Case(vault))
    return folder


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault with nothing in it."""
    folder = tmp_path_factory.mktemp("empty")
    open_case(folder).vault.close()
    return folder


def addresses(ways: tuple[Way, ...], known: Known) -> Iterator[str]:
    """The address of every page, with each record that its kind of address names."""
    for way in ways:
        if way.method != "GET" or way.path in NO_PAGES:
            continue
        places = re.findall(r"\{(\w+)[^}]*\}", way.path)
        before = way.path.split("/{")[0].strip("/")
        assert not places or before in known, f"say which record stands in {way.path}"
        told = known.get(before, "") if places else "none"
        for record in [told] if isinstance(told, str) else told:
            if record:
                yield re.sub(r"\{\w+[^}]*\}", record, way.path)


def records(site: Running) -> Known:
    """What stands in each kind of address, by what comes before it; empty where there is none."""
    with site.desk.held() as case:
        db = case.vault.db
        people, moments = harmed(db), timeline(db, limit=30)
        events = [each.view.root for each in moments if each.view.kind == "event"]
        acts = [each.view.root for each in moments if each.view.kind == "act"]
        known = [each.root for each in contacts(db)]
        reached = [way.root for each in contacts(db) for way in each.channels]
        made = [each.root for each in plans(db) if each.side == EXILE]
        watched = orders(db)
        sent = [view.root for view in newest_of(db, "action", 1)]
        # A publication has a page of its kind: one of each is walked.
        kinds = {each.type: each.root for each in publications(db)}
        answers, days = all_of(db, "response"), all_of(db, "occasion")
    return {
        "people": next(iter(people), ""),
        "events": next(iter(events), ""),
        "acts": next(iter(acts), ""),
        "what-now": "taken",
        # A draft is looked at where one is written, in the story of a first report.
        "record": "",
        "record/saved": next(iter(events), ""),
        "network": next(iter(known), ""),
        "network/ways": next(iter(reached), ""),
        "checkins": next((each.root for each in watched), ""),
        "security/see": next(iter(catalogue())),
        "security/measures": next(iter(catalogue())),
        "emergency/see": next(iter(made), ""),
        "emergency/plans": next(iter(made), ""),
        # Nothing is declared in the example, and no paper lies ready.
        "emergency/alarms": "",
        "emergency/papers/pages": "",
        # The example tells of none; their pages are looked at in the story of security.
        "security/incidents": "",
        "security/threats": "",
        # Pictures and files, and those only once a complaint was written.
        "complaint/pages": "",
        "complaint/files": "",
        "sent": next(iter(sent), ""),
        "publish": tuple(kinds.values()),
        "publish/answers": next((each.root for each in answers), ""),
        "publish/days": next((each.root for each in days), ""),
    }


@pytest.mark.parametrize(("language", "scheme", "state"), LOOKS)
def test_axe_is_silent(
    chromium: Browser,
    full: Path,
    empty: Path,
    language: str,
    scheme: Literal["light", "dark"],
    state: str,
) -> None:
    if not SCRIPT.exists():
        pytest.skip("axe-core is absent: npm ci in frontend/")
    with running(full if state == "full" else empty) as site:
        context = chromium.new_context(color_scheme=scheme, locale=language)
        with guarded(context, site) as window:
            page = window.new_page()
            page.goto(site.link())
            page.wait_for_url(f"{site.origin}/what-now")
            wrong = look(page, site, ["/what-now", "/what-now/taken", "/unlock"])
            site.desk.unlock(PASSPHRASE)
            wrong |= look(page, site, addresses(WAYS, records(site)))
            assert wrong == {}


def look(page: Page, site: Running, paths: Iterable[str]) -> dict[str, list[str]]:
    """What axe finds on these pages; each must be a page of ours."""
    wrong: dict[str, list[str]] = {}
    for path in paths:
        answer = page.goto(site.origin + path)
        assert answer is not None
        assert answer.status == 200, (path, answer.status)
        page.wait_for_load_state()
        found = faults(page)
        if found:
            wrong[path] = found
    return wrong
