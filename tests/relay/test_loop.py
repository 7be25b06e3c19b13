"""The running loop by the real clock: threads, several processes, and trouble that is shouted."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from random import Random
from threading import Thread

import msgspec
import pytest
from tests.checkin.support import contact
from tests.relay.support import Known, Owner
from tests.relay.world import ObedientClock, World

from panoh.checkin import Phase, State
from panoh.checkin.schedule import Trip
from panoh.checkin.signed import ArmOrder
from panoh.relay import orders, people
from panoh.relay.clock import SystemClock
from panoh.relay.loop import Loop
from panoh.relay.postman import Route
from panoh.relay.store import Paths, create, open_store, paths
from panoh.relay.waking import acting

PEOPLE = 20


def wait_for(true: Callable[[], object], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.05)


@contextmanager
def running(files: Paths, world: World, loops: int = 1) -> Iterator[list[Loop]]:
    channels = {name: world.channel(name) for name in ("mail", "push")}
    route = Route(channels, "https://relay.example")
    made = [Loop(files, route, contact("operator"), carriers=3) for _ in range(loops)]
    threads = [Thread(target=each.run) for each in made]
    for each in threads:
        each.start()
    try:
        yield made
    finally:
        for loop in made:
            loop.stop.set()
        for each in threads:
            each.join()


def world() -> World:
    return World(ObedientClock(0), Random(1), failing=0.0)  # noqa: S311 - dice


def overdue(files: Paths, count: int) -> None:
    """People whose time, and grace, was over a moment ago."""
    create(files)
    store = open_store(files)
    for number in range(count):
        owner = Owner(f"p{number}")
        now = store.now()
        plan = owner.plan(schedule=Trip(ends=now + 3600))
        with acting(store) as made:
            person = people.add(made, owner.person, plan)
            state = State(phase=Phase.WATCHING, cycle=1, due=now - 3602)
            people._save(made, replace(person, state=state))
    store.close()


@pytest.mark.parametrize("loops", [1, 2], ids=["one loop", "two loops on one database"])
def test_whoever_is_overdue_is_told_of_once(memory: Path, loops: int) -> None:
    files, outside = paths(memory / "r"), world()
    overdue(files, PEOPLE)
    with running(files, outside, loops):
        wait_for(lambda: len(alarms(outside)) >= PEOPLE)
        time.sleep(2)
    assert len(alarms(outside)) == PEOPLE
    assert not outside.again, "no message was given twice to a channel that had taken it"


def alarms(outside: World) -> list[str]:
    return [each.key for each in list(outside.seen.values()) if each.kind == "alarm"]


def test_a_damaged_database_is_shouted_about_and_nobody_is_watched_anew(memory: Path) -> None:
    files, outside = paths(memory / "r"), world()
    overdue(files, 1)
    raw = bytearray(files.database.read_bytes())
    raw[0:200] = os.urandom(200)
    files.database.write_bytes(raw)
    with running(files, outside) as (loop,):
        wait_for(lambda: outside.seen)
        assert loop.trouble == "relay-unsafe"
    assert {each.to.split("@")[0].split("-")[0] for each in outside.seen.values()} == {"operator"}
    assert files.database.read_bytes() == bytes(raw)


def test_a_doubtful_clock_is_told_to_whoever_runs_it(memory: Path) -> None:
    files, outside = paths(memory / "r"), world()
    create(files)
    store = open_store(files)
    meta = store.meta()
    meta.base = msgspec.structs.replace(meta.base, time=meta.base.time - 3600)
    store.keep(meta)
    store.close()
    with running(files, outside):
        wait_for(lambda: [each for each in list(outside.seen.values()) if "clock" in each.key])
    assert {each.to.split("@")[0].split("-")[0] for each in outside.seen.values()} == {"operator"}


def test_it_recovers_by_itself_when_the_file_is_back(memory: Path) -> None:
    files, outside = paths(memory / "r"), world()
    overdue(files, 1)
    aside = memory / "aside"
    files.database.rename(aside)
    with running(files, outside) as (loop,):
        wait_for(lambda: loop.trouble)
        assert not files.database.exists(), "no empty one is made in its place"
        aside.rename(files.database)
        wait_for(lambda: alarms(outside))
        wait_for(lambda: not loop.trouble)


def test_one_damaged_person_is_shouted_about_while_the_others_are_told_of(memory: Path) -> None:
    files, outside = paths(memory / "r"), world()
    overdue(files, 5)
    store = open_store(files)
    store.db.execute("UPDATE people SET state = x'00' WHERE id = (SELECT id FROM people LIMIT 1)")
    store.close()
    with running(files, outside) as (loop,):
        wait_for(lambda: len(alarms(outside)) == 4)
        wait_for(lambda: loop.trouble == "relay-unsafe")
        time.sleep(2)
        assert loop.trouble == "relay-unsafe", "it stands, so that a watcher sees it"


def test_an_arming_by_the_real_clock_is_told_within_seconds(memory: Path) -> None:
    files, outside = paths(memory / "r"), world()
    create(files)
    store = open_store(files)
    relay = Known(store.meta().relay)
    owner = Owner()
    due = int(time.time()) + 2
    plan = owner.plan(schedule=Trip(ends=due), reminders=(0,), grace=60)
    orders.take_signed(store, owner.order(relay, ArmOrder(plan=plan)), orders.invite(store))
    store.close()
    with running(files, outside):
        wait_for(lambda: [each for each in list(outside.seen.values()) if each.kind == "remind"])
        late = time.time() - due
    assert late < 15
    assert SystemClock().ticks().wall > 0
