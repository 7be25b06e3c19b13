"""The second watcher: owner in ten minutes, contacts in sixty, and never a word about a person."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from tests.channels.push_server import PushServer, push_server
from tests.channels.rude import hangs_up, rude, silent

from panoh.channels.kinds import make
from panoh.channels.site import Site
from panoh.checkin import Address, Contact
from panoh.relay.watch import Watcher, is_well, process

MINUTE = 60


def person(name: str, language: str = "en") -> Contact:
    return Contact(id=name, addresses=(Address(channel="push", to=name),), language=language)


@dataclass
class World:
    """A relay that is well or not, its watcher, a push server that takes what it says, a clock."""

    server: PushServer
    memory: Path
    well: bool = True
    now: int = 1_800_000_000
    watcher: Watcher = field(init=False)

    def __post_init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        """The watcher's process ends and begins anew."""
        push = make("push", {"kind": "push", "server": f"http://127.0.0.1:{self.server.port}"})
        self.watcher = Watcher(
            lambda: self.well,
            person("owner"),
            [person("rustam", "ru"), person("zarina")],
            {"push": push},
            self.memory / "seen.json",
        )

    def minutes(self, count: int) -> None:
        """Time passes, a look a minute."""
        for _ in range(count):
            self.now += MINUTE
            self.watcher.look(self.now)

    def told(self) -> list[str]:
        """Who was told, in order."""
        return [each["topic"] for each in self.server.published]


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with push_server() as server:
        yield World(server, tmp_path)


def test_the_owner_hears_in_ten_minutes_and_the_contacts_in_sixty(world: World) -> None:
    world.minutes(5)
    world.well = False
    world.minutes(9)
    assert world.told() == ["owner"]
    world.minutes(45)
    assert world.told() == ["owner"]
    world.minutes(5)
    assert world.told() == ["owner", "rustam", "zarina"]


def test_nobody_is_told_twice_and_everybody_told_hears_the_end(world: World) -> None:
    world.well = False
    world.minutes(120)
    world.well = True
    world.minutes(10)
    assert world.told() == ["owner", "rustam", "zarina"] * 2
    assert "answers again" in world.server.published[-1]["message"]


def test_whoever_was_not_told_of_it_does_not_hear_of_its_end(world: World) -> None:
    world.well = False
    world.minutes(20)
    world.well = True
    world.minutes(5)
    assert world.told() == ["owner", "owner"]


def test_it_says_that_the_watching_is_out_and_speaks_of_nobody(world: World) -> None:
    world.well = False
    world.minutes(60)
    told = {each["topic"]: f"{each['title']}\n{each['message']}" for each in world.server.published}
    assert "not an alarm" in told["owner"]
    assert "says nothing about anybody" in told["owner"]
    assert "это не тревога" in told["rustam"]


def test_a_few_bad_minutes_are_no_outage(world: World) -> None:
    for _ in range(20):
        world.well = False
        world.minutes(7)
        world.well = True
        world.minutes(30)
    assert world.told() == []


def test_whoever_stops_the_relay_for_most_of_the_time_is_seen(world: World) -> None:
    """Seven minutes of every eight: an alarm would come eight times as late, and unheard."""
    for _ in range(9):
        world.well = False
        world.minutes(7)
        world.well = True
        world.minutes(1)
    assert world.told() == ["owner", "rustam", "zarina"], "once, while it goes on"
    world.minutes(5)
    assert world.told() == ["owner", "rustam", "zarina"] * 2, "it is back, and steady"


def test_whoever_lets_it_run_for_minutes_between_is_seen_by_the_contacts_as_well(
    world: World,
) -> None:
    for _ in range(14):
        world.well = False
        world.minutes(7)
        world.well = True
        world.minutes(6)
    assert world.told().count("owner") > 4, "out and back, again and again"
    assert "rustam" in world.told()


def test_its_own_network_that_is_out_says_nothing_about_the_relay(world: World) -> None:
    world.well = False
    world.server.does = "later"
    world.minutes(180)
    world.well = True
    world.server.does = "takes"
    world.minutes(10)
    world.well = False
    world.minutes(6)
    world.well = True
    world.minutes(10)
    assert world.told() == []


def test_a_channel_that_breaks_its_word_does_not_end_the_watching(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, calls = type(world.watcher._channels["push"]).send, []

    def raises(*values: object) -> object:
        calls.append(values)
        if len(calls) < 3:
            raise ZeroDivisionError
        return kept(*values)  # type: ignore[arg-type]

    monkeypatch.setattr(type(world.watcher._channels["push"]), "send", raises)
    world.well = False
    world.minutes(12)
    assert world.told() == ["owner"]


def test_telling_many_does_not_keep_it_from_looking(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a slow channel and hundreds of contacts the last ones are told after further looks."""
    monkeypatch.setattr(process, "BUDGET", -1.0)
    world.well = False
    world.minutes(70)
    assert world.told() == [], "the control: no time to tell anybody"
    monkeypatch.setattr(process, "BUDGET", 60.0)
    world.minutes(1)
    assert world.told() == ["owner", "rustam", "zarina"]


def test_a_restart_forgets_neither_the_outage_nor_whom_it_told(world: World) -> None:
    world.well = False
    world.minutes(6)
    world.restart()
    world.minutes(3)
    assert world.told() == ["owner"]
    world.restart()
    world.minutes(60)
    assert world.told() == ["owner", "rustam", "zarina"]


def test_time_in_which_it_did_not_look_proves_nothing(world: World) -> None:
    world.well = False
    world.minutes(3)
    world.now += 3 * 60 * MINUTE
    world.minutes(7)
    assert world.told() == []
    world.minutes(3)
    assert world.told() == ["owner"]


def test_a_clock_that_jumps_back_delays_and_does_not_silence(world: World) -> None:
    world.well = False
    world.minutes(4)
    world.now -= 365 * 24 * 60 * MINUTE
    world.minutes(10)
    assert world.told() == ["owner"]


def test_a_channel_that_fails_is_tried_again_each_minute(world: World) -> None:
    world.well = False
    world.server.does = "later"
    world.minutes(20)
    assert world.told() == []
    world.server.does = "takes"
    world.minutes(1)
    assert world.told() == ["owner"]


def test_a_memory_that_cannot_be_written_or_read_silences_nothing(world: World) -> None:
    (world.memory / "seen.json").write_bytes(b"\xff nonsense")
    world.restart()
    (world.memory / "seen.new").mkdir()
    world.well = False
    world.minutes(9)
    assert world.told() == ["owner"]


def site(port: int) -> Site:
    return Site(address=f"http://127.0.0.1:{port}", seconds=1)


@pytest.mark.parametrize("manner", [silent, hangs_up])
def test_a_relay_that_does_not_answer_is_not_well(manner: Callable[..., None]) -> None:
    with rude(manner) as port:
        assert not is_well(site(port))


def test_something_else_at_the_relays_address_is_not_well() -> None:
    with ExitStack() as stack:
        server = stack.enter_context(push_server())
        assert not is_well(site(server.port))
