"""A watcher that is none, that lies, or that somebody else stands in for: each has its own words.

Nothing of such an answer is kept.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from tests.channels.rude import Manner, hangs_up, never_ends, rude, talks_nonsense, trickles
from tests.emergency.watching.support import Owner, answering, folder
from tests.relay.support import DUE, EVE, relay_in

from panoh.checkin.receipt import new_seed, sign_receipt
from panoh.emergency.watching import asking
from panoh.emergency.watching.errors import (
    AddressRefused,
    WatcherContradicts,
    WatcherElsewhere,
    WatcherError,
    WatcherRefuses,
    WatcherSlow,
    WatcherTooMuch,
    WatcherUnknown,
    WatcherUnreachable,
    WatcherUnreadable,
    WatcherUnsigned,
    WatcherUnwell,
    WayUnknown,
)
from panoh.emergency.watching.sending import check_in, look
from panoh.model.kinds import Order
from panoh.network.telling import change

Answer = tuple[int, dict[str, str], bytes]
HONEST: dict[str, Any] = {
    "answer": "again",
    "seen": {
        "name": "armed",
        "cycle": 1,
        "opens": DUE - 14_400,
        "due": DUE,
        "deadline": DUE + 3600,
        "until": 0,
        "last_ok": None,
        "closed": None,
        "blind": [],
    },
    "number": EVE,
}


@contextmanager
def watcher(answer: Callable[[bytes], Answer]) -> Iterator[str]:
    """Something that answers orders as it likes."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            told = self.rfile.read(int(self.headers["content-length"]))
            status, headers, body = answer(told)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def truly(owner: Owner, answer: Callable[[bytes], Answer]) -> Callable[[bytes], Answer]:
    """The same, signed: whoever runs the watcher has its key, and may lie all the same."""
    seed = bytes.fromhex(owner.relay.store.meta().seed)

    def signed(sent: bytes) -> Answer:
        status, headers, body = answer(sent)
        return status, headers, sign_receipt(seed, sent.decode().split("\n")[0], body)

    return signed


def told(**seen: object) -> bytes:
    """An answer that is honest but for these."""
    return json.dumps(HONEST | {"seen": HONEST["seen"] | seen}).encode()


@pytest.fixture
def begun(owner: Owner) -> str:
    return owner.begun()


def moved(owner: Owner, root: str, address: str) -> None:
    """Somebody else answers at the address of the watcher from now on."""
    change(owner.case, root, Order(relay=address))


def nothing_believed(owner: Owner, root: str, wrong: type[WatcherError]) -> str:
    """Asked how things stand; nothing of the answer is kept. Gives what is said."""
    before = owner.file(root)
    with pytest.raises(wrong) as caught:
        look(owner.holding, root)
    assert owner.file(root).sent == before.sent
    return str(caught.value)


def test_the_honest_answer_is_believed(owner: Owner, begun: str) -> None:
    with watcher(truly(owner, lambda _: (200, {}, told()))) as address:
        moved(owner, begun, address)
        assert look(owner.holding, begun).seen.due == DUE


def test_an_honest_answer_of_somebody_else_is_not_believed(owner: Owner, begun: str) -> None:
    """Whoever took over the name, or sits on the way with a certificate of their own."""
    other = new_seed()

    def unsigned(_: bytes) -> Answer:
        return 200, {}, told()

    def by_another(sent: bytes) -> Answer:
        return 200, {}, sign_receipt(other, sent.decode(), told())

    for answer in (unsigned, by_another):
        with watcher(answer) as address:
            moved(owner, begun, address)
            nothing_believed(owner, begun, WatcherUnsigned)


def test_an_answer_to_an_earlier_question_is_not_believed(owner: Owner, begun: str) -> None:
    kept: list[Answer] = []

    def first(sent: bytes) -> Answer:
        if not kept:
            kept.append(truly(owner, lambda _: (200, {}, told()))(sent))
        return kept[0]

    with watcher(first) as address:
        moved(owner, begun, address)
        assert look(owner.holding, begun).seen.due == DUE
        nothing_believed(owner, begun, WatcherUnsigned)


