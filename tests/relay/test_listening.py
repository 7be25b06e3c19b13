"""Where the relay listens: nothing is written of who came, and nobody can take all of it."""

import logging
import socket
from contextlib import suppress
from pathlib import Path
from time import monotonic

import httpx
import pytest
from tests.relay.serving import served
from tests.relay.watched import PIN, World

from panoh.relay.pages import Counter, pages
from panoh.relay.pages.service import Health


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def test_no_request_is_written_down(
    world: World, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    counter = Counter(world.files, world.clock)
    with served(pages(counter, lambda: Health(well=True, beat=1), (), floor=0)) as address:
        agent = {"User-Agent": "a-phone-of-somebody", "X-Forwarded-For": "203.0.113.9"}
        httpx.get(f"{address}{world.door}", headers=agent)
        httpx.post(f"{address}{world.door}", data={"do": "well", "pin": PIN}, headers=agent)
        httpx.post(f"{address}{world.door}", content=b"x" * 9000, headers=agent)
        httpx.get(f"{address}/nowhere", headers=agent)
    counter.close()
    ours = [each.getMessage() for each in caplog.records if not each.name.startswith("http")]
    written = "\n".join([*ours, *capfd.readouterr()])
    kept = b"".join(file.read_bytes() for file in world.files.folder.glob("relay.db*"))
    for trace in ("a-phone-of-somebody", "203.0.113.9", "127.0.0.1", "/c/"):
        assert trace not in written
        assert trace.encode() not in kept
    assert world.someone.door.encode() in kept, "what is kept would be seen"


def test_a_header_without_end_is_cut_off(world: World) -> None:
    counter = Counter(world.files, world.clock)
    with served(pages(counter, lambda: Health(well=True, beat=1), ())) as address:
        port = int(address.rpartition(":")[2])
        with socket.create_connection(("127.0.0.1", port), 5) as connection:
            connection.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"a" * 100_000)
            answer = connection.recv(1000)
        assert answer.startswith(b"HTTP/1.1 400") or answer == b""
        assert httpx.get(address).status_code == 200
    counter.close()


def test_whoever_connects_and_says_nothing_is_sent_away(world: World) -> None:
    counter = Counter(world.files, world.clock)
    with served(pages(counter, lambda: Health(well=True, beat=1), ()), longest=0.5) as address:
        port = int(address.rpartition(":")[2])
        with socket.create_connection(("127.0.0.1", port), 10) as connection:
            began = monotonic()
            with suppress(ConnectionResetError):
                assert connection.recv(1) == b""
        assert monotonic() - began < 5
        assert httpx.get(address).status_code == 200
    counter.close()


def test_the_end_of_one_answer_never_cuts_the_next_one_off(world: World) -> None:
    counter = Counter(world.files, world.clock)
    app = pages(counter, lambda: Health(well=True, beat=1), (), floor=0.7)
    with served(app, longest=1) as address, httpx.Client(base_url=address) as visitor:
        for _ in range(3):
            answer = visitor.post(world.door, data={"do": "well", "pin": PIN})
            assert answer.status_code == 200
    counter.close()
