"""Every page the router knows, full and empty, from left and right, light and dark: axe is silent.

Nobody lists the pages by hand: what is added to the interface is walked, or the walk says that it
does not know what to put into its address.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

import httpx
import pytest
from playwright.sync_api import Browser, Page
from tests.browser.axe import SCRIPT, faults
from tests.browser.conftest import guarded
from tests.casebook.building import PASSPHRASE, open_case
from tests.emergency.watching.example import kept
from tests.web.running import Running, running
from tests.web.test_complaint import after_work, looks, shown

from panoh.advocacy.publications import publications
from panoh.age import X25519Identity
from panoh.casebook.counts import harmed
from panoh.casebook.index.reading import all_of, newest_of
from panoh.casebook.record import Case
from panoh.casebook.timeline import timeline
from panoh.demo.build import build
from panoh.emergency.plan.blocks import EXILE
from panoh.emergency.plan.reading import plans
from panoh.emergency.watching.reading import orders
from panoh.network.contacts import contacts
from panoh.security.incidents import incidents
from panoh.security.measures import catalogue
from panoh.security.threats import threats
from panoh.web.app import WAYS
from panoh.web.routes import Way

#: The records that may stand in an address, by what comes before them.
Known = dict[str, tuple[str, ...]]
#: Not pages: what they answer is for scripts, is a file or a picture, or leads on at once.
NO_PAGES = {
    "/",
    "/here",
    "/wait",
    "/emergency/papers/file",
    "/emergency/papers/pages/{number}",
    "/emergency/see/{entity}",
    "/complaint/pages/{number}",
    "/complaint/files/{kind}",
    "/lawyer/sealed/file",
    "/publish/{entity}/files/{name}",
    "/publish/{entity}/pictures/{number}",
    "/security/see/{entity}",
}
#: Pages that show what lies on the desk for a moment; the story of each looks at it with axe.
IN_A_STORY = {
    "/import/columns": "test_lists.py",
    "/import/report": "test_lists.py",
    "/new": "test_beginning.py",
    "/new/key": "test_beginning.py",
    "/recover": "test_beginning.py",
    "/publish/{entity}/files": "test_publish.py",
    "/record/saved/{event}": "test_first_report.py",
    "/record/{draft}": "test_first_report.py",
    "/review/acts": "test_lists.py",
}
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


def addresses(ways: tuple[Way, ...], known: Known) -> Iterator[tuple[str, str]]:
    """The address of every page, with each record that its kind of address names; its route."""
    for way in ways:
        if way.method != "GET" or way.path in NO_PAGES:
            continue
        places = re.findall(r"\{(\w+)[^}]*\}", way.path)
        before = way.path.split("/{")[0].strip("/")
        assert not places or before in known or way.path in IN_A_STORY, (
            f"say which record stands in {way.path}"
        )
        for record in known.get(before, ()) if places else ("none",):
            yield re.sub(r"\{\w+[^}]*\}", record, way.path), way.path


def records(site: Running) -> Known:
    """What stands in each kind of address, by what comes before it; nothing where there is none."""
    with site.desk.held() as case:
        db, today = case.vault.db, case.clock().date()
        moments = timeline(db, limit=30)
        known = contacts(db)
        made = [each for each in plans(db) if each.side == EXILE]
        first = {
            "people": list(harmed(db)),
            "sent": [each.root for each in newest_of(db, "action", 1)],
            "events": [each.view.root for each in moments if each.view.kind == "event"],
            "acts": [each.view.root for each in moments if each.view.kind == "act"],
            "network": [each.root for each in known],
            "network/ways": [way.root for each in known for way in each.channels],
            "checkins": [each.root for each in orders(db)],
            "security/incidents": [each.view.root for each in incidents(db)],
            "security/threats": [each.view.root for each in threats(db, today)],
            "emergency/plans": [each.root for each in made],
            "emergency/alarms": [root for each in made for root in each.alarms],
            "publish/answers": [each.root for each in all_of(db, "response")],
            "publish/days": [each.root for each in all_of(db, "occasion")],
            "what-now": ["taken"],
            "security/measures": list(catalogue()),
        }
        # A publication has a page of its kind: one of each is walked.
        kinds = {each.type: each.root for each in publications(db)}
    return {name: tuple(found[:1]) for name, found in first.items()} | {
        "publish": tuple(kinds.values())
    }


def laid(site: Running) -> dict[str, str]:
    """What lies on the desk while a document is read and given out, of each kind.

    Returns pages that are seen only with people in their address, with their routes.
    """
    owner = site.owner()
    page = owner.get("/complaint").text
    persons = re.findall(r'href="/complaint\?person=([0-9a-f,]+)"', page)[0]
    for form in ({"person": persons, "urgent": "no"}, {"person": persons}):
        where = "/complaint/matter" if "urgent" in form else "/complaint/again"
        assert after_work(owner, owner.post(where, data=form)) == "/complaint/ready"
        if "urgent" in form:
            given(owner, "/complaint/ready", "/complaint/give", "/complaint/files")
    one = {"person": persons.split(",")[0]}
    for again in (False, True):
        assert after_work(owner, owner.post("/lawyer/sheet", data=one)) == "/lawyer/ready"
        if not again:
            key = {"key": str(X25519Identity.generate().recipient())}
            given(owner, "/lawyer/ready", "/lawyer/seal", "/lawyer/sealed", **key)
    plan = re.findall(r'<option value="([0-9a-f]{32})"', owner.get("/emergency/papers").text)[0]
    for again in (False, True):
        owner.post("/emergency/papers", data={"paper": "wallet", "plan": plan})
        if not again:
            papers = "/emergency/papers"
            given(owner, f"{papers}/ready", f"{papers}/give", f"{papers}/given")
    watched = {"invitation": f"https://watch.example\n{'a' * 32}\n{'b' * 22}", "when": "every"}
    watched |= {"hours": "5", "zone": "Europe/Berlin", "grace": "60", "way": "email"}
    ahead = owner.post(
        "/checkins/new", data=watched | {"own.email": "me@home.example", "plan": plan}
    )
    assert "Asked: " in shown(ahead)
    assert after_work(owner, owner.post("/vault/check")) == "/vault/checked"
    sealed = {"new": "olive kettle north ribbon", "again": "olive kettle north ribbon"}
    assert after_work(owner, owner.post("/vault/export", data=sealed)) == "/vault/exported"
    return {
        f"{way}?person={persons}": way for way in ("/complaint", "/complaint/matter", "/lawyer")
    }


def given(owner: httpx.Client, seen: str, give: str, then: str, **told: str) -> None:
    """Somebody looks at every passage, and takes what was made."""
    answer = owner.post(give, data={"looked": looks(owner.get(seen)), **told})
    assert answer.headers.get("location") == then, shown(answer, answer.status_code)


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
            found = laid(site) if state == "full" else {}
            found |= dict(addresses(WAYS, records(site)))
            led_on: set[str] = set()
            wrong |= look(page, site, found, led_on)
            assert wrong == {}
            if state == "full":
                assert missed(found, led_on) == set()


def missed(found: dict[str, str], led_on: set[str]) -> set[str]:
    """Pages that led elsewhere, and pages of which the example holds no record."""
    routes = {way.path for way in WAYS if way.method == "GET"}
    walked = {"/unlock", *(way for path, way in found.items() if path not in led_on)}
    return routes - walked - NO_PAGES - IN_A_STORY.keys()


def look(
    page: Page, site: Running, paths: Iterable[str], led_on: set[str] | None = None
) -> dict[str, list[str]]:
    """What axe finds on these pages; each must be a page of ours. `led_on` are those that are none.

    A page that has nothing to show leads to the one that fills it.
    """
    wrong: dict[str, list[str]] = {}
    for path in paths:
        answer = page.goto(site.origin + path)
        assert answer is not None
        assert answer.status == 200, (path, answer.status)
        page.wait_for_load_state()
        if led_on is not None and page.url != site.origin + path:
            led_on.add(path)
        found = faults(page)
        if found:
            wrong[path] = found
    return wrong


@pytest.mark.parametrize(("way", "story"), sorted(IN_A_STORY.items()))
def test_what_lies_there_for_a_moment_is_looked_at_in_a_story(way: str, story: str) -> None:
    assert way in {each.path for each in WAYS}
    text = (Path(__file__).parent / story).read_text(encoding="utf-8")
    assert "faults(" in text or "look(" in text or "clean(" in text
