"""What every channel promises, tried on each of them against a real server on this computer."""

import logging
import socket
from collections.abc import Callable
from time import monotonic

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.channels.conftest import KINDS, Service
from tests.channels.rude import (
    Manner,
    hangs_up,
    never_ends,
    rude,
    saying,
    silent,
    talks_nonsense,
    trickles,
)

from panoh.channels import Accepted, Failed, Message, Reason, Refused, Result
from panoh.channels.kinds import KINDS as SHIPPED

Of = Callable[[str], Service]

ASKED = Message(
    "A question for you", "Please open this page.\n\nСмотрите: https://x.example/t/7Qk2\n"
)
KEY = "alarm 7Qk2, rung 1"
REACHED = [kind for kind in KINDS if kind != "handover"]

#: What a server does in the middle of it, and what the channel must say.
SITUATIONS: list[tuple[str, str, Result]] = [
    ("email", "nobody", Refused(Reason.ADDRESS)),
    ("email", "later", Failed(Reason.LATER)),
    ("email", "policy", Failed(Reason.LOGIN)),
    ("email", "full", Failed(Reason.LATER)),
    ("email", "too large", Refused(Reason.TOO_LARGE)),
    ("email", "dislikes", Refused(Reason.REJECTED)),
    ("email", "login", Failed(Reason.LOGIN)),
    ("email", "falls silent", Failed(Reason.TIMED_OUT)),
    ("email", "drops", Failed(Reason.UNREACHABLE)),
    ("push", "later", Failed(Reason.LATER)),
    ("push", "full", Failed(Reason.LATER)),
    ("push", "rate", Failed(Reason.RATE, 120)),
    ("push", "login", Failed(Reason.LOGIN)),
    ("push", "dislikes", Refused(Reason.REJECTED)),
    ("push", "too large", Refused(Reason.TOO_LARGE)),
    ("push", "redirects", Failed(Reason.REDIRECTED)),
    ("push", "signs in first", Failed(Reason.UNEXPECTED)),
    ("push", "answers for another", Failed(Reason.UNEXPECTED)),
    ("push", "nothing here", Failed(Reason.UNEXPECTED)),
    ("push", "falls silent", Failed(Reason.TIMED_OUT)),
    ("push", "drops", Failed(Reason.UNREACHABLE)),
    ("signal", "nobody", Refused(Reason.ADDRESS)),
    ("signal", "changed key", Refused(Reason.IDENTITY)),
    ("signal", "untrusted", Refused(Reason.IDENTITY)),
    ("signal", "rate", Failed(Reason.RATE, 86_400)),
    ("signal", "too often", Failed(Reason.RATE)),
    ("signal", "no network", Failed(Reason.UNREACHABLE)),
    ("signal", "no way out", Failed(Reason.UNREACHABLE)),
    ("signal", "bad pre-key", Failed(Reason.LATER)),
    ("signal", "later", Failed(Reason.LATER)),
    ("signal", "is newer than we", Failed(Reason.UNEXPECTED)),
    ("signal", "is older", Accepted()),
    ("signal", "answers in another way", Failed(Reason.UNEXPECTED)),
    ("signal", "falls silent", Failed(Reason.TIMED_OUT)),
    ("signal", "drops", Failed(Reason.UNREACHABLE)),
    ("apprise", "later", Failed(Reason.LATER)),
    ("apprise", "login", Failed(Reason.LATER)),
    ("apprise", "redirects", Failed(Reason.LATER)),
    ("apprise", "falls silent", Failed(Reason.LATER)),
    ("apprise", "drops", Failed(Reason.LATER)),
]


#: Lines that look like an answer, and lines that do not.
ANSWER = st.one_of(
    st.binary(max_size=200),
    st.sampled_from(
        [
            b"220 x\r\n",
            b"250-x\r\n250 STARTTLS\r\n",
            b"250 \r\n",
            b"999 \xff\r\n",
            b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}",
            b"HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\n",
            b'{"jsonrpc":"2.0","id":null,"result":{}}\n',
            b'{"id":"x","error":{"code":"a"}}\n',
            b"[" * 5000 + b"\n",
        ]
    ),
)
_SERVICES: dict[str, Service] = {}


def _once(of_kind: Of, kind: str) -> Service:
    """One service for all examples; only its address and its channel are used."""
    if kind not in _SERVICES:
        _SERVICES[kind] = of_kind(kind)
    return _SERVICES[kind]


def test_no_kind_is_left_out() -> None:
    assert set(KINDS) == set(SHIPPED)