@pytest.mark.parametrize(
    ("status", "headers", "body", "wrong"),
    [
        (200, {}, b"<html>hello</html>", WatcherUnsigned),
        (200, {}, b"[" * 60_000, WatcherUnsigned),
        (200, {}, b"\xff" * 10, WatcherUnsigned),
        (200, {}, b" " * 200_000, WatcherTooMuch),
        (302, {"location": "http://127.0.0.1:1/orders"}, b"", WatcherElsewhere),
        (500, {}, b"", WatcherUnreadable),
        (503, {}, b"", WatcherUnwell),
        (403, {}, b"no", WatcherUnreadable),
        (403, {}, b'{"refused": "<b>anything</b>"}', WatcherRefuses),
        (403, {}, b'{"refused": "checkin-order-refused"}', WatcherUnknown),
        (
            403,
            {},
            b'{"refused": "relay-channel-unknown", "channels": ["email", "<b>"]}',
            WayUnknown,
        ),
    ],
)
def test_what_is_no_answer_of_a_watcher(
    owner: Owner, begun: str, status: int, headers: dict[str, str], body: bytes, wrong: Any
) -> None:
    with watcher(lambda _: (status, headers, body)) as address:
        moved(owner, begun, address)
        said = nothing_believed(owner, begun, wrong)
    assert "<b>" not in said


@pytest.mark.parametrize(
    "lie",
    [
        {"due": DUE + 86_400 * 7 + 7200 * 3},  # not at eight in Berlin
        {"deadline": DUE + 60},  # an alarm before the time is over
        {"opens": DUE},
        {"cycle": 500},  # to have a check-in for later
        {"last_ok": DUE + 86_400 * 40},
        {"name": "asleep"},
        {"due": -5},
        {"due": 1 << 60},
    ],
    ids=lambda lie: next(iter(lie)),
)
def test_lies_that_do_not_fit_the_plan(owner: Owner, begun: str, lie: dict[str, object]) -> None:
    with watcher(truly(owner, lambda _: (200, {}, told(**lie)))) as address:
        moved(owner, begun, address)
        nothing_believed(owner, begun, WatcherContradicts)


def test_no_check_in_is_signed_for_a_time_far_ahead(owner: Owner, begun: str) -> None:
    asked: list[bytes] = []

    def ahead(sent: bytes) -> Answer:
        asked.append(sent)
        return 200, {}, told(cycle=400)

    with watcher(truly(owner, ahead)) as address:
        moved(owner, begun, address)
        with pytest.raises(WatcherContradicts):
            check_in(owner.holding, begun)
    assert len(asked) == 1


def test_a_check_in_that_moved_nothing_is_not_shown_as_taken(owner: Owner, begun: str) -> None:
    done = told().replace(b"again", b"done")
    with watcher(truly(owner, lambda _: (200, {}, done))) as address:
        moved(owner, begun, address)
        with pytest.raises(WatcherContradicts, match="whether it took"):
            check_in(owner.holding, begun)


@pytest.mark.parametrize(
    ("manner", "wrong"),
    [
        (hangs_up, WatcherUnreachable),
        (talks_nonsense, WatcherUnreachable),
        (never_ends, WatcherUnreachable),
        (trickles, WatcherSlow),
    ],
    ids=["hangs up", "nonsense", "never ends", "trickles"],
)
def test_what_is_no_server(
    owner: Owner, begun: str, manner: Manner, wrong: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking.ask, "__kwdefaults__", {"seconds": 1.0})
    with rude(manner) as port:
        moved(owner, begun, f"http://127.0.0.1:{port}")
        nothing_believed(owner, begun, wrong)


def test_a_relay_with_another_id_than_the_one_invited_to(owner: Owner, tmp_path: Path) -> None:
    root = owner.begun()
    (tmp_path / "second").mkdir()
    with (
        relay_in(folder(tmp_path / "second")) as other,
        answering(other) as address,
    ):
        moved(owner, root, address)
        nothing_believed(owner, root, WatcherUnknown)


@pytest.mark.parametrize(
    "address",
    [
        "http://watch.example",
        "https://user@watch.example",
        "ftp://watch.example",
        "http://[",
        "http://" + "a" * 56 + ".onion",
    ],
)
def test_an_address_that_others_can_read_is_never_asked(address: str) -> None:
    with pytest.raises(AddressRefused):
        asking.ask(address, "0" * 32, "x")
