"""Who may talk to the interface: attacks by other sites, other programs and other users.

Every refusal has its counterpart: the same request of the owner's own browser is answered.
"""

import socket
import stat
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import httpx
import pytest
from tests.casebook.building import PASSPHRASE, open_case
from tests.web.running import Running, running

from panoh.web.gate.body import FORM_BYTES
from panoh.web.serve import loopback, remove_link, write_link


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Running]:
    open_case(tmp_path).vault.close()
    with running(tmp_path) as found:
        yield found


def open_it(site: Running) -> httpx.Client:
    """The owner's browser with the vault open."""
    owner = site.owner()
    answer = owner.post("/unlock", data={"passphrase": PASSPHRASE})
    assert (answer.status_code, answer.headers["location"]) == (303, "/today")
    return owner


def by_hand(site: Running, header: str, body: bytes) -> bytes:
    """The first line that answers a form sent byte by byte, as no library would send it."""
    lines = [
        "POST /unlock HTTP/1.1",
        f"host: {site.key.host}:{site.port}",
        f"cookie: {site.owner().headers['cookie']}",
        "sec-fetch-site: same-origin",
        header,
    ]
    with socket.create_connection(("127.0.0.1", site.port), timeout=10) as raw:
        raw.sendall("\r\n".join([*lines, "", ""]).encode() + body)
        return raw.recv(65536).splitlines()[0]


def test_a_rebound_host_name_is_refused(site: Running) -> None:
    owner = open_it(site)
    assert owner.get("/today").status_code == 200
    for host in ("evil.example", f"127.0.0.1:{site.port}", f"localhost:{site.port}", site.key.host):
        assert owner.get("/today", headers={"host": host}).status_code == 400, host


def test_who_has_no_cookie_sees_nothing(site: Running) -> None:
    open_it(site)
    stranger = site.client()
    for path in ("/", "/today", "/unlock", "/what-now", "/here", "/no-such-page"):
        answer = stranger.get(path)
        assert answer.status_code == 401, path
        assert "set-cookie" not in answer.headers
    assert stranger.get("/today", headers={"cookie": "key=guessed"}).status_code == 401


def test_the_link_lets_in_one_browser_once(site: Running) -> None:
    link, stranger = site.key.new_link(), site.client()
    assert stranger.get("/enter?once=guessed").status_code == 401
    first = stranger.get(link)
    assert first.status_code == 200
    cookie = first.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert "Domain" not in cookie
    assert site.client().get(link).status_code == 401


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site", "origin": "https://evil.example"},
        {"sec-fetch-site": "cross-site", "origin": "null"},
        {"sec-fetch-site": "same-site"},  # another port of this computer
        {"sec-fetch-site": "none"},
        {"sec-fetch-site": "", "origin": "https://evil.example"},
        {"sec-fetch-site": ""},
    ],
)
def test_a_form_of_another_site_or_port_is_refused(site: Running, headers: dict[str, str]) -> None:
    owner = open_it(site)
    given = {name: value for name, value in headers.items() if value}
    owner.headers.pop("sec-fetch-site")
    assert owner.post("/lock", headers=given).status_code == 403
    assert site.desk.open
    assert owner.post("/lock", headers={"origin": site.origin}).status_code == 303
    assert not site.desk.open


def test_a_page_of_another_site_cannot_even_read(site: Running) -> None:
    owner = open_it(site)
    for where in ("cross-site", "same-site"):
        assert owner.get("/today", headers={"sec-fetch-site": where}).status_code == 403
    assert owner.get("/today", headers={"sec-fetch-site": "none"}).status_code == 200


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "CONNECT"])
def test_other_methods_are_refused(site: Running, method: str) -> None:
    assert open_it(site).request(method, "/today").status_code in {400, 405}


