"""What reaches those who watch: orders, forms, settings, memory, what services answer."""

import asyncio
import os
import socket
import tempfile
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Thread

import msgspec
from nacl.signing import SigningKey
from starlette.requests import Request
from tests.checkin.support import plan
from tests.security.parsers.parser import Parser, of_text

from panoh.channels.kinds import make
from panoh.channels.push.channel import Push, _is_ours, _is_well, _judged
from panoh.channels.signal.channel import _of_error, _registered, _taken
from panoh.channels.signal.rpc import Answer, NoAnswer, ask
from panoh.channels.site import Reply, Site
from panoh.checkin import Outward
from panoh.checkin.events import Answer as Answered
from panoh.checkin.plan import check_plan
from panoh.checkin.receipt import id_of, sign_receipt
from panoh.checkin.signed import ArmOrder, CheckInOrder, EndOrder, read_mark, read_signed, sign
from panoh.emergency.watching.asking import Receipt, understood
from panoh.model.errors import PanohError
from panoh.relay.pages.limits import TooLarge, form
from panoh.relay.settings import read_settings
from panoh.relay.watch.asking import is_well
from panoh.relay.watch.process import _recalled

SEED, RELAY, NOW = b"s" * 32, "ab" * 16, 1_700_000_000
PERSON = bytes(SigningKey(SEED).verify_key).hex()


def signed_order() -> Parser:
    """As it came, and signed again after it was mutated: what whoever stole the key could do."""
    devices = plan().devices
    own = CheckInOrder(cycle=3, device=PERSON)
    texts = [
        sign(do, seed=SEED, person=PERSON, relay=RELAY, number=1, mark_key=b"m" * 32, duress=False)
        for do in (ArmOrder(plan=plan()), EndOrder(), own)
    ]

    def call(data: bytes) -> None:
        again = urlsafe_b64encode(SigningKey(SEED).sign(data)).rstrip(b"=").decode()
        for text in (again, data.decode("ascii", "replace")):
            try:
                made = read_signed(text, RELAY)
                read_mark(devices, made)
                if isinstance(made.do, ArmOrder):
                    check_plan(made.do.plan, NOW)
            except PanohError:
                continue

    raw = [urlsafe_b64decode(text + "=" * (-len(text) % 4))[64:] for text in texts]
    return Parser(call, [*raw, *(text.encode() for text in texts)])


def relay_form() -> Parser:
    def call(data: bytes) -> None:
        async def receive() -> dict[str, object]:
            return {"type": "http.request", "body": data, "more_body": False}

        try:
            asyncio.run(form(Request({"type": "http", "method": "POST", "headers": []}, receive)))
        except TooLarge:
            return

    return Parser(call, [b"pin=1234&answer=well", b"a=%D0%97&b=&c"])


def relay_settings() -> Parser:
    path = Path(tempfile.mkdtemp()) / "relay.toml"
    whole = b"""
folder = "kept"
listen = "127.0.0.1:8080"
address = "https://relay.example"
[owner]

addresses = [{ channel = "push", to = "topic" }]
[channels.mail]
kind = "email"
host = "mail.example"
sender = "a@mail.example"
[channels.push]
kind = "push"
server = "https://push.example"
seconds = 9
"""

    def call(data: bytes) -> None:
        path.write_bytes(data)
        path.chmod(0o600)
        read_settings(path)

    return Parser(call, [whole])


def relay_memory() -> Parser:
    path = Path(tempfile.mkdtemp()) / "seen"

    def call(data: bytes) -> None:
        path.write_bytes(data)
        _recalled(path)

    return Parser(call, [msgspec.json.encode(_recalled(Path(os.devnull)))])