@pytest.mark.parametrize("kind", KINDS)
def test_a_message_arrives_whole_at_its_one_address(of_kind: Of, kind: str) -> None:
    service = of_kind(kind)
    assert service.channel.send(service.address, ASKED, KEY) == Accepted()
    (taken,) = service.taken()
    assert taken.to == service.address
    assert taken.text.strip() == ASKED.body.strip()


@pytest.mark.parametrize("kind", ["email", "push", "handover"])
def test_the_same_message_given_twice_carries_the_same_mark(of_kind: Of, kind: str) -> None:
    service = of_kind(kind)
    for key in (KEY, KEY, "alarm 7Qk2, rung 2"):
        assert service.channel.send(service.address, ASKED, key) == Accepted()
    marks = [each.mark for each in service.taken()]
    assert len(set(marks)) == 2
    assert all(word not in mark for mark in marks for word in ("alarm", "7Qk2", "rung"))


@pytest.mark.parametrize(("kind", "does", "result"), SITUATIONS)
def test_what_the_server_does_is_told(of_kind: Of, kind: str, does: str, result: Result) -> None:
    service = of_kind(kind)
    service.behave(does)
    assert service.channel.send(service.address, ASKED, KEY) == result


@pytest.mark.parametrize("kind", REACHED)
def test_after_a_failure_the_next_try_arrives(of_kind: Of, kind: str) -> None:
    service = of_kind(kind)
    service.behave("later")
    assert isinstance(service.channel.send(service.address, ASKED, KEY), Failed)
    assert service.taken() == []
    service.behave("takes")
    assert service.channel.send(service.address, ASKED, KEY) == Accepted()


@pytest.mark.parametrize("manner", [silent, hangs_up, trickles, talks_nonsense, never_ends])
@pytest.mark.parametrize("kind", REACHED)
def test_a_rude_server_is_a_failure_within_the_time(of_kind: Of, kind: str, manner: Manner) -> None:
    service = of_kind(kind)
    with rude(manner) as port:
        channel, began = service.at(port), monotonic()
        result = channel.send(service.address, ASKED, KEY)
    assert isinstance(result, Failed)
    assert monotonic() - began < 5


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(answers=st.lists(ANSWER, max_size=6))
@pytest.mark.parametrize("kind", ["email", "push", "signal"])
def test_whatever_is_answered_is_told_and_never_raised(
    of_kind: Of, kind: str, answers: list[bytes]
) -> None:
    service = _once(of_kind, kind)
    with rude(saying(answers)) as port:
        result = service.at(port).send(service.address, ASKED, KEY)
    assert isinstance(result, Failed | Refused)


@pytest.mark.parametrize("kind", REACHED)
def test_nobody_at_home_is_a_failure(of_kind: Of, kind: str) -> None:
    service = of_kind(kind)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    channel = service.at(port)
    assert isinstance(channel.send(service.address, ASKED, KEY), Failed)
    if kind != "apprise":
        assert isinstance(channel.check(), Failed)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_address_is_refused_unsent(of_kind: Of, kind: str) -> None:
    service = of_kind(kind)
    for hostile in service.hostile:
        assert service.channel.send(hostile, ASKED, KEY) == Refused(Reason.ADDRESS), hostile
    assert service.taken() == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_check_reaches_the_service_and_tells_nobody(of_kind: Of, kind: str) -> None:
    service = of_kind(kind)
    assert service.channel.check() == Accepted()
    assert service.taken() == []


@pytest.mark.parametrize(
    ("kind", "does"), [("email", "login"), ("signal", "login"), ("push", "later")]
)
def test_the_check_finds_what_would_fail(of_kind: Of, kind: str, does: str) -> None:
    service = of_kind(kind)
    service.behave(does)
    assert isinstance(service.channel.check(), Failed)


@pytest.mark.parametrize("kind", KINDS)
def test_no_log_and_no_text_of_a_channel_tells_whom_what_or_how(
    of_kind: Of, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    logging.getLogger("httpx").debug("a line that must be seen")
    service = of_kind(kind)
    results = [service.channel.send(service.address, ASKED, KEY)]
    for does in {does for of, does, _result in SITUATIONS if of == kind} - {"falls silent"}:
        service.behave(does)
        results.append(service.channel.send(service.address, ASKED, KEY))
    ours = [each.getMessage() for each in caplog.records if each.name != "mail.log"]
    told = "\n".join(ours) + repr(service.channel) + repr(results)
    assert "a line that must be seen" in told
    secrets = (service.address, "7Qk2", "Please open", "A question", *service.secrets)
    assert [each for each in secrets if each in told] == []