def test_an_oversized_form_is_refused_before_it_is_read(site: Running) -> None:
    owner = site.owner()
    assert b" 413 " in by_hand(site, f"content-length: {FORM_BYTES + 1}", b"")

    def swelling() -> Iterator[bytes]:
        for _ in range(FORM_BYTES // 65536 + 2):
            yield b"x" * 65536

    # A connection that is closed while we are still sending is as refused as can be.
    with suppress(httpx.WriteError, httpx.ReadError):
        assert owner.post("/unlock", content=swelling()).status_code == 413
    assert owner.get("/unlock").status_code == 200


def test_a_body_that_trickles_is_ended(site: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("panoh.web.gate.gate.FORM_SECONDS", 0.5)
    began = time.monotonic()
    assert b" 408 " in by_hand(site, "content-length: 1000", b"pass")
    assert time.monotonic() - began < 8


@pytest.mark.parametrize(
    "path",
    [
        "/static/../../vault/vault.py",
        "/static/%2e%2e/%2e%2e/vault/vault.py",
        "/static/..%2f..%2fapp.py",
        "/static//etc/passwd",
        "/static/%00",
        "/..%2f..%2fetc/passwd",
    ],
)
def test_no_path_leads_out_of_the_bundle(site: Running, path: str) -> None:
    with socket.create_connection(("127.0.0.1", site.port), timeout=10) as raw:
        cookie = site.owner().headers["cookie"]
        request = f"GET {path} HTTP/1.1\r\nhost: {site.key.host}:{site.port}\r\ncookie: {cookie}"
        raw.sendall(f"{request}\r\nconnection: close\r\n\r\n".encode())
        answer = raw.recv(65536)
    assert answer.split()[1] in {b"400", b"404", b"405"}


def test_the_bundle_itself_is_given(site: Running) -> None:
    answer = site.owner().get("/static/style.css")
    if answer.status_code == 404:
        pytest.skip("the web bundle was not built")
    assert answer.headers["content-type"].startswith("text/css")


def test_every_answer_forbids_what_is_foreign_and_keeps_nothing(site: Running) -> None:
    for answer in (site.owner().get("/unlock"), site.client().get("/"), site.owner().get("/none")):
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["referrer-policy"] == "same-origin"
        assert "server" not in answer.headers


def test_a_tab_left_open_shows_nothing_after_locking(site: Running) -> None:
    stale = open_it(site)
    assert "Today" in stale.get("/today").text
    site.desk.lock()
    assert stale.get("/today").headers["location"] == "/unlock"
    piece = stale.post("/search", data={"words": "x"}, headers={"hx-request": "true"})
    assert piece.status_code in {204, 404}
    assert stale.get("/here").text == "locked"


def test_it_locks_when_nobody_is_here(tmp_path: Path) -> None:
    open_case(tmp_path).vault.close()
    with running(tmp_path, idle=0.2) as site:
        owner = open_it(site)
        site.desk.lock_if_idle()
        assert site.desk.open
        time.sleep(0.3)
        assert owner.get("/here").text == "open"  # asking is not being here
        site.desk.lock_if_idle()
        assert not site.desk.open


def test_a_wrong_passphrase_is_told_and_never_shown(site: Running) -> None:
    answer = site.owner().post("/unlock", data={"passphrase": "not this one at all"})
    assert answer.status_code == 422
    assert "does not open the vault" in answer.text
    assert "not this one at all" not in answer.text


def test_the_link_is_in_a_file_that_only_its_owner_reads(tmp_path: Path) -> None:
    link = write_link(tmp_path / "device", "http://name.localhost:1/enter?once=x")
    assert stat.S_IMODE(link.stat().st_mode) == 0o600
    assert stat.S_IMODE(link.parent.stat().st_mode) == 0o700
    remove_link(link)
    assert not link.parent.exists()


def test_nobody_else_can_answer_on_our_port() -> None:
    taken = loopback()
    try:
        port = taken[0].getsockname()[1]
        with pytest.raises(OSError, match="in use"):
            socket.create_server(("127.0.0.1", port))
        if len(taken) > 1:
            with pytest.raises(OSError, match="in use"):
                socket.create_server(("::1", port), family=socket.AF_INET6)
    finally:
        for each in taken:
            each.close()
