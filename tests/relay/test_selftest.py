"""A channel that fails its daily test twice is told to whoever runs the relay, by another way."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from tests.channels.push_server import PushServer, push_server

from panoh.channels.kinds import make
from panoh.checkin import Address, Contact
from panoh.relay.selftest import DAY, HOUR, SelfTest

Servers = tuple[PushServer, PushServer]


@pytest.fixture
def servers() -> Iterator[Servers]:
    with ExitStack() as stack:
        yield stack.enter_context(push_server()), stack.enter_context(push_server())


@pytest.fixture
def test(servers: Servers) -> SelfTest:
    """Two channels, by both of which the operator is reached."""
    channels = {
        name: make(name, {"kind": "push", "server": f"http://127.0.0.1:{server.port}"})
        for name, server in zip(("one", "two"), servers, strict=True)
    }
    ways = tuple(Address(channel=name, to=f"operator-{name}") for name in channels)
    return SelfTest(channels, Contact(id="owner", addresses=ways))


def told(servers: Servers) -> list[str]:
    return [each["topic"] for server in servers for each in server.published]


def test_what_works_is_tried_once_a_day_and_tells_nobody(test: SelfTest, servers: Servers) -> None:
    for hour in range(49):
        test.look(hour * HOUR)
    assert told(servers) == []
    assert servers[0].paths == ["/v1/health"] * 3


def test_one_failure_is_tried_again_and_two_are_told_by_the_other_way(
    test: SelfTest, servers: Servers
) -> None:
    servers[0].does = "later"
    test.look(0)
    assert told(servers) == []
    test.look(HOUR)
    assert told(servers) == ["operator-two"]
    assert "The channel one" in servers[1].published[0]["message"]


def test_it_is_told_again_each_day_until_it_works(test: SelfTest, servers: Servers) -> None:
    servers[0].does = "later"
    for hour in range(50):
        test.look(hour * HOUR)
    assert told(servers) == ["operator-two"] * 3
    servers[0].does = "takes"
    test.look(3 * DAY)
    test.look(10 * DAY)
    assert len(told(servers)) == 3


def test_when_nothing_works_it_is_tried_each_hour_until_somebody_hears(
    test: SelfTest, servers: Servers
) -> None:
    for server in servers:
        server.does = "later"
    for hour in range(5):
        test.look(hour * HOUR)
    assert told(servers) == []
    servers[1].does = "takes"
    test.look(5 * HOUR)
    assert told(servers) == ["operator-two"]


def test_a_first_failure_is_looked_at_again_within_minutes(
    test: SelfTest, servers: Servers
) -> None:
    """What it knows is gone with the process: a relay that starts anew each hour must tell too."""
    servers[0].does = "later"
    test.look(0)
    test.look(600)
    assert told(servers) == ["operator-two"]


def test_a_channel_that_raises_has_failed_and_ends_nothing(
    test: SelfTest, servers: Servers, monkeypatch: pytest.MonkeyPatch
) -> None:
    def raises(*_values: object) -> None:
        raise ZeroDivisionError

    broken = type(test.channels["one"])
    monkeypatch.setattr(broken, "check", raises)
    test.look(0)
    test.look(HOUR)
    assert told(servers)
    monkeypatch.setattr(broken, "send", raises)
    test.look(3 * DAY)
