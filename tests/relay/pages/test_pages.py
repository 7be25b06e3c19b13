"""Every page: no script, nothing from elsewhere, nothing about anybody, small, bounded."""

import re
from html.parser import HTMLParser

import httpx
import pytest
from tests.relay.pages.desk import OWNER, PIN, OneDesk

from panoh.model.languages import LANGUAGES
from panoh.relay.pages.limits import MOST_FORM, Tries
from panoh.relay.pages.orders import MOST

EVERYWHERE = ["/", f"/o/{OWNER}", "/c/rustam", "/c/nobody", "/nowhere", "/status"]


def test_nothing_is_loaded_stored_framed_or_followed(visitor: httpx.Client, desk: OneDesk) -> None:
    desk.miss()
    for path in EVERYWHERE:
        headers = visitor.get(path).headers
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; style-src 'sha256-")
        assert "form-action 'self'" in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["cache-control"] == "no-store"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-content-type-options"] == "nosniff"
        assert "set-cookie" not in headers


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
def test_no_page_runs_or_loads_anything(
    visitor: httpx.Client, desk: OneDesk, language: str
) -> None:
    desk.miss()
    for path in EVERYWHERE[:-1]:
        assert Reached(visitor.get(f"{path}?l={language}").text).reached == []
    assert Reached('<p onclick=x><script src="//x">').reached == ["onclick", "script", "//x"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_small_and_says_its_language(
    visitor: httpx.Client, desk: OneDesk, language: str
) -> None:
    desk.miss()
    for path in EVERYWHERE[:-1]:
        page = visitor.get(f"{path}?l={language}")
        assert len(page.content) < 10_000
        direction = LANGUAGES[language].direction
        assert f'<html lang="{language}" dir="{direction}">' in page.text
        assert not re.search(r"panoh|паноҳ|پناه", page.text, re.IGNORECASE)


def test_the_front_page_speaks_the_browsers_language(visitor: httpx.Client) -> None:
    page = visitor.get("/", headers={"Accept-Language": "xx, tg-TJ;q=0.9, en"})
    assert '<html lang="tg"' in page.text


def test_the_status_says_nothing_about_anybody(visitor: httpx.Client, desk: OneDesk) -> None:
    calm = visitor.get("/"), visitor.get("/status")
    desk.miss()
    alarmed = visitor.get("/"), visitor.get("/status")
    assert [each.content for each in calm] == [each.content for each in alarmed]
    assert calm[1].json() == {"well": True, "beat": 1}


def test_a_relay_that_is_not_well_says_so(visitor: httpx.Client, desk: OneDesk) -> None:
    desk.well_itself = False
    assert visitor.get("/status").status_code == 503
    assert "having trouble" in visitor.get("/").text


def test_more_than_a_form_is_not_read(visitor: httpx.Client, desk: OneDesk) -> None:
    path = f"/o/{OWNER}"
    large = visitor.post(path, content=b"do=well&pin=" + b"1" * MOST_FORM)
    assert large.status_code == 413
    many = visitor.post(path, content="&".join(f"a{i}=1" for i in range(50)).encode())
    assert many.status_code == 400
    assert desk.calls == 0
    assert visitor.post("/orders", content=b"x" * (MOST + 1)).status_code == 413
    assert visitor.post("/orders", content=b"good").json() == {"answer": "done"}


@pytest.mark.parametrize("body", [b"\xff\xfe", b"%ff=%fe&do=%00", b"do", b"=", b"&&&", b""])
def test_what_cannot_be_read_is_as_good_as_nothing(
    visitor: httpx.Client, desk: OneDesk, body: bytes
) -> None:
    assert visitor.post(f"/o/{OWNER}", content=body).status_code == 400
    assert desk.calls == 0


def test_trouble_behind_the_page_is_told_without_words(
    visitor: httpx.Client, desk: OneDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_token: str, _pin: str) -> None:
        raise RuntimeError("rustam@home.example is not to be seen")

    monkeypatch.setattr(desk, "well", broken)
    answer = visitor.post(f"/o/{OWNER}", data={"do": "well", "pin": PIN})
    assert answer.status_code == 500
    assert "rustam" not in answer.text
    assert "Nothing has been noted" in answer.text


def test_tries_are_kept_for_a_bounded_number_of_links() -> None:
    tries = Tries(most=2, links=100)
    for link in range(1000):
        tries.was_wrong(str(link))
    assert len(tries._wrong) == 100
    tries.was_wrong("999")
    assert tries.minutes_left("999") == 15
    assert tries.minutes_left("998") == 0
