"""Every page: no script, nothing from elsewhere, nothing about anybody, small, bounded."""

import asyncio
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import httpx
import pytest
from msgspec.structs import replace
from starlette.applications import Starlette
from tests.relay.pages.conftest import Well
from tests.relay.watched import PIN, World

from panoh.checkin import Address
from panoh.checkin.receipt import read_receipt
from panoh.checkin.signed import MAX_SIGNED
from panoh.model.languages import LANGUAGES
from panoh.relay.pages import Counter
from panoh.relay.pages.counter import Busy
from panoh.relay.pages.limits import MOST_FORM
from panoh.relay.store import paths


@pytest.fixture
def everywhere(world: World) -> list[str]:
    """Every address of a relay with an alarm, and some that are none."""
    world.miss()
    return ["/", world.door, world.link("rustam"), "/a/nobody", "/nowhere"]


def test_nothing_is_loaded_stored_framed_or_followed(
    visitor: httpx.Client, everywhere: list[str]
) -> None:
    for path in (*everywhere, "/status"):
        headers = visitor.get(path).headers
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; style-src 'sha256-")
        assert "form-action 'self'" in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["cache-control"] == "no-store"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-content-type-options"] == "nosniff"
        assert not {"set-cookie", "server", "date"} & set(headers)


class Reached(HTMLParser):
    """Collects what a page would run or load, and the elements it has."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.reached: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in ("script", "img", "iframe", "link", "object", "embed", "video"):
            self.reached.append(tag)
        self.reached += [name for name in given if name.startswith("on") or name == "style"]
        for name in ("href", "src", "action"):
            if name in given and not re.match(r"/(?!/)", given[name]):
                self.reached.append(given[name])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_small_says_its_language_and_runs_and_loads_nothing(
    visitor: httpx.Client, everywhere: list[str], language: str
) -> None:
    for path in everywhere:
        page = visitor.get(f"{path}?l={language}")
        assert len(page.content) < 10_000
        direction = LANGUAGES[language].direction
        assert f'<html lang="{language}" dir="{direction}">' in page.text
        assert not re.search(r"panoh|паноҳ|پناه", page.text, re.IGNORECASE)
        assert Reached(page.text).reached == []


def test_what_runs_or_loads_would_be_seen() -> None:
    assert Reached('<p onclick=x><script src="//x">').reached == ["onclick", "script", "//x"]


def test_the_front_page_speaks_the_browsers_language(visitor: httpx.Client) -> None:
    page = visitor.get("/", headers={"Accept-Language": "xx, tg-TJ;q=0.9, en"})
    assert '<html lang="tg"' in page.text


def test_the_status_says_nothing_about_anybody(visitor: httpx.Client, world: World) -> None:
    calm = visitor.get("/"), visitor.get("/status")
    world.miss()
    alarmed = visitor.get("/"), visitor.get("/status")
    assert [each.content for each in calm] == [each.content for each in alarmed]
    assert calm[1].json() == {"well": True, "beat": 1}


def test_a_relay_that_is_not_well_says_so(visitor: httpx.Client, health: Well) -> None:
    health.well = False
    try:
        assert visitor.get("/status").status_code == 503
        assert "having trouble" in visitor.get("/").text
    finally:
        health.well = True


def test_more_than_a_form_is_not_read(visitor: httpx.Client, world: World) -> None:
    before = world.state
    large = visitor.post(world.door, content=f"do=well&pin={PIN}&x=".encode() + b"1" * MOST_FORM)
    assert large.status_code == 413
    many = visitor.post(world.door, content=f"do=well&pin={PIN}&{'a=1&' * 50}".encode())
    assert many.status_code == 400
    assert world.state == before
    assert visitor.post("/orders", content=b"x" * (MAX_SIGNED + 2000)).status_code == 413


@pytest.mark.parametrize("body", [b"\xff\xfe", b"%ff=%fe&do=%00", b"do", b"=", b"&&&", b""])
def test_what_cannot_be_read_is_as_good_as_nothing(
    visitor: httpx.Client, world: World, body: bytes
) -> None:
    assert visitor.post(world.door, content=body).status_code == 400


def test_an_order_is_taken_as_the_owner_signed_it(visitor: httpx.Client, world: World) -> None:
    order, relay = world.signed(world.plan, 2), world.store.meta().relay
    answer = visitor.post("/orders", content=order)
    assert answer.status_code == 200
    told = json.loads(read_receipt(answer.content, order, relay))
    assert (told["number"], told["answer"]) == (2, "done")
    forged = world.signed(world.plan, 3)[:-8] + "AAAAAAAA"
    assert visitor.post("/orders", content=forged).json() == {"refused": "checkin-order-refused"}


def test_a_plan_that_counts_on_a_channel_that_is_not_there_is_refused(
    visitor: httpx.Client, world: World
) -> None:
    before = world.someone
    stranger = replace(world.plan.owner, addresses=(Address(channel="sms", to="+992900000001"),))
    text = world.signed(replace(world.plan, owner=stranger), 2)
    answer = visitor.post("/orders", content=text)
    assert answer.status_code == 403
    assert answer.json() == {"refused": "relay-channel-unknown", "channels": ["mail"]}
    assert world.someone == before


def test_a_relay_that_lost_its_database_says_so_and_notes_nothing(
    visitor: httpx.Client, app: Starlette, tmp_path: Path
) -> None:
    app.state.counter = Counter(paths(tmp_path / "nothing"))
    answer = visitor.post("/c/door", data={"do": "well", "pin": PIN})
    assert answer.status_code == 503
    assert "Nothing has been noted" in answer.text
    assert not (tmp_path / "nothing").exists()


def test_more_than_can_be_answered_is_told_so(app: Starlette, world: World) -> None:
    async def flood() -> list[object]:
        crowd = Counter(world.files, world.clock, at_once=1, queue=1)
        asked = [crowd.ask(lambda store: store.now()) for _ in range(10)]
        try:
            return list(await asyncio.gather(*asked, return_exceptions=True))
        finally:
            crowd.close()

    answers = asyncio.run(flood())
    assert sum(isinstance(each, Busy) for each in answers) == 8
    assert sum(isinstance(each, int) for each in answers) == 2