def watcher_answer() -> Parser:
    """What a watcher answers the vault: a receipt or a refusal, by its status."""
    seen = Outward(
        name="armed",
        cycle=1,
        due=NOW,
        opens=NOW,
        deadline=NOW,
        until=0,
        last_ok=None,
        closed=None,
        blind=(),
    )
    seed = bytes(32)
    told = msgspec.json.encode(Receipt(answer=Answered.DONE, seen=seen, number=1))
    receipt = sign_receipt(seed, "x", told)

    def call(data: bytes) -> None:
        for status in (200, 403):
            with suppress(PanohError):
                understood(Reply(status, body=data), "x", id_of(seed))

    refusal = b'{"refused":"relay-channel-unknown","channels":["mail","x y"]}'
    return Parser(call, [receipt, refusal, b'{"x":' + b"[" * 9000])


def relay_status() -> Parser:
    class Told(Site):
        def ask(self, *_: object) -> Reply:
            return Reply(200, body=self.token.encode("utf-8", "surrogateescape"))

    def call(data: bytes) -> None:
        text = data.decode("utf-8", "surrogateescape")
        is_well(Told(address="https://x.example", seconds=1.0, token=text))

    return Parser(call, [b'{"well":true,"beat":3}', b'{"x":' + b"[" * 9000])


def push_answer() -> Parser:
    def call(data: bytes) -> None:
        for good in (lambda body: _is_ours(body, "t"), _is_well):
            _judged(Reply(200, body=data), good)
        words = data.decode("utf-8", "replace")
        _judged(Reply(429, retry_after=words), _is_well)

    return Parser(call, [b'{"topic":"t","id":"x"}', b'{"healthy":true}', b"30", b"[" * 9000])


def signal_answer() -> Parser:
    """The caller takes what does not decode for an unexpected answer; nothing else may come."""

    def call(data: bytes) -> None:
        _undecoded(lambda: _of_answer(msgspec.json.decode(data, type=Answer)))

    sent = b'{"id":"m","result":{"timestamp":1,"results":[{"type":"SUCCESS"}]}}'
    error = (
        b'{"id":"m","error":{"code":-5,"data":{"response":{"results":'
        b'[{"type":"RATE_LIMIT_FAILURE","retryAfterSeconds":9}]}}}}'
    )
    return Parser(call, [sent, error, b'{"id":1,"result":[{"isRegistered":true}]}', b"[" * 9000])


def signal_socket() -> Parser:
    """What comes back through the socket, whole or not, in lines or not."""
    place = Path(tempfile.mkdtemp()) / "socket"

    def answer(listening: socket.socket, data: bytes) -> None:
        connection, _ = listening.accept()
        with connection, suppress(OSError):
            connection.recv(1 << 16)
            connection.sendall(data)

    def call(data: bytes) -> None:
        place.unlink(missing_ok=True)
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listening:
            listening.bind(str(place))
            listening.listen()
            server = Thread(target=answer, args=(listening, data), daemon=True)
            server.start()
            with suppress(OSError, NoAnswer):
                _undecoded(lambda: ask(str(place), "version", {}, "m", 5.0))
            server.join()

    return Parser(call, [b'{"id":"x"}\n{"id":"m","result":{}}\n', b'{"id":"m"}'])


def _of_answer(answer: Answer) -> None:
    if answer.error:
        _of_error(answer.error)
    for read in (_taken, _registered):
        _undecoded(lambda read=read: read(answer.result))  # type: ignore[misc]


def _undecoded(call: Callable[[], object]) -> None:
    try:
        call()
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return


def channel_settings() -> Parser:
    def call(text: str) -> None:
        try:
            told = msgspec.json.decode(text)
        except (msgspec.DecodeError, RecursionError):
            return
        if isinstance(told, dict):
            made = make("name", told)
            if isinstance(made, Push):
                assert made._site.safe in {True, False}

    seeds = [
        b'{"kind":"push","server":"https://push.example","seconds":9}',
        b'{"kind":"push","server":"https://push.[example"}',
        b'{"kind":"email","host":"mail.example","sender":"a@mail.example"}',
        b'{"kind":"signal","socket":"127.0.0.1:7583","account":"+4915100000000"}',
        b'{"kind":"handover","folder":"/nonexistent"}',
    ]
    return Parser(of_text(call), seeds)
