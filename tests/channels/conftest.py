"""Every kind of channel with a real server for it, in one shape."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.channels.certificates import certificate, context
from tests.channels.push_server import TOKEN, push_server
from tests.channels.signal_server import ACCOUNT, signal_server
from tests.channels.smtp_server import PASSWORD, USER, mail_server

from panoh.channels import Channel
from panoh.channels.kinds import make


@dataclass(frozen=True)
class Taken:
    """What a service took, as it took it."""

    to: str
    text: str
    mark: str


@dataclass
class Service:
    """A service on this computer, the channel that leads to it, and what may go wrong."""

    channel: Channel
    #: Somebody who can be reached.
    address: str
    #: Texts that are no addresses there, some of them attempts to be more than one.
    hostile: tuple[str, ...]
    behave: Callable[[str], None]
    taken: Callable[[], list[Taken]]
    #: A channel to another port of this computer.
    at: Callable[[int], Channel]
    #: What must never be seen in a log.
    secrets: tuple[str, ...] = ()


@pytest.fixture(scope="session")
def pem(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for this computer."""
    return certificate(tmp_path_factory.mktemp("certificates"))


def email(stack: ExitStack, pem: Path, _folder: Path) -> Service:
    server = stack.enter_context(mail_server(pem))

    def at(port: int) -> Channel:
        return make(
            "mail",
            {
                "kind": "email",
                "host": "localhost",
                "port": port,
                "sender": "relay@mail.example",
                "user": USER,
                "password": PASSWORD,
                "ca_file": str(pem),
                "seconds": 1,
            },
        )

    def taken() -> list[Taken]:
        return [
            Taken(to, each.get_content().replace("\r\n", "\n"), each["Message-ID"])
            for to, each in zip(server.addressees, server.letters, strict=True)
        ]

    return Service(
        channel=at(server.port),
        address="rustam@home.example",
        hostile=(
            "",
            "nobody",
            "a@b.example\r\nBcc: c@d.example",
            "a@b.example,c@d.example",
            "<a@b.example>",
            "a b@c.example",
            "ч@b.example",
            "a" * 250 + "@b.example",
        ),
        behave=lambda does: setattr(server, "does", does),
        taken=taken,
        at=at,
        secrets=(PASSWORD, USER),
    )


def push(stack: ExitStack, pem: Path, _folder: Path) -> Service:
    server = stack.enter_context(push_server(context(pem)))

    def at(port: int) -> Channel:
        settings = {"kind": "push", "server": f"https://localhost:{port}", "token": TOKEN}
        return make("push", {**settings, "ca_file": str(pem), "seconds": 1})

    def taken() -> list[Taken]:
        return [
            Taken(each["topic"], each["message"], each["sequence_id"]) for each in server.published
        ]

    return Service(
        channel=at(server.port),
        address="tulips-4f6a",
        hostile=("", "a/b", "a b", "тема", "a?x=1", "a\r\nb", "a" * 65, "../v1/account"),
        behave=lambda does: setattr(server, "does", does),
        taken=taken,
        at=at,
        secrets=(TOKEN,),
    )


def signal(stack: ExitStack, _pem: Path, folder: Path) -> Service:
    server = stack.enter_context(signal_server(folder))

    def to(place: str) -> Channel:
        settings: dict[str, Any] = {"kind": "signal", "socket": place, "account": ACCOUNT}
        return make("signal", {**settings, "seconds": 1})

    return Service(
        channel=to(server.place),
        address="+992900000002",
        hostile=("", "992900000002", "+99290", "+992900000002,+992900000003", "-a +1", "@group"),
        behave=lambda does: setattr(server, "does", does),
        taken=lambda: [Taken(each["recipient"][0], each["message"], "") for each in server.sent],
        at=lambda port: to(f"127.0.0.1:{port}"),
        secrets=(ACCOUNT, "a stranger's words", "+992900000077"),
    )


def handover(_stack: ExitStack, _pem: Path, folder: Path) -> Service:
    channel = make("by hand", {"kind": "handover", "folder": str(folder)})

    def behave(does: str) -> None:
        assert does == "takes"

    def taken() -> list[Taken]:
        files = sorted(folder.glob("*.txt"), key=lambda file: file.stat().st_mtime_ns)
        told = [(file.stem, file.read_text().split("\n\n")) for file in files]
        return [Taken(parts[0], "\n\n".join(parts[2:]), mark) for mark, parts in told]

    return Service(
        channel=channel,
        address="Rustam, at the shop",
        hostile=("", " ", "a\nb", "a\x1b[2J", "a" * 201, "\u202ea"),
        behave=behave,
        taken=taken,
        at=lambda _port: channel,
    )


def apprise(stack: ExitStack, _pem: Path, _folder: Path) -> Service:
    server = stack.enter_context(push_server())

    def at(port: int) -> Channel:
        url = f"json://relay:tulips-in-april@127.0.0.1:{port}/{{to}}?cto=1&rto=1"
        return make("other", {"kind": "apprise", "url": url, "seconds": 1})

    def taken() -> list[Taken]:
        return [Taken(each["path"].strip("/"), each["message"], "") for each in server.published]

    return Service(
        channel=at(server.port),
        address="rustam",
        hostile=("", "a/b", "a b", "a,b", "a?to=b", "a\r\nb", "{to}", "a" * 201),
        behave=lambda does: setattr(server, "does", does),
        taken=taken,
        at=at,
        secrets=("tulips-in-april",),
    )


KINDS = {each.__name__: each for each in (email, push, signal, handover, apprise)}


@pytest.fixture
def of_kind(pem: Path, tmp_path: Path) -> Iterator[Callable[[str], Service]]:
    """Makes the service of a kind; it ends with the test."""
    with ExitStack() as stack:
        yield lambda kind: KINDS[kind](stack, pem, tmp_path)
